"""Splits a file that is not YAML as a whole, so that its good parts can still be parsed."""

import re
from collections.abc import Iterator

_DASH = re.compile(r"( *)-(?:\s|$)")


def split_items(text: str, key: str) -> Iterator[tuple[int, str]]:
    """Cut the list under a top-level ``key`` into its items, by indentation alone.

    For files that do not parse as a whole: what is broken in one item stays in that item. Yields each item's first
    line (from 1) and its text, as a list of one item.
    """
    lines = text.splitlines(keepends=True)
    begins = re.compile(rf"""(["']?){re.escape(key)}\1\s*:(?:\s|$)""")
    start = next((n for n, line in enumerate(lines) if begins.match(line)), None)
    if start is None:
        return
    dashes = {n: len(found[1]) for n, line in enumerate(lines) if n > start and (found := _DASH.match(line))}
    if not dashes:
        return
    first, indent = next(iter(dashes.items()))
    stop = next((n for n in range(first, len(lines)) if _ends_list(lines[n], indent)), len(lines))
    marks = [n for n, its in dashes.items() if n < stop and its == indent]
    for begin, end in zip(marks, [*marks[1:], stop], strict=True):
        yield begin + 1, "".join(lines[begin:end])


def _ends_list(line: str, indent: int) -> bool:
    """Whether a line stands too far left to belong to a list whose marks are indented by ``indent``."""
    words = line.lstrip(" ")
    if not words.strip() or words.startswith("#"):
        return False
    return len(line) - len(words) < indent or (indent == 0 and not line.startswith((" ", "-", "\t")))
