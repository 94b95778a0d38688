"""Hostile words, and a real pack on disk that has them wherever an author may write words."""

import json
import re
from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.pack import read_pack
from tests.bank.packs import PackFolder, entry

HOSTILE = (
    # Markup, as Textual, Rich, Markdown, HTML and format strings know it
    "[/foo]",
    "[/]",
    "[/",
    "[",
    "]] [red]x [Red]x [ red]x [b]bold[/b] \\[b]",
    "[@click=app.quit]x[/]",
    "[@click='app.quit']x[/]",
    "[$primary]x [link=http://x.org]x[/]",
    ":boom: &amp; <b> $prompt {0} %s 2*3*4 _a_ `b` # c",
    # Commands to a terminal: colours, titles, the cursor, the bell, the direction of reading
    "a\x1b[31mb a\x1b]0;x\x07b a\x1b[2J\x1b[Hb a\x9b31mb",
    "a\x00b a\x07b a\x08b a\x7fb a\x0e\x0fb a\tb a\u202eb a\u2066b\u2069c a\u200fb",
    # Letters of every width and direction
    "a\u200db 👩\u200d🚀 e\u0301 Z\u0351\u036b 日本語 שלום مرحبا 𝔘𝔫𝔦",
)

ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What must never reach a terminal: every control character, and Unicode's whole class Bidi_Control."""

_VISIBLE = {"\x7f": "␡", "\x9b": "\ufffd", "\t": " ", **dict.fromkeys("\u061c\u200f\u202e\u2066\u2069", "\ufffd")}


def as_seen(words: str) -> str:
    """Words as a screen shows them; written down anew here rather than borrowed from what is tested."""
    return "".join(_VISIBLE.get(char, chr(0x2400 + ord(char)) if char < " " else char) for char in words)


def scalar(words: str) -> str:
    """Words as a YAML scalar in double quotes, with an escape for whatever YAML does not take as it is."""
    quoted = json.dumps(words, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", quoted)


def hostile_pack(root: Path, words: tuple[str, ...] = HOSTILE) -> Bank:
    """A pack with a source and a question for each of the words, which have them in all their fields."""
    folder = PackFolder(root)
    catalogue, questions = [], []
    for number, hostile in enumerate(words):
        name = f"s{number}"
        text = f"The first {hostile} of {number}.\nThe second {hostile} of {number}.\n"
        folder.article(text, name)
        shown = {part: f"{hostile} {part} {number}" for part in ("title", "label", "publisher")}
        catalogue.append(entry(name, text, published="2024-12-09", **shown))
        questions.append(_question(number, hostile))
    folder.write("seeds/sources.yaml", f"sources: {_flow(catalogue)}\n")
    folder.write("questions/all.yaml", f"questions: {_flow(questions)}\n")
    return Bank((read_pack(root),))


def _question(number: int, hostile: str) -> dict[str, object]:
    return {
        "id": f"q{number}",
        "prompt": f"Which {hostile} is it?",
        "according_to": f"s{number}",
        "answer": f"The {hostile} right",
        "distractors": [f"The {hostile} wrong"],
        "topic": f"{hostile} topic {number}",
        "citations": [{"source": f"s{number}", "quote": f"first {hostile} of", "highlight": hostile}],
        "explanation": f"Because {hostile} so.",
        "disputes": [
            {
                "answer": f"Other {hostile} answer",
                "note": f"Said {hostile} later.",
                "citation": {"source": f"s{number}", "quote": f"second {hostile} of {number}"},
            }
        ],
    }


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return scalar(str(value))
