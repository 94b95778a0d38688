"""Makers of the values that tests are about; a test says only what it cares for."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from quiz.bank.problem import Place
from quiz.bank.question import Difficulty, Passage, Question
from quiz.bank.source import Source, Span
from quiz.game.game import Game, Outcome, Setup, Verdict, start
from quiz.game.mode import CLASSIC
from quiz.game.selection import Filters


@cache
def source(name: str = "article", *, pack: str = "test", text: str = "The director is Len Wiseman.") -> Source:
    """An article of one paragraph; the same one for the same words, since sources are compared by identity."""
    return Source(id=name, pack=pack, file=f"{name}.txt", label=name.capitalize(), text=text)


def question(
    name: str = "director",
    *options: str,
    kind: str = "choice",
    topic: str = "Crew",
    difficulty: Difficulty = "medium",
    sources: Sequence[str] = ("article",),
) -> Question:
    """A question whose first option is the right one."""
    right, *wrong = options or ("Len Wiseman", "Chad Stahelski", "Derek Kolstad", "David Leitch")
    return Question(
        id=name,
        pack="test",
        kind=kind,
        prompt=f"What about {name}?",
        answer=(right,),
        distractors=tuple(wrong),
        topic=topic,
        difficulty=difficulty,
        citations=tuple(_whole(source(one)) for one in sources),
        place=Place("questions/test.yaml"),
    )


def questions(count: int) -> tuple[Question, ...]:
    """Questions that share no option with each other."""
    return tuple(question(f"q{number}", *(f"{letter} of {number}" for letter in "abcd")) for number in range(count))


def setup(*, seed: str = "7", filters: Filters = Filters(), seconds: int | None = None) -> Setup:  # noqa: B008 - frozen
    """What a game was started with."""
    return Setup(mode=CLASSIC, seed=seed, filters=filters, seconds=seconds, bank="0123456789abcdef")


def game(count: int = 3, *, seconds: int | None = None, now: float = 1000.0) -> Game:
    """A game at its first question."""
    return start(setup(seconds=seconds), questions(count), now)


def verdict(
    name: str = "test/q0",
    outcome: Outcome = "right",
    points: Fraction | int = 100,
    *,
    chosen: tuple[str, ...] = (),
    seconds: float = 2.5,
) -> Verdict:
    """What became of a question."""
    return Verdict(question=name, outcome=outcome, chosen=chosen, points=Fraction(points), seconds=seconds)


def _whole(article: Source) -> Passage:
    span = Span(0, len(article.text))
    return Passage(source=article, span=span, paragraph=1, parts=(span,))
