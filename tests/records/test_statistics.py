"""Statistics of all answers: topics, the hardest questions, and days in a row."""

from datetime import date, timedelta

import pytest

from quiz.game.game import Outcome
from quiz.records.statistics import Tally, by_topic, day_streak, hardest, longest_streak, tally
from tests import sample

BANK = sample.bank(
    sample.question("a", topic="Story"),
    sample.question("b", topic="Cast"),
    sample.question("c", topic="Story"),
    sample.question("d", topic="Crew"),
).by_key
TODAY = date(2026, 11, 20)


def outcomes(**by_name: str) -> list[tuple[str, Outcome]]:
    words: dict[str, Outcome] = {"r": "right", "w": "wrong", "p": "partly", "s": "skipped", "t": "timed out"}
    return [(f"test/{name}", words[letter]) for name, letters in by_name.items() for letter in letters]


def test_a_tally_counts_what_was_answered_and_leaves_out_what_was_skipped() -> None:
    assert tally(outcomes(b="rwst", a="p", c="ss")) == (Tally("test/b", 1, 3), Tally("test/a", 0, 1))


@pytest.mark.parametrize(("right", "asked", "smoothed"), [(0, 1, 1 / 3), (1, 1, 2 / 3), (0, 0, 1 / 2), (3, 8, 0.4)])
def test_one_miss_is_not_nothing_and_one_hit_is_not_everything(right: int, asked: int, smoothed: float) -> None:
    assert Tally("q", right, asked).smoothed == pytest.approx(smoothed)


def test_a_share_is_as_counted() -> None:
    assert (Tally("q", 3, 4).share, Tally("q", 0, 1).share) == (0.75, 0)


def test_topics_stand_by_name_and_what_the_bank_does_not_know_is_left_out() -> None:
    given = [*outcomes(a="rr", b="w", c="ws"), ("test/gone", "wrong")]
    assert by_topic(given, BANK) == (Tally("Cast", 0, 1), Tally("Story", 2, 3))  # type: ignore[arg-type]


def test_the_hardest_have_the_lowest_smoothed_share_and_those_never_missed_are_not_hard() -> None:
    found = hardest(outcomes(a="wwwwr", b="wwwwwwwr", c="rrrrrr", d="rrwtr"), BANK, 10)
    assert [one.name for one in found] == ["test/b", "test/a", "test/d"]


def test_what_was_answered_fewer_than_five_times_is_not_ranked() -> None:
    found = hardest(outcomes(a="wwww", b="wwwwssss", c="wrrrr", d="wrrrt"), BANK, 10)
    assert [one.name for one in found] == ["test/d", "test/c"]


def test_of_equally_hard_questions_the_one_asked_more_often_comes_first_then_the_name() -> None:
    found = hardest(outcomes(d="wwwrrr", c="w" * 4 + "r" * 4, b="rrrwww"), BANK, 10)
    assert [one.name for one in found] == ["test/c", "test/b", "test/d"]


def test_only_so_many_of_the_hardest_are_named_and_none_that_is_gone() -> None:
    given = [*outcomes(a="wwwww", b="wwwwww", c="wwwwwww"), *[("test/gone", "wrong")] * 5]
    assert [one.name for one in hardest(given, BANK, 2)] == ["test/c", "test/b"]  # type: ignore[arg-type]
    assert hardest([("test/gone", "wrong")] * 5, BANK, 2) == ()


@pytest.mark.parametrize(
    ("days_ago", "run"),
    [
        ([], 0),
        ([0], 1),
        ([1], 1),
        ([2], 0),
        ([0, 1, 2], 3),
        ([1, 2, 3], 3),
        ([0, 0, 0, 1, 1], 2),
        ([0, 2, 3], 1),
        ([1, 2, 4], 2),
        ([3, 0, 2, 1], 4),
        ([-1, 0], 1),
        (list(range(400)), 400),
    ],
    ids=str,
)
def test_days_in_a_row_end_today_or_with_yesterday_while_today_is_still_to_come(
    days_ago: list[int], run: int
) -> None:
    assert day_streak([TODAY - timedelta(days=ago) for ago in days_ago], TODAY) == run


@pytest.mark.parametrize(
    ("days_ago", "longest"),
    [([], 0), ([3], 1), ([0, 2, 3, 4, 9], 3), ([5, 5, 4], 2), (list(range(400)), 400)],
    ids=["none", "one", "gaps", "twice", "many"],
)
def test_the_longest_row_of_days_may_be_long_ago(days_ago: list[int], longest: int) -> None:
    assert longest_streak([TODAY - timedelta(days=ago) for ago in days_ago]) == longest
