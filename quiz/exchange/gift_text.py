"""GIFT's way with words: its escapes, and cutting at signs that are not escaped."""

import re

_SIGNS = r"~=#{}:"
_ESCAPE = re.compile(rf"\\([\\n{_SIGNS}])")
_MARKER = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_LINE_END = re.compile("\r\n|\r|\n")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>|<!--")
_PLAIN_TAGS = frozenset(("p", "br", "div", "span", "b", "strong", "i", "em", "u", "small"))
"""Tags without which words still say the same."""


def escaped(words: str) -> str:
    """Words as they stand in a file: signs behind a backslash, a line break behind one as the letter n."""
    return re.sub(rf"([\\{_SIGNS}])", r"\\\1", words).replace("\n", "\\n")


def unescaped(words: str) -> str:
    """Words as they are meant. Where a line of the file ends, there is a space; each escape is read once."""
    joined = " ".join(line.strip(" \t") for line in _LINE_END.split(words.strip()))
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], joined)


def cut(text: str, sign: str) -> list[str]:
    """The pieces between signs that no backslash stands before; ``sign`` is a regular expression."""
    pieces, begin = [], 0
    for match in re.finditer(rf"\\.|({sign})", text, re.DOTALL):
        if match[1] is not None:
            pieces.append(text[begin : match.start()])
            begin = match.end()
    return [*pieces, text[begin:]]


def find(text: str, sign: str) -> int:
    """Where a sign first stands without a backslash before it; -1 where it does not."""
    pieces = cut(text, sign)
    return len(pieces[0]) if len(pieces) > 1 else -1


def marker(words: str) -> tuple[str | None, str]:
    """The text format that stands before words in brackets, if one does, and the words."""
    match = _MARKER.match(words.lstrip())
    return (match[1].lower(), words.lstrip()[match.end() :]) if match else (None, words)


def without_tags(words: str) -> str | None:
    """HTML as words; None where it has tags that words cannot stand for, such as a picture."""
    import html

    if any(match[1] is None or match[1].lower() not in _PLAIN_TAGS for match in _TAG.finditer(words)):
        return None
    broken = re.sub(r"(?i)<br\b[^<>]*>|</(?:p|div)>(?!\s*$)", "\n", words)
    return html.unescape(_TAG.sub("", broken))
