"""Browsing: everything a pack holds is listed with its problems, found by its words, and sorted."""

import json
from pathlib import Path

import pytest

from quiz.author.question_browser import (
    COLUMNS,
    BrowserEntry,
    browse,
    browse_playable,
    find_same_entry,
    search_words,
    sort_entries,
)
from quiz.bank.bank import Bank
from quiz.bank.load import load, load_bank
from tests.bank.pack_folder import PackFolder, citation, entry, question


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    folder = PackFolder(tmp_path / "pack")
    folder.article()
    folder.write_sources_file(entry(title="A review", publisher="The Paper"))
    return folder


def listed(pack: PackFolder) -> list[BrowserEntry]:
    return browse(load([pack.root]))


def test_every_question_of_the_bank_is_listed_at_its_line(builtin: Bank) -> None:
    entries = browse(load())
    assert [one.id for one in entries] == [one.id for one in builtin.questions]
    for one in entries:
        lines = one.path.read_text().splitlines()
        assert one.id in lines[one.place.line - 1]


def test_a_bank_alone_is_listed_with_what_can_be_played(pack: PackFolder) -> None:
    pack.questions(question("good"), question("bad", distractors=[]))
    [one] = browse_playable(load_bank([pack.root]))
    assert (one.id, one.question is not None, one.problems) == ("good", True, ())


def test_what_is_kept_out_of_play_is_listed_with_its_words_and_its_problems(pack: PackFolder) -> None:
    bad = question("bad", prompt="Who said what?", distractors=[], topic="Talk", difficulty="hard", kind="choice")
    nameless = question(id=..., prompt="Has it no name?")
    pack.questions(question("good"), bad, nameless, question("good", prompt="Who was that again?"))
    good, broken, unnamed, second = listed(pack)
    assert (good.id, good.errors, good.question is not None) == ("good", 0, True)
    assert (broken.id, broken.prompt, broken.answer) == ("bad", "Who said what?", "Len Wiseman")
    assert (broken.topic, broken.difficulty, broken.kind) == ("Talk", "hard", "choice")
    assert (broken.sources, broken.question) == (("review",), None)
    assert broken.errors == len(broken.problems) == 1
    assert (unnamed.id, unnamed.prompt) == ("", "Has it no name?")
    assert unnamed.errors
    assert (second.id, second.prompt, second.question) == ("good", "Who was that again?", None)
    assert [problem.rule.code for problem in second.problems] == ["Q501"]
    every = pack.lint().problems
    assert sum(len(one.problems) for one in listed(pack)) == len(every)


def test_what_is_wrong_with_a_file_is_listed_under_its_name(pack: PackFolder) -> None:
    pack.questions(question("good"), colour="red")
    broken = "questions:\n  - id: open\n    prompt: 'never closed\n  - id: fine\n    prompt: 1\n"
    pack.write("questions/crew.yaml", broken)
    late = question("late", prompt="When does Ballerina open?", answer="June 6, 2025",
                    distractors=["May 6, 2025", "July 6, 2025"], citations=[citation("on June 6, 2025")])  # fmt: skip
    pack.write("questions/late.yaml", f"questions: [{json.dumps(late)}]\nsize: 2\n")
    pack.article(b"\xff", "loose")
    pack.write("questions/none.yaml", "questions: []\n")
    entries = {one.id: one for one in listed(pack)}
    assert entries["questions/cast.yaml"].is_file
    assert "colour" in entries["questions/cast.yaml"].prompt
    assert entries["seeds/loose.txt"].path == pack.root / "seeds" / "loose.txt"
    assert entries["good"].problems == entries["late"].problems == ()
    assert "size" in entries["questions/late.yaml"].prompt
    assert entries["fine"].errors
    assert {one.place.line for one in entries.values() if one.path.name == "crew.yaml"} == {2, 4}
    assert sum(len(one.problems) for one in entries.values()) == len(pack.lint().problems)


def test_warnings_stand_with_a_question_that_can_be_played(pack: PackFolder) -> None:
    pack.questions(question("long", answer="Len Wiseman", distractors=["A", "B"]))
    found = next(one for one in listed(pack) if one.id == "long")
    assert found.question is not None
    assert found.errors == 0
    assert found.problems


