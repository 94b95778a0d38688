"""Picking sentences: one by one, in ranges, and never outside the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.tui.screens.article_reader.sentence_selection import SentenceSelection, next_after

FIVE = SentenceSelection(count=5)


def test_the_cursor_stays_inside_the_article() -> None:
    assert FIVE.effective == ()
    there = FIVE.moved(1, start=2)
    assert (there.cursor, there.effective, there.picked) == (2, (2,), frozenset())
    assert [there.moved(step).cursor for step in (1, -1, 9, -9)] == [3, 1, 4, 0]


def test_a_range_goes_from_its_anchor_to_the_cursor() -> None:
    stretch = FIVE.at(1).extended(1).extended(1)
    assert stretch.effective == (1, 2, 3)
    assert stretch.extended(-1).effective == (1, 2)
    assert stretch.extended(-1).extended(-1).extended(-1).effective == (0, 1)
    assert stretch.moved(1).effective == (4,)
    assert FIVE.extended(1, start=3).effective == (3,)


def test_sentences_picked_one_by_one_stay_picked_when_the_cursor_moves() -> None:
    several = FIVE.at(0).toggled().moved(2).toggled()
    assert several.moved(1).effective == (0, 2)
    assert several.toggled().effective == (0,)
    assert several.toggled(4).effective == (0, 2, 4)
    assert FIVE.at(1).extended(1).toggled(4).effective == (1, 2, 4)
    assert several.cleared().effective == (2,)


def test_a_click_picks_one_and_no_other() -> None:
    assert FIVE.at(0).toggled().picked_only(3).effective == (3,)
    assert FIVE.picked_only(3).extended_to(1).effective == (1, 2, 3)


@pytest.mark.parametrize(
    ("places", "cursor", "found"), [((), 1, None), ((0, 3), None, 0), ((0, 3), 0, 3), ((0, 3), 3, 0)]
)
def test_the_nearest_place_round_the_end(places: tuple[int, ...], cursor: int | None, found: int | None) -> None:
    assert next_after(places, cursor) == found


MOVES = st.sampled_from(["moved", "extended", "toggled", "picked_only", "extended_to", "at", "cleared"])


@given(st.integers(0, 4), st.lists(st.tuples(MOVES, st.integers(-3, 6))))
def test_only_sentences_that_exist_are_picked(count: int, moves: list[tuple[str, int]]) -> None:
    picking = SentenceSelection(count=count)
    for move, number in moves:
        picking = picking.cleared() if move == "cleared" else getattr(picking, move)(number)
        assert all(0 <= one < count for one in picking.effective)
        assert set(picking.effective) == picking.picked or not picking.picked
