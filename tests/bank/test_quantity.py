"""Quantities: which options are numbers or dates, and their order."""

import datetime as dt
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.quantity import MONTHS, NUMBERS_IN_WORDS, date_key, number_key, sorted_by_value

NUMBERS = {
    "4": 4,
    " 4 ": 4,
    "0": 0,
    "-3": -3,
    "−3": -3,
    "1,000": 1000,
    "1,234,567.5": 1234567.5,
    "3.14": 3.14,
    "four": 4,
    "Four months": 4,
    "4 months": 4,
    "1,000 km": 1000,
    "Twenty-four": 24,
    "ninety-nine red balloons": 99,
    "zero": 0,
    "2024": 2024,
}


@pytest.mark.parametrize(("option", "number"), NUMBERS.items())
def test_a_number_is_read_alone_or_with_a_unit_behind_it(option: str, number: float) -> None:
    assert number_key(option) == (number,)


@pytest.mark.parametrize(
    "option",
    [
        "",
        " ",
        "none",
        "4–6",
        "4-6",
        "1 to 2",
        "4 of 10",
        "Ana",
        "x4",
        "4x",
        "km 4",
        "+",
        "-",
        "3.",
        ".5",
        "twenty four5",
    ],
)
def test_what_is_no_number_or_more_than_one_is_none(option: str) -> None:
    assert number_key(option) is None


def test_every_number_up_to_ninety_nine_is_known_in_words() -> None:
    assert sorted(NUMBERS_IN_WORDS.values()) == list(range(100))
    assert NUMBERS_IN_WORDS["twelve"] == 12
    assert NUMBERS_IN_WORDS["forty-two"] == 42
    assert number_key("forty-two") == number_key("FORTY-TWO nights") == (42,)


@pytest.mark.parametrize(
    ("option", "date"),
    [
        ("June 6, 2025", (2025, 6, 6)),
        ("june 6 2025", (2025, 6, 6)),
        ("June 6th, 2025", (2025, 6, 6)),
        ("June 1st 2025", (2025, 6, 1)),
        (" 6 June 2025 ", (2025, 6, 6)),
        ("22nd June 2025", (2025, 6, 22)),
        ("June 2025", (2025, 6, 0)),
        ("June 6", (0, 6, 6)),
        ("3rd June", (0, 6, 3)),
        ("June", (0, 6, 0)),
        ("MAY", (0, 5, 0)),
        ("2025-06-06", (2025, 6, 6)),
        ("2025-06", (2025, 6, 0)),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(option: str, date: tuple[float, ...]) -> None:
    assert date_key(option) == date


@pytest.mark.parametrize(
    "option",
    [
        "",
        "2025",
        "Juno",
        "Junes",
        "the 6th",
        "6/6/2025",
        "June 6, 25",
        "June June",
        "2025-6-6",
        "Summer 2025",
        "June 123",
    ],
)
def test_what_is_no_date_is_none(option: str) -> None:
    assert date_key(option) is None


@pytest.mark.parametrize("month", range(12))
def test_every_month_is_known(month: int) -> None:
    name = MONTHS[month].capitalize()
    assert date_key(f"{name} 6, 2025") == date_key(f"6 {name} 2025") == (2025, month + 1, 6)


@pytest.mark.parametrize(
    "options",
    [
        ("-2", "0", "3", "10"),
        ("2 days", "three days", "11 days"),
        ("one day", "2 Days", "three days"),
        ("One body", "two bodies"),
        ("December 31, 2023", "1 January 2024", "2024-01-02"),
        ("March 2024", "May 2024", "January 2025"),
        ("20 May", "6 June", "1 July"),
        ("1999", "2024"),
        ("7",),
    ],
    ids=str,
)
def test_numbers_stand_from_the_least_and_dates_from_the_earliest_on(options: tuple[str, ...]) -> None:
    assert all(sorted_by_value(written) == options for written in permutations(options))


@pytest.mark.parametrize(
    "options",
    [
        ("4", "none"),
        ("4", "June 6"),
        ("June 6, 2025", "Soon"),
        ("5", "5.0", "6"),
        ("5", "five"),
        ("June 6, 2025", "6 June 2025", "7 June 2025"),
        ("Ana", "Len"),
        ("1 to 2", "3 to 4"),
        ("4 days", "18 months", "2 years"),
        ("12 Monkeys", "21 Grams"),
        ("4", "5 months"),
    ],
    ids=str,
)
def test_what_is_not_all_of_one_sort_or_not_told_apart_has_no_order(options: tuple[str, ...]) -> None:
    assert all(sorted_by_value(written) is None for written in permutations(options))


@given(st.lists(st.integers(-10_000, 10_000), unique=True, min_size=1, max_size=9))
def test_any_numbers_stand_in_their_order_as_they_were_typed(numbers: list[int]) -> None:
    typed = [f"{number:,}" for number in numbers]
    assert sorted_by_value(typed) == tuple(f"{number:,}" for number in sorted(numbers))


@given(
    st.lists(st.dates(dt.date(1000, 1, 1)), unique=True, min_size=1, max_size=9),
    st.sampled_from(["%Y-%m-%d", "%B %d, %Y", "%d %B %Y"]),
)
def test_any_dates_stand_in_their_order_as_they_were_typed(days: list[dt.date], form: str) -> None:
    assert sorted_by_value([f"{day:{form}}" for day in days]) == tuple(f"{day:{form}}" for day in sorted(days))


@given(st.lists(st.text(max_size=12), max_size=6))
def test_an_order_leaves_nothing_out_whatever_the_options_are(options: list[str]) -> None:
    found = sorted_by_value(options)
    assert found is None or sorted(found) == sorted(options)
