"""Text in GIFT: escapes, text formats, and splitting at characters that are not escaped."""

import re

_SIGNS = r"~=#{}:"
_ESCAPE = re.compile(rf"\\([\\n{_SIGNS}])")
_MARKER = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_LINE_END = re.compile("\r\n|\r|\n")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>|<!--")
_PLAIN_TAGS = frozenset(("p", "br", "div", "span", "b", "strong", "i", "em", "u", "small"))
"""Tags that can be removed without changing the meaning of a text."""


def escape(text: str) -> str:
    """A text with a backslash before each special character, and with its line breaks escaped."""
    return re.sub(rf"([\\{_SIGNS}])", r"\\\1", text).replace("\n", "\\n")


def unescape(text: str) -> str:
    """A text from a file without its escapes. Each line end becomes a space."""
    joined = " ".join(line.strip(" \t") for line in _LINE_END.split(text.strip()))
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], joined)


def split_unescaped(text: str, sign: str) -> list[str]:
    """The pieces of a text between unescaped matches of ``sign``, a regular expression."""
    pieces, begin = [], 0
    for match in re.finditer(rf"\\.|({sign})", text, re.DOTALL):
        if match[1] is not None:
            pieces.append(text[begin : match.start()])
            begin = match.end()
    return [*pieces, text[begin:]]


def find_unescaped(text: str, sign: str) -> int:
    """The index of the first unescaped match of ``sign``; -1 if there is none."""
    pieces = split_unescaped(text, sign)
    return len(pieces[0]) if len(pieces) > 1 else -1


def split_format(text: str) -> tuple[str | None, str]:
    """The text format in brackets at the start of a text, or None, and the text after it."""
    match = _MARKER.match(text.lstrip())
    return (match[1].lower(), text.lstrip()[match.end() :]) if match else (None, text)


def strip_tags(text: str) -> str | None:
    """HTML as plain text; None if it has tags that cannot be removed, such as a picture."""
    import html

    if any(match[1] is None or match[1].lower() not in _PLAIN_TAGS for match in _TAG.finditer(text)):
        return None
    with_breaks = re.sub(r"(?i)<br\b[^<>]*>|</(?:p|div)>(?!\s*$)", "\n", text)
    return html.unescape(_TAG.sub("", with_breaks))
