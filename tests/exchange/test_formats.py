"""Formats are told by a file's name, else by what stands in it."""

import pytest

from quiz.exchange.formats import FORMATS, by_content, by_name
from tests.bank.question_factory import choice


@pytest.mark.parametrize(
    ("file", "name"),
    [("a.json", "opentdb"), ("A.GIFT", "gift"), ("a.aiken", "aiken"), ("a.Csv", "csv"), ("a.tsv", "csv"),
     ("a.apkg", "anki"), ("a.txt", None), ("json", None)],
)  # fmt: skip
def test_a_name_tells(file: str, name: str | None) -> None:
    form = by_name(file)
    assert (form.name if form else None) == name


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.read])
def test_what_is_written_is_told_by_its_contents(name: str) -> None:
    text, _ = FORMATS[name].write([choice("a, or b; or c", "d: {e}", prompt="Who, then: {x}?")])
    assert isinstance(text, str)
    for end in ("\n", "\r\n", "\r"):
        found = by_content(text.replace("\n", end))
        assert found is not None
        assert found.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is.{T}", "gift"),
        ("// words\nWho? {\n=a\n~b\n}", "gift"),
        ("Question;Answer\nx;y", "csv"),
        ('"id"\t"Prompt"\t"Correct answer"\n', "csv"),
        ("Who?\nA) a\nB) b\nanswer: b", "aiken"),
        ('[ {"question": 1}]', "opentdb"),
        ("Just words, and a question mark?", None),
        ("", None),
    ],
)
def test_contents_tell(text: str, name: str | None) -> None:
    form = by_content(text)
    assert (form.name if form else None) == name
