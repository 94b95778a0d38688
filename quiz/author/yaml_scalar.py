"""One value as YAML: plain where that reads back the same, else folded, literal, or in quotation marks."""

import re

WIDTH = 100
"""Columns that a line of a question file has at most."""

_NEEDS_ESCAPE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
"""What acts on a terminal, breaks a line, cannot be seen, or may not stand in YAML: it is written as an escape."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NOT_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`= \t")
"""No plain value begins with these; some may, before a letter, but a reader should not have to know which."""
_IN_FLOW = re.compile(r"[\[\]{},]")
_NAMED = {"\0": "\\0", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\x1b": "\\e", '"': '\\"', "\\": "\\\\"}


def inline(text: str, *, in_flow: bool = False) -> str:
    """A value in one line, however long; ``in_flow`` for one that stands between brackets."""
    if _is_plain(text, in_flow=in_flow):
        return text
    if '"' in text and "'" not in text and "\\" not in text and not _is_escaped(text):
        return f"'{text}'"
    return f'"{"".join(_escaped(text))}"'


def value(text: str, column: int, indent: int) -> str:
    """A value that follows a key or a dash at ``column``; further lines are indented by ``indent``."""
    if "\n" in text and _is_literal(text, indent):
        return "|-\n" + "\n".join(" " * indent + line if line else "" for line in text.split("\n"))
    short = inline(text)
    if column + len(short) <= WIDTH:
        return short
    lines = _folded(text, WIDTH - indent)
    if lines is not None:
        return ">-\n" + "\n".join(" " * indent + line for line in lines)
    return _continued(text, column, indent)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return not (
        text in _NULLS
        or text[0] in _NOT_FIRST
        or text[-1] in " \t:"
        or text.startswith(("---", "..."))
        or ": " in text
        or " #" in text
        or "\t" in text
        or _is_escaped(text)
        or (in_flow and (_IN_FLOW.search(text) or ":" in text))
    )


def _is_escaped(text: str) -> bool:
    return (
        "\n" in text or _NEEDS_ESCAPE.search(text) is not None or any(0xD800 <= ord(char) <= 0xDFFF for char in text)
    )


def _is_literal(text: str, indent: int) -> bool:
    """Whether text of several lines can stand as it is: no line begins or ends with what cannot be seen."""
    lines = text.split("\n")
    return (
        bool(lines[0] and lines[-1])
        and not any(line != line.strip() or "\t" in line for line in lines)
        and not any(_is_escaped(line) or indent + len(line) > WIDTH for line in lines)
    )


def _folded(text: str, width: int) -> list[str] | None:
    """The lines of a folded block; None where folding would change the words or a word is too long for a line."""
    if _is_escaped(text) or "\t" in text or text != text.strip() or "  " in text:
        return None
    lines: list[str] = []
    for word in text.split(" "):
        if len(word) > width:
            return None
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _continued(text: str, column: int, indent: int) -> str:
    """A value in quotation marks over several lines, each ending with a backslash, so that it can break anywhere."""
    lines, room = [""], WIDTH - column - 2  # for a quotation mark and a backslash
    for piece in _escaped(text):
        if len(lines[-1]) + len(piece) > room:
            lines.append("")
            room = WIDTH - indent - 2
            piece = "\\ " if piece == " " else piece  # a space at the beginning of a line would not count
        lines[-1] += piece
    between = "\\\n" + " " * indent
    return f'"{between.join(lines)}"'


def _escaped(text: str) -> list[str]:
    """The characters as they stand between double quotation marks."""
    return [_NAMED.get(char) or (_code(char) if _is_escaped(char) else char) for char in text]


def _code(char: str) -> str:
    number = ord(char)
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"
