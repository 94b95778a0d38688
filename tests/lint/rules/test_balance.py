"""Balance: in a pack, neither place, length, kind nor source of the answers is uneven."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.question import Passage, Question
from quiz.bank.source import Exemption, Source, Span
from quiz.lint.chi_square import evenness
from quiz.lint.pack_check import PackCheck
from quiz.lint.registry import RULES
from quiz.lint.rules import balance
from tests import sample
from tests.bank.pack_folder import PackFolder, codes, question, source_of

YEARS = ("2021", "2022", "2023", "2024")


def years(place: int, number: int, options: Sequence[str] = YEARS) -> Question:
    """A question whose answer is the one at a place among numbers, which are always shown in order."""
    return sample.question(f"y{number}", options[place], *(one for one in options[::-1] if one != options[place]))


def lengths(rank: int, number: int, sizes: Sequence[int] = (3, 6, 9, 12)) -> Question:
    """A question whose answer is so long among its options, which are words."""
    options = [chr(ord("a") + index) * size for index, size in enumerate(sizes)]
    return sample.question(f"l{number}", options[rank], *(one for one in options[::-1] if one != options[rank]))


def statement(number: int, answer: str = "True") -> Question:
    other = {"True": "False", "False": "True"}[answer]
    return sample.question(f"s{number}", answer, other, kind="true-false")


def many(make: object, counts: Sequence[int]) -> tuple[Question, ...]:
    """So many questions with the answer in each place."""
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    return tuple(make(place, number) for number, place in enumerate(places))  # type: ignore[operator]


def found(check: PackCheck, questions: Sequence[Question], sources: Sequence[Source] = ()) -> list[str]:
    """The messages of a check; such a finding is about all questions together, and says what to do."""
    told = list(check.find(questions, sources))
    assert all(question is None and hint for question, _, hint in told)
    return [message for _, message, _ in told]


# What is counted


def test_the_places_of_numbers_and_dates_are_counted_as_they_are_shown() -> None:
    assert balance.place_distribution(many(years, (3, 0, 2, 1))).counts == ((3, 0, 2, 1),)
    dates = ("1 May 2020", "1 April 2021", "1 March 2022")
    assert balance.place_distribution([years(1, 0, dates), years(1, 1, dates), years(2, 2, dates)]).counts == (
        (0, 2, 1),
    )


def test_statements_stand_as_true_and_false() -> None:
    asked = [statement(1), statement(2, "False"), statement(3)]
    assert balance.place_distribution(asked).counts == ((2, 1),)
    assert balance.length_distribution(asked).counts == ()


def test_questions_with_as_many_options_are_counted_together() -> None:
    asked = [years(0, 1), years(2, 2, YEARS[:3]), statement(3, "False"), years(1, 4, YEARS[:2]), years(2, 5)]
    assert balance.place_distribution(asked).counts == ((0, 2), (0, 0, 1), (1, 0, 1, 0))
    assert balance.place_distribution(asked) == evenness([(0, 2), (0, 0, 1), (1, 0, 1, 0)])


def test_options_that_are_shuffled_have_no_place_and_numbers_have_no_length() -> None:
    assert balance.place_distribution(many(lengths, (2, 2, 2, 2))).counts == ()
    assert balance.length_distribution(many(years, (2, 2, 2, 2))).counts == ()


def test_the_ranks_of_length_are_counted_from_the_shortest_on() -> None:
    assert balance.length_distribution(many(lengths, (1, 0, 2, 4))).counts == ((1, 0, 2, 4),)


@pytest.mark.parametrize(
    ("sizes", "rank", "shares"),
    [
        ((3, 5, 5, 8), 1, (0, 0.5, 0.5, 0)),
        ((5, 5, 5, 8), 0, (1 / 3, 1 / 3, 1 / 3, 0)),
        ((5, 5), 0, (0.5, 0.5)),
        ((5, 5, 5, 8), 3, (0, 0, 0, 1)),
    ],
)
def test_options_of_one_length_share_their_ranks(
    sizes: tuple[int, ...], rank: int, shares: tuple[float, ...]
) -> None:
    assert balance.length_distribution([lengths(rank, 0, sizes)]).counts == (pytest.approx(shares),)


def test_lengths_are_those_that_are_seen() -> None:
    asked = sample.question("q", "a\u200b\u200bb ", "abc", "abcd")
    assert balance.length_distribution([asked]).counts == ((1, 0, 0),)


def test_only_questions_with_one_right_option_are_counted() -> None:
    asked = [
        sample.multiple(),
        sample.order(),
        sample.question("n", "1", "2", "3", kind="order", right=3),
    ]
    assert balance.place_distribution(asked).counts == balance.length_distribution(asked).counts == ()


# Whether it is a habit


@pytest.mark.parametrize(
    ("make", "check", "count"),
    [
        (years, balance.uneven_places, balance.place_distribution),
        (lengths, balance.uneven_lengths, balance.length_distribution),
    ],
    ids=["place_distribution", "length_distribution"],
)
def test_a_habit_is_told_from_twenty_questions_on_and_chance_is_not(
    make: object, check: object, count: object
) -> None:
    assert found(check, many(make, (0, 20, 0, 0)))
    assert not found(check, many(make, (0, 19, 0, 0)))  # nineteen tell nothing yet
    assert not found(check, many(make, (5, 5, 5, 5)))
    assert not found(check, many(make, (12, 7, 4, 1)))  # 6 are due in each place: (36 + 1 + 4 + 25) / 6 = 11.00
    assert found(check, many(make, (12, 8, 3, 1)))  # (36 + 4 + 9 + 25) / 6 = 12.33; the limit is 11.345
    [message] = found(check, many(make, (1, 2, 3, 18)))
    assert message.endswith("1 2 3 18: chi-square 32.33, 3 degrees of freedom, p = 0.00.")
    assert count(many(make, (1, 2, 3, 18))).statistic == pytest.approx((25 + 16 + 9 + 144) / 6)  # type: ignore[operator]


def test_the_habit_is_told_from_the_questions_that_are_counted_alone() -> None:
    few = (*many(years, (0, 19, 0, 0)), *many(lengths, (5, 5, 5, 5)))
    assert not found(balance.uneven_places, few)
    assert found(balance.uneven_places, (*few, years(1, 99)))


def test_always_true_is_a_habit_too() -> None:
    assert found(balance.uneven_places, [statement(number) for number in range(20)])
    even = [statement(number, ("True", "False")[number % 2]) for number in range(20)]
    assert not found(balance.uneven_places, even)


def test_twenty_questions_are_twenty_where_ties_share_their_ranks() -> None:
    """Thirds add up to a little less than whole numbers."""
    sizes = (3, 3, 3, 5, 6, 7, 8, 9, 10)
    asked = [lengths(1 if number < 18 else 3, number, sizes) for number in range(20)]
    assert sum(map(sum, balance.length_distribution(asked).counts)) < 20
    assert found(balance.uneven_lengths, asked)
    assert not found(balance.uneven_lengths, asked[1:])


def test_what_was_counted_is_told_in_a_line() -> None:
    assert str(evenness([])) == "nothing to compare"
    assert str(evenness([[1, 3], [0.5, 1.25]])) == ("1 3 | 0.5 1.25: chi-square 1.32, 2 degrees of freedom, p = 0.52")


@given(st.permutations(range(12)))
def test_the_order_of_the_questions_does_not_matter(order: list[int]) -> None:
    asked = [*many(years, (3, 1, 0, 1)), *many(lengths, (3, 0, 3, 1))]
    shuffled = [asked[index] for index in order]
    assert balance.place_distribution(shuffled) == balance.place_distribution(asked)
    assert balance.length_distribution(shuffled) == balance.length_distribution(asked)


# Sources


LONG = source_of("One two three four five six seven eight nine ten. " * 3, name="long")
SHORT = source_of("One two three four five six seven eight nine ten.", name="short")


def citing(source: Source, count: int, first: int = 0) -> list[Question]:
    """Questions that cite a source once each."""
    passage = Passage(source=source, span=Span(0, 3), paragraph=1, parts=(Span(0, 3),))
    asked = [sample.question(f"{source.id}{first + number}") for number in range(count)]
    return [msgspec.structs.replace(one, citations=(passage,)) for one in asked]


def overused(long: int, short: int, sources: Sequence[Source] = (LONG, SHORT)) -> list[str]:
    return found(balance.source_overused, [*citing(sources[0], long), *citing(sources[1], short)], sources)


def test_a_source_may_be_cited_by_one_and_a_half_times_its_share() -> None:
    assert overused(15, 5) == []
    assert overused(25, 15) == []  # 37.5 % of the citations, with 25 % of the words: just that
    [message] = overused(24, 16)
    assert message == "40% of the citations are from short, which has 25% of the words that are not exempt."
    assert overused(40, 0) == []  # 100 % with 75 %: a third too many


def test_of_fewer_than_twenty_questions_nothing_is_told_of_sources() -> None:
    assert overused(0, 19) == []
    assert len(overused(0, 20)) == 1
    twice = [msgspec.structs.replace(one, citations=one.citations * 2) for one in citing(SHORT, 19)]
    assert found(balance.source_overused, twice, (LONG, SHORT)) == []  # it is questions that count


def test_citations_are_counted_and_not_questions() -> None:
    asked = [*citing(LONG, 15), *citing(SHORT, 5)]
    asked[-5:] = [msgspec.structs.replace(one, citations=one.citations * 3) for one in asked[-5:]]
    assert len(found(balance.source_overused, asked, (LONG, SHORT))) == 1  # 15 of 30


def test_what_is_exempt_and_what_is_off_limits_state_nothing() -> None:
    sentence = len("One two three four five six seven eight nine ten. ")
    assert overused(10, 10, (LONG, SHORT))
    exempt = msgspec.structs.replace(LONG, exempt=(Exemption(Span(0, sentence + 3), "a heading"),))
    assert overused(10, 10, (exempt, SHORT)) == []  # two of its three sentences are exempt
    limited = source_of(LONG.text, (0, 2 * sentence), name="long")
    assert overused(10, 10, (limited, SHORT)) == []


def test_a_single_source_is_never_overused() -> None:
    assert found(balance.source_overused, citing(SHORT, 30), (SHORT,)) == []


def test_without_citations_or_sources_nothing_is_overused() -> None:
    bare = [msgspec.structs.replace(one, citations=()) for one in citing(SHORT, 20)]
    assert found(balance.source_overused, bare, (LONG, SHORT)) == []
    assert found(balance.source_overused, bare, ()) == []


# Statements


@pytest.mark.parametrize(
    ("statements", "others", "told"),
    [
        (4, 16, False),
        (5, 15, True),
        (19, 0, False),
        (20, 0, True),
        (7, 28, False),
        (8, 28, True),
        (20, 80, False),
        (21, 79, True),
        (0, 20, False),
    ],
)
def test_at_most_a_fifth_of_twenty_questions_or_more_are_statements(statements: int, others: int, told: bool) -> None:
    asked = [*(statement(number) for number in range(statements)), *sample.questions(others)]
    messages = found(balance.many_true_false, asked)
    assert messages == ([f"{statements} of {len(asked)} questions are true-false."] if told else [])


# In a pack


def test_they_are_found_when_a_pack_is_linted(pack: PackFolder) -> None:
    """Twenty statements, all of them true, and so both too many and uneven; none is about one question."""
    cited = [{"source": "review", "quote": "Len Wiseman directs Ballerina", "highlight": "directs"}]
    true = {"kind": "true-false", "answer": True, "distractors": ..., "citations": cited}
    pack.questions(*(question(f"q{number}", **true) for number in range(20)))
    told = [one for one in pack.lint("here/").problems if one.rule.code in ("Q801", "Q806")]
    assert codes(told) == ["Q801", "Q806"]
    assert {(one.question, str(one.place), one.is_error) for one in told} == {(None, "here/questions/:1:1", False)}
    read = pack.read()
    assert len(read.questions) == 20
    assert not {"Q801", "Q802", "Q805", "Q806"} & set(codes(read.problems))


def test_every_rule_of_balance_is_a_warning_that_a_test_here_makes_fire() -> None:
    assert {code for code in RULES if code in ("Q801", "Q802", "Q805", "Q806")} == {"Q801", "Q802", "Q805", "Q806"}
    assert all(RULES[code].severity == "warning" for code in ("Q801", "Q802", "Q805", "Q806"))
