"""Coverage: of every sentence it is told whether a question quotes it, need not, or should."""

import json
import unicodedata
from typing import Any

import pytest

from quiz.author.coverage import Sentence, as_json, as_text, coverage
from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.quote import locate
from quiz.bank.sentences import sentences
from tests.bank.pack_folder import ARTICLE, PackFolder, citation, entry, question

LIMITS = [
    {"from": "date 2024-12-09 Header of the review", "why": "header"},
    {"from": "Screenshot via Lionsgate", "why": "credit"},
]
DIRECTS = "Len Wiseman directs Ballerina."
OPENS = "It opens in theaters on June 6, 2025."
SHOOTS = "“It’s not reshoots, it’s new shoots,” Ian McShane said."
BUDGET = "The budget is 1.2 million dollars."


def exempting(*sentences: str, why: str = "a heading") -> dict[str, object]:
    """An entry in which some sentences are exempt."""
    return entry(off_limits=LIMITS, exempt=[{"why": why, "sentences": list(sentences)}])


def bank(pack: PackFolder) -> Bank:
    return load_bank([pack.root])


def flaws(read: Bank) -> list[str]:
    """The codes of errors, and of words that are not exempt as they should be."""
    return [one.rule.code for one in read.problems if one.is_error or one.rule.code == "Q311"]


def found(pack: PackFolder) -> dict[str, Sentence]:
    """What is told of every sentence of the pack's only article, by its words."""
    read = bank(pack)
    assert flaws(read) == []
    return {one.words: one for one in coverage(read.questions, read.sources[0])}


@pytest.fixture
def told(pack: PackFolder) -> PackFolder:
    """A pack with a sentence of each sort: quoted, quoted though exempt, exempt, and none of it."""
    pack.write_sources_file(exempting("opens in theaters", "The budget is 1.2 million"))
    pack.questions(question(), question("opening", answer="June 6, 2025", citations=[citation("June 6, 2025")]))
    return pack


def test_a_sentence_is_quoted_or_exempt_or_both_or_neither(told: PackFolder) -> None:
    sentence = found(told)
    assert list(sentence) == [DIRECTS, OPENS, SHOOTS, BUDGET]
    assert [one.paragraph for one in sentence.values()] == [1, 1, 2, 2]
    assert {words: (one.questions, one.exempt, one.is_quotable) for words, one in sentence.items()} == {
        DIRECTS: (("pack/director",), None, True),
        OPENS: (("pack/opening",), "a heading", True),  # what is quoted counts, whatever was thought of it
        SHOOTS: ((), None, True),
        BUDGET: ((), "a heading", False),
    }


def test_a_quote_over_two_sentences_quotes_both_and_one_with_a_gap_only_what_it_holds(pack: PackFolder) -> None:
    over = question("over", citations=[citation("Wiseman directs Ballerina. It opens")], explanation="So it is.")
    gap = question("gap", citations=[citation("Len [...] June 6")], explanation="So it is.")
    wide = question("wide", citations=[citation("not reshoots [...] million")], explanation="So it is.")
    pack.write_sources_file(entry(off_limits=LIMITS))
    pack.questions(over, gap, wide)
    assert {words: one.questions for words, one in found(pack).items()} == {
        DIRECTS: ("pack/over", "pack/gap"),
        OPENS: ("pack/over", "pack/gap"),
        SHOOTS: ("pack/wide",),
        BUDGET: ("pack/wide",),
    }


def test_what_lies_between_the_parts_of_a_quote_is_not_quoted(pack: PackFolder) -> None:
    text = "One is here. Two is left out. Three is here.\n"
    pack.article(text)
    pack.write_sources_file(entry(text=text))
    gap = question(answer="Three", citations=[citation("One is [...] Three is")])
    pack.questions(gap)
    assert [bool(one.questions) for one in found(pack).values()] == [True, False, True]


def test_a_dispute_quotes_too_and_each_question_is_told_once(pack: PackFolder) -> None:
    dispute = {"answer": "Ian McShane", "citation": citation("Ian McShane said")}
    twice = [citation("Len Wiseman"), citation("directs Ballerina")]
    pack.write_sources_file(entry(off_limits=LIMITS))
    pack.questions(question("z", citations=twice, disputes=[dispute]), question("a"))
    sentence = found(pack)
    assert sentence[DIRECTS].questions == ("pack/z", "pack/a")
    assert sentence[SHOOTS].questions == ("pack/z",)


