"""Shares of right answers as bars with numbers, one a line."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from quiz.records.statistics import Tally
from quiz.tui import pack_text

_CELLS = 12


class ShareBars(Static):
    """A line for each tally: its name, a bar, and the numbers."""

    def __init__(self, tallies: Sequence[Tally], *, id: str) -> None:
        super().__init__(Content("\n").join(share_lines(tallies)), id=id)


def share_lines(tallies: Sequence[Tally]) -> list[Content]:
    """Return a line for each tally, with the bars aligned."""
    width = max((pack_text.plain(tally.name).cell_length for tally in tallies), default=0)
    lines = []
    for tally in tallies:
        full = round(tally.share * _CELLS)
        name = pack_text.plain(tally.name)
        bar = Content.styled("▰" * full, "$text-success") + Content.styled("▱" * (_CELLS - full), pack_text.MUTED)
        gap = Content(" " * (width - name.cell_length + 2))
        lines.append(name + gap + bar + Content.styled(f"  {tally.right} of {tally.asked}", pack_text.MUTED))
    return lines
