"""Texts about a game that the app and the plain mode share: outcomes, points, times and notices."""

from fractions import Fraction
from math import ceil

from quiz.bank.citation import date_in_words, short_name
from quiz.bank.printable import printable
from quiz.bank.question import Question
from quiz.bank.source import Source
from quiz.game.game import Game, Verdict
from quiz.game.modes import Mode
from quiz.game.reaction import Reaction
from quiz.game.result import Result
from quiz.game.shown_points import shown_points

OUTCOME_NAMES = {
    "right": "Right",
    "partly": "Partly right",
    "wrong": "Wrong",
    "skipped": "Skipped",
    "timed out": "Time ran out",
}
"""The text for each outcome."""
SOURCES_DISAGREE = "Sources disagree"
UNPROVEN = "no source: nothing here proves the answer"
"""The notice for a draft without citations."""
ALL_THAT_APPLY = "Choose all that apply."
FIND_THE_PROOF = "Find the sentence that proves the answer."
LOOKED_UP = "looked up"
WORTH_HALF = "Looked up: worth half"
RIGHT_ORDER = "The right order:"
NOT_SAVED = "Not saved."
GAMES_NOT_SAVED = "Games are not saved."
NOTHING_TO_REVIEW = "nothing to review now"
INVITATION = "Challenge a friend: "
_MIN_STREAK = 3
"""The shortest streak of right answers that is mentioned."""


def according_to(source: Source) -> str:
    """Return the line above the prompt that names the source a question follows."""
    return f"According to {short_name(source)}"


def article_name(source: Source) -> str:
    """Return the name of an article with its publisher and date: ``World guide · undated``."""
    parts = (source.name, source.publisher, date_in_words(source))
    return printable(" · ".join(part for part in parts if part))


def draft_label(question: Question) -> str:
    """Return the label of a draft: ``no source``, or ``draft`` if it already has a citation."""
    return "draft" if question.citations else "no source"


def mode_name(mode: Mode, *, scored: bool) -> str:
    """Return the name of a mode, with ``practice`` if the game cannot become a best: ``Daily practice``."""
    return mode.name if scored else f"{mode.name} practice"


def problems_notice(errors: int) -> str:
    """Return the notice for a bank with errors; the questions without errors can be played."""
    return f"{counted(errors, 'problem')} in the bank; the rest is played."


def lives_left(lives: int) -> str:
    """Return how many lives are left: ``2 lives left``."""
    return f"{counted(lives, 'life', 'lives')} left"


def streak_text(streak: int) -> str:
    """Return ``3 in a row`` for a streak of right answers; empty if it is too short to be mentioned."""
    return f"{streak} in a row" if streak >= _MIN_STREAK else ""


def outcome_counts(result: Result) -> dict[str, str]:
    """Return a text with the count of each outcome; only right and wrong are counted even if there are none."""
    counts = {"right": f"right {result.right}", "wrong": f"wrong {result.wrong}"}
    if result.partly:
        counts["partly"] = f"partly {result.partly}"
    if result.skipped:
        counts["skipped"] = f"skipped {result.skipped}"
    if result.timed_out:
        counts["timed out"] = f"timed out {result.timed_out}"
    return counts


def remark(game: Game, result: Result) -> str:
    """Return a remark on a game that is over, shown beside its score; empty if the score says it all."""
    if not result.asked:
        return "Nothing was answered."
    if game.setup.mode.scored_by == "right":
        return ""
    if game.is_perfect:
        return "Every answer right. Take a bow."
    return f"{result.right} of {result.asked} right"


def points(verdict: Verdict) -> str:
    """Return the points of a verdict with a sign: ``+100``, ``−33``, ``0``."""
    return signed(shown_points(verdict.points))


def signed(number: int) -> str:
    """Return a number with a plus or minus sign (U+2212); 0 has none."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def spoken_points(points: Fraction) -> str:
    """Return points for screen readers, which may omit signs: ``plus 100 points``, ``minus 33 points``."""
    whole = shown_points(points)
    sign = "plus " if whole > 0 else "minus " if whole < 0 else ""
    return f"{sign}{counted(abs(whole), 'point')}"


def short_time(seconds: float) -> str:
    """Return a duration in short form: ``8 s``, ``2 min 5 s``."""
    whole = round(seconds)
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{whole} s"


def spoken_time(seconds: float) -> str:
    """Return a duration in full words: ``8 seconds``, ``1 minute 12 seconds``, ``2 minutes``."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [counted(minutes, "minute")] if minutes else []
    if rest or not minutes:
        parts.append(counted(rest, "second"))
    return " ".join(parts)


def spoken_hours(seconds: float) -> str:
    """Return a duration in hours and minutes, rounded up: ``5 hours 12 minutes``, ``1 minute``."""
    hours, minutes = divmod(max(1, ceil(seconds / 60)), 60)
    parts = [counted(hours, "hour")] if hours else []
    return " ".join([*parts, counted(minutes, "minute")] if minutes else parts)


def reaction_text(reaction: Reaction | None) -> str:
    """Return what a player thinks of a question, as a sentence; empty if they have not said so."""
    if reaction is None:
        return ""
    if reaction.likes:
        return "You like this question."
    return f"You dislike this question{f': {reaction.reason}' if reaction.reason else ''}."


def ordinal(number: int) -> str:
    """Return an ordinal number: ``1st``, ``2nd``, ``11th``, ``21st``."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: ``1 question``, ``2 questions``."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
