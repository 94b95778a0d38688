"""The chi-square test, compared with tables and with values computed by hand."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.lint.chi_square import evenness, upper_tail

TABLE = {
    # freedom: the statistics that chance reaches with 0.95, 0.10, 0.05, 0.01 and 0.001 (NIST/SEMATECH e-Handbook
    # of Statistical Methods, 1.3.6.7.4)
    1: (0.004, 2.706, 3.841, 6.635, 10.828),
    2: (0.103, 4.605, 5.991, 9.210, 13.816),
    3: (0.352, 6.251, 7.815, 11.345, 16.266),
    4: (0.711, 7.779, 9.488, 13.277, 18.467),
    5: (1.145, 9.236, 11.070, 15.086, 20.515),
    6: (1.635, 10.645, 12.592, 16.812, 22.458),
    7: (2.167, 12.017, 14.067, 18.475, 24.322),
    10: (3.940, 15.987, 18.307, 23.209, 29.588),
    19: (10.117, 27.204, 30.144, 36.191, 43.820),
    20: (10.851, 28.412, 31.410, 37.566, 45.315),
    99: (77.046, 117.407, 123.225, 134.642, 148.230),
    100: (77.929, 118.498, 124.342, 135.807, 149.449),
}


@pytest.mark.parametrize(
    ("statistic", "freedom", "probability"),
    [
        (statistic, freedom, probability)
        for freedom, row in TABLE.items()
        for statistic, probability in zip(row, (0.95, 0.10, 0.05, 0.01, 0.001), strict=True)
    ],
)
def test_it_agrees_with_the_tables(statistic: float, freedom: int, probability: float) -> None:
    lower, upper = upper_tail(statistic + 0.0006, freedom), upper_tail(statistic - 0.0006, freedom)
    assert lower < probability < upper  # the tables give three decimals


@pytest.mark.parametrize("statistic", [0.01, 0.5, 1.0, 4.0, 30.0])
def test_it_agrees_with_what_can_be_worked_out_by_hand(statistic: float) -> None:
    assert upper_tail(statistic, 1) == pytest.approx(math.erfc(math.sqrt(statistic / 2)))  # of a square of a normal
    assert upper_tail(statistic, 2) == pytest.approx(math.exp(-statistic / 2))  # an exponential distribution
    assert upper_tail(statistic, 4) == pytest.approx(math.exp(-statistic / 2) * (1 + statistic / 2))
    density = math.sqrt(2 * statistic / math.pi) * math.exp(-statistic / 2)
    assert upper_tail(statistic, 3) == pytest.approx(math.erfc(math.sqrt(statistic / 2)) + density)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 9, 10])
def test_the_tail_is_the_area_under_the_density(freedom: int) -> None:
    def density(value: float) -> float:
        return value ** (freedom / 2 - 1) * math.exp(-value / 2) / (2 ** (freedom / 2) * math.gamma(freedom / 2))

    step = 0.001
    area = sum(density(2 + (index + 0.5) * step) * step for index in range(6000))
    assert upper_tail(2, freedom) - upper_tail(8, freedom) == pytest.approx(area, abs=1e-6)


@pytest.mark.parametrize("freedom", [-1, 0, 1, 2, 7])
@pytest.mark.parametrize("statistic", [0.0, -0.0, -1.0, 5e-324])
def test_what_is_not_uneven_at_all_is_no_surprise(statistic: float, freedom: int) -> None:
    assert upper_tail(statistic, freedom) == 1.0


@pytest.mark.parametrize("freedom", [-3, 0])
def test_without_a_degree_of_freedom_nothing_is(freedom: int) -> None:
    assert upper_tail(12.5, freedom) == 1.0


@pytest.mark.parametrize("freedom", [1, 2, 35, 36, 200, 201, 3000])
def test_what_is_far_out_is_impossible_and_never_likely(freedom: int) -> None:
    """Terms of the sum may be larger than any float, and their factor smaller."""
    assert upper_tail(1e6, freedom) < 1e-300
    assert upper_tail(1e300, freedom) == 0.0
    assert 0.3 < upper_tail(freedom, freedom) < 0.5  # the mean is above the median


statistics = st.floats(0, 1e9, allow_nan=False) | st.floats(0, 60)


@given(statistics, statistics, st.integers(0, 120))
def test_it_is_a_probability_that_falls_as_the_statistic_grows(one: float, other: float, freedom: int) -> None:
    less, more = sorted((one, other))
    assert 0.0 <= upper_tail(more, freedom) <= upper_tail(less, freedom) + 1e-12 <= 1.0 + 1e-12


@given(statistics, st.integers(0, 120))
def test_it_rises_with_the_degrees_of_freedom(statistic: float, freedom: int) -> None:
    if freedom:
        assert upper_tail(statistic, freedom) <= upper_tail(statistic, freedom + 1) + 1e-12


# Evenness


def test_equal_counts_are_even() -> None:
    found = evenness([[5, 5, 5, 5], [3, 3]])
    assert (found.statistic, found.freedom, found.probability) == (0.0, 4, 1.0)
    assert found.counts == ((5, 5, 5, 5), (3, 3))


def test_the_statistic_of_a_die_that_was_thrown_sixty_times() -> None:
    """Worked by hand: 10 expected of each; 25 + 4 + 4 + 1 + 0 + 100 over 10, five degrees of freedom."""
    found = evenness([[5, 8, 8, 9, 10, 20]])
    assert found.statistic == pytest.approx(13.4)
    assert found.freedom == 5
    assert found.probability == pytest.approx(0.0199, abs=5e-5)


def test_the_statistics_of_groups_add_up() -> None:
    """Worked by hand: (4² + 4²) / 8 = 4, and (2² + 1² + 1²) / 2 = 3."""
    found = evenness([[12, 4], [4, 1, 1]])
    assert found.statistic == pytest.approx(7.0)
    assert found.freedom == 3
    assert found.probability == upper_tail(found.statistic, 3)


@pytest.mark.parametrize("groups", [[], [[]], [[7]], [[0, 0, 0]], [[], [3], [0, 0]]])
def test_groups_of_one_cell_or_of_no_counts_say_nothing(groups: list[list[float]]) -> None:
    found = evenness(groups)
    assert (found.statistic, found.freedom, found.probability, found.counts) == (0.0, 0, 1.0, ())
    beside = evenness([*groups, [1, 3]])
    assert beside == evenness([[1, 3]])
    assert beside.counts == ((1, 3),)


counts = st.lists(st.integers(0, 200), max_size=9)


@given(st.lists(counts, max_size=8))
def test_the_statistic_is_the_one_of_the_definition(groups: list[list[int]]) -> None:
    told = [group for group in groups if len(group) > 1 and sum(group)]
    exact = sum(
        (count - Fraction(sum(group), len(group))) ** 2 / Fraction(sum(group), len(group))
        for group in told
        for count in group
    )
    found = evenness(groups)
    assert found.statistic == pytest.approx(float(exact))
    assert found.freedom == sum(map(len, told)) - len(told)
    assert 0.0 <= found.probability <= 1.0
    assert found.counts == tuple(map(tuple, told))


@given(counts, st.randoms(use_true_random=False))
def test_which_cell_is_which_does_not_matter(group: list[int], random: object) -> None:
    shuffled = sorted(group, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert evenness([shuffled]).statistic == pytest.approx(evenness([group]).statistic)
