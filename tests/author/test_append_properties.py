"""Whatever a file of a pack holds, mending it and adding to it raises nothing and loses nothing."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from quiz.author.add_source import NewSource, add_source
from quiz.author.fix import find_fixes
from quiz.bank.atomic_write import WriteError
from tests.bank.pack_folder import PackFolder, entry

LIMITS = {
    "off_limits": [{"from": "date", "why": "w"}],
    "exempt": [{"why": "w", "sentences": ["opens in theaters", "The budget [...] million"]}],
}
CATALOGUE = json.dumps({"pack": "p", "sources": [entry(**LIMITS, published="2024")]})
QUESTIONS = """\
topic: Cast
questions:
  - id: director
    prompt: Who directs?
    answer: Len Wiseman
    distractors: [Chad Stahelski, Derek Kolstad]
    citations:
      - {source: review, quote: Len Wiseman [...] June 6, after: review}
    disputes: [{answer: Nobody, citation: {source: review, quote: Ian McShane said}, note: "n"}]
    silence: [{rule: near-copy, reason: it is another}]
  - id: second
    kind: true-false
    answer: true
"""
TOKENS = [
    *(
        "&a ",
        "*a",
        "!!int ",
        "!x ",
        "<<: *a",
        "? ",
        "- ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "#",
        "|",
        ">-",
        "%",
        "@",
        "`",
    ),
    *("'", '"', '"\\0"', '"\\x9b"', '"\\ud800"', "\n", "\r", "\r\n", "\t", "\n---\n", "\n...\n", "\u2028", "\x85"),
    *(
        "\x00",
        "\x1b",
        "\ufeff",
        "\ufffe",
        "null",
        "~",
        "[...]",
        "[…]",
        "../",
        "\u200b",
        "\u0301",
        "𝄞",
        "{a: [b, {c: ",
    ),
]

cuts = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 12), st.sampled_from(TOKENS)), min_size=1, max_size=4)
anything = (
    st.binary(max_size=80)
    | st.text(max_size=80).map(str.encode)
    | st.lists(st.sampled_from(TOKENS)).map(lambda found: "".join(found).encode())
)


def spoil(text: str, changes: list[tuple[int, int, str]]) -> bytes:
    """A text with some of its characters replaced."""
    for at, length, token in changes:
        start = at % (len(text) + 1)
        text = text[:start] + token + text[start + length :]
    return text.encode()


@given(anything | cuts.map(lambda changes: spoil(QUESTIONS.replace("    prompt: Who directs?\n", ""), changes)))
def test_no_question_file_makes_mending_fail_and_twice_is_once(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        pack = PackFolder(Path(folder) / "pack")
        pack.article()
        pack.write_sources_file(entry())
        pack.write("questions/more.yaml", data)
        for one in find_fixes(pack.root):
            assert bool(one.fixes) is bool(one.diff()) is (one.before != one.after)
            one.write()
        assert not any(one.fixes for one in find_fixes(pack.root))


@given(anything | cuts.map(lambda changes: spoil(CATALOGUE, changes)))
def test_no_catalogue_makes_adding_fail_or_loses_a_byte(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        pack = PackFolder(Path(folder) / "pack")
        pack.write("seeds/sources.yaml", data)
        (pack.root / "news.txt").write_text("Words of another article.")
        said = ""
        try:
            add_source(pack.root / "news.txt", pack.root, NewSource())
        except WriteError as refused:
            said = str(refused)
        after = (pack.root / "seeds/sources.yaml").read_bytes()
        if said:
            assert "\n" not in said
            assert [path.name for path in (pack.root / "seeds").iterdir()] == ["sources.yaml"]
            assert after == data
        else:  # what was there stands around what is new
            same = next((n for n, byte in enumerate(data) if after[n] != byte), len(data))
            assert after.endswith(data[same:])
