"""Makes text safe for a terminal: without characters that move the cursor, ring, change colours or reorder text."""

import json
import re

_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL and C1: cursor movement, escape sequences, bells
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks and overrides: they reorder what is read
    "\u2028\u2029"  # line and paragraph separators
    "\ud800-\udfff]"  # lone surrogates cannot be encoded at all
)


def printable(text: str, *, keep_lines: bool = False) -> str:
    """Replace control characters by visible ones.

    C0 controls become their control pictures (ESC becomes ``␛``), a tab becomes a space, and all others become the
    replacement character. Line ends are kept if ``keep_lines``, else they become spaces.
    """

    def visible(match: re.Match[str]) -> str:
        char = match[0]
        if char == "\n":
            return "\n" if keep_lines else " "
        if char in "\t\r\u2028\u2029":
            return " "
        if char < " ":
            return chr(0x2400 + ord(char))
        return "␡" if char == "\x7f" else "\ufffd"

    return _CONTROLS.sub(visible, text.replace("\r\n", "\n"))


def printable_json(data: object) -> str:
    """Data as JSON, with control characters written as escapes so that nothing is lost."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _CONTROLS.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text)
