"""The built-in pack: all its words are proved against its articles as stored."""

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.bank import load as loading
from quiz.bank.bank import Bank
from quiz.bank.kinds.registry import KINDS
from quiz.bank.load import load_bank
from quiz.bank.normalize import normalize
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.question import DIFFICULTIES, Passage, Question
from quiz.bank.resolver import ID
from quiz.game.deal import deal
from quiz.lint.linter import lint_packs
from quiz.lint.render.text_report import problem_text
from quiz.lint.rules import balance
from quiz.records.records import Records

ROOT = builtin_pack()
Data = dict[str, Any]


def load(path: Path) -> Data:
    """A file as an ordinary YAML library reads it, every scalar a string."""
    loader = yaml.CBaseLoader(path.read_text(encoding="utf-8"))
    try:
        return dict(loader.get_single_data())
    finally:
        loader.dispose()


def written() -> dict[str, Data]:
    """Every question as its author wrote it, by id."""
    return {
        one["id"]: one
        for path in sorted((ROOT / "questions").glob("*.yaml"))
        for one in load(path).get("questions", [])
    }


WRITTEN = written()
CATALOGUE: dict[str, Data] = {one["id"]: one for one in load(ROOT / "seeds/sources.yaml")["sources"]}


def proofs(bank: Bank) -> Iterator[tuple[Question, Data, Passage]]:
    """Every passage of every question, disputes included, beside the citation that its author wrote."""
    for question in bank.questions:
        raw = WRITTEN[question.id]
        citations = [*raw["citations"], *(dispute["citation"] for dispute in raw.get("disputes", []))]
        for citation, passage in zip(citations, question.passages, strict=True):
            yield question, citation, passage


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the pack that may be spoilt."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "questions", tmp_path / "questions")
    return tmp_path


def rewrite(root: Path, questions: list[Data]) -> Bank:
    """The pack at a path with other questions instead of its own."""
    for path in (root / "questions").glob("*.yaml"):
        path.unlink()
    (root / "questions/all.yaml").write_text(json.dumps({"questions": questions}), encoding="utf-8")
    return load_bank([root])


def test_there_is_nothing_wrong_with_it() -> None:
    assert [problem_text(problem) for problem in lint_packs(loading.load()).problems] == []


def test_every_question_that_is_written_is_played(builtin: Bank) -> None:
    assert {question.id for question in builtin.questions} == set(WRITTEN)
    assert len(builtin.by_key) == len(builtin.questions) >= 100


def test_it_has_enough_of_every_difficulty_for_a_game_that_rises(builtin: Bank) -> None:
    shares = Counter(question.difficulty for question in builtin.questions)
    for difficulty, share in zip(DIFFICULTIES, (0.20, 0.20, 0.10), strict=True):
        assert shares[difficulty] >= share * len(builtin.questions), shares


def test_prompts_are_short(builtin: Bank) -> None:
    lengths = {question.id: len(question.prompt.split()) for question in builtin.questions}
    assert {name: length for name, length in lengths.items() if length > 20} == {}
    assert sum(length < 14 for length in lengths.values()) > len(lengths) / 2


def test_it_has_every_kind_and_few_of_those_that_tire(builtin: Bank) -> None:
    kinds = Counter(question.kind for question in builtin.questions)
    assert set(kinds) == set(KINDS)
    assert kinds["order"] <= len(builtin.questions) / 12
    assert kinds["true-false"] <= len(builtin.questions) / 5


def test_how_many_options_are_right_is_never_known_beforehand(builtin: Bank) -> None:
    right = Counter(len(question.answer) for question in builtin.questions if question.kind == "multiple")
    assert len(right) > 1, right


def test_every_topic_is_large_enough_for_a_game_and_small_enough_to_know(builtin: Bank) -> None:
    topics = Counter(question.topic for question in builtin.questions)
    assert {topic: count for topic, count in topics.items() if not 10 <= count <= 40} == {}


def test_the_articles_disagree_in_at_least_ten_questions(builtin: Bank) -> None:
    assert sum(bool(question.disputes) for question in builtin.questions) >= 10


def test_every_question_is_explained(builtin: Bank) -> None:
    assert [question.id for question in builtin.questions if not question.explanation] == []


