"""Mending, whatever the file holds: every byte outside what is mended stays as it was."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.author.test_fix import fix, left, questions
from tests.bank.pack_folder import PackFolder, entry

QUOTES = [
    "It's not reshoots, it's new shoots",
    "\"It's not reshoots",
    "Ian McShane said",
    "it's new [...] said",
    "Gone",
]
STYLES = ["plain", "single", "double", "folded", "literal", "json"]


def written(words: str, style: str) -> str:
    if style == "single":
        return "'" + words.replace("'", "''") + "'"
    if style in ("double", "json"):
        return json.dumps(words, ensure_ascii=style == "json")
    if style in ("folded", "literal"):
        middle = f"\n{' ' * 10}" if style == "folded" else " "
        return f"{'>-' if style == 'folded' else '|'}\n{' ' * 10}{words.replace(' ', middle, 2)}"
    return words if words[0] not in "\"'" else f"'{words.replace(chr(39), chr(39) * 2)}'"


@given(
    asked=st.lists(
        st.tuples(st.booleans(), st.sampled_from(QUOTES), st.sampled_from(STYLES)), min_size=1, max_size=5
    ),
    line_end=st.sampled_from(["\n", "\r\n"]),
    junk=st.text(alphabet="ab'\"“ :-#é片", max_size=12),
)
def test_every_byte_outside_the_mended_values_stays(
    asked: list[tuple[bool, str, str]], line_end: str, junk: str
) -> None:
    lines = [f"# {junk}", "questions:"]
    for number, (named, quote, style) in enumerate(asked):
        lines += [f"  - id: q{number}", "    prompt: Who 'said' it?"] if named else ["  - prompt: Who 'said' it?"]
        lines += [f"    note: {json.dumps(junk)}  # {junk}", "    citations:", "      - source: review"]
        lines += [f"        quote: {written(quote, style)}", "", f"    # {junk}"]
    text = "\n".join(lines).replace("\n", line_end) + line_end
    with TemporaryDirectory() as folder:
        pack = PackFolder(Path(folder) / "pack")
        pack.article()
        pack.write_sources_file(entry())
        pack.write("questions/cast.yaml", text.encode())
        found = fix(pack)
        after = questions(pack).decode()
        for file in found:  # taking every mend back gives the very file that was
            edits = sorted(edit for mend in file.fixes for edit in mend.edits)
            shift = 0
            back = after
            for edit in edits:
                assert back[edit.start : edit.start + len(edit.new)] == edit.new
                back = back[: edit.start] + text[edit.start : edit.end] + back[edit.start + len(edit.new) :]
                shift += len(edit.new) - (edit.end - edit.start)
            assert back == text
            assert len(after) == len(text) + shift
            assert all(edit.new in ("“", "”", "’") or edit.new.startswith("id: who-said-it") for edit in edits)
        assert not found or [mend for one in found for mend in one.fixes] or left(found)
        named = sum(not one for one, _, _ in asked)
        assert after.count("id: who-said-it") == named
