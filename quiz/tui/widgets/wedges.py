"""Wedges: a circle for each topic, which fills up until the topic is mastered. They are always beside words."""

from collections.abc import Sequence
from math import ceil

from textual.content import Content

from quiz.records.mastery import Mastery
from quiz.tui import pack_text

_EMPTY, _PARTLY, _FULL = "○", "◔◑◕", "●"


def wedge(topic: Mastery) -> str:
    """Return the circle of a topic: empty if nothing is known, full only if it is mastered, else in between."""
    if topic.is_mastered:
        return _FULL
    return _PARTLY[min(ceil(topic.share * len(_PARTLY)), len(_PARTLY)) - 1] if topic.known else _EMPTY


def mastery_lines(topics: Sequence[Mastery]) -> Content:
    """Return a line for each topic: its wedge, its name, and how many of its questions the player knows."""
    names = [pack_text.plain(topic.topic) for topic in topics]
    width = max((name.cell_length for name in names), default=0)
    lines = []
    for topic, name in zip(topics, names, strict=True):
        style = "$text-success" if topic.is_mastered else "$text-accent" if topic.known else pack_text.MUTED
        gap = " " * (width - name.cell_length + 2)
        words = "mastered" if topic.is_mastered else f"{topic.known} of {topic.questions}"
        line = Content.styled(f"{wedge(topic)} ", style) + name + Content(gap)
        lines.append(line + Content.styled(words, "bold" if topic.is_mastered else pack_text.MUTED))
    return Content("\n").join(lines)
