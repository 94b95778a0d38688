"""A question is checked while it is written as `quiz check` checks it once it is saved."""

import stat
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from quiz.author.draft_checker import DraftChecker, read_only_reason, writable_packs
from quiz.author.question_draft import QuestionDraft
from quiz.bank.atomic_write import WriteError
from quiz.bank.load import load_bank
from quiz.bank.pack_loader import read_pack
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.problem import Problem
from quiz.bank.question_entry import CitationEntry
from tests.bank.pack_folder import ARTICLE, PackFolder, entry, question

GOOD = QuestionDraft(
    id="opening",
    prompt="When does Ballerina open?",
    answer=("June 6, 2025",),
    distractors=("June 7, 2024", "March 24, 2023"),
    difficulty="easy",
    citations=(CitationEntry(source="review", quote="It opens in theaters on June 6, 2025"),),
    explanation="Its makers put the film off because they wanted more action in it.",
)


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    folder = PackFolder(tmp_path / "pack")
    folder.article()
    folder.write_sources_file(entry())
    folder.questions(question(explanation="He says so."), topic="Cast")
    return folder


def changed(**changes: Any) -> QuestionDraft:
    return msgspec.structs.replace(GOOD, **changes)


def told(problem: Problem) -> tuple[str, str, str]:
    return problem.rule.code, problem.message, problem.hint


