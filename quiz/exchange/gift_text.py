"""Text in GIFT: escapes, and splitting at signs that are not escaped."""

import re

_SIGNS = r"~=#{}:"
_ESCAPE = re.compile(rf"\\([\\n{_SIGNS}])")
_MARKER = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_LINE_END = re.compile("\r\n|\r|\n")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>|<!--")
_PLAIN_TAGS = frozenset(("p", "br", "div", "span", "b", "strong", "i", "em", "u", "small"))
"""Tags that can be dropped without changing what a text says."""


def escaped(text: str) -> str:
    """A text as it is written to a file: a backslash before each sign, and line breaks escaped."""
    return re.sub(rf"([\\{_SIGNS}])", r"\\\1", text).replace("\n", "\\n")


def unescaped(text: str) -> str:
    """A text of a file without its escapes. Each line end becomes a space."""
    joined = " ".join(line.strip(" \t") for line in _LINE_END.split(text.strip()))
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], joined)


def cut(text: str, sign: str) -> list[str]:
    """The pieces between signs that have no backslash before them; ``sign`` is a regular expression."""
    pieces, begin = [], 0
    for match in re.finditer(rf"\\.|({sign})", text, re.DOTALL):
        if match[1] is not None:
            pieces.append(text[begin : match.start()])
            begin = match.end()
    return [*pieces, text[begin:]]


def find(text: str, sign: str) -> int:
    """The index of the first sign without a backslash before it; -1 if there is none."""
    pieces = cut(text, sign)
    return len(pieces[0]) if len(pieces) > 1 else -1


def marker(text: str) -> tuple[str | None, str]:
    """The text format in brackets before a text, if there is one, and the text."""
    match = _MARKER.match(text.lstrip())
    return (match[1].lower(), text.lstrip()[match.end() :]) if match else (None, text)


def without_tags(text: str) -> str | None:
    """HTML as plain text; None if it has tags that matter, such as a picture."""
    import html

    if any(match[1] is None or match[1].lower() not in _PLAIN_TAGS for match in _TAG.finditer(text)):
        return None
    broken = re.sub(r"(?i)<br\b[^<>]*>|</(?:p|div)>(?!\s*$)", "\n", text)
    return html.unescape(_TAG.sub("", broken))
