"""Mending: what has one right answer is put right, every byte beside it stays, and twice is once."""

import hashlib
import json

import pytest

from quiz.author.file_fix import FileFix
from quiz.author.fix import find_fixes
from quiz.bank.atomic_write import WriteError
from quiz.bank.files import MOST_BYTES
from tests.bank.apply_patch import patched
from tests.bank.pack_folder import ARTICLE, PackFolder, citation, codes, entry, question

TYPED = "questions:\n  - id: shoots\n    prompt: Who said it?\n    answer: Ian McShane\n    distractors: [A, B]\n"


def fix(pack: PackFolder) -> list[FileFix]:
    """Fix a pack and return the fixes. A second run finds nothing to fix."""
    found = find_fixes(pack.root)
    for one in found:
        if one.fixes:
            one.write()
    again = find_fixes(pack.root)
    assert [mend for one in again for mend in one.fixes] == []
    still = [(one.place, one.reason) for file in again for one in file.unfixed]
    assert still == [(one.place_after, one.reason) for file in found for one in file.unfixed]
    return found


def questions(pack: PackFolder) -> bytes:
    return (pack.root / "questions" / "cast.yaml").read_bytes()


def left(found: list[FileFix]) -> list[str]:
    return [one.reason for file in found for one in file.unfixed]


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
    assert "’ for '" in found.fixes[0].message
    assert pack.ids() == ["shoots"]


@pytest.mark.parametrize(
    ("text", "typed", "after"),
    [
        ('"Useful" said he.', "“Useful” said he", "'\"Useful\" said he'"),
        ("It’s said #1 times.", "said\u00a0#1 times", '"said #1 times"'),  # with a plain space, # begins a comment
        ("'Tis so he said.", "‘Tis so", '"\'Tis so"'),
    ],
)
@pytest.mark.parametrize("citation", ["{{source: review, quote: {}}}", "quote: {}\n        source: review"])
def test_a_quote_that_would_be_no_plain_words_any_more_is_put_between_quotation_marks(
    pack: PackFolder, text: str, typed: str, after: str, citation: str
) -> None:
    text += " It’s new."
    pack.article(text)
    pack.write_sources_file(entry(text=text))
    written = (
        f"{TYPED}    citations:\n      - {citation.format(typed)}\n      - {{source: review, quote: It's new}}\n"
    )
    pack.write("questions/cast.yaml", written)
    fix(pack)
    assert questions(pack).decode() == written.replace(typed, after).replace("It's", "It’s")


def test_what_cannot_be_put_right_without_harm_is_left_and_the_rest_is_mended(pack: PackFolder) -> None:
    written = (
        "questions: [prompt: Who is it?, {id: a, prompt: Who?, citations: [{source: review, quote: It's not}]}]\n"
    )
    pack.write("questions/cast.yaml", written)
    [found] = fix(pack)  # a pair without braces has no place for a second one
    assert questions(pack).decode() == written.replace("It's", "It’s")
    assert left([found]) == ["It cannot be fixed without changing another value."]


def test_what_is_told_stands_where_it_is_once_the_file_is_mended(pack: PackFolder) -> None:
    quotes = "{source: review, quote: It's not}, {source: review, quote: \"it's \\x6eew\"}"
    pack.write("questions/cast.yaml", TYPED.replace("id: shoots\n    ", "") + f"    citations: [{quotes}]\n")
    [found] = fix(pack)
    assert [(one.place.line, "id" in one.message) for one in found.fixes] == [(2, True), (6, False)]
    assert [(one.place.line, one.place_after.line) for one in found.unfixed] == [(5, 6)]
    lines = questions(pack).decode().splitlines()
    for one in found.fixes:
        assert lines[one.place.line - 1][one.place.column - 1 :].startswith(one.value)


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
    assert [one.place.line for one in found.unfixed] == [6]
    assert "differs from the article's" in left([found])[0]


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


@pytest.mark.parametrize("spoilt", ["large", "dangling"])
def test_no_id_is_made_up_while_a_file_that_may_use_it_cannot_be_read(pack: PackFolder, spoilt: str) -> None:
    pack.questions(question(id=...))
    spoil(pack, spoilt)
    assert left(fix(pack)) == [
        "It has no id, and gets none while questions/more.yaml cannot be read: fix that first."
    ]


def test_a_question_without_a_prompt_or_with_a_wrong_id_keeps_what_it_has(pack: PackFolder) -> None:
    pack.questions(
        question(id=..., prompt=...), question(id=..., prompt="  "), question(id=["x"]), question("Who is it?")
    )
    assert fix(pack) == []


def spoil(pack: PackFolder, how: str) -> None:
    """Put a question file into the pack that cannot be read."""
    path = pack.root / "questions" / "more.yaml"
    if how == "dangling":
        path.symlink_to("nowhere")
    else:
        with path.open("wb") as sparse:
            sparse.truncate(MOST_BYTES + 1)


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
    assert "SHA-256" in found.fixes[0].message
    assert pack.read().problems == ()


