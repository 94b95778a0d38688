"""The article widget: paragraphs with marks and signs, and sentences that can be clicked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from quiz.bank.source import Source, Span
from quiz.tui.screens.article_reader.article_line import SENTENCE, Line, Mark

PickMode = Literal["only", "toggle", "extend"]
"""How a click changes the selection: pick only this sentence, toggle it, or extend the selection to it."""


class Article(VerticalScroll, inherit_bindings=False):
    """All paragraphs of a source. The screen handles the arrow keys: they go from sentence to sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page_up", "Page up", show=False, id="article.up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="article.down"),
        Binding("home", "scroll_home", "Beginning", show=False, id="article.home"),
        Binding("end", "scroll_end", "End", show=False, id="article.end"),
    ]

    @dataclass(eq=False, repr=False)
    class Pointed(Message):
        """A sentence was clicked, or the mouse was dragged over it."""

        sentence: int
        mode: PickMode

    def __init__(self, source: Source, sentences: Sequence[Span]) -> None:
        """``sentences`` can be clicked."""
        super().__init__(id="article")
        self._source = source
        self._sentences = sentences
        self._marks: set[Mark] | None = None
        self._dragging = False

    def compose(self) -> ComposeResult:
        """Yield a line for each paragraph."""
        numbers = {paragraph.span: paragraph.number for paragraph in self._source.paragraphs}
        for span in self._source.blocks:
            inside = [(n, sentence) for n, sentence in enumerate(self._sentences) if sentence.overlaps(span)]
            yield Line(self._source, span, numbers.get(span), inside)

    def draw(self, marks: Sequence[Mark], sign_of: Callable[[frozenset[int]], Content]) -> None:
        """Redraw the paragraphs whose marks have changed. Earlier marks override later ones.

        ``sign_of`` returns the sign of a paragraph from the numbers of its sentences.
        """
        before, self._marks = self._marks, set(marks)
        changed = None if before is None else before ^ self._marks
        for line in self.query(Line):
            if changed is None or any(span.overlaps(line.span) for span, _ in changed):
                line.draw(marks, sign_of(frozenset(number for number, _ in line.sentences)))

    def scroll_to_span(self, span: Span, *, only_if_hidden: bool) -> None:
        """Scroll so that a span is in the upper third, or, if ``only_if_hidden``, only if it is out of view."""
        line = next((line for line in self.query(Line) if line.span.overlaps(span)), None)
        if line is None:  # the screen was closed before it was drawn
            return
        first, last = line.row_of(span.start), line.row_of(span.end - 1)
        height = self.size.height
        if not only_if_hidden or first < self.scroll_y or last >= self.scroll_y + height:
            self.scroll_to(y=first - height // 3, animate=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Pick a sentence: ctrl toggles it, shift extends the selection to it."""
        if event.button == 1:
            self._dragging = self._point(event, "toggle" if event.ctrl else "extend" if event.shift else "only")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the mouse is dragged."""
        if self._dragging and event.button == 1:
            self._point(event, "extend")

    def on_mouse_up(self) -> None:
        """Stop dragging."""
        self._dragging = False

    def _point(self, event: events.MouseEvent, mode: PickMode) -> bool:
        number = self.screen.get_style_at(int(event.screen_x), int(event.screen_y)).meta.get(SENTENCE)
        if not isinstance(number, int):
            return False
        self.post_message(self.Pointed(number, mode))
        return True
