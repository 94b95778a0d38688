"""Mending: what has one right answer is put right, every byte beside it stays, and twice is once."""

import hashlib
import json

import pytest

from quiz.bank.writing.fix import FileFix, find_fixes
from quiz.bank.writing.replacing import NotWrittenError
from tests.bank.packs import ARTICLE, PackFolder, citation, codes, entry, question

TYPED = "questions:\n  - id: shoots\n    prompt: Who said it?\n    answer: Ian McShane\n    distractors: [A, B]\n"


def fix(pack: PackFolder) -> list[FileFix]:
    """Mend a pack; what was mended. A second time there is nothing left to mend."""
    found = find_fixes(pack.root)
    for one in found:
        if one.mends:
            one.write()
    again = find_fixes(pack.root)
    assert [mend for one in again for mend in one.mends] == []
    assert [one.left for one in again if one.left] == [one.left for one in found if one.left]
    return found


def questions(pack: PackFolder) -> bytes:
    return (pack.root / "questions" / "cast.yaml").read_bytes()


def left(found: list[FileFix]) -> list[str]:
    return [one.why for file in found for one in file.left]


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ('quote: "\\"It\'s not reshoots\\""', 'quote: "“It’s not reshoots\\""'),
        ("quote: It's not reshoots  # It's", "quote: It’s not reshoots  # It's"),
        (
            "quote: >-\n          It's not reshoots,\n          it's new",
            "quote: >-\n          It’s not reshoots,\n          it’s new",
        ),
        ("quote: 'It''s not reshoots'", "quote: 'It’s not reshoots'"),
        ("quote: |\n          It's not reshoots\n", "quote: |\n          It’s not reshoots\n"),
        ("quote: It's not [...] it's new", "quote: It’s not [...] it’s new"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_a_quote_gets_the_articles_characters(
    pack: PackFolder, typed: str, after: str, line_end: str, bom: bytes
) -> None:
    text = (
        f"# don't touch\n{TYPED}    citations:\n      - source: review\n        {typed}\n    explanation: It's so.\n"
    )
    typed_out = text.replace('reshoots\\""', 'reshoots, it\'s new shoots,\\""')  # a quote ends at whole words
    wanted = text.replace(typed, after).replace('reshoots\\""', 'reshoots, it’s new shoots,”"')
    pack.write("questions/cast.yaml", bom + typed_out.replace("\n", line_end).encode())
    [found] = fix(pack)
    assert questions(pack) == bom + wanted.replace("\n", line_end).encode()
    assert "’ for '" in found.mends[0].what
    assert pack.ids() == ["shoots"]


def test_what_cannot_be_put_right_without_harm_is_left_and_the_rest_is_mended(pack: PackFolder) -> None:
    text = "It’s said #1 times. It’s new."
    pack.article(text)
    pack.catalogue(entry(text=text))
    quotes = [f"{{source: review, quote: {quote}}}" for quote in ("said\u00a0#1 times", "It's new")]
    written = TYPED + "    citations:\n" + "".join(f"      - {one}\n" for one in quotes)
    pack.write("questions/cast.yaml", written)
    [found] = fix(pack)  # with a plain space, # would begin a comment
    assert questions(pack).decode() == written.replace("It's", "It’s")
    assert left([found]) == ["It cannot be mended without changing what stands beside it."]


def test_a_quote_under_a_dispute_is_mended_too(pack: PackFolder) -> None:
    dispute = {"answer": "Nobody", "citation": citation("it's new shoots")}
    pack.questions(question(disputes=[dispute], according_to="review"))
    before = questions(pack)
    fix(pack)
    assert questions(pack) == before.replace(b"it's", "it’s".encode())


def test_what_is_written_with_escapes_is_left_and_told(pack: PackFolder) -> None:
    text = TYPED + '    citations: [{source: review, quote: "It\'s not \\x72eshoots"}]\n'
    pack.write("questions/cast.yaml", text)
    [found] = fix(pack)
    assert questions(pack).decode() == text
    assert [one.place.line for one in found.left] == [6]
    assert "left to you" in left([found])[0]


def test_a_quote_that_does_not_stand_is_not_touched(pack: PackFolder) -> None:
    pack.questions(question(citations=[citation("It's not a reshoot"), citation("It's new", source="nobody")]))
    assert fix(pack) == []


@pytest.mark.parametrize(
    ("key", "after"),
    [("", "  - id: who-directs\n    prompt"),
     ("    id:\n", "    id: who-directs\n"), ("    id: null # x\n", "    id: who-directs # x\n"),
     ("    id: ''\n", "    id: who-directs\n"), ("    id:   \n", "    id: who-directs   \n")],
)  # fmt: skip
def test_a_question_without_an_id_gets_one(pack: PackFolder, key: str, after: str) -> None:
    text = f"questions:\n  - prompt: Who directs?\n{key}    answer: Len Wiseman\n"
    pack.write("questions/cast.yaml", text)
    fix(pack)
    said = questions(pack).decode()
    assert after in said
    assert said.replace("id: who-directs\n    prompt", "prompt").splitlines()[-1] == "    answer: Len Wiseman"


def test_no_two_questions_of_a_pack_get_the_same_id(pack: PackFolder) -> None:
    taken = question("who-directs-ballerina")
    pack.questions(taken, question(id=...), question(id=...), file="a.yaml")
    pack.write("questions/broken.yaml", "questions:\n  - id: who-directs-ballerina-3\n    prompt: [\n")
    fix(pack)
    ids = [one["id"] for one in json.loads((pack.root / "questions" / "a.yaml").read_text())["questions"]]
    assert ids == ["who-directs-ballerina", "who-directs-ballerina-2", "who-directs-ballerina-4"]


def test_a_question_without_a_prompt_or_with_a_wrong_id_keeps_what_it_has(pack: PackFolder) -> None:
    pack.questions(
        question(id=..., prompt=...), question(id=..., prompt="  "), question(id=["x"]), question("Who is it?")
    )
    assert fix(pack) == []


def change_article(pack: PackFolder, text: str = ARTICLE + "One more line.\n") -> str:
    pack.article(text)
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_stale_sha256_is_mended_where_every_quote_stands(pack: PackFolder) -> None:
    before = (pack.root / "seeds" / "sources.yaml").read_bytes()
    digest = change_article(pack)
    assert codes(pack.read().problems) == ["Q303"]
    [found] = fix(pack)
    old = entry()["sha256"]
    assert (pack.root / "seeds" / "sources.yaml").read_bytes() == before.replace(str(old).encode(), digest.encode())
    assert "SHA-256" in found.mends[0].what
    assert pack.read().problems == ()


@pytest.mark.parametrize("fallen", ["citation", "dispute", "exempt", "inferred", "unreadable", "no citation"])
def test_a_stale_sha256_is_left_where_a_quote_may_have_fallen(pack: PackFolder, fallen: str) -> None:
    gone = citation("These words are gone")
    more = {"exempt": [{"why": "w", "sentences": ["These words are gone"]}]} if fallen == "exempt" else {}
    more |= (
        {"published": "2024", "published_inferred": "true", "inferred_from": "Gone"} if fallen == "inferred" else {}
    )
    pack.catalogue(entry(**more))
    if fallen == "citation":
        pack.questions(question(), question("b", citations=[citation(), gone], answer=...))
    elif fallen == "dispute":
        pack.questions(question(disputes=[{"answer": "A", "citation": gone}]))
    elif fallen == "unreadable":
        pack.write("questions/broken.yaml", "questions: [")
    elif fallen == "no citation":
        pack.questions(question(citations=[citation(quote=["a list"])]))
    change_article(pack)
    before = (pack.root / "seeds" / "sources.yaml").read_bytes()
    assert len(left(fix(pack))) == 1
    assert (pack.root / "seeds" / "sources.yaml").read_bytes() == before


def test_a_source_that_nobody_cites_and_has_changed_is_mended(pack: PackFolder) -> None:
    pack.write("questions/cast.yaml", "# nothing yet\n")
    change_article(pack)
    assert len(fix(pack)) == 1


def test_the_difference_is_shown_as_a_unified_diff_that_acts_on_no_terminal(pack: PackFolder) -> None:
    pack.write(
        "questions/cast.yaml", f"# \x85\n{TYPED}    citations: [{{source: review, quote: It's new}}]\n".encode()
    )
    [found] = [one for one in find_fixes(pack.root, "p/") if one.mends] or [None]
    assert found is None or "\x85" not in found.diff()
    pack.write("questions/cast.yaml", f"{TYPED}    citations: [{{source: review, quote: It's not}}]\n")
    [found] = find_fixes(pack.root, "p/")
    assert found is not None
    assert found.diff().splitlines()[:2] == ["--- a/p/questions/cast.yaml", "+++ b/p/questions/cast.yaml"]
    assert "+    citations: [{source: review, quote: It’s not}]" in found.diff()


def test_what_was_saved_between_reading_and_writing_stays(pack: PackFolder) -> None:
    pack.questions(question(id=...))
    [found] = find_fixes(pack.root)
    pack.write("questions/cast.yaml", "questions: []\n")
    with pytest.raises(NotWrittenError, match="changed meanwhile"):
        found.write()
    assert questions(pack) == b"questions: []\n"
