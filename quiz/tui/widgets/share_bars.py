"""Shares as bars, a line each, with their figures in words."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from quiz.records.statistics import Tally
from quiz.tui import pack_text

_CELLS = 12


class ShareBars(Static):
    """How many of each were right: a name, a bar, the figures."""

    def __init__(self, tallies: Sequence[Tally], *, id: str) -> None:
        super().__init__(Content("\n").join(share_lines(tallies)), id=id)


def share_lines(tallies: Sequence[Tally]) -> list[Content]:
    """A line for each tally, the bars under each other."""
    width = max((pack_text.plain(one.name).cell_length for one in tallies), default=0)
    lines = []
    for one in tallies:
        full = round(one.share * _CELLS)
        name = pack_text.plain(one.name)
        bar = Content.styled("▰" * full, "$text-success") + Content.styled("▱" * (_CELLS - full), pack_text.MUTED)
        gap = Content(" " * (width - name.cell_length + 2))
        lines.append(name + gap + bar + Content.styled(f"  {one.right} of {one.asked}", pack_text.MUTED))
    return lines
