"""The bank: several packs together, with unique keys, and a digest that does not depend on the layout of files."""

import os
import sys
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from tests.bank.pack_folder import PackFolder, citation, codes, entry, pack_of, question


def bank(*folders: PackFolder) -> Bank:
    return load_bank([folder.root for folder in folders])


@pytest.fixture
def second(tmp_path: Path) -> PackFolder:
    """Another pack, whose question has the id of one in the first."""
    folder = PackFolder(tmp_path / "second")
    folder.article("Chad Stahelski directs.\n", "note")
    folder.write_sources_file(entry("note", "Chad Stahelski directs.\n"))
    quote = {"source": "note", "quote": "Chad Stahelski directs"}
    folder.questions(
        question(answer="Chad Stahelski", distractors=["Len Wiseman"], citations=[quote], topic="Second")
    )
    return folder


def test_without_a_pack_it_is_the_built_in_one() -> None:
    assert [pack.name for pack in load_bank().packs] == ["ballerina"]


def test_packs_are_kept_in_order_and_questions_apart(pack: PackFolder, second: PackFolder) -> None:
    both = bank(pack, second)
    assert both.problems == ()
    assert [one.key for one in both.questions] == ["pack/director", "second/director"]
    assert both.by_key["second/director"].answer == ("Chad Stahelski",)
    assert [one.id for one in both.sources] == ["review", "note"]
    assert both.topics == ("Cast", "Second")


def test_a_pack_that_is_given_twice_is_read_once(pack: PackFolder) -> None:
    assert len(bank(pack, pack).packs) == 1


def test_questions_of_two_packs_with_one_name_are_told_apart(pack: PackFolder, second: PackFolder) -> None:
    pack.write_sources_file(entry(), pack="mine")
    second.write_sources_file(entry("note", "Chad Stahelski directs.\n"), pack="mine")
    both = bank(pack, second)
    assert len({one.key for one in both.questions}) == len(both.questions)


@pytest.mark.parametrize("turn", [1, -1], ids=["first", "last"])
def test_a_folder_that_holds_no_question_takes_no_name_from_a_pack(
    pack: PackFolder, second: PackFolder, tmp_path: Path, turn: int
) -> None:
    pack.write_sources_file(entry(), pack="mine")
    (tmp_path / "mine").mkdir()
    both = load_bank([tmp_path / "mine", pack.root][::turn])
    assert [one.key for one in both.questions] == ["mine/director"]
    assert "Q112" not in codes(both.problems)
    second.write_sources_file(entry("note", "Chad Stahelski directs.\n"), pack="mine")
    three = load_bank([tmp_path / "mine", *[pack.root, second.root][::turn]])
    assert codes(three.problems).count("Q112") == 1  # two that have questions are still told apart
    assert len(three.questions) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_pack_in_a_folder_whose_name_is_not_utf8_has_one_that_can_be_kept(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path / os.fsdecode(b"caf\xe9"))
    folder.article()
    folder.write_sources_file(entry())
    folder.questions(question())
    made = bank(folder)
    [one] = made.questions
    assert one.key.encode().startswith(b"caf")
    assert made.packs[0].name.encode().decode() == made.packs[0].name == one.pack
    assert made.digest


def test_a_bad_pack_does_not_stop_a_good_one(pack: PackFolder, tmp_path: Path) -> None:
    both = load_bank([tmp_path / "none", pack.root])
    assert codes(both.problems) == ["Q101"]
    assert [one.id for one in both.questions] == ["director"]


def test_problems_are_sorted_by_place_and_told_with_the_pack(pack: PackFolder, second: PackFolder) -> None:
    pack.questions(question(citations=[]), question("b", zzz="", aaa="", prompt=...), file="a.yaml")
    pack.questions(question("c", answer=""), file="z.yaml")
    pack.write_sources_file(entry(published="soon"))
    second.questions(question(answer=...))
    found = bank(second, pack).problems
    places = [problem.place for problem in found]
    assert len(places) > 6
    assert places == sorted(places)
    assert places[0].file.startswith(f"{pack.root}/questions/")
    assert places[-1].file.startswith(f"{second.root}/")


