"""Which questions a game asks: filters say which may be asked, the seed says which are and in what order."""

import random
from collections.abc import Sequence
from functools import cache
from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.load import load_bank
from quiz.bank.question import Question
from quiz.bank.spoilers import SpoilerIndex, frequent_words
from quiz.game.deal import Filters, deal, draw, matching
from quiz.game.game import questions_of, start
from quiz.game.modes import CLASSIC, SURVIVAL
from tests import sample

DIRECTOR = sample.question("director", topic="Crew", difficulty="easy", sources=("featurette",))
COMPOSER = sample.question("composer", topic="Crew", difficulty="hard", sources=("trailer", "featurette"))
STAR = sample.question("star", topic="Cast", difficulty="easy", sources=("trailer",))
STREET = sample.question("street", topic="Straße", difficulty="medium", sources=("preview",))
ALL = (DIRECTOR, COMPOSER, STAR, STREET)


@cache
def builtin() -> tuple[Question, ...]:
    return load_bank().questions


def play(questions: tuple[Question, ...], seed: str, filters: Filters) -> list[tuple[str, tuple[str, ...]]]:
    """The questions of a game by their keys, each with its options as they are shown."""
    drawn = deal(matching(questions, filters), seed, 10, sample.bank(*questions))
    verdicts = [sample.verdict(one.key) for one in drawn]
    games = [start(sample.setup(seed=seed), drawn, 0.0, verdicts[:index]) for index in range(len(drawn))]
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
    drawn = draw(builtin(), "1")
    assert sorted(one.key for one in drawn) == sorted(one.key for one in builtin())
    assert len({one.key for one in drawn}) == len(builtin())


@pytest.mark.parametrize("filters", [Filters(), Filters(difficulties=("easy", "medium"))], ids=["all", "filtered"])
def test_the_same_seed_gives_the_same_game_however_the_bank_is_laid_out(filters: Filters) -> None:
    first = play(builtin(), "42", filters)
    assert play(builtin(), "42", filters) == first
    assert play(builtin()[::-1], "42", filters) == first
    assert play((*builtin()[30:], *builtin()[:30]), "42", filters) == first


def test_another_seed_gives_another_game() -> None:
    orders = {tuple(one.key for one in draw(builtin(), str(seed))) for seed in range(20)}
    assert len(orders) == 20
    assert play(builtin(), "1", Filters()) != play(builtin(), "2", Filters())


def test_every_question_is_drawn_first_sooner_or_later() -> None:
    assert {draw(ALL, str(seed))[0] for seed in range(100)} == set(ALL)


# Apart: no game asks two questions that give each other's answers away


def telling(*links: tuple[int, int], count: int) -> tuple[Question, ...]:
    """Questions of which those of each link give each other away, and no others: one names the other's answer."""
    asked = []
    for number in range(count):
        told = " ".join(f"Then answer{other} subject{other}." for one, other in links if one == number)
        made = sample.question(f"q{number}", f"answer{number}", f"wrong{number}", sources=(f"article{number}",))
        asked.append(msgspec.structs.replace(made, prompt=f"What of subject{number}?", explanation=told))
    return tuple(asked)


def apart_from(
    found: Sequence[Question], seed: str, length: int | None, questions: Sequence[Question]
) -> tuple[Question, ...]:
    """A deal of some of the questions that there are."""
    return deal(found, seed, length, sample.bank(*questions))


def keys(questions: tuple[Question, ...]) -> list[str]:
    return [one.key for one in questions]


def within(drawn: tuple[Question, ...], asked: tuple[Question, ...]) -> list[tuple[str, str]]:
    """Which of the drawn questions give each other away."""
    told = SpoilerIndex(frequent_words(asked))
    return [(one.key, other.key) for one, other in combinations(drawn, 2) if told.spoil_each_other(one, other)]


def test_questions_that_tell_each_other_are_linked_as_the_tests_below_say() -> None:
    asked = telling((0, 1), (3, 2), count=5)
    assert within(asked, asked) == [("test/q0", "test/q1"), ("test/q2", "test/q3")]


@pytest.mark.parametrize("seed", [str(number) for number in range(60)])
def test_no_two_questions_of_a_classic_game_give_each_other_away(seed: str) -> None:
    assert CLASSIC.length == 10
    drawn = apart_from(builtin(), seed, 10, builtin())
    assert len(set(keys(drawn))) == 10
    assert within(drawn, builtin()) == []


