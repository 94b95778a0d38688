"""Splits a file that is not valid YAML into its items, so that the valid ones can still be parsed."""

import re
from collections.abc import Iterator

_DASH = re.compile(r"( *)-(?:\s|$)")


def split_items(text: str, key: str) -> Iterator[tuple[int, str]]:
    """Split the list under a top-level ``key`` into its items, by indentation alone.

    For files that do not parse: a mistake in one item does not affect the others. Yields for each item the number of
    its first line, from 1, and its text, which is a YAML list of one item.
    """
    lines = text.splitlines(keepends=True)
    begins = re.compile(rf"""(["']?){re.escape(key)}\1\s*:(?:\s|$)""")
    start = next((n for n, line in enumerate(lines) if begins.match(line)), None)
    if start is None:
        return
    dashes = {n: len(dash[1]) for n, line in enumerate(lines) if n > start and (dash := _DASH.match(line))}
    if not dashes:
        return
    first, indent = next(iter(dashes.items()))
    stop = next((n for n in range(first, len(lines)) if _ends_list(lines[n], indent)), len(lines))
    marks = [n for n, column in dashes.items() if n < stop and column == indent]
    for begin, end in zip(marks, [*marks[1:], stop], strict=True):
        yield begin + 1, "".join(lines[begin:end])


def _ends_list(line: str, indent: int) -> bool:
    """Whether a line is indented too little to belong to a list whose dashes are indented by ``indent``."""
    words = line.lstrip(" ")
    if not words.strip() or words.startswith("#"):
        return False
    return len(line) - len(words) < indent or (indent == 0 and not line.startswith((" ", "-", "\t")))
