"""Problems and rules: values that sort by place."""

from quiz.bank.problem import Place, Problem
from quiz.bank.quote import QUOTE_NOT_FOUND
from quiz.bank.sources_file import NOT_IN_SOURCES_FILE


def test_places_sort_by_file_then_line_then_column() -> None:
    places = [Place("a", 2, 9), Place("a", 10, 1), Place("a", 10, 2), Place("b", 1, 1)]
    assert sorted([places[2], places[0], places[3], places[1]]) == places


def test_a_place_is_written_as_compilers_do() -> None:
    assert str(Place("questions/cast.yaml", 3, 14)) == "questions/cast.yaml:3:14"
    assert str(Place("seeds/a.txt")) == "seeds/a.txt:1:1"


def test_a_warning_is_no_error() -> None:
    assert Problem(rule=QUOTE_NOT_FOUND, place=Place("f"), message="m").is_error
    assert not Problem(rule=NOT_IN_SOURCES_FILE, place=Place("f"), message="m").is_error
