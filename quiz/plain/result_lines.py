"""The results of a game in lines: the score, where it stands, what was missed, and the code to play it again."""

from quiz.bank.kinds.registry import answer_line
from quiz.game.game import Game
from quiz.game.phrases import INVITATION, OUTCOME_NAMES, outcome_counts, remark, spoken_points, spoken_time
from quiz.game.result import Result, summarise
from quiz.plain.game_notices import size_in_words
from quiz.records.summary import UNSCORED


def results_lines(game: Game, *, place: str, note: str, code: str) -> list[str]:
    """What a game that is over came to.

    ``place`` says where it stands among the player's own, ``note`` is a last sentence, ``code`` its challenge code.
    """
    setup, result = game.setup, summarise(game.verdicts)
    figure = f"{result.right} right" if setup.mode.scored_by == "right" else spoken_points(result.score)
    said = [figure, remark(game, result), place, "" if setup.scored else UNSCORED.capitalize()]
    return [
        "",
        "The results.",
        f"{setup.mode.name}, {size_in_words(game)}: {' '.join(_sentence(part) for part in said if part)}",
        *_sums(result),
        *_missed(game),
        *([note] if note else []),
        f"{INVITATION}quiz play --code {code}",
    ]


def _sentence(words: str) -> str:
    return words if words[-1] in ".!" else f"{words}."


def _sums(result: Result) -> list[str]:
    """What the score is made of; nothing where nothing was asked."""
    if not result.asked:
        return []
    said = [", ".join(outcome_counts(result).values()).capitalize()]
    if result.accuracy is not None:
        said.append(f"{result.accuracy:.0%} of answers")
    said.append(spoken_time(result.seconds))
    if result.median_seconds is not None:
        said.append(f"median {result.median_seconds:.1f} seconds")
    if result.longest_streak > 1:
        said.append(f"{result.longest_streak} in a row")
    return [f"{', '.join(said)}."]


def _missed(game: Game) -> list[str]:
    """Each question that was not answered rightly, once, with what became of it and its right answer."""
    asked = [(game.question_at(place), verdict) for place, verdict in enumerate(game.verdicts)]
    missed = {one.key: (one, verdict) for one, verdict in asked if verdict.outcome != "right"}
    lines = ["Missed:"] if missed else []
    for question, verdict in missed.values():
        lines += [question.prompt, f"{OUTCOME_NAMES[verdict.outcome]}. Right: {answer_line(question)}"]
    return lines
