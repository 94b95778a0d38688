"""An article for players: plain, or with the passages of one question. It tells nothing of any other question."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quiz.bank.question import Passage
from quiz.bank.source import Source
from quiz.tui import pack_text
from quiz.tui.screens.article_reader.article import Article
from quiz.tui.screens.article_reader.article_line import Mark
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer

_CURRENT, _QUOTED, _OFF_LIMITS = "reverse", "underline", "dim"


class ReadingScreen(QuizScreen):
    """An article to read. Escape goes back."""

    STYLESHEETS = ("screens/article_reader/article_reader.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", "Scroll", id="article.line-down", key_display="↓"),
        Binding("up,k", "scroll(-1)", "Scroll up", show=False, id="article.line-up"),
        Binding("right", "jump(1)", "Next quote", id="article.next"),
        Binding("left", "jump(-1)", "Previous quote", show=False, id="article.previous"),
        Binding("escape,s,l,q", "close", "Back", id="article.back", key_display="esc"),
    ]

    article = getters.query_one(Article)

    def __init__(self, source: Source, passages: Sequence[Passage] = (), *, first: Passage | None = None) -> None:
        """Show a source. ``passages`` of it are marked, and ``first`` is the one at which it opens."""
        super().__init__()
        self.source = source
        self.passages = sorted((one for one in passages if one.source is source), key=lambda one: one.span)
        self.passage_index = self.passages.index(first) if first in self.passages else 0
        """The index of the current passage."""
        self._status = Content("")

    def compose(self) -> ComposeResult:
        """Yield the title, the article and the status line."""
        yield TooSmall()
        yield Static(self.title_line, id="source-title")
        yield Article(self.source, ())
        yield Static(self._status, id="reading-status", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Draw the marks and scroll to the passage."""
        self.article.focus()
        self._draw()

    @property
    def title_line(self) -> Content:
        """What is shown above the article."""
        return pack_text.article_title(self.source)

    def show_status(self, status: Content) -> None:
        """Show a line below the article, instead of the place of the current passage."""
        if status != self._status:
            self._status = status
            for line in self.query("#reading-status").results(Static):  # none before it is composed
                line.update(status, layout=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide jumping if there are not several passages to jump between."""
        return super().check_action(action, parameters) and (action != "jump" or len(self.passages) > 1)

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self.article.scroll_relative(y=step, animate=False)

    def action_jump(self, step: int) -> None:
        """Go to the next or the previous passage. The first follows the last."""
        self.passage_index = (self.passage_index + step) % len(self.passages)
        self._draw()

    def _draw(self) -> None:
        current = self.passages[self.passage_index] if self.passages else None
        marks: list[Mark] = [] if current is None else [(part, _CURRENT) for part in current.parts]
        marks += [(part, _QUOTED) for passage in self.passages for part in passage.parts]
        marks += [(span, _OFF_LIMITS) for span in self.source.off_limits]
        self.article.draw(marks, lambda _: Content(""))
        if current is not None:
            place = f"quote {self.passage_index + 1} of {len(self.passages)} · ¶ {current.paragraph}"
            self.show_status(Content(place))
            self.call_after_refresh(self.article.scroll_to_span, current.span, only_if_hidden=False)
