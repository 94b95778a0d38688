"""Writes a string as YAML: plain if it reads back the same, else folded, literal or in quotation marks.

PyYAML decides which strings may be plain, but it does not write them, since its style differs:

- a folded line breaks after the limit, not before it, and nothing breaks inside a long word;
- between double quotation marks emoji are escaped, and invisible characters are not;
- it prefers single quotation marks, and the width does not decide between a list in brackets and one in lines;
- the C emitter cannot indent the items of a list; the one in Python can, and is five times slower than this module.
"""

import json
import re
import textwrap
from io import StringIO

from yaml.emitter import Emitter

WIDTH = 100
"""The most columns of a line in a question file."""

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc"
    "\ufffe\uffff]"
)
"""Characters to escape: they control a terminal, break a line, are invisible, or are not allowed in YAML."""
_RESERVED = frozenset({"", "~", "null", "Null", "NULL", "=", "<<"})
"""Strings that mean null, or that other YAML parsers reject as a plain value."""
_PIECE = re.compile(r"\\u[0-9a-f]{4}|\\?.", re.DOTALL)
"""A character of a JSON string, or its escape."""


def inline(text: str, *, in_flow: bool = False) -> str:
    """A string in one line of any length; ``in_flow`` if it is between brackets."""
    if _is_plain(text, in_flow=in_flow):
        return text
    if '"' in text and not re.search(r"['\\\n\t]", text) and not _UNSAFE.search(text):
        return f"'{text}'"
    return as_json(text)


def scalar(text: str, column: int, indent: int) -> str:
    """A string that follows a key or a dash at ``column``; further lines are indented by ``indent``."""
    if "\n" in text and _can_be_literal(text, indent):
        return "|-\n" + textwrap.indent(text, " " * indent)
    short = inline(text)
    if column + len(short) <= WIDTH:
        return short
    lines = _folded(text, WIDTH - indent)
    if lines is not None:
        return ">-\n" + textwrap.indent("\n".join(lines), " " * indent)
    return _in_several_lines(text, column, indent)


def as_json(value: object) -> str:
    """A value in one line of JSON, which is valid YAML. Unsafe and invisible characters are escaped."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if text in _RESERVED or text[0] in "-?:" or _UNSAFE.search(text):  # some that begin so could be plain
        return False
    analysis = Emitter(StringIO(), allow_unicode=True).analyze_scalar(text)
    return bool(analysis.allow_flow_plain if in_flow else analysis.allow_block_plain)


def _can_be_literal(text: str, indent: int) -> bool:
    """Whether a text can be a literal block: no line begins or ends with white space, or is too long."""
    lines = text.split("\n")
    return (
        bool(lines[0] and lines[-1])
        and all(line == line.strip() and indent + len(line) <= WIDTH for line in lines)
        and not ("\t" in text or _UNSAFE.search(text))
    )


def _folded(text: str, width: int) -> list[str] | None:
    """The lines of a folded block; None if folding would change the text, or a word is too long for a line."""
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    is_same = " ".join(lines) == text == text.strip() and not _UNSAFE.search(text)
    return lines if is_same and all(len(line) <= width for line in lines) else None


def _in_several_lines(text: str, column: int, indent: int) -> str:
    """A string in quotation marks over several lines, each ending with a backslash: it can break inside a word."""
    lines, room = [""], WIDTH - column - 2  # for a quotation mark and a backslash
    for piece in _PIECE.findall(as_json(text)[1:-1]):
        if len(lines[-1]) + len(piece) > room:
            lines.append("")
            room = WIDTH - indent - 2
            piece = "\\ " if piece == " " else piece  # YAML drops an unescaped space at the beginning of a line
        lines[-1] += piece
    between = "\\\n" + " " * indent
    return f'"{between.join(lines)}"'
