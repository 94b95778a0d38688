"""Which questions a game asks: filters say which may be asked, the seed says which are and in what order."""

from functools import cache

import pytest

from quiz.bank.bank import load_bank
from quiz.bank.question import Question
from quiz.game.game import start
from quiz.game.selection import Filters, draw, matching
from tests import making

DIRECTOR = making.question("director", topic="Crew", difficulty="easy", sources=("featurette",))
COMPOSER = making.question("composer", topic="Crew", difficulty="hard", sources=("trailer", "featurette"))
STAR = making.question("star", topic="Cast", difficulty="easy", sources=("trailer",))
STREET = making.question("street", topic="Straße", difficulty="medium", sources=("preview",))
ALL = (DIRECTOR, COMPOSER, STAR, STREET)


@cache
def builtin() -> tuple[Question, ...]:
    return load_bank().questions


def play(questions: tuple[Question, ...], seed: str, filters: Filters) -> list[tuple[str, tuple[str, ...]]]:
    """The questions of a game by their keys, each with its options as they are shown."""
    drawn = draw(matching(questions, filters), seed, 10)
    verdicts = [making.verdict(one.key) for one in drawn]
    games = [start(making.setup(seed=seed), drawn, 0.0, verdicts[:index]) for index in range(len(drawn))]
    return [(game.questions[game.index].key, game.options) for game in games]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ALL),
        (Filters(topics=("Crew",)), (DIRECTOR, COMPOSER)),
        (Filters(topics=("cREW",)), (DIRECTOR, COMPOSER)),
        (Filters(topics=("STRASSE",)), (STREET,)),
        (Filters(topics=("STRAßE",)), (STREET,)),
        (Filters(topics=("Crew", "Cast")), (DIRECTOR, COMPOSER, STAR)),
        (Filters(difficulties=("easy",)), (DIRECTOR, STAR)),
        (Filters(difficulties=("medium", "hard")), (COMPOSER, STREET)),
        (Filters(sources=("trailer",)), (COMPOSER, STAR)),
        (Filters(sources=("preview", "featurette")), (DIRECTOR, COMPOSER, STREET)),
        (Filters(topics=("crew",), difficulties=("easy",)), (DIRECTOR,)),
        (Filters(topics=("crew",), difficulties=("hard",), sources=("trailer",)), (COMPOSER,)),
        (Filters(topics=("crew",), sources=("preview",)), ()),
        (Filters(topics=("Music",)), ()),
    ],
    ids=str,
)
def test_a_question_must_pass_every_filter_that_is_set(filters: Filters, found: tuple[Question, ...]) -> None:
    assert matching(ALL, filters) == found


def test_a_draw_repeats_nothing_and_leaves_nothing_out() -> None:
    drawn = draw(builtin(), "1", None)
    assert sorted(one.key for one in drawn) == sorted(one.key for one in builtin())
    assert len({one.key for one in drawn}) == len(builtin())


@pytest.mark.parametrize(("length", "drawn"), [(0, 0), (3, 3), (4, 4), (99, 4), (None, 4)])
def test_a_draw_is_as_long_as_asked_for_or_as_there_are_questions(length: int | None, drawn: int) -> None:
    assert len(draw(ALL, "1", length)) == drawn


def test_a_shorter_game_asks_the_first_questions_of_a_longer_one() -> None:
    assert draw(builtin(), "1", 20)[:5] == draw(builtin(), "1", 5)


@pytest.mark.parametrize("filters", [Filters(), Filters(difficulties=("easy", "medium"))], ids=["all", "filtered"])
def test_the_same_seed_gives_the_same_game_however_the_bank_is_laid_out(filters: Filters) -> None:
    first = play(builtin(), "42", filters)
    assert play(builtin(), "42", filters) == first
    assert play(builtin()[::-1], "42", filters) == first
    assert play((*builtin()[30:], *builtin()[:30]), "42", filters) == first


def test_another_seed_gives_another_game() -> None:
    orders = {tuple(one.key for one in draw(builtin(), str(seed), None)) for seed in range(20)}
    assert len(orders) == 20
    assert play(builtin(), "1", Filters()) != play(builtin(), "2", Filters())


def test_every_question_is_drawn_first_sooner_or_later() -> None:
    assert {draw(ALL, str(seed), 1)[0] for seed in range(100)} == set(ALL)
