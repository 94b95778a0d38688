"""An article whose sentences are the options: the player moves among them and points at the one that is the proof.

It draws lines instead of widgets, so that moving repaints a few lines, however long the article is.
"""

from collections.abc import Callable
from typing import ClassVar

import msgspec
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from quiz.bank.kinds import proof
from quiz.bank.question import Question
from quiz.game.phrases import FIND_THE_PROOF, article_name
from quiz.tui import pack_text
from quiz.tui.textual_fixes.plain_focus import PlainFocus
from quiz.tui.widgets.answer_widget import AnswerWidget
from quiz.tui.widgets.article_layout import ArticleLayout
from quiz.tui.widgets.proof_marks import HIGHLIGHT, QUOTE, ProofMarks

_LEAD = 5
"""The cells before a line: a sign, and the number of the paragraph."""
_MARGIN = 1
"""Lines to keep in view above and below the cursor."""


class SentenceOptions(ScrollView, AnswerWidget, PlainFocus, can_focus=True, inherit_bindings=False):
    """The article of a question, which scrolls by itself while the question stays in view."""

    DEFAULT_CSS = """
    SentenceOptions { height: 1fr; min-height: 5; overflow-x: hidden; overflow-y: scroll; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Sentence", id="option.down", key_display="↓"),
        Binding("up,k", "move(-1)", "Previous sentence", show=False, id="option.up"),
        Binding("right", "paragraph(1)", "Paragraph", id="proof.right", key_display="→"),
        Binding("left", "paragraph(-1)", "Previous paragraph", show=False, id="proof.left"),
        Binding("enter", "press_cursor", "This one", id="option.choose", key_display="enter"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="proof.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="proof.page-up"),
        Binding("home", "end(-1)", "First sentence", show=False, id="proof.first"),
        Binding("end", "end(1)", "Last sentence", show=False, id="proof.last"),
        # after the verdict
        Binding("down,j", "scroll(1)", "Scroll down", show=False, id="scroll.down"),
        Binding("up,k", "scroll(-1)", "Scroll up", show=False, id="scroll.up"),
        Binding("pagedown", "scroll_page(1)", "Page down", show=False, id="article.down"),
        Binding("pageup", "scroll_page(-1)", "Page up", show=False, id="article.up"),
    ]
    ALLOW_SELECT = False  # dragging the mouse would mark lines that are drawn one by one
    auto_links = False  # saves the search for links
    scrolls_itself = True

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The sentence that Enter points at; None until a key moves it, so that a held Enter answers nothing."""
    hovered: reactive[int | None] = reactive(None, repaint=False)
    """The sentence under the mouse."""

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Show the article of a question, without accepting answers yet."""
        self.index = index
        self.options = options
        self._question = question
        self._accepts_answers: Callable[[], bool] | None = None
        self._marks = ProofMarks(options=options)
        self._layout_of_width: tuple[int, bool, ArticleLayout, list[Content]] | None = None
        self.set_reactive(SentenceOptions.cursor, None)
        self.set_reactive(SentenceOptions.hovered, None)
        self.can_focus = True
        if self.is_mounted:
            self._update_size()
            self.scroll_to(y=0, animate=False, immediate=True)
            self.refresh()

    # Open from the first painting of the question until the verdict

    def open(self, accepts_answers: Callable[[], bool]) -> None:
        """Accept answers from now on, whenever ``accepts_answers`` returns True."""
        self._accepts_answers = accepts_answers

    @property
    def is_revealed(self) -> bool:
        """Whether the proof is marked after the verdict."""
        return self._marks.is_revealed

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Light up the proof, bring it into view, and accept no more answers."""
        self._accepts_answers = None
        pressed = self._marks.pressed if chosen else None  # None if it was pressed too late
        self._marks = ProofMarks(options=self.options, answer=answer, chosen=chosen, pressed=pressed)
        self.set_reactive(SentenceOptions.cursor, None)
        self.set_reactive(SentenceOptions.hovered, None)
        self._show_sought()
        self.refresh()

    # Layout

    @property
    def layout_now(self) -> ArticleLayout:
        """The article in lines of the current width."""
        return self._laid_out()[0]

    @property
    def _head(self) -> list[Content]:
        """The lines above the article: what to do, and its name."""
        return self._laid_out()[1]

    def _laid_out(self) -> tuple[ArticleLayout, list[Content]]:
        width, spaced = max(1, self.scrollable_content_region.width - _LEAD - 1), not self.screen.has_class("-short")
        known = self._layout_of_width
        if known is None or known[:2] != (width, spaced):
            passages = proof.proofs_of(self._question)
            marks = [(part, QUOTE) for passage in passages for part in passage.parts]
            marks += [(part, HIGHLIGHT) for passage in passages for part in passage.highlights]
            article = proof.article_of(self._question)
            hint = Content.styled(FIND_THE_PROOF, f"{pack_text.MUTED} italic")
            name = pack_text.plain(article_name(article), f"bold {pack_text.MUTED}")
            layout = ArticleLayout(article, marks, width, spaced=spaced)
            known = self._layout_of_width = (width, spaced, layout, [*hint.wrap(width), *name.wrap(width)])
        return known[2:]

    def lines_at(self, width: int) -> int:  # noqa: ARG002 - it scrolls, so any height will do
        """Return the least height in lines."""
        return 3

    def on_resize(self) -> None:
        """Wrap the article for the new width, and keep the cursor or the proof in view."""
        self._update_size()
        self._show_sought()

    def _update_size(self) -> None:
        height = len(self.layout_now.lines) + len(self._head)
        self.virtual_size = Size(self.scrollable_content_region.width, height)

    def _rows_of(self, sentence: int) -> tuple[int, int]:
        first, last = self.layout_now.rows_of(sentence)
        return first + len(self._head), last + len(self._head)

    def _show_sought(self) -> None:
        """Scroll no further than it takes to have the sought sentence in view, with a line around it."""
        height, sought = self.scrollable_content_region.height, self._marks.sought
        if sought is None or not height:
            return
        first, last = self._rows_of(sought)
        margin = _MARGIN if last - first + 1 + 2 * _MARGIN <= height else 0
        top = self.scroll_offset.y
        if last + margin > top + height - 1:
            top = last + margin - height + 1
        top = min(top, first - margin)  # of a sentence longer than the view, its beginning
        if top != self.scroll_offset.y:
            self.scroll_to(y=max(0, top), animate=False, immediate=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Return a line of the view."""
        row, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        head, layout = self._head, self.layout_now
        content = Content("")
        if row < len(head):
            content = Content(" " * _LEAD) + head[row]
        elif row - len(head) < len(layout.lines):
            content = self._line(layout, row - len(head))
        strips = Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)
        return strips[0].crop(0, width) if strips else Strip.blank(width, self.visual_style.rich_style)

    def _line(self, layout: ArticleLayout, row: int) -> Content:
        """Return a line of the article: a sign, the number of the paragraph, and the words."""
        line, marks = layout.lines[row], self._marks
        number = "" if line.number is None else str(line.number)
        lead = Content.styled(*marks.sign(layout.begun(row)))
        lead += Content.styled(f"{number:>{_LEAD - 2}} ", pack_text.MUTED)
        return lead + Content("").join(Content.styled(piece.text, marks.style(piece)) for piece in line.pieces)

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Move among sentences until the verdict. Then scroll the article or, if all does not fit, the view."""
        if action in {"move", "paragraph", "page", "end", "press_cursor"}:
            return not self.is_revealed
        if action in {"scroll", "scroll_page"}:
            return self.is_revealed and not self._is_cramped
        return super().check_action(action, parameters)

    @property
    def _is_cramped(self) -> bool:
        return isinstance(self.parent, Widget) and self.parent.max_scroll_y > 0

    def action_move(self, step: int) -> None:
        """Move the cursor by sentences. Without a cursor, start at the first one in view."""
        self._go_to(self._first_in_view() if self.cursor is None else self.cursor + step)

    def action_paragraph(self, step: int) -> None:
        """Move the cursor to the beginning of the next or the previous paragraph."""
        starts = self.layout_now.paragraph_starts
        here = self.cursor
        if here is None:
            self._go_to(self._first_in_view())
        elif step > 0:
            self._go_to(next((start for start in starts if start > here), here))
        else:
            self._go_to(next((start for start in reversed(starts) if start < here), 0))

    def action_page(self, step: int) -> None:
        """Move the cursor by a page."""
        cursor = self._first_in_view() if self.cursor is None else self.cursor
        target = max(0, self.layout_now.rows_of(cursor)[0] + step * self._page)
        found = self.layout_now.first_from(target)
        self._go_to(len(self.options) - 1 if found is None else found)

    def action_end(self, step: int) -> None:
        """Move the cursor to the first or the last sentence."""
        self._go_to(len(self.options) - 1 if step > 0 else 0)

    def action_scroll(self, step: int) -> None:
        """Scroll the article by a line."""
        self.scroll_relative(y=step, animate=False, immediate=True)

    def action_scroll_page(self, step: int) -> None:
        """Scroll the article by a page."""
        self.scroll_relative(y=step * self._page, animate=False, immediate=True)

    @property
    def _page(self) -> int:
        """How many lines paging moves."""
        return max(1, self.scrollable_content_region.height - 2 * _MARGIN)

    def action_press_cursor(self) -> None:
        """Point at the sentence under the cursor."""
        if self.cursor is not None:
            self.press(self.cursor)

    def press(self, sentence: int) -> None:
        """Answer with a sentence, if answers are accepted."""
        if self._accepts_answers is not None and self._accepts_answers():
            self._marks = msgspec.structs.replace(self._marks, pressed=sentence)
            self.post_message(self.Given(self.index, (self.options[sentence],)))

    def _first_in_view(self) -> int:
        return self.layout_now.first_from(max(0, self.scroll_offset.y - len(self._head))) or 0

    def _go_to(self, sentence: int) -> None:
        self.cursor = min(max(0, sentence), len(self.options) - 1)

    def watch_cursor(self, cursor: int | None) -> None:
        """Draw the cursor and scroll to it."""
        self._marks = msgspec.structs.replace(self._marks, cursor=cursor)
        self._show_sought()
        if cursor == 0:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def watch_hovered(self, hovered: int | None) -> None:
        """Highlight the sentence under the mouse."""
        self._marks = msgspec.structs.replace(self._marks, hovered=hovered)
        self.refresh()

    def sentence_at(self, x: int, y: int) -> int | None:
        """Return the sentence at a place in the view, or None."""
        row = y + self.scroll_offset.y - len(self._head)
        lines = self.layout_now.lines
        return lines[row].sentence_at(x - _LEAD) if 0 <= row < len(lines) else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Update the sentence under the mouse."""
        self.hovered = None if self.is_revealed else self.sentence_at(event.x, event.y)

    def on_leave(self) -> None:
        """Remove the highlight when the mouse leaves."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Point at the clicked sentence."""
        sentence = None if self.is_revealed else self.sentence_at(event.x, event.y)
        if sentence is not None:
            self.press(sentence)
