"""Anki's packages, read with nothing but a zip file's reader and SQLite."""

import sqlite3
import sys
import zipfile
from io import BytesIO

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.anki import DECK_ID, MODEL_ID, MissingPackageError, write
from tests.bank.question_factory import PASSAGE, asked, choice, order
from tests.exchange.sample_questions import several


def notes(questions: list[Question], now: float = 1_700_000_000.0) -> list[tuple[str, list[str], str, int]]:
    """Each note's id, fields, tags and model."""
    data, lost = write(questions, now)
    assert {loss.feature for loss in lost} <= {"control characters", "white space around words"}
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert sorted(package.namelist()) == ["collection.anki2", "media"]
        content = package.read("collection.anki2")
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(content)
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        assert {deck for (deck,) in database.execute("select did from cards")} <= {DECK_ID}
        rows = database.execute("select guid, flds, tags, mid from notes order by id").fetchall()
    finally:
        database.close()
    return [(guid, fields.split("\x1f"), tags, model) for guid, fields, tags, model in rows]


def test_a_card_asks_in_front_and_proves_behind() -> None:
    one = asked(
        prompt="Who <i>directs</i> & [sound:x.mp3] {{x}}?",
        explanation="So\nit is.",
        disputes=("Stahelski",),
        according_to=PASSAGE.source,
        topic="John Wick world",
    )
    [(_, [prompt, options, answer, explanation, proof], tags, model)] = notes([one])
    assert prompt == "Who &lt;i&gt;directs&lt;/i&gt; &amp; &#91;sound:x.mp3] &#123;&#123;x}}?"
    assert sorted(options.removesuffix("</ul>").split("<li>")[1:]) == [
        f"{option}</li>" for option in sorted(one.options)
    ]
    assert options.startswith("<p>According to review</p><ul>")
    assert answer == "Len Wiseman"
    assert explanation == "<p>So<br>it is.</p>"
    assert proof.count("<blockquote>date</blockquote>") == 2
    assert "review · undated · ¶ 1" in proof
    assert "Sources disagree: Stahelski" in proof
    assert tags.split() == ["John_Wick_world", "easy", "choice"]
    assert model == MODEL_ID


def test_options_are_shuffled_the_same_on_every_export() -> None:
    asked_twice = [order("a", "b", "c", "d", "e", id=f"q{number}") for number in range(20)]
    shown = [fields[1] for _, fields, _, _ in notes(asked_twice)]
    assert len(set(shown)) > 5
    assert shown == [fields[1] for _, fields, _, _ in notes(asked_twice)]
    assert notes(asked_twice)[0][1][2] == "a → b → c → d → e"


def test_a_note_keeps_its_id_whatever_becomes_of_its_words() -> None:
    [(first, *_)] = notes([asked()])
    [(changed, *_)] = notes([asked(prompt="Whose film is it?", answer="Someone")], now=1_800_000_000.0)
    [(other, *_)] = notes([asked(id="other")])
    assert first == changed != other


def test_a_draft_says_that_it_has_no_source() -> None:
    [(_, fields, tags, _)] = notes([asked(citations=(), draft=True)])
    assert fields[4] == "<p>no source</p>"
    assert "draft" in tags.split()


@given(several("choice", "multiple", "order", "true-false"))
def test_whatever_the_words_are_a_package_is_made(questions: list[Question]) -> None:
    for _, fields, _, _ in notes(questions):
        assert len(fields) == 5
        assert not any("{{" in field or "[sound" in field or "\x1b" in field for field in fields)


def test_control_characters_are_left_out_and_said() -> None:
    one = choice("a\x1b[31m", "b", id="y")
    assert "<li>a&#91;31m</li>" in notes([one])[0][1][1]
    assert [(loss.feature, loss.ids) for loss in write([choice("a", "b"), one])[1]] == [
        ("control characters", ("y",))
    ]


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(MissingPackageError, match="pip install genanki"):
        write([asked()])
