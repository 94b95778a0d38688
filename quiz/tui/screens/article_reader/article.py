"""An article on the screen: its paragraphs with marks and signs, and what of it the mouse points at."""

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

How = Literal["choose", "toggle", "stretch"]


class Article(VerticalScroll, inherit_bindings=False):
    """Every paragraph of a source, off limits or not. The arrow keys are the reader's, who goes by sentences."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page_up", "Page up", show=False, id="article.up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="article.down"),
        Binding("home", "scroll_home", "Beginning", show=False, id="article.home"),
        Binding("end", "scroll_end", "End", show=False, id="article.end"),
    ]

    @dataclass(eq=False, repr=False)
    class Pointed(Message):
        """A sentence was clicked, or the mouse was drawn over it."""

        sentence: int
        how: How

    def __init__(self, source: Source, sentences: Sequence[Span]) -> None:
        """``sentences`` are what can be pointed at."""
        super().__init__(id="article")
        self._source = source
        self._sentences = sentences
        self._marks: set[Mark] | None = None
        self._dragging = False

    def compose(self) -> ComposeResult:
        """A line a paragraph."""
        numbers = {paragraph.span: paragraph.number for paragraph in self._source.paragraphs}
        for span in self._source.blocks:
            inside = [(n, one) for n, one in enumerate(self._sentences) if one.overlaps(span)]
            yield Line(self._source, span, numbers.get(span), inside)

    def draw(self, marks: Sequence[Mark], sign_of: Callable[[frozenset[int]], Content]) -> None:
        """Draw marks, of which the earlier outweighs the later, where they are others than before.

        ``sign_of`` gives the sign of a paragraph from the numbers of its sentences.
        """
        before, self._marks = self._marks, set(marks)
        changed = None if before is None else before ^ self._marks
        for line in self.query(Line):
            if changed is None or any(span.overlaps(line.span) for span, _ in changed):
                line.draw(marks, sign_of(frozenset(number for number, _ in line.sentences)))

    def bring(self, span: Span, *, gently: bool) -> None:
        """Bring a span to the upper third of the window; ``gently``, only where it is not in sight as it is."""
        line = next((line for line in self.query(Line) if line.span.overlaps(span)), None)
        if line is None:  # it was closed before it was ever drawn
            return
        first, last = line.row_of(span.start), line.row_of(span.end - 1)
        height = self.size.height
        if not gently or first < self.scroll_y or last >= self.scroll_y + height:
            self.scroll_to(y=first - height // 3, animate=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at a sentence: with ctrl beside the others, with shift and everything up to it."""
        if event.button == 1:
            self._dragging = self._point(event, "toggle" if event.ctrl else "stretch" if event.shift else "choose")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the mouse over sentences."""
        if self._dragging and event.button == 1:
            self._point(event, "stretch")

    def on_mouse_up(self) -> None:
        """Leave it at what was pointed at."""
        self._dragging = False

    def _point(self, event: events.MouseEvent, how: How) -> bool:
        number = self.screen.get_style_at(int(event.screen_x), int(event.screen_y)).meta.get(SENTENCE)
        if not isinstance(number, int):
            return False
        self.post_message(self.Pointed(number, how))
        return True