def test_of_two_that_tell_each_other_a_short_game_asks_one_and_each_in_its_turn() -> None:
    asked = telling((0, 1), count=6)
    left_out = set()
    for seed in map(str, range(40)):
        pair = {"test/q0", "test/q1"}
        dealt = set(keys(apart_from(asked, seed, 5, asked)))
        assert len(dealt & pair) == 1
        assert pair <= set(keys(apart_from(asked, seed, None, asked)))
        left_out |= pair - dealt
    assert left_out == {"test/q0", "test/q1"}  # neither is kept out of every game


def test_where_all_tell_each_other_still_enough_are_dealt() -> None:
    asked = telling(*combinations(range(6), 2), count=6)
    for seed in map(str, range(20)):
        assert len(set(apart_from(asked, seed, 4, asked))) == 4
        assert set(apart_from(asked, seed, None, asked)) == set(asked)


def test_in_a_long_game_those_that_tell_each_other_are_in_different_tens() -> None:
    """Twelve pairs in 24 questions, though the second ten begins before the first of a pair come to their end."""
    asked = telling(*((number, number + 12) for number in range(12)), count=24)
    for seed in map(str, range(20)):
        dealt = apart_from(asked, seed, None, asked)
        assert [within(dealt[first : first + 10], asked) for first in (0, 10, 20)] == [[], [], []]


@pytest.mark.parametrize(("length", "drawn"), [(0, 0), (3, 3), (6, 6), (99, 6), (None, 6)])
def test_as_many_are_drawn_as_asked_for_or_as_there_are(length: int | None, drawn: int) -> None:
    asked = telling((0, 1), (1, 2), count=6)
    assert len(apart_from(asked, "1", length, asked)) == drawn
    assert apart_from((), "1", length, asked) == ()


def test_what_is_common_is_what_is_common_in_the_whole_bank() -> None:
    """A word in every prompt of a topic links its questions, if the other topics do not have it."""
    told = msgspec.structs.replace(sample.question("told", "Prague", "Rome"), prompt="Where was the shoot?")
    teller = msgspec.structs.replace(
        sample.question("teller", "Long", "Short", sources=("other",)),
        prompt="How was the shoot?",
        explanation="The shoot was in Prague.",
    )
    third = msgspec.structs.replace(sample.question("third", "Len", "Ana", sources=("third",)), prompt="Whose shoot?")
    topic, others = (told, teller, third), sample.questions(50)
    for seed in map(str, range(20)):
        assert within(apart_from(topic, seed, 2, (*topic, *others)), (*topic, *others)) == []
        assert not {"test/told", "test/teller"} <= set(keys(apart_from(topic, seed, 2, (*topic, *others))))


def test_the_whole_bank_is_asked_once_and_in_the_same_order_however_it_is_laid_out() -> None:
    drawn = apart_from(builtin(), "42", None, builtin())
    assert sorted(keys(drawn)) == sorted(keys(builtin()))
    shuffled = list(builtin())
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a test, not a secret
    assert apart_from(builtin(), "42", None, builtin()) == drawn
    assert apart_from(builtin()[::-1], "42", None, builtin()[::-1]) == drawn
    assert apart_from(shuffled, "42", None, shuffled) == drawn
    assert apart_from(builtin(), "43", None, builtin()) != drawn


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=14),
    st.integers(0, 9),
    st.integers(),
    st.randoms(use_true_random=False),
)
def test_a_deal_rests_on_seed_and_questions_alone_and_asks_none_twice(
    links: list[tuple[int, int]], length: int, seed: int, chance: random.Random
) -> None:
    asked = telling(*links, count=9)
    dealt = apart_from(asked, str(seed), length, asked)
    assert len(set(dealt)) == len(dealt) == length
    shuffled = list(asked)
    chance.shuffle(shuffled)
    assert apart_from(shuffled, str(seed), length, shuffled) == dealt


@pytest.mark.parametrize(("short", "long"), [(10, 20), (20, 60)])
def test_a_game_of_whole_tens_is_the_beginning_of_a_longer_one(short: int, long: int) -> None:
    for seed in map(str, range(5)):
        assert apart_from(builtin(), seed, short, builtin()) == apart_from(builtin(), seed, long, builtin())[:short]


def test_an_endless_game_of_a_large_bank_takes_a_thousand_questions_at_a_time() -> None:
    bank = sample.bank(*sample.questions(1010))
    drawn = questions_of(sample.setup(mode=SURVIVAL), bank)
    assert len(set(drawn)) == len(drawn) == 1000
