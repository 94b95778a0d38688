"""An appended question reads back as what was written, and every byte that was there is still there."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.append_question import append_question, append_to_file
from quiz.author.question_draft import QuestionDraft
from quiz.bank.atomic_write import WriteError
from quiz.bank.question_entry import CitationEntry
from quiz.bank.yaml_nodes import parse_yaml
from tests.author.test_question_yaml import WORDS
from tests.bank.pack_folder import PackFolder

LAYOUTS = (
    "questions:\n  - id: one\n    prompt: Is it?\n",
    "questions:\n- id: one\n  prompt: Is it?\n- id: two\n",
    "topic: Cast\nquestions:\n    - id: one\n      prompt: >-\n        Is it\n        so?\n\n    - id: two\n",
    "questions:\n  - id: one\n\n  - id: two\n    answer: |-\n      a\n      b\n  # the end\ntopic: Last\n",
    "questions:\r\n  - id: one\r\n    prompt: Is it?\r\n",
    "questions:\n  - id: one  # no line end",
    "questions:\n  - id: one\n    prompt: |+\n      kept\n\n\n",
    "questions:\n",
    "questions: # none yet\n",
    "questions: ~\n",
    "questions: null # none yet\r\ntopic: Last\r\n",
    "questions: []\n",
    "questions: []",
    "topic: Cast\n",
    "",
    "# only a comment",
    "---\nquestions:\n  - id: one\n...\n",
    'questions: [{"id": "one"}]\n',
    '{"topic": "Cast",\n "questions": [\n  {"id": "one"},\n  {"id": "two"}\n ]\n}\n',
    "questions: [{id: one, answer: [a, b]}, {id: two}]\ntopic: Last\n",
)


def is_contained(before: str, after: str) -> bool:
    """Whether a text is the other one with something put in at one place."""
    more = len(after) - len(before)
    put_in_at = range(len(before) + 1) if more >= 0 else range(0)
    return any(after == before[:at] + after[at : at + more] + before[at:] for at in put_in_at)


def questions_of(text: str) -> list[Any]:
    root, problems = parse_yaml(text, "f")
    assert problems == []
    assert root is not None
    plain = root.plain()
    assert isinstance(plain, dict)
    return plain.get("questions") or []


def items_of(text: str) -> list[Any]:
    return questions_of(text) if "questions" in text else []


SEVERAL = st.lists(WORDS, min_size=1, max_size=4).map(tuple)
TYPED = st.builds(
    QuestionDraft,
    id=WORDS.filter(bool),
    kind=st.sampled_from(["choice", "true-false", "multiple", "order"]),
    prompt=WORDS,
    answer=SEVERAL,
    distractors=SEVERAL,
    topic=WORDS,
    difficulty=st.sampled_from(["easy", "medium", "hard"]),
    citations=st.lists(
        st.builds(CitationEntry, source=WORDS, quote=WORDS, after=WORDS | st.none(), highlight=WORDS | st.none()),
        max_size=2,
    ).map(tuple),
    explanation=WORDS,
)


@given(layout=st.sampled_from(LAYOUTS), new=TYPED)
def test_whatever_is_typed_is_read_back_and_every_other_byte_stays(layout: str, new: QuestionDraft) -> None:
    after = append_question(layout, new.entry("Cast"), "f")
    assert is_contained(layout.replace(" ~", "").replace(" null", ""), after)
    *earlier, last = questions_of(after)
    assert earlier == items_of(layout)
    wanted: dict[str, Any] = {"id": new.id, "difficulty": new.difficulty}
    wanted |= {} if new.kind == "choice" else {"kind": new.kind}
    wanted |= {key: value for key, value in (("prompt", new.prompt), ("explanation", new.explanation)) if value}
    wanted |= {"topic": new.topic} if new.topic not in ("", "Cast") else {}
    if new.kind in ("multiple", "order") or len(new.answer) > 1:
        wanted["answer"] = list(new.answer)
    elif new.answer[0]:
        wanted["answer"] = new.answer[0]
    if new.kind in ("choice", "multiple"):
        wanted["distractors"] = list(new.distractors)
    wanted["citations"] = [
        {
            "source": each.source,
            "quote": each.quote,
            **({"after": each.after} if each.after is not None else {}),
            **({"highlight": each.highlight} if each.highlight is not None else {}),
        }
        for each in new.citations
    ]
    assert last == wanted


GOOD: dict[str, Any] = {"id": "new", "prompt": "Is it so?", "answer": "Yes", "distractors": ("No", "Never")}


@pytest.mark.parametrize(
    ("layout", "written"),
    [
        (LAYOUTS[0], "  - id: new\n    prompt: Is it so?\n    answer: Yes\n    distractors: [No, Never]\n"),
        (LAYOUTS[1], "- id: new\n  prompt: Is it so?\n  answer: Yes\n  distractors: [No, Never]\n"),
        (LAYOUTS[2], "\n    - id: new\n      prompt: Is it so?\n      answer: Yes\n      distractors: [No, Never]\n"),
        (LAYOUTS[4], "  - id: new\r\n    prompt: Is it so?\r\n    answer: Yes\r\n    distractors: [No, Never]\r\n"),
        (LAYOUTS[5], "\n  - id: new\n    prompt: Is it so?\n    answer: Yes\n    distractors: [No, Never]\n"),
    ],
)
def test_the_new_item_is_laid_out_as_the_others_are(layout: str, written: str) -> None:
    assert append_question(layout, GOOD, "f") == layout + written


def test_a_question_goes_before_what_follows_the_list() -> None:
    after = append_question("questions:\n  - id: one\n    # about one\ntopic: Last\n", {"id": "new"}, "f")
    assert after == "questions:\n  - id: one\n    # about one\n  - id: new\ntopic: Last\n"


def test_line_ends_that_belong_to_the_last_words_stay_theirs() -> None:
    before = "questions:\n  - prompt: |+\n      kept\n\n\n"
    assert append_question(before, {"id": "new"}, "f") == before + "  - id: new\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("questions:\n  - id: 'open\n", "f:2:9: This is not YAML"),
        ("questions: words\n", "f has no list under `questions:`"),
        ("- id: one\n", "f has no list under `questions:`"),
        ("questions:\n  - id: a\x00b\n", "f:2:10: The character U+0000"),
        ("questions:\n  - &a id: one\n", "f:2:5: Packs do not use the anchor"),
        ("{topic: Cast}\n", "The layout of f does not allow adding a question"),
    ],
)
def test_a_file_that_cannot_be_read_is_left_and_the_place_is_told(text: str, said: str) -> None:
    with pytest.raises(WriteError) as told:
        append_question(text, GOOD, "f")
    assert str(told.value).startswith(said)
    assert "\n" not in str(told.value)


# Files


def test_a_file_keeps_its_byte_order_mark_its_line_ends_and_its_mode(pack: PackFolder) -> None:
    path = pack.root / "questions" / "crew.yaml"
    was = b"\xef\xbb\xbfquestions:\r\n  - id: one\r\n"
    path.write_bytes(was)
    path.chmod(0o640)
    append_to_file(pack.root, "crew.yaml", {"id": "new"})
    assert path.read_bytes() == was + b"  - id: new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_begins_with_its_topic_and_the_line_that_its_neighbours_have(pack: PackFolder) -> None:
    modeline = "# yaml-language-server: $schema=../schemas/questions.schema.json"
    pack.write("questions/crew.yaml", f"{modeline}\nquestions:\n  - id: one\n")
    append_to_file(pack.root, "new.yaml", {"id": "new"}, "What: people say")
    written = (pack.root / "questions" / "new.yaml").read_text()
    assert written == f'{modeline}\ntopic: "What: people say"\nquestions:\n  - id: new\n'


def test_a_pack_without_questions_gets_its_folder(tmp_path: Path) -> None:
    append_to_file(tmp_path, "new.yaml", {"id": "new"})
    assert (tmp_path / "questions" / "new.yaml").read_text() == "questions:\n  - id: new\n"


@pytest.mark.parametrize("name", ["../evil.yaml", "/evil.yaml", "a/b.yaml", "a\x00.yaml", "..", "x" * 300 + ".yaml"])
def test_no_name_leads_out_of_the_pack(pack: PackFolder, name: str) -> None:
    before = sorted(pack.root.parent.rglob("*"))
    with pytest.raises(WriteError) as told:
        append_to_file(pack.root, name, GOOD)
    assert "\n" not in str(told.value)
    assert sorted(pack.root.parent.rglob("*")) == before


@pytest.mark.parametrize("name", ["crew", "crew.txt", ".hidden.yaml", "a\tb.yaml", "[b].yaml", ".yaml"])
def test_a_new_file_has_a_plain_name(pack: PackFolder, name: str) -> None:
    with pytest.raises(WriteError, match="cannot be the name of a question file"):
        append_to_file(pack.root, name, GOOD)


def test_a_file_that_nobody_reads_gets_no_question(pack: PackFolder) -> None:
    pack.write("questions/.crew.yaml", "questions:\n")
    with pytest.raises(WriteError, match="cannot be the name of a question file"):
        append_to_file(pack.root, ".crew.yaml", GOOD)
    assert (pack.root / "questions" / ".crew.yaml").read_text() == "questions:\n"


def test_a_link_to_what_is_no_question_file_is_not_followed(pack: PackFolder) -> None:
    pack.write("seeds/crew.yaml", "questions:\n")
    (pack.root / "questions" / "crew.yaml").symlink_to("../seeds/crew.yaml")
    with pytest.raises(WriteError, match=r"questions/crew\.yaml is outside the pack"):
        append_to_file(pack.root, "crew.yaml", GOOD)
    assert (pack.root / "seeds" / "crew.yaml").read_text() == "questions:\n"


def test_a_folder_that_lies_elsewhere_is_left(pack: PackFolder, tmp_path: Path) -> None:
    folder = (pack.root / "questions").rename(tmp_path / "elsewhere")
    (pack.root / "questions").symlink_to(folder)
    before = (folder / "cast.yaml").read_bytes()
    with pytest.raises(WriteError, match=r"questions/cast\.yaml is outside the pack"):
        append_to_file(pack.root, "cast.yaml", GOOD)
    assert (folder / "cast.yaml").read_bytes() == before


def test_a_link_out_of_the_pack_is_not_followed(pack: PackFolder, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("questions:\n")
    (pack.root / "questions" / "link.yaml").symlink_to(outside)
    with pytest.raises(WriteError, match=r"questions/link\.yaml is outside the pack"):
        append_to_file(pack.root, "link.yaml", GOOD)
    assert outside.read_text() == "questions:\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"questions:\n  - id: 'open\n", "is not YAML"),
        (b"questions:\n  - id: \xff\n", "is not UTF-8"),
        (b"x" * (16 * 1024 * 1024 + 1), "larger than 16 MiB"),
    ],
    ids=["broken", "latin", "large"],
)
def test_what_cannot_be_read_is_told_and_left(pack: PackFolder, data: bytes, said: str) -> None:
    path = pack.root / "questions" / "crew.yaml"
    path.write_bytes(data)
    with pytest.raises(WriteError, match=said):
        append_to_file(pack.root, "crew.yaml", GOOD)
    assert path.read_bytes() == data


def test_a_folder_in_the_place_of_a_file_is_told(pack: PackFolder) -> None:
    (pack.root / "questions" / "crew.yaml").mkdir()
    with pytest.raises(WriteError, match="not a regular file"):
        append_to_file(pack.root, "crew.yaml", GOOD)
