"""A verdict in lines: what became of a question, what was right, the article's own words, where the game stands."""

from math import ceil

from quiz.bank.citation import citation_line
from quiz.bank.question import Passage, Pick, Question
from quiz.game.game import Game, Verdict
from quiz.game.ghost import Curve, lead
from quiz.game.phrases import (
    RIGHT_ORDER,
    SOURCES_DISAGREE,
    UNPROVEN,
    WORDS,
    lives_left,
    ordinal,
    points_in_words,
    run_of,
    tallies,
    time_spoken,
)
from quiz.game.result import run_of_right, summarise

RIGHT_ANSWER: dict[Pick, str] = {"one": "The right answer:", "some": "The right answers:", "order": RIGHT_ORDER}


def verdict_lines(game: Game, ghost: Curve | None, now: float) -> list[str]:
    """All that is said once a question is answered; ``ghost`` is the best earlier run against the same clock."""
    asked, verdict = game.question, game.verdict
    if asked is None or verdict is None:
        return []
    return [_headline(game, verdict), *_answer(asked, verdict), *_proof(asked), _score(game, ghost, now)]


def _headline(game: Game, verdict: Verdict) -> str:
    """The outcome in words, and what it earned or cost."""
    stake = points_in_words(verdict.points)
    if game.lives is not None:
        stake = "" if verdict.outcome == "right" else lives_left(game.lives)
    parts = (WORDS[verdict.outcome], stake, run_of(run_of_right(game.verdicts)))
    return f"{', '.join(part for part in parts if part)}."


def _answer(asked: Question, verdict: Verdict) -> list[str]:
    """The right answer, and where the player's was another one."""
    chosen, told = verdict.chosen, RIGHT_ANSWER[asked.pick]
    if asked.pick == "order":
        return [told, *(_placed(option, number, chosen) for number, option in enumerate(asked.answer, start=1))]
    lines = [f"{told} {asked.answer_line}"]
    if asked.pick == "one":
        return lines if chosen in ((), asked.answer) else [f"Your answer: {chosen[0]}", *lines]
    missed = [option for option in asked.answer if chosen and option not in chosen]
    wrong = [option for option in chosen if option not in asked.answer]
    noted = (("You missed:", missed), ("Not one of them:", wrong))
    return [*lines, *(f"{note} {'; '.join(options)}" for note, options in noted if options)]


def _placed(option: str, number: int, chosen: tuple[str, ...]) -> str:
    """An option of an order with its right place, and where the player had it if that was another one."""
    place = chosen.index(option) + 1 if chosen else number
    return f"{number}. {option}" + ("" if place == number else f" (you: {ordinal(place)})")


def _proof(asked: Question) -> list[str]:
    """Why it is so: the explanation, each quote with its citation, and what other sources say."""
    lines = [asked.explanation] if asked.explanation else []
    if not asked.citations:
        lines.append(f"{UNPROVEN.capitalize()}.")
    for passage in asked.citations:
        lines += _quoted(passage)
    for dispute in asked.disputes:
        lines.append(f"{SOURCES_DISAGREE}: {dispute.answer}")
        if dispute.note:
            lines.append(dispute.note)
        lines += _quoted(dispute.passage)
    return lines


def _quoted(passage: Passage) -> list[str]:
    return [f"Quote: {passage.words}", f"Source: {citation_line(passage)}"]


def _score(game: Game, ghost: Curve | None, now: float) -> str:
    """Where the game stands: the score, what it is made of, and the time that is left on its clock."""
    result = summarise(game.verdicts)
    if game.setup.mode.counts == "right":
        said = [f"Score: {result.right} right"]
    else:
        said = [f"Score: {points_in_words(result.score)}", *tallies(result).values()]
    if (ahead := lead(game, ghost, now)) is not None:
        race = f"{ahead} ahead of" if ahead > 0 else f"{-ahead} behind" if ahead < 0 else "level with"
        said.append(f"{race} your best run")
    left = game.time_left(now) if game.setup.seconds is not None else None
    clock = f" {time_spoken(ceil(left))} left." if left is not None else ""
    return f"{', '.join(said)}.{clock}"