def test_the_digest_is_the_same_however_the_files_lie(pack: PackFolder) -> None:
    one, two = question("one", topic="Crew"), question("two", topic="Crew", difficulty="hard")
    pack.questions(one, two)
    before = bank(pack).digest
    pack.questions(two, one)
    assert bank(pack).digest == before
    pack.questions(one, file="zzz.yaml")
    pack.questions(two, topic="Crew")
    assert bank(pack).digest == before
    for path in ("seeds/sources.yaml", "questions/cast.yaml", "questions/zzz.yaml"):
        pack.write(path, f"# A remark.\n\n{(pack.root / path).read_text()}")
    pack.write_sources_file(entry(title="Another title", published="2024"), pack="pack")
    assert bank(pack).problems == ()
    assert bank(pack).digest == before
    assert len(before) == 16
    assert int(before, 16)


@pytest.mark.parametrize(
    "change",
    [
        {"distractors": ["Chad Stahelski", "Derek Kolstat"]},
        {"distractors": ["Chad Stahelski"]},
        {"prompt": "Who directs?"},
        {"answer": "Len WISEMAN"},
        {"topic": "Crew"},
        {"difficulty": "hard"},
        {"appeal": 3},
        {"citations": [citation(), {"source": "note", "quote": "Chad Stahelski directs"}]},
        {"citations": [{"source": "note", "quote": "Chad Stahelski directs", "highlight": "directs"}]},
        {"explanation": "Told otherwise."},
        {"citations": [citation("Len Wiseman directs")]},
        {"citations": [citation("Len Wiseman [...] Ballerina")]},
        {"citations": [citation(highlight="Wiseman")]},
        {"disputes": [{"answer": "Nobody", "citation": citation("Ian McShane said")}]},
        {"kind": "multiple", "answer": ["Len Wiseman"]},
    ],
)
def test_the_digest_is_another_when_what_is_asked_changes(pack: PackFolder, change: dict[str, object]) -> None:
    pack.article("Chad Stahelski directs.\n", "note")
    pack.write_sources_file(entry(), entry("note", "Chad Stahelski directs.\n"))
    before = bank(pack).digest
    pack.questions(question(**change))
    assert bank(pack).problems == ()
    assert bank(pack).digest != before


def test_the_digest_is_another_when_a_wrong_option_becomes_right(pack: PackFolder) -> None:
    several = question(kind="multiple", answer=["Len Wiseman", "Chad Stahelski"], distractors=["Derek Kolstad"])
    pack.questions(several)
    before = bank(pack).digest
    pack.questions({**several, "answer": ["Len Wiseman"], "distractors": ["Chad Stahelski", "Derek Kolstad"]})
    assert len(bank(pack).questions) == 1
    assert bank(pack).digest != before


def test_the_digest_is_another_when_a_question_comes_or_gets_another_id(pack: PackFolder) -> None:
    before = bank(pack).digest
    pack.questions(question("other"))
    renamed = bank(pack).digest
    pack.questions(question(), question("other"))
    assert len({before, renamed, bank(pack).digest}) == 3


def test_the_passages_of_a_source_come_in_reading_order(pack: PackFolder, second: PackFolder) -> None:
    late, early = citation("Ian McShane said"), citation("opens in theaters")
    dispute = {"answer": "Nobody", "citation": citation("June 6, 2025")}
    pack.questions(
        question("z", citations=[late, citation()], disputes=[dispute]),
        question("a", citations=[citation(), early]),
    )
    both = bank(pack, second)
    assert both.problems == ()
    found = both.passages_of(both.sources[0])
    told = [(one.id, index, one.passages[index].words) for one, index in found]
    assert told == [
        ("a", 0, "Len Wiseman directs Ballerina"),
        ("z", 1, "Len Wiseman directs Ballerina"),
        ("a", 1, "opens in theaters"),
        ("z", 2, "June 6, 2025"),
        ("z", 0, "Ian McShane said"),
    ]
    assert [one.key for one, _ in both.passages_of(both.sources[1])] == ["second/director"]


def test_problems_of_the_current_folder_name_its_files_as_they_are_called_there(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack.questions(question(distractors=[]))
    monkeypatch.chdir(pack.root)
    assert {one.place.file for one in load_bank([Path()]).problems} == {"questions/cast.yaml", "questions/"}


def test_retired_questions_are_known_by_their_keys(tmp_path: Path) -> None:
    packs = [pack_of(tmp_path / name, question()) for name in ("one", "two")]
    for folder, name in zip(packs, ("theme-song", "poster"), strict=True):
        folder.write("questions/retired.yaml", f"retired: [{name}]\n")
    assert load_bank([folder.root for folder in packs]).retired == {"one/theme-song", "two/poster"}
