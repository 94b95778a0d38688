"""Salvage: what can still be read of a file that is not YAML as a whole."""

from collections.abc import Iterator


def split_items(text: str, key: str) -> Iterator[tuple[int, str]]:
    """Cut the list under a top-level ``key`` into its items, by indentation alone.

    For files that do not parse as a whole: what is broken in one item stays in that item. Yields each item's first
    line (from 1) and its text, as a list of one item.
    """
    lines = text.splitlines(keepends=True)
    start = next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if start is None:
        return
    marks = [n for n, line in enumerate(lines) if n > start and line.lstrip(" ").startswith("- ")]
    if not marks:
        return
    indent = len(lines[marks[0]]) - len(lines[marks[0]].lstrip(" "))
    stop = next((n for n in range(marks[0], len(lines)) if _ends_list(lines[n], indent)), len(lines))
    marks = [n for n in marks if n < stop and len(lines[n]) - len(lines[n].lstrip(" ")) == indent]
    for begin, end in zip(marks, [*marks[1:], stop], strict=True):
        yield begin + 1, "".join(lines[begin:end])


def _ends_list(line: str, indent: int) -> bool:
    """Whether a line stands too far left to belong to a list whose marks are indented by ``indent``."""
    words = line.lstrip(" ")
    if not words.strip() or words.startswith("#"):
        return False
    return len(line) - len(words) < indent or (indent == 0 and not line.startswith((" ", "-", "\t")))