def test_every_id_that_records_may_have_is_in_play_or_retired(builtin: Bank, tmp_path: Path) -> None:
    """The records of version 1 were made with an earlier bank."""
    (pack,) = builtin.packs
    assert pack.retired
    assert pack.retired.isdisjoint(pack.ids)
    assert all(ID.fullmatch(name) for name in pack.retired)
    shutil.copytree(Path(__file__).parents[1] / "records" / "version_1", tmp_path / "data")
    records = Records(tmp_path / "data")
    played = {key for game in records.all_history() for key in game.questions}
    records.close()
    assert len(played) > 5
    assert played <= builtin.by_key.keys() | builtin.retired


def test_neither_the_place_nor_the_length_of_the_answers_tells_them(builtin: Bank) -> None:
    places, lengths = balance.place_distribution(builtin.questions), balance.length_distribution(builtin.questions)
    assert sum(map(sum, lengths.counts)) >= 20
    for evenness in (places, lengths):
        assert evenness.probability > 0.05, balance.told(evenness)


def test_every_question_is_what_its_author_wrote(builtin: Bank) -> None:
    for question in builtin.questions:
        raw = WRITTEN[question.id]
        assert question.prompt == raw["prompt"]
        assert question.kind == raw.get("kind", "choice")
        answers = raw["answer"] if isinstance(raw["answer"], list) else [raw["answer"]]
        assert [one.casefold() for one in question.answer] == [one.casefold() for one in answers]
        assert question.kind == "true-false" or list(question.distractors) == raw.get("distractors", [])
        assert (question.according_to and question.according_to.id) == raw.get("according_to")
        disputed = [one["answer"].casefold() for one in raw.get("disputes", [])]
        assert [one.answer.casefold() for one in question.disputes] == disputed


