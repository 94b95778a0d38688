"""Picking sentences: one by one, in stretches, and never outside the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.tui.screens.article_reader.sentence_selection import SentenceSelection, nearest

FIVE = SentenceSelection(count=5)


def test_the_cursor_comes_where_it_is_called_for_and_stays_inside() -> None:
    assert FIVE.meant == ()
    there = FIVE.moved(1, start=2)
    assert (there.cursor, there.meant, there.picked) == (2, (2,), frozenset())
    assert [there.moved(step).cursor for step in (1, -1, 9, -9)] == [3, 1, 4, 0]


def test_a_stretch_goes_from_where_it_began_to_the_cursor() -> None:
    stretch = FIVE.at(1).extended(1).extended(1)
    assert stretch.meant == (1, 2, 3)
    assert stretch.extended(-1).meant == (1, 2)
    assert stretch.extended(-1).extended(-1).extended(-1).meant == (0, 1)
    assert stretch.moved(1).meant == (4,)
    assert FIVE.extended(1, start=3).meant == (3,)


def test_what_is_picked_one_by_one_stays_when_the_cursor_goes_on() -> None:
    several = FIVE.at(0).toggled().moved(2).toggled()
    assert several.moved(1).meant == (0, 2)
    assert several.toggled().meant == (0,)
    assert several.toggled(4).meant == (0, 2, 4)
    assert FIVE.at(1).extended(1).toggled(4).meant == (1, 2, 4)
    assert several.cleared().meant == (2,)


def test_a_click_picks_one_and_no_other() -> None:
    assert FIVE.at(0).toggled().chosen(3).meant == (3,)
    assert FIVE.chosen(3).stretched(1).meant == (1, 2, 3)


@pytest.mark.parametrize(
    ("places", "cursor", "found"), [((), 1, None), ((0, 3), None, 0), ((0, 3), 0, 3), ((0, 3), 3, 0)]
)
def test_the_nearest_place_round_the_end(places: tuple[int, ...], cursor: int | None, found: int | None) -> None:
    assert nearest(places, cursor) == found


MOVES = st.sampled_from(["moved", "extended", "toggled", "chosen", "stretched", "at", "cleared"])


@given(st.integers(0, 4), st.lists(st.tuples(MOVES, st.integers(-3, 6))))
def test_whatever_is_done_nothing_is_picked_that_is_not_there(count: int, moves: list[tuple[str, int]]) -> None:
    picking = SentenceSelection(count=count)
    for move, number in moves:
        picking = picking.cleared() if move == "cleared" else getattr(picking, move)(number)
        assert all(0 <= one < count for one in picking.meant)
        assert set(picking.meant) == picking.picked or not picking.picked