def test_a_quote_that_ends_where_a_sentence_begins_does_not_quote_it(pack: PackFolder) -> None:
    pack.write_sources_file(entry(off_limits=LIMITS))
    pack.questions(question(citations=[citation(DIRECTS)]))
    assert [words for words, one in found(pack).items() if one.questions] == [DIRECTS]


def test_a_source_of_the_same_words_in_another_place_is_not_quoted(pack: PackFolder) -> None:
    pack.article(ARTICLE, "copy")
    pack.write_sources_file(entry(), entry("copy", off_limits=LIMITS))
    read = bank(pack)
    assert flaws(read) == []
    assert not any(one.questions for one in coverage(read.questions, read.sources[1]))
    assert [one.source for one in coverage(read.questions, read.sources[1])] == [read.sources[1]] * 4


def test_every_sentence_is_told_in_reading_order(builtin: Bank) -> None:
    for source in builtin.sources:
        told = coverage(builtin.questions, source)
        assert [(one.paragraph, one.span) for one in told] == [(p.number, span) for p, span in sentences(source)]
        assert all(one.words == source.words(one.span) for one in told)


def test_every_quote_of_the_bank_is_in_a_sentence_that_names_its_question(builtin: Bank) -> None:
    told = {source.id: coverage(builtin.questions, source) for source in builtin.sources}
    for asked in builtin.questions:
        for passage in asked.passages:
            for part in passage.parts:
                holding = [one for one in told[passage.source.id] if one.span.overlaps(part)]
                assert holding
                assert all(asked.key in one.questions for one in holding)


# As text and as JSON


def test_text_gives_the_shares_and_every_sentence_that_waits(told: PackFolder) -> None:
    told.write_sources_file({**exempting("The budget is 1.2 million"), "title": "A title"})
    assert as_text(bank(told)) == (
        "A title (review): 2 of 3 sentences quoted (66.7 %), 1 exempt\n"
        f"  ¶ 2   {SHOOTS}\n"
        "\n"
        "All sources: 2 of 3 sentences quoted (66.7 %), 1 exempt"
    )


def test_text_adds_the_sources_up_and_names_one_that_nobody_cites(told: PackFolder) -> None:
    words = "Nobody cites me. Nor me.\n"
    told.article(words, "note")
    told.write_sources_file(exempting("The budget is 1.2 million"), entry("note", words))
    assert as_text(bank(told)).splitlines() == [
        "review (review): 2 of 3 sentences quoted (66.7 %), 1 exempt",
        f"  ¶ 2   {SHOOTS}",
        "",
        "note (note): 0 of 2 sentences quoted (0.0 %), 0 exempt",
        "  ¶ 1   Nobody cites me.",
        "  ¶ 1   Nor me.",
        "",
        "All sources: 2 of 5 sentences quoted (40.0 %), 1 exempt",
    ]


def test_a_source_of_which_nothing_needs_to_be_quoted_has_no_share(told: PackFolder) -> None:
    words = "Conclusion\n"
    told.article(words, "note")
    told.write_sources_file(
        entry(), {**entry("note", words), "exempt": [{"why": "heading", "sentences": ["Conclusion"]}]}
    )
    assert "note (note): 0 of 0 sentences quoted (nothing to quote), 1 exempt\n" in as_text(bank(told))


def test_a_pack_without_sources_has_nothing_to_quote(pack: PackFolder) -> None:
    pack.write_sources_file()
    assert as_text(bank(pack)) == "All sources: 0 of 0 sentences quoted (nothing to quote), 0 exempt"
    assert json.loads(as_json(bank(pack))) == []


def test_json_has_every_sentence_of_every_source(told: PackFolder) -> None:
    told.article("Nobody cites me.\n", "note")
    told.write_sources_file(exempting("The budget is 1.2 million"), entry("note", "Nobody cites me.\n"))
    assert SHOOTS in as_json(bank(told))  # as a reader reads it
    review, note = json.loads(as_json(bank(told)))
    assert (review["source"], note["source"]) == ("review", "note")
    assert [one["words"] for one in review["sentences"]] == [DIRECTS, OPENS, SHOOTS, BUDGET]
    assert [one["questions"] for one in review["sentences"]] == [["pack/director"], ["pack/opening"], [], []]
    assert [one["exempt"] for one in review["sentences"]] == [None, None, None, "a heading"]
    assert all(ARTICLE[one["start"] : one["end"]] == one["words"] for one in review["sentences"])
    assert note["sentences"] == [
        {"start": 0, "end": 16, "paragraph": 1, "words": "Nobody cites me.", "questions": [], "exempt": None}
    ]


