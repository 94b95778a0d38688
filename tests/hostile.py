"""Hostile words of every kind, and a real pack on disk that has them wherever an author may write words."""

import json
import re
from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.pack_loader import read_pack
from tests.bank.pack_folder import PackFolder, entry

HOSTILE = (  # whatever a file of a pack can hold; what goes in here goes through every place there is
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
    "a\x1b]8;;http://x.org\x1b\\b a\x1b]52;c;eA==\x07b a\x1bPq\x1b\\b a\x9d0;x\x9cb a\x90q\x9cb a\x1bcb",
    "a\u061cb a\u200eb a\u202ab a\u202bb a\u202cb a\u202db a\u2067b a\u2068b",
    "a\r\nb a\rb a\nb a\x85b a\u2028b a\u2029b a\x0bb a\x0cb",
    # Letters of every width and direction
    "a\u200db 👩\u200d🚀 e\u0301 Z\u0351\u036b 日本語 שלום مرحبا 𝔘𝔫𝔦",
    "a\u200bb a\u200cb a\u2060b a\u00adb 👍🏽 🇩🇪 ❤️ 👨\u200d👩\u200d👧 ｆｕｌｌ ๗ ሺ Z" + "\u0301" * 30,
)
LONG = "long" * 2500
"""A word that no line can hold."""
HALVES = "a\ud83db a\udce9b a\udfffb"
"""Lone surrogates, which no file in UTF-8 holds: they come in file names, in what is typed, and in JSON."""
EVERY = (*HOSTILE, LONG, HALVES)

ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What must never reach a terminal: every control character, and Unicode's whole class Bidi_Control."""

_VISIBLE = {"\x7f": "␡", **dict.fromkeys("\t\r\n\u2028\u2029", " ")}


def as_seen(words: str) -> str:
    """Words as a screen shows them; written down anew here rather than borrowed from what is tested."""
    whole = words.replace("\r\n", "\n")
    seen = (_VISIBLE.get(char, chr(0x2400 + ord(char)) if char < " " else char) for char in whole)
    return ACTING.sub("\ufffd", "".join(seen))


def in_a_line(words: str) -> str:
    """Words as they can stand in a line of an article."""
    return re.sub("[\r\n]+", " ", words)


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
        line = in_a_line(hostile)
        text = f"The first {line} of {number}.\r\nThe second {line} of {number}.\n"
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
