"""The distribution of a player's dailies as bars with numbers."""

from textual.content import Content

from quiz.records.daily import DailyHistory
from quiz.tui import pack_text

_CELLS = 12


def daily_bars(dailies: DailyHistory) -> Content:
    """Return a line for each number of right answers: how many dailies had it. Today's is named.

    The bars are as long as their share of the most frequent result, and at least a cell if there is any.
    """
    most = max((count for _, count in dailies.by_right), default=0)
    width = max((len(str(right)) for right, _ in dailies.by_right), default=0)
    lines = []
    for right, count in dailies.by_right:
        full = max(1, round(count / most * _CELLS)) if count else 0
        line = Content(f"{right:>{width}} right  ") + Content.styled("▰" * full, "$text-success")
        line += Content.styled("▱" * (_CELLS - full) + f"  {count}", pack_text.MUTED)
        lines.append(line + Content.styled("  today", "bold") if right == dailies.today else line)
    return Content("\n").join(lines)
