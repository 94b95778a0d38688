"""The source reader: an article with every passage that a question quotes marked, opened at one of them."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.bank.bank import Bank
from quiz.bank.citation import date_in_words
from quiz.bank.question import Passage
from quiz.bank.source import Span
from quiz.tui import text
from quiz.tui.screens.base import QuizScreen, TooSmall
from quiz.tui.widgets.key_line import KeyLine

_HERE = "reverse"
_QUOTED = "underline"
_OFF_LIMITS = "dim"


class Line(Horizontal):
    """A paragraph of the article, its number beside it."""

    def __init__(self, span: Span, number: int | None) -> None:
        super().__init__()
        self.span = span
        self.number = number

    def compose(self) -> ComposeResult:
        """The number and the words; the words are drawn by the screen, which knows the marks."""
        yield Static(str(self.number) if self.number else "", classes="number", markup=False)
        yield Static("", classes="words", markup=False)


class SourceScreen(QuizScreen):
    """An article, opened at a passage; Escape leads back to where the reader came from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right", "jump(1)", "Next quote", id="source.next", key_display="n"),
        Binding("p,left", "jump(-1)", "Previous", id="source.previous", key_display="p"),
        Binding("escape,s,q", "app.pop_screen", "Back", id="source.back", key_display="esc"),
    ]

    article = getters.query_one("#article", VerticalScroll)

    def __init__(self, passage: Passage, bank: Bank) -> None:
        """Open the source of ``passage`` there; ``bank`` tells what else of it is quoted."""
        super().__init__()
        self.source = passage.source
        quoted = {own.span: own for question, n in bank.passages_of(self.source) for own in (question.passages[n],)}
        quoted.setdefault(passage.span, passage)
        self.passages = [quoted[span] for span in sorted(quoted)]
        self.here = [one.span for one in self.passages].index(passage.span)

    def compose(self) -> ComposeResult:
        """What the article is, then the article."""
        yield TooSmall()
        source = self.source
        known = " · ".join(part for part in (source.publisher, date_in_words(source)) if part)
        yield Static(text.plain(source.name, "bold") + text.plain(f"  {known}", text.MUTED), id="source-title")
        with VerticalScroll(id="article"):
            numbers = {paragraph.span: paragraph.number for paragraph in source.paragraphs}
            for span in source.blocks:
                yield Line(span, numbers.get(span))
        yield Static("", id="source-status", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw the marks and go to the passage."""
        self.article.focus()
        for line in self.query(Line):
            self._draw(line)
        self._show_here()

    def action_jump(self, step: int) -> None:
        """Go to the next or the previous passage that a question quotes, round the end."""
        before = self.passages[self.here]
        self.here = (self.here + step) % len(self.passages)
        for line in self.query(Line):
            if line.span.overlaps(before.span) or line.span.overlaps(self.passages[self.here].span):
                self._draw(line)
        self._show_here()

    def _draw(self, line: Line) -> None:
        here = self.passages[self.here]
        marks = [(part, _HERE) for part in here.parts]
        marks += [(part, _QUOTED) for passage in self.passages for part in passage.parts]
        marks += [(span, _OFF_LIMITS) for span in self.source.off_limits]
        touching = [(span, style) for span, style in marks if span.overlaps(line.span)]
        line.query_one(".words", Static).update(text.marked(self.source, line.span, touching))

    def _show_here(self) -> None:
        passage = self.passages[self.here]
        place = f"quote {self.here + 1} of {len(self.passages)} · ¶ {passage.paragraph}"
        self.query_one("#source-status", Static).update(Content(place))
        self.call_after_refresh(self._go_to, passage.span)

    def _go_to(self, span: Span) -> None:
        """Bring a span to the upper third of the window, judging its row by how far into its paragraph it stands."""
        line = next(line for line in self.query(Line) if line.span.overlaps(span))
        into = max(0, span.start - line.span.start) / (line.span.end - line.span.start)
        row = line.virtual_region.y + int(into * line.virtual_region.height)
        self.article.scroll_to(y=row - self.article.size.height // 3, animate=False)
