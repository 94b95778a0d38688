"""Makers of the values that tests are about; a test says only what it cares for."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.kinds.registry import kind_of
from quiz.bank.pack import Pack
from quiz.bank.problem import Place
from quiz.bank.question import Difficulty, Passage, Question
from quiz.bank.source import Source, Span
from quiz.game.deal import Filters
from quiz.game.events import Answer, Event, Next, Skip, Tick
from quiz.game.game import Game, Outcome, Setup, Verdict, advance, start
from quiz.game.modes import CLASSIC, Mode


@cache
def source(name: str = "article", *, pack: str = "test", text: str = "The director is Len Wiseman.") -> Source:
    """An article of one paragraph; the same one for the same words, since sources are compared by identity."""
    return Source(id=name, pack=pack, file=f"{name}.txt", label=name.capitalize(), text=text)


def question(
    name: str = "director",
    *options: str,
    kind: str = "choice",
    right: int = 1,
    topic: str = "Crew",
    difficulty: Difficulty = "medium",
    sources: Sequence[str] = ("article",),
) -> Question:
    """A question whose first option is the right one, or so many of the first."""
    options = options or ("Len Wiseman", "Chad Stahelski", "Derek Kolstad", "David Leitch")
    return Question(
        id=name,
        pack="test",
        kind=kind,
        prompt=f"What about {name}?",
        answer=options[:right],
        distractors=options[right:],
        topic=topic,
        difficulty=difficulty,
        citations=tuple(_whole(source(one)) for one in sources),
        place=Place("questions/test.yaml"),
    )


def multiple(name: str = "newcomers") -> Question:
    """A question with three right options and two wrong ones."""
    return question(name, "Reedus", "Byrne", "Moreno", "McShane", "Huston", kind="multiple", right=3)


def order(name: str = "films") -> Question:
    """Four options to be put in order; they stand in the right one."""
    return question(name, "First", "Second", "Third", "Fourth", kind="order", right=4)


def questions(count: int) -> tuple[Question, ...]:
    """Questions that share no option with each other."""
    return tuple(question(f"q{number}", *(f"{letter} of {number}" for letter in "abcd")) for number in range(count))


def bank(*asked: Question) -> Bank:
    """A bank of these questions."""
    return Bank((Pack(name="test", root=Path(), questions=asked),))


def setup(
    *,
    seed: str = "7",
    filters: Filters = Filters(),  # noqa: B008 - frozen
    seconds: int | None = None,
    mode: Mode = CLASSIC,
) -> Setup:
    """What a game was started with."""
    return Setup(mode=mode, seed=seed, filters=filters, seconds=seconds, bank="0123456789abcdef")


def game(count: int = 3, *, seconds: int | None = None, now: float = 1000.0, mode: Mode = CLASSIC) -> Game:
    """A game at its first question."""
    return start(setup(seconds=seconds, mode=mode), questions(count), now)


def event(game: Game, outcome: Outcome) -> Event:
    """What brings the open question of a game to an outcome; to time out, the deadline must have come."""
    assert game.question is not None
    asked = game.question
    wrong = asked.answer[::-1] if kind_of(asked).is_order else asked.distractors[:1]
    right = asked.answer[:1] if kind_of(asked).is_single else asked.answer
    chosen = {"right": right, "wrong": wrong}
    if outcome in chosen:
        return Answer(game.index, chosen[outcome])
    return Skip(game.index) if outcome == "skipped" else Tick()


def played(game: Game, *outcomes: Outcome, seconds: float = 2.0) -> Game:
    """A game after questions with these outcomes, each open for so long, or until it timed out."""
    for outcome in outcomes:
        late = game.deadline if outcome == "timed out" else None
        game = advance(game, event(game, outcome), game.opened_at + seconds if late is None else late)
        assert game.verdicts[-1].outcome == outcome
        game = advance(game, Next(game.index), game.now)
    return game


def verdict(
    name: str = "test/q0",
    outcome: Outcome = "right",
    points: Fraction | int = 100,
    *,
    chosen: tuple[str, ...] = (),
    seconds: float = 2.5,
    looked_up: bool = False,
) -> Verdict:
    """What became of a question."""
    return Verdict(
        question=name, outcome=outcome, chosen=chosen, points=Fraction(points), seconds=seconds, looked_up=looked_up
    )


def _whole(article: Source) -> Passage:
    span = Span(0, len(article.text))
    return Passage(source=article, span=span, paragraph=1, parts=(span,))
