"""Excerpts: the caret is under the right character, whatever the line contains."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.pack_paths import pack_locations
from quiz.bank.problem import Place, Problem
from quiz.bank.quote import QUOTE_NOT_FOUND
from quiz.lint.excerpt import Excerpts, cells, excerpt
from tests.bank.pack_folder import PackFolder, citation, question


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("quote: x", 8, "quote: x", 7),
        ("\tquote: x", 9, " quote: x", 8),
        ("片片: x", 5, "片片: x", 6),
        ("cafe\u0301: x", 8, "cafe\u0301: x", 6),
        ("a\x1bb", 3, "a␛b", 2),
        ("a\u202eb", 3, "a\ufffdb", 2),
        ("short", 99, "short", 5),
        ("", 1, "", 0),
    ],
)
def test_the_caret_stands_under_the_column(line: str, column: int, shown: str, caret: int) -> None:
    assert excerpt(line, column, 40) == (shown, caret)


def test_a_long_line_is_cut_around_the_column() -> None:
    line = "".join(chr(65 + n % 26) for n in range(200))
    assert excerpt(line, 1, 20) == ("ABCDEFGHIJKLMNOPQR…", 0)
    shown, caret = excerpt(line, 101, 20)
    assert shown == "…" + line[91:109] + "…"
    assert shown[caret] == line[100]
    shown, caret = excerpt(line, 200, 20)
    assert (shown[0], shown[caret], shown[-1]) == ("…", line[199], line[199])


@given(st.text(alphabet="ab \t\x1b片é\u0301\u200b𝄞", max_size=90), st.integers(1, 100), st.integers(20, 60))
def test_an_excerpt_is_never_wider_than_it_may_be_and_acts_on_no_terminal(line: str, column: int, width: int) -> None:
    shown, caret = excerpt(line, column, width)
    assert cells(shown) <= width
    assert not any(unicodedata.category(char) == "Cc" for char in shown)
    if 0 < column <= len(line) and cells(line[column - 1]):
        before = next(index for index in range(len(shown) + 1) if cells(shown[:index]) == caret)
        rest = shown[before:].lstrip("\u0301\u200b")
        assert rest[0] == {"\t": " ", "\x1b": "␛"}.get(line[column - 1], line[column - 1])


def test_a_line_of_millions_of_characters_is_cut_at_once() -> None:
    line = "x" * 5_000_000 + "y" + "\u0301" * 5_000_000
    shown, caret = excerpt(line, 5_000_001, 40)
    assert shown[caret] == "y"


def of(problem: Problem, root: Path) -> list[str]:
    return Excerpts(pack_locations([root]), 60).of(problem)


def test_a_quote_that_is_not_found_is_shown_beside_what_stands_there(pack: PackFolder) -> None:
    pack.write(
        "questions/cast.yaml",
        "\ufeffquestions:\r\n  - id: director\r\n    prompt: Who?\r\n"
        "    answer: Len Wiseman\r\n    distractors: [A]\r\n"
        "    citations:\r\n      - source: review\r\n        quote: Len Wiseman directed Ballerina.\r\n",
    )
    [problem] = [one for one in pack.read(f"{pack.root}/").problems if one.rule is QUOTE_NOT_FOUND]
    assert of(problem, pack.root) == [
        "     8 |         quote: Len Wiseman directed Ballerina.",
        "       |                ^",
        "nearest: Len Wiseman {-directed-} {+directs+} Ballerina.",
    ]


def test_a_byte_order_mark_is_no_column(pack: PackFolder) -> None:
    pack.write("questions/cast.yaml", "\ufeffquetsions: x\n")
    problem = next(one for one in pack.read(f"{pack.root}/").problems if one.rule.code == "Q201")
    assert of(problem, pack.root) == ["     1 | quetsions: x", "       | ^"]


def test_a_file_that_has_gone_meanwhile_or_has_no_such_line_shows_nothing(pack: PackFolder) -> None:
    pack.questions(question(citations=[citation("Len Wiseman")]))
    for place in (Place(f"{pack.root}/questions/gone.yaml"), Place(f"{pack.root}/questions/", 1), Place("x", 9)):
        assert of(Problem(rule=QUOTE_NOT_FOUND, place=place, message="m"), pack.root) == []
    far = Place(f"{pack.root}/questions/cast.yaml", 10_000)
    assert of(Problem(rule=QUOTE_NOT_FOUND, place=far, message="m"), pack.root) == []


def test_lines_are_counted_as_yaml_counts_them(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("a\rb\u2028c\x85d\r\ne\n", newline="", encoding="utf-8")
    for line, words in enumerate("abcde", 1):
        place = Place(f"{tmp_path}/f", line)
        assert of(Problem(rule=QUOTE_NOT_FOUND, place=place, message="m"), tmp_path)[0] == f"{line:>6} | {words}"