CASES: dict[str, QuestionDraft] = {
    "good": GOOD,
    "nothing": QuestionDraft(id="nothing"),
    "nothing but a quote": QuestionDraft(id="nothing", citations=GOOD.citations),
    "an answer that the quote does not show": changed(answer=("May 1",), explanation=""),
    "a distractor too few": changed(distractors=("June 7, 2024",)),
    "an option twice": changed(distractors=("June 6, 2025", "March 24, 2023")),
    "a bad id": changed(id="Who is it?"),
    "an unknown source": changed(citations=(CitationEntry(source="nobody", quote="It"),)),
    "a quote that is not there": changed(citations=(CitationEntry(source="review", quote="It opened in theaters"),)),
    "a highlight that is not there": changed(
        citations=(CitationEntry(source="review", quote="It opens in theaters on June 6, 2025", highlight="Ana"),)
    ),
    "two lines where one is wanted": changed(answer=("June 6, 2025", "June 7, 2025")),
    "neither true nor false": changed(kind="true-false", answer=("maybe",)),
    "true": changed(kind="true-false", prompt="Ballerina opens on June 6, 2025.", answer=("true",)),
    "several": changed(kind="multiple", answer=("June 6, 2025", "June 5, 2025"), distractors=("May 1", "May 2")),
    "an order": changed(kind="order", answer=("One", "Two", "Three")),
    "a prompt as another has it": changed(prompt="Who directs Ballerina", answer=("Len Wiseman",)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_problems_are_those_that_the_check_finds_once_it_is_saved(pack: PackFolder, name: str) -> None:
    new = CASES[name]
    found = DraftChecker(pack.root).check(new, "cast.yaml")

    before = {told(one) for one in pack.lint().problems}
    written = {key: value for key, value in new.entry("Cast").items() if value is not None}
    pack.questions(question(explanation="He says so."), written, topic="Cast")
    mine = [one for one in pack.lint().problems if told(one) not in before and one.rule.code[:2] != "Q1"]
    by_pack = {"Q801", "Q802", "Q805", "Q806"}  # what is about the pack as a whole is not the question's
    assert sorted(map(told, found.problems)) == sorted(told(one) for one in mine if one.rule.code not in by_pack)
    assert [one.is_error for one in found.problems] == [True] * len(found.errors) + [False] * len(found.warnings)
    played = next((one for one in pack.read().questions if one.id == new.id), None)
    assert (found.question is None) is (played is None)
    if found.question is not None and played is not None:
        assert (found.question.options, found.question.topic) == (played.options, "Cast")
    assert name != "good" or not found.problems


def test_an_id_that_is_taken_is_an_error(pack: PackFolder) -> None:
    found = DraftChecker(pack.root).check(changed(id="director"), "cast.yaml")
    assert [one.message for one in found.errors] == ["The id 'director' is taken by another question of the pack."]
    assert found.question is None


def test_without_a_prompt_it_is_the_prompt_that_is_missed_and_not_the_id_made_from_it(pack: PackFolder) -> None:
    missed = [one.message for one in DraftChecker(pack.root).check(QuestionDraft(), "cast.yaml").errors]
    assert missed[0] == "The key 'prompt' is missing or empty."
    assert not any("'id'" in message for message in missed)


def test_an_id_is_proposed_that_nobody_has(pack: PackFolder) -> None:
    bench = DraftChecker(pack.root)
    assert bench.propose_id("Who directs it?") == "who-directs-it"
    assert bench.propose_id("Director") == "director-2"
    assert bench.propose_id("  ") == ""


def test_a_file_says_its_topic(pack: PackFolder) -> None:
    pack.questions(question("two", prompt="Which one?"), question("three", topic="Cast"), file="film_crew.yaml")
    pack.write("questions/broken.yaml", "questions: [a\x00b")
    pack.write("questions/._cast.yaml", b"\x00\x05")
    bench = DraftChecker(pack.root)
    assert bench.files == ("broken.yaml", "cast.yaml", "film_crew.yaml")
    assert [bench.topic_of(file) for file in bench.files] == ["Broken", "Cast", "Film crew"]
    assert bench.topics == ("Cast", "Film crew")


def test_a_saved_question_is_in_the_bank(pack: PackFolder) -> None:
    bench = DraftChecker(pack.root)
    bench.save(GOOD, "cast.yaml")
    saved = pack.read()
    assert [one.id for one in saved.questions] == ["director", "opening"]
    assert saved.questions[1].topic == "Cast"
    assert "topic" not in (pack.root / "questions" / "cast.yaml").read_text().split("opening")[1]


def test_a_new_file_has_the_topic_of_its_first_question(pack: PackFolder) -> None:
    DraftChecker(pack.root).save(changed(topic="What: it is"), "release.yaml")
    written = (pack.root / "questions" / "release.yaml").read_text()
    assert written.startswith('topic: "What: it is"\nquestions:\n  - id: opening\n')
    assert written.count("topic") == 1
    assert [one.topic for one in pack.read().questions] == ["Cast", "What: it is"]


def test_what_has_become_wrong_meanwhile_is_told_and_nothing_is_written(pack: PackFolder) -> None:
    bench = DraftChecker(pack.root)
    pack.questions(question(), question("opening", prompt="Which one?"), topic="Cast")
    before = (pack.root / "questions" / "cast.yaml").read_bytes()
    with pytest.raises(WriteError, match="The id 'opening' is taken"):
        bench.save(GOOD, "cast.yaml")
    assert (pack.root / "questions" / "cast.yaml").read_bytes() == before
    pack.write("questions/cast.yaml", "questions:\n  - id: 'open\n")
    with pytest.raises(WriteError, match=r"questions/cast\.yaml:2:9: This is not YAML"):
        bench.save(GOOD, "cast.yaml")


def test_what_was_added_meanwhile_stays(pack: PackFolder) -> None:
    bench = DraftChecker(pack.root)
    pack.questions(question(), question("another", prompt="Which one?"), topic="Cast")
    bench.save(GOOD, "cast.yaml")
    assert pack.ids() == ["director", "another", "opening"]


def test_a_read_only_pack_is_told_in_one_line(pack: PackFolder) -> None:
    folder = pack.root / "questions"
    assert read_only_reason(pack.root) is None
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert read_only_reason(pack.root) == "The pack pack is read-only."
        with pytest.raises(WriteError, match="The pack pack is read-only"):
            DraftChecker(pack.root).save(GOOD, "cast.yaml")
    finally:
        folder.chmod(0o755)


def test_the_pack_inside_an_installed_game_is_not_written_to(tmp_path: Path) -> None:
    assert read_only_reason(builtin_pack()) is None  # a clone's
    inside = PackFolder(tmp_path / "builtin")
    assert builtin_pack(tmp_path) == inside.root
    said = read_only_reason(inside.root, builtin=builtin_pack(tmp_path))
    assert "an update would delete your question" in str(said)


def test_the_packs_that_have_the_article_and_can_be_written_are_offered(pack: PackFolder, tmp_path: Path) -> None:
    other = PackFolder(tmp_path / "other")
    other.article(name="same")
    other.write_sources_file(entry("same"))
    other.questions(question(citations=[{"source": "same", "quote": "Len Wiseman directs Ballerina"}]))
    third = PackFolder(tmp_path / "third")
    third.article(ARTICLE + "More.\n")
    third.write_sources_file(entry(text=ARTICLE + "More.\n"))
    bank = load_bank([other.root, pack.root, third.root])
    source = bank.packs[1].sources[0]
    assert [one.name for one in writable_packs(bank, source)] == ["pack", "other"]
    found = DraftChecker(other.root).matching_source(source)
    assert found is not None
    assert found.id == "same"
    (pack.root / "questions").chmod(0o555)
    try:
        assert [one.name for one in writable_packs(bank, source)] == ["other"]
    finally:
        (pack.root / "questions").chmod(0o755)


def test_a_check_takes_less_than_a_twentieth_of_a_second() -> None:
    """Of processor time, so that what else the machine does is no matter; the quickest of three."""
    bench = DraftChecker(builtin_pack())
    citation = CitationEntry(source="featurette-2024", quote="director Len Wiseman said")
    new = changed(citations=(citation,), answer=("Len Wiseman",), distractors=("Ana de Armas", "Derek Kolstad"))
    assert bench.check(new, "crew.yaml").question is not None
    taken = []
    for _ in range(3):
        began = time.process_time()
        bench.check(new, "crew.yaml")
        taken.append(time.process_time() - began)
    assert min(taken) < 0.05


def test_the_whole_pack_reads_as_before(pack: PackFolder) -> None:
    assert DraftChecker(pack.root).pack.questions[0].id == read_pack(pack.root).questions[0].id


def test_a_retired_id_is_neither_proposed_nor_taken_and_its_file_is_not_offered(pack: PackFolder) -> None:
    pack.write("questions/retired.yaml", "retired: [theme-song]\n")
    bench = DraftChecker(pack.root)
    assert bench.files == ("cast.yaml",)
    assert bench.propose_id("Theme song?") == "theme-song-2"
    [error] = bench.check(changed(id="theme-song"), "cast.yaml").errors
    assert (error.rule.code, error.message) == ("Q505", "The id 'theme-song' is retired: an earlier question had it.")
    with pytest.raises(WriteError, match="retired"):
        bench.save(changed(id="theme-song"), "cast.yaml")
