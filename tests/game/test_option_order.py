"""Numbers and dates are shown in ascending order; other options are shuffled, in the same way for the same seed."""

from collections import Counter
from itertools import permutations
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.game.option_order import Order, arrange
from tests import sample

IN_ORDER = {
    "numbers": ("4", "9", "10", "112"),
    "numbers with signs": ("-12", "−3", "0", "7"),
    "numbers with decimals": ("2.5", "3.1", "3.14", "10.0"),
    "numbers with thousands": ("900", "1,000", "12,500", "1,000,000"),
    "numbers with units": ("5 km", "40 km", "300 km", "1,000 km"),
    "number words": ("Two", "Three", "Four", "Five"),
    "number words with units": ("Three months", "Seven months", "Nine months", "Eleven months"),
    "number words above twelve": ("Three months", "Seven months", "Eleven months", "Fourteen months"),
    "number words with a hyphen": ("Four months", "Nine months", "Sixteen months", "Twenty-four months"),
    "number words and figures": ("one film", "2 films", "three films", "11 films"),
    "years": ("1999", "2014", "2019", "2023"),
    "months": ("February", "March", "June", "November"),
    "months of years": ("July 2022", "November 2022", "March 2023", "January 2024"),
    "dates": ("March 24, 2023", "June 7, 2024", "November 22, 2024", "June 6, 2025"),
    "dates of one month": ("June 2nd, 2025", "June 6th, 2025", "June 10th, 2025", "June 21st, 2025"),
    "dates day first": ("26 September 2024", "7 March 2025", "6 June 2025", "21 June 2025"),
    "dates in any case": ("june 7, 2024", "JUNE 8, 2024", "June 9 2024", "10 June 2024"),
    "dates without year": ("March 7", "June 6", "June 21", "September 1"),
    "dates without year, day first": ("20 May", "6 June", "1 July", "3 August"),
    "dates as ISO 8601 writes them": ("2023-03-24", "2024-01-01", "2024-06-07", "2025-06-06"),
}
MIXED = {
    "a word among numbers": ("4", "9", "10", "none"),
    "two numbers in one option": ("1 to 2", "3 to 4", "5 to 6", "7 to 8"),
    "the same number twice": ("5", "5.0", "6", "7"),
    "a date among names": ("June 6, 2025", "Ana", "Len", "Chad"),
    "names": ("Ana de Armas", "Keanu Reeves", "Ian McShane", "Norman Reedus"),
}
SEEDS = [str(number) for number in range(2000)]


@pytest.mark.parametrize("options", IN_ORDER.values(), ids=IN_ORDER)
def test_numbers_and_dates_stand_in_order_for_every_seed_and_whichever_is_right(options: tuple[str, ...]) -> None:
    for written in permutations(options):
        assert arrange(sample.question("q", *written), "1") == arrange(sample.question("q", *written), "2") == options


@pytest.mark.parametrize("options", MIXED.values(), ids=MIXED)
def test_options_that_are_not_all_numbers_or_dates_are_shuffled(options: tuple[str, ...]) -> None:
    assert len({arrange(sample.question("q", *options), seed) for seed in SEEDS[:500]}) == 24


@pytest.mark.parametrize("options", IN_ORDER.values(), ids=IN_ORDER)
def test_what_is_to_be_put_in_order_is_never_shown_sorted_for_its_own_sake(options: tuple[str, ...]) -> None:
    asked = sample.question("q", *options, kind="order", right=4)
    assert len({arrange(asked, seed) for seed in SEEDS[:500]}) == 24


def test_numbers_of_which_several_are_right_stand_in_order() -> None:
    asked = sample.question("q", "10", "4", "112", "9", kind="multiple", right=2)
    assert {arrange(asked, seed) for seed in SEEDS[:20]} == {("4", "9", "10", "112")}


@pytest.mark.parametrize("right", ["True", "False"])
def test_true_stands_before_false_whichever_is_right(right: str) -> None:
    wrong = "False" if right == "True" else "True"
    asked = sample.question("statement", right, wrong, kind="true-false")
    assert {arrange(asked, seed) for seed in SEEDS[:50]} == {("True", "False")}


def test_the_same_seed_shuffles_the_same_and_questions_apart_from_each_other() -> None:
    asked = sample.questions(200)
    assert [arrange(one, "1") for one in asked] == [arrange(one, "1") for one in asked]
    assert len({tuple(option[0] for option in arrange(one, "1")) for one in asked}) == 24


# In the same order each time, for whoever wants that


def test_in_alphabetical_order_options_stand_alike_for_every_seed_and_whichever_is_right() -> None:
    for written in permutations(MIXED["names"]):
        asked = sample.question("q", *written)
        for seed in SEEDS[:5]:
            assert arrange(asked, seed, "alphabetical") == (
                "Ana de Armas",
                "Ian McShane",
                "Keanu Reeves",
                "Norman Reedus",
            )


def test_upper_and_lower_case_stand_together_in_the_alphabet() -> None:
    asked = sample.question("q", "b", "C", "a", "A")
    assert arrange(asked, "1", "alphabetical") == ("A", "a", "b", "C")


@pytest.mark.parametrize("options", IN_ORDER.values(), ids=IN_ORDER)
def test_numbers_and_dates_stand_in_their_own_order_not_in_the_alphabets(options: tuple[str, ...]) -> None:
    assert arrange(sample.question("q", *options[::-1]), "1", "alphabetical") == options


def test_what_is_to_be_put_in_order_stands_alike_each_time_but_not_in_the_alphabets_order() -> None:
    asked = [sample.question(f"q{n}", *"abcd", kind="order", right=4) for n in range(200)]
    for one in asked[:20]:
        assert len({arrange(one, seed, "alphabetical") for seed in SEEDS[:20]}) == 1
    assert len({arrange(one, "1", "alphabetical") for one in asked}) == 24


@settings(database=None, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.from_regex(r"[-−]?[0-9,.]{1,6}( km)?", fullmatch=True),
            st.sampled_from(
                ("June 6, 2025", "6 june 2025", "May", "may 2024", "Seven", "two films", "٣", "²", "1,", "-")
            ),
        ),
        min_size=2,
        max_size=6,
        unique=True,
    ),
    st.text(max_size=5),
    st.sampled_from(get_args(Order)),
)
def test_every_arrangement_shows_each_option_once(options: list[str], seed: str, order: Order) -> None:
    assert sorted(arrange(sample.question("q", *options), seed, order)) == sorted(options)


def places_of_the_answer(arrangements: list[tuple[str, ...]]) -> float:
    """How far from evenly the answer falls on the places: chi-square with three degrees of freedom."""
    counts = Counter(shown.index("right") for shown in arrangements)
    expected = len(arrangements) / 4
    return sum((counts[place] - expected) ** 2 / expected for place in range(4))


def test_the_answer_of_a_shuffled_question_falls_on_every_place_alike() -> None:
    options = ("right", "left", "straight on", "back")
    over_seeds = [arrange(sample.question("way", *options), seed) for seed in SEEDS]
    over_questions = [arrange(sample.question(f"way{seed}", *options), "1") for seed in SEEDS]
    for arrangements in (over_seeds, over_questions):
        assert places_of_the_answer(arrangements) < 20  # chance exceeds it once in 6,000 such counts