def test_the_file_on_disk_is_known_wherever_the_pack_lies(pack: PackFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    pack.questions(question("good"), question("bad", distractors=[]))
    monkeypatch.chdir(pack.root.parent)
    for root in (pack.root, Path("pack")):
        for one in browse(load([root])):
            assert one.path.samefile(pack.root / "questions" / "cast.yaml")
    monkeypatch.chdir(pack.root)
    assert all(one.path.is_file() for one in browse(load([Path()])))


def test_all_words_must_be_there_and_case_and_typography_do_not_count(pack: PackFolder) -> None:
    pack.questions(
        question("first", prompt="Who’s directing Ballerina?", topic="Crew"),
        question("second", prompt="Who wrote it?", answer="Ian McShane", citations=[citation("Ian McShane said")],
                 topic="Cast", kind="choice", difficulty="hard"),
        question("third", distractors=[]),
    )  # fmt: skip

    def found(typed: str) -> list[str]:
        return [one.id for one in listed(pack) if one.matches(search_words(typed))]

    assert found("") == found("  ") == ["first", "second", "third"]
    for typed in ("first", "WHO'S direct", "ballerina crew", "len crew", "pack crew"):
        assert found(typed) == ["first"], typed
    for typed in ("SECOND", "mcshane", "cast wrote", "hard"):
        assert found(typed) == ["second"], typed
    for typed in ("review", "paper", "a review choice", "who"):
        assert found(typed)[:2] == ["first", "second"], typed
    assert found("error") == ["third"]
    assert found("first second") == found("mcshane crew") == []


def test_every_column_sorts_and_ties_stay_in_the_order_of_the_files(pack: PackFolder) -> None:
    pack.questions(
        question("b", prompt="Ångström?", topic="z", difficulty="hard"),
        question("A", prompt="beta?", topic="y", difficulty="easy"),
        question("c", prompt="alpha?", topic="y", difficulty="medium"),
        question("d", prompt="delta?", distractors=[]),
    )
    entries = listed(pack)

    def order(column: str | None, *, reverse: bool = False) -> str:
        return "".join(one.id for one in sort_entries(entries, column, reverse=reverse))  # type: ignore[arg-type]

    assert order(None) == "bAcd"
    assert order(None, reverse=True) == "dcAb"
    assert order("id") == "Abcd"
    assert order("id", reverse=True) == "dcbA"
    assert order("problems") == "dbAc"
    assert order("difficulty") == "dAcb"
    assert order("topic") == "dAcb"
    assert order("prompt") == "cAdb"
    assert {len(order(column)) for column in COLUMNS} == {4}


def test_an_entry_is_found_again_after_its_file_was_changed(pack: PackFolder) -> None:
    pack.questions(question("one"), question("two"))
    _, two = listed(pack)
    pack.questions(question("new"), question("two", distractors=[]))
    now = listed(pack)
    assert now[find_same_entry(two, now) or 0].id == "two"
    pack.questions(question("new"))
    assert find_same_entry(two, listed(pack)) is None


def test_a_draft_that_is_not_played_is_listed_with_its_words(pack: PackFolder) -> None:
    pack.questions(question("good"), question("draft", prompt="Who wrote it?", draft=True))
    draft = next(one for one in listed(pack) if one.id == "draft")
    assert (draft.prompt, draft.question) == ("Who wrote it?", None)
    assert [problem.rule.code for problem in draft.problems] == ["Q411"]


def test_a_file_with_a_control_character_is_listed_with_its_questions(pack: PackFolder) -> None:
    fine = json.dumps(question("fine"))
    pack.write("questions/cast.yaml", f"questions:\n  - id: bad\n    prompt: a\x1bb\n  - {fine}\n")
    found = {one.id: one for one in listed(pack)}
    assert found["fine"].question is not None
    assert [problem.rule.code for one in found.values() for problem in one.problems] == ["Q107"]
    assert [one.place.line for one in found.values() if one.problems] == [2]
