"""The list of a bank as text and JSON: every question with its passages."""

import json

from quiz.bank.listing import as_json, as_text
from quiz.bank.load import load_bank
from tests.bank.pack_folder import ARTICLE, PackFolder, citation, entry, question

QUOTE = "“It’s not reshoots"
DISPUTED = {"answer": "Ian McShane", "citation": citation(QUOTE), "note": "A guess."}


def test_json_has_each_question_with_the_place_of_each_quote(pack: PackFolder) -> None:
    pack.questions(question(explanation="So.", according_to="review", disputes=[DISPUTED]), topic="Makers")
    [one] = json.loads(as_json(load_bank([pack.root])))
    dispute = one.pop("disputes")[0]
    start = ARTICLE.index("Len Wiseman")
    assert one == {
        "id": "director",
        "pack": "pack",
        "kind": "choice",
        "topic": "Makers",
        "difficulty": "medium",
        "appeal": 2,
        "draft": False,
        "prompt": "Who directs Ballerina?",
        "according_to": "review",
        "answer": ["Len Wiseman"],
        "distractors": ["Chad Stahelski", "Derek Kolstad"],
        "citations": [
            {
                "source": "review",
                "start": start,
                "end": start + 29,
                "paragraph": 2,
                "words": "Len Wiseman directs Ballerina",
            }
        ],
        "explanation": "So.",
        "file": f"{pack.root}/questions/cast.yaml",
        "line": 4,
    }
    assert (dispute["answer"], dispute["note"], dispute["citation"]["words"]) == ("Ian McShane", "A guess.", QUOTE)
    assert ARTICLE[dispute["citation"]["start"] : dispute["citation"]["end"]] == QUOTE


def test_text_has_a_few_lines_for_each_question(pack: PackFolder) -> None:
    pack.questions(question(according_to="review", disputes=[DISPUTED]), topic="Makers")
    assert as_text(load_bank([pack.root])).splitlines() == [
        "Makers",
        "",
        "  director · choice · medium (according to review)",
        "    Who directs Ballerina?",
        "    = Len Wiseman",
        "    | Len Wiseman directs Ballerina",
        "      review · undated · ¶ 2",
        "    ! Ian McShane",
        f"    | {QUOTE}",
        "      review · undated · ¶ 3",
    ]


def test_each_question_is_listed_once_under_its_topic(pack: PackFolder) -> None:
    pack.questions(question("a", topic="One"), question("b", topic="Two"), question("c", topic="One"))
    ids = [line.split()[0] for line in as_text(load_bank([pack.root])).splitlines() if "· choice ·" in line]
    assert ids == ["a", "c", "b"]


def test_an_empty_bank_is_an_empty_list(pack: PackFolder) -> None:
    pack.questions()
    assert json.loads(as_json(load_bank([pack.root]))) == []
    assert as_text(load_bank([pack.root])) == ""


def test_no_character_that_acts_comes_through(pack: PackFolder) -> None:
    text = ARTICLE + "A \x1b[31mred\x9b word.\n"
    name = "odd\x1b\x9b\x7f"
    pack.article(text)
    pack.write_sources_file(entry(text=text, id=name, title="t\x1b\x9b\x7f"))
    quote = {"source": name, "quote": text.splitlines()[-1]}
    odd = question(
        prompt="p\x1b\x9b\x7f", topic="t\x1b\x9b\x7f", explanation="e\x1b", according_to=name, citations=[quote]
    )
    pack.questions(odd)
    for path in ("questions/cast.yaml", "seeds/sources.yaml"):
        written = (pack.root / path).read_text()
        pack.write(path, written.replace("\x9b", "\\x9b").replace("\x7f", "\\x7f"))
    bank = load_bank([pack.root])
    assert [one.id for one in bank.questions] == ["director"]
    for shown in (as_text(bank), as_json(bank)):
        assert not {"\x1b", "\x9b", "\x7f"} & set(shown)
