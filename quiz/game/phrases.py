"""The words in which a game is told, whatever shows them: verdicts, points, times, what stands beside a proof."""

from fractions import Fraction

from quiz.bank.citation import short_name
from quiz.bank.question import Question
from quiz.bank.source import Source
from quiz.game.game import Game, Verdict
from quiz.game.result import Result
from quiz.game.scoring import shown_points

WORDS = {
    "right": "Right",
    "partly": "Partly right",
    "wrong": "Wrong",
    "skipped": "Skipped",
    "timed out": "Time ran out",
}
"""What is said of each outcome."""
SOURCES_DISAGREE = "Sources disagree"
UNPROVEN = "no source: nothing here proves the answer"
"""What is said of a draft that quotes nothing."""
ALL_THAT_APPLY = "Choose all that apply."
RIGHT_ORDER = "The right order:"
NOT_SAVED = "Not saved."
GAMES_NOT_SAVED = "Games are not saved."
INVITATION = "Challenge a friend: "
_RUN = 3
"""So many right answers in a row are worth a word."""


def according_to(source: Source) -> str:
    """Which source a question follows, as it stands above the prompt."""
    return f"According to {short_name(source)}"


def draft(question: Question) -> str:
    """What a draft is marked with: that it has no source, or, where it cites one already, what it is."""
    return "draft" if question.citations else "no source"


def flaws(errors: int) -> str:
    """How much is wrong with a bank of which the rest is played."""
    return f"{counted(errors, 'problem')} in the bank; the rest is played."


def lives_left(lives: int) -> str:
    """What is left of the lives of a game."""
    return f"{counted(lives, 'life', 'lives')} left"


def run_of(run: int) -> str:
    """The run of right answers that a verdict belongs to; empty where it is too short for a word."""
    return f"{run} in a row" if run >= _RUN else ""


def tallies(result: Result) -> dict[str, str]:
    """How many answers came to each outcome; of those that need not occur, only what did."""
    said = {"right": f"right {result.right}", "wrong": f"wrong {result.wrong}"}
    if result.partly:
        said["partly"] = f"partly {result.partly}"
    if result.skipped:
        said["skipped"] = f"skipped {result.skipped}"
    return said


def remark(game: Game, result: Result) -> str:
    """What there is to say of a game that is over, beside its score."""
    if not result.asked:
        return "Nothing was answered."
    if game.setup.mode.counts == "right":
        return ""
    if result.right == result.asked and game.complete:
        return "Every answer right. Take a bow."
    return f"{result.right} of {result.asked} right"


def points(verdict: Verdict) -> str:
    """The points of a verdict with their sign: ``+100``, ``−33``, ``0``."""
    return signed(shown_points(verdict.points))


def signed(number: int) -> str:
    """A whole number with a plus or a true minus sign before it; 0 has none."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def points_in_words(exact: Fraction) -> str:
    """Points to be heard, whose sign no voice and no alphabet may drop: ``plus 100 points``, ``minus 33 points``."""
    whole = shown_points(exact)
    sign = "plus " if whole > 0 else "minus " if whole < 0 else ""
    return f"{sign}{counted(abs(whole), 'point')}"


def time_in_words(seconds: float) -> str:
    """A length of time as it is read: ``8 s``, ``2 min 5 s``."""
    whole = round(seconds)
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{whole} s"


def time_spoken(seconds: float) -> str:
    """A length of whole seconds as it is heard: ``8 seconds``, ``1 minute 12 seconds``, ``2 minutes``."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [counted(minutes, "minute")] if minutes else []
    if rest or not minutes:
        parts.append(counted(rest, "second"))
    return " ".join(parts)


def ordinal(number: int) -> str:
    """A place in words: ``1st``, ``2nd``, ``11th``, ``21st``."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 question``, ``2 questions``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
