"""What the authoring guide says of drafts and formats is what the code does."""

import json
import re
import shutil
from pathlib import Path

from quiz.author.slug import UniqueIds
from quiz.bank.kinds.registry import KINDS
from quiz.bank.pack_loader import load_pack
from quiz.bank.question import Question
from quiz.exchange.csv_table import write
from quiz.exchange.formats import FORMATS
from quiz.exchange.importer import assign_ids, import_file, report_lines
from quiz.lint.linter import lint
from tests.bank.question_factory import asked

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "writing-questions.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Taking questions in and out")[2].partition("\n## ")[0]


def one_of(kind: str) -> Question:
    """A question of a kind."""
    if kind == "true-false":
        return asked(kind=kind, answer="True", distractors=("False",))
    return asked(kind=kind, answer="a" if kind == "choice" else ("a", "b"))


def test_the_draft_in_the_docs_has_nothing_wrong_but_that_it_is_one(tmp_path: Path) -> None:
    [block] = re.findall(r"```yaml\n(.*?)```", SECTION, re.DOTALL)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "drafts.yaml").write_text(block, encoding="utf-8")
    loaded = load_pack(tmp_path, drafts=True)
    assert [problem.rule.code for problem in lint(loaded).problems] == ["Q411"]
    assert len(loaded.pack.questions) == 1


def test_the_table_has_every_format_with_what_it_does() -> None:
    rows = re.findall(r"^\| `(\w+)`, (.*?) \| (.*?) \| (.*?) \| (.*?) \|(.*?)\|(.*?)\|$", SECTION, re.MULTILINE)
    assert [row[0] for row in rows] == list(FORMATS)
    for name, title, suffixes, kinds, carries, reads, writes in rows:
        form = FORMATS[name]
        assert title.startswith(form.title)
        assert tuple(suffixes.split(", ")) == form.suffixes
        assert (bool(reads.strip()), bool(writes.strip())) == (form.read is not None, True)
        if name != "anki":
            _, losses = form.write([one_of(kind) for kind in KINDS])
            left_out = {loss.feature.rpartition(" ")[2] for loss in losses if loss.drops_questions}
            assert (set(KINDS) if kinds == "all" else set(kinds.split(", "))) == set(KINDS) - left_out
            lost = {loss.feature for loss in losses}
            for word, what in (("id", "ids"), ("topic", "topics"), ("difficulty", "difficulties")):
                assert (re.search(rf"\b{word}\b", carries) is None) == (what in lost)


def test_what_the_docs_say_that_an_import_says_is_said(tmp_path: Path) -> None:
    [block] = re.findall(r"```text\n(.*?)```", SECTION, re.DOTALL)
    prompt = "Who rings the bell?"
    (tmp_path / "trivia.json").write_text(
        json.dumps({"results": [{"question": prompt, "correct_answer": "Ada", "incorrect_answers": []}]})
    )
    (tmp_path / "trivia.gift").write_text(f"::Question 1::{prompt} {{=Ada ~%-50%Len}}")
    said = [
        line.removeprefix(f"{tmp_path}/")
        for name in ("trivia.json", "trivia.gift")
        for line in report_lines(assign_ids(import_file(tmp_path / name), UniqueIds([])))[:-1]
    ]
    assert block.splitlines() == said


def test_what_the_docs_say_that_a_format_cannot_carry_is_said() -> None:
    lacking = {
        "No format takes control characters": ("control characters", set(FORMATS)),
        "or white space around words": ("white space around words", set(FORMATS)),
        "a topic is one line": ("line breaks in topics", {"gift", "aiken"}),
        "a `multiple` with one right option a `choice`": (
            "the kind multiple with a single right option",
            {"gift"},
        ),
    }
    odd = [asked(prompt="Who\x00?", topic="a\nb", answer="a "), asked(id="some", kind="multiple", answer="a")]
    for words, (what, formats) in lacking.items():
        assert words in " ".join(SECTION.split())
        assert {
            name for name, form in FORMATS.items() if what in {loss.feature for loss in form.write(odd)[1]}
        } == formats


def test_the_columns_in_the_docs_are_those_that_are_written() -> None:
    header = write([asked(kind="multiple", answer=("a", "b"))])[0].split("\n")[0].split(",")
    assert [name for name in header if f"`{name}`" not in SECTION] == []