def test_every_article_is_the_one_that_was_catalogued(builtin: Bank) -> None:
    assert {source.id for source in builtin.sources} == set(CATALOGUE)
    assert {one["file"] for one in CATALOGUE.values()} == {path.name for path in (ROOT / "seeds").glob("*.txt")}
    for source in builtin.sources:
        data = (ROOT / source.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == CATALOGUE[source.id]["sha256"]
        assert source.text.encode() == data


def test_every_quote_stands_in_the_article_that_it_names(builtin: Bank) -> None:
    for question, citation, passage in proofs(builtin):
        assert passage.source.id == citation["source"], question.id
        parts = [normalize(part) for part in citation["quote"].split("[...]")]
        assert parts == [normalize(passage.source.text[part.start : part.end]) for part in passage.parts], question.id


def test_every_passage_is_a_slice_of_the_stored_file_byte_for_byte(builtin: Bank) -> None:
    for question, _, passage in proofs(builtin):
        data = (ROOT / passage.source.file).read_bytes()
        text = data.decode("utf-8")
        for part in passage.parts:
            shown = passage.source.words(part).encode()
            at = len(text[: part.start].encode())
            assert data[at : at + len(shown)] == shown, question.id
            assert shown in passage.words.encode()


def test_every_passage_lies_in_its_paragraph_and_outside_what_is_off_limits(builtin: Bank) -> None:
    for question, _, passage in proofs(builtin):
        [paragraph] = [one for one in passage.source.paragraphs if one.number == passage.paragraph]
        assert paragraph.span.start <= passage.span.start < passage.span.end <= paragraph.span.end, question.id
        assert list(passage.parts) == sorted(passage.parts)
        assert not any(part.overlaps(ban) for part in passage.parts for ban in passage.source.off_limits), question.id


def test_every_highlight_lies_inside_a_part_and_reads_as_it_should(builtin: Bank) -> None:
    for question, citation, passage in proofs(builtin):
        answers = [*question.answer, *(one.answer for one in question.disputes)]
        wanted = {normalize(words).casefold() for words in [citation.get("highlight"), *answers] if words}
        for span in passage.highlights:
            assert any(part.start <= span.start < span.end <= part.end for part in passage.parts), question.id
            assert normalize(passage.source.words(span)).casefold() in wanted, question.id


def test_every_question_shows_its_answer_or_tells_how_it_follows(builtin: Bank) -> None:
    for question in builtin.questions:
        assert question.explanation or any(passage.highlights for passage in question.citations), question.id


def test_whoever_offers_a_disputed_option_says_whom_the_question_follows(builtin: Bank) -> None:
    assert any(question.disputes for question in builtin.questions)
    for question in builtin.questions:
        options = {normalize(option) for option in question.options}
        if any(normalize(one.answer) in options for one in question.disputes):
            assert question.according_to is not None, question.id
            assert question.according_to.id in question.sources, question.id


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_a_letter_less_in_an_article_fails_exactly_the_quotes_over_it(builtin: Bank, copy: Path, name: str) -> None:
    [source] = [one for one in builtin.sources if one.id == name]
    part = builtin.passages_of(source)[0][0].passages[builtin.passages_of(source)[0][1]].parts[0]
    at = next(index for index in range((part.start + part.end) // 2, part.end) if source.text[index].isalpha())
    (copy / source.file).write_bytes((source.text[:at] + source.text[at + 1 :]).encode())
    over = {
        question.id
        for question, index in builtin.passages_of(source)
        if any(one.start <= at < one.end for one in question.passages[index].parts)
    }
    spoilt = load_bank([copy])
    [changed] = [problem for problem in spoilt.problems if problem.rule.code == "Q303"]
    assert over
    assert all(one in changed.message for one in over)
    assert {problem.question for problem in spoilt.problems if problem.rule.code == "Q401"} == over
    assert {question.id for question in spoilt.questions} == set(WRITTEN) - over


def test_a_changed_digit_in_a_quote_is_never_taken(builtin: Bank, copy: Path) -> None:
    spoilt = []
    for raw in WRITTEN.values():
        for citation in raw["citations"]:
            quote = citation["quote"]
            digits = [index for index, char in enumerate(quote) if char.isdigit()]
            for at in digits[-1:]:
                other = f"{quote[:at]}{(int(quote[at]) + 1) % 10}{quote[at + 1 :]}"
                name = f"digit-{len(spoilt)}"
                spoilt.append({**raw, "id": name, "citations": [{**citation, "quote": other}]})
    bank = rewrite(copy, spoilt)
    assert len(spoilt) > 5
    assert bank.questions == ()
    refused = {problem.question for problem in bank.problems if problem.rule.code == "Q401"}
    assert refused == {raw["id"] for raw in spoilt}
    assert all("digits differ" in problem.message for problem in bank.problems if problem.rule.code == "Q401")


def test_a_wrong_answer_is_not_shown_by_the_quotes(builtin: Bank, copy: Path) -> None:
    """With the first distractor as the answer, and nothing but the quotes to prove it, the question falls.

    It stands only where the quote names that distractor too: then what is highlighted is the distractor.
    """
    swapped = [
        {
            **{key: value for key, value in raw.items() if key not in ("explanation", "disputes", "according_to")},
            "answer": raw["distractors"][0],
            "distractors": [raw["answer"], *raw["distractors"][1:]],
            "citations": [{**one, "highlight": None} for one in raw["citations"]],
        }
        for raw in WRITTEN.values()
        if raw.get("kind", "choice") == "choice"
    ]
    bank = rewrite(copy, swapped)
    fallen = {problem.question for problem in bank.problems if problem.rule.code in ("Q408", "Q603")}
    others = {problem.rule.code for problem in bank.problems} - {"Q408", "Q603"}
    assert others == (set() if bank.questions else {"Q103"})
    assert len(fallen) > len(swapped) * 0.8
    assert fallen | {question.id for question in bank.questions} == {raw["id"] for raw in swapped}
    for question in bank.questions:
        shown = {
            normalize(one.source.words(span)).casefold() for one in question.citations for span in one.highlights
        }
        assert shown == {normalize(question.answer[0]).casefold()}, question.id


def test_true_and_false_changed_over_is_not_shown_by_the_quotes(copy: Path) -> None:
    """No quote says True or False: without an author's highlight and explanation a statement proves nothing."""
    bare = [
        {**raw, "explanation": None, "citations": [{**one, "highlight": None} for one in raw["citations"]]}
        for raw in WRITTEN.values()
        if raw.get("kind") == "true-false"
    ]
    bank = rewrite(copy, bare)
    assert bank.questions == ()
    assert {problem.question for problem in bank.problems if problem.rule.code == "Q408"} == {
        one["id"] for one in bare
    }


def test_its_games_open_easy_and_liked_and_have_a_hard_question_near_the_end(builtin: Bank) -> None:
    games = [deal(builtin.question_summaries, str(seed), 10, builtin) for seed in range(100)]
    assert {(game[0].difficulty, game[0].appeal) for game in games} == {("easy", 3)}
    assert {game[-1].appeal for game in games} == {3}
    assert all("hard" in {question.difficulty for question in game[7:9]} for game in games)