def test_no_character_that_acts_comes_through_and_json_loses_none(pack: PackFolder) -> None:
    words = "A \x1b[31mred\x9b word\u202e here.\n"
    pack.article(words, "odd")
    why = "w\x1b\x9b\u202e"
    exempt = [{"why": why, "sentences": ["word"]}]
    pack.write_sources_file(entry(), {**entry("odd", words), "title": "t\x1b\x9b\u202e"})
    pack.write("seeds/sources.yaml", (pack.root / "seeds/sources.yaml").read_text().replace("\x9b", "\\x9b"))
    shown = as_text(bank(pack))
    assert "A ␛[31mred\ufffd word\ufffd here." in shown
    assert "t␛\ufffd\ufffd (odd)" in shown
    pack.write_sources_file(entry(), {**entry("odd", words), "exempt": exempt})
    pack.write("seeds/sources.yaml", (pack.root / "seeds/sources.yaml").read_text().replace("\x9b", "\\x9b"))
    told = as_json(bank(pack))
    [odd] = json.loads(told)[1]["sentences"]
    assert (odd["words"], odd["exempt"]) == (words.strip(), why)
    for text in (shown, told):
        acting = [char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cs", "Cf")]
        assert acting == []


# What is exempt


@pytest.mark.parametrize(
    "words",
    [
        DIRECTS,
        "directs Ballerina",
        "Len [...] Ballerina",
        "\"It's not reshoots",
        SHOOTS,
        "opens in theaters on June\u00a06",
        "Ballerina. It opens",
    ],
)
def test_words_that_stand_once_are_exempt_with_their_sentence(pack: PackFolder, words: str) -> None:
    pack.write_sources_file(exempting(words, why="stated elsewhere"))
    read = bank(pack)
    assert flaws(read) == []
    located = locate(words, read.sources[0])
    for one in coverage((), read.sources[0]):
        inside = one.span.overlaps(located.span)  # type: ignore[union-attr] - it is located, or there was a problem
        assert one.exempt == ("stated elsewhere" if inside else None)
    assert any(one.exempt for one in coverage((), read.sources[0]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("words that are not there", "not in review"),
        ("Len Wiseman directs Ballerino", "not in review"),
        ("len wiseman", "not in review"),
        ("It", "more than once"),
        ("it’s", "more than once"),
        ("Screenshot via", "off limits"),
        ("", "empty"),
        ("  ", "empty"),
        ("Ballerina. [...] Ian McShane", "not in this order in one paragraph"),
    ],
)
def test_words_that_do_not_stand_exactly_once_are_told_and_keep_nothing_out(
    pack: PackFolder, words: str, said: str
) -> None:
    text = ARTICLE.replace("June 6, 2025.", "June 6, 2025. It is it’s own.")
    pack.article(text)
    good: list[Any] = [{"why": "a heading", "sentences": [DIRECTS]}]
    pack.write_sources_file(
        entry(text=text, off_limits=LIMITS, exempt=[*good, {"why": "twice", "sentences": [BUDGET, words]}])
    )
    [problem] = [one for one in pack.read().problems if one.rule.code == "Q311"]
    assert not problem.is_error
    assert said in problem.message
    assert problem.hint
    line = (pack.root / problem.place.file).read_text().splitlines()[problem.place.line - 1]
    assert json.loads(line[problem.place.column - 1 :]) == words
    read = bank(pack)
    assert [one.id for one in read.questions] == ["director"]
    assert [one.why for one in read.sources[0].exempt] == ["a heading", "twice"]  # the others hold


def test_every_bad_sentence_is_told_not_only_the_first(pack: PackFolder) -> None:
    pack.write_sources_file(exempting("not there", DIRECTS, "nor here"))
    read = bank(pack)
    assert flaws(read) == ["Q311", "Q311"]
    assert len({one.place for one in read.problems if one.rule.code == "Q311"}) == 2


def test_words_that_are_not_found_exempt_nothing_and_keep_nothing_out(pack: PackFolder) -> None:
    pack.write_sources_file(exempting("not there", DIRECTS))
    read = bank(pack)
    assert len(read.sources[0].exempt) == 1
    assert len(read.questions) == 1
    found = coverage((), read.sources[0])
    assert [one.words for one in found if not one.is_unquoted] == [DIRECTS]


@pytest.mark.parametrize("exempt", [{"why": "w"}, {"sentences": [DIRECTS]}, {"why": "w", "sentences": DIRECTS}])
def test_an_exemption_needs_its_reason_and_a_list(pack: PackFolder, exempt: dict[str, object]) -> None:
    pack.write_sources_file(entry(exempt=[exempt]))
    assert {problem.rule.code for problem in bank(pack).problems} & {"Q202", "Q203"}