@pytest.mark.parametrize("fallen", ["citation", "dispute", "exempt", "inferred", "unreadable", "no citation"])
def test_a_stale_sha256_is_left_where_a_quote_may_have_fallen(pack: PackFolder, fallen: str) -> None:
    gone = citation("These words are gone")
    more = {"exempt": [{"why": "w", "sentences": ["These words are gone"]}]} if fallen == "exempt" else {}
    more |= (
        {"published": "2024", "published_inferred": "true", "inferred_from": "Gone"} if fallen == "inferred" else {}
    )
    pack.write_sources_file(entry(**more))
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


@pytest.mark.parametrize("spoilt", ["large", "dangling", "no folder"])
def test_a_stale_sha256_is_left_while_a_question_file_cannot_be_read(pack: PackFolder, spoilt: str) -> None:
    if spoilt == "no folder":
        (pack.root / "questions" / "cast.yaml").unlink()
        (pack.root / "questions").rmdir()
        (pack.root / "questions").write_text("a file in its place")
    else:
        spoil(pack, spoilt)
    change_article(pack)
    file = "questions/" if spoilt == "no folder" else "questions/more.yaml"
    assert left(fix(pack)) == [f"The article changed, but {DOUBT}: {file} cannot be read. Fix that first."]


GONE = "{source: review, quote: These words are gone}"
DOUBT = "its quotes cannot be checked"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"questions:\n  - id: a\n    citation:\n      - {GONE}\n", "the citation at questions/more.yaml:4:9"),
        (f"questions:\n  - id: a\n    citations:\n      {GONE}\n", "the citation at questions/more.yaml:4:7"),
        (f"questions:\n  - id: a\n    explanation:\n      citations: [{GONE}]\n", "the citation at"),
        (f"questions:\n  - id: a\n    citations: [[{GONE}]]\n", "the citation at questions/more.yaml:3:17"),
        (f"questions:\n  - id: a\n    disputes: [{{answer: A, citaton: {GONE}}}]\n", "the citation at"),
        (f"questions:\n  - id: a\n    citations: [{GONE.replace('source', 'sorce')}]\n", "the citation at"),
        (f"questions:\n  - id: a\n    citations: [{GONE.replace('review', 'reveiw')}]\n", "the citation at"),
        ("questions:\n  - id: a\n    citations: [These words are gone]\n", "the citation at"),
        (f"question:\n  - id: a\n    citations: [{GONE}]\n", "the citation at"),
        (f"questions:\n  id: a\n  citations: [{GONE}]\n", "the citation at"),
        (f"- id: a\n  citations: [{GONE}]\n", "the citation at"),
    ],
)
def test_a_stale_sha256_is_left_where_a_citation_is_not_written_as_one(
    pack: PackFolder, written: str, said: str
) -> None:
    pack.write("questions/more.yaml", written)
    change_article(pack)
    [why] = left(fix(pack))
    assert why.startswith(f"The article changed, but {DOUBT}: {said}")
    assert why.endswith(". Fix that first.")


def test_other_mistakes_of_form_keep_no_sha256_from_being_mended(pack: PackFolder) -> None:
    pack.questions(
        question(difficulty="tough", explanaton="So he said.", distractors=...), question("b", topic=["A"])
    )
    change_article(pack)
    [found] = fix(pack)
    assert "SHA-256" in found.fixes[0].message


def test_a_source_that_nobody_cites_and_has_changed_is_mended(pack: PackFolder) -> None:
    pack.write("questions/cast.yaml", "# nothing yet\n")
    change_article(pack)
    assert len(fix(pack)) == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["\n", "\n# the end", "\n# \u202e\u2028# \u0085#\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_the_difference_is_a_unified_diff_to_the_last_byte(
    pack: PackFolder, line_end: str, end: str, bom: str
) -> None:
    text = f"{bom}{TYPED}    citations: [{{source: review, quote: It's not}}]{end}".replace("\n", line_end)
    pack.write("questions/cast.yaml", text.encode())
    [found] = find_fixes(pack.root, "pack/")
    lines = found.diff().splitlines(keepends=True)
    assert lines[:2] == ["--- a/pack/questions/cast.yaml\n", "+++ b/pack/questions/cast.yaml\n"]
    assert f"+    citations: [{{source: review, quote: It’s not}}]{line_end}" in lines
    assert ("\\ No newline at end of file\n" in lines) is not text.endswith("\n")
    patched(pack.root.parent, found.diff())
    assert questions(pack) == found.after


def test_what_was_saved_between_reading_and_writing_stays(pack: PackFolder) -> None:
    pack.questions(question(id=...))
    [found] = find_fixes(pack.root)
    pack.write("questions/cast.yaml", "questions: []\n")
    with pytest.raises(WriteError, match="changed meanwhile"):
        found.write()
    assert questions(pack) == b"questions: []\n"


@pytest.mark.parametrize("broken", ["", 'questions:\n  - id: "open\n'])
def test_a_question_without_an_id_gets_none_that_is_retired(pack: PackFolder, broken: str) -> None:
    pack.questions(question(id=...))
    pack.write("questions/gone.yaml", f"{broken}retired: [who-directs-ballerina]\n")
    fix(pack)
    assert pack.ids() == ["who-directs-ballerina-2"]
