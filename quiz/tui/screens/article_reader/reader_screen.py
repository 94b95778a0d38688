"""The article reader: shows which passages are quoted and which sentences have no question, and picks sentences."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quiz.author.coverage import Sentence, coverage
from quiz.bank.bank import Bank
from quiz.bank.question import Passage
from quiz.bank.source import Source, Span
from quiz.tui import pack_text
from quiz.tui.messages import WriteQuestion
from quiz.tui.screens.article_reader.article import Article
from quiz.tui.screens.article_reader.article_line import Mark
from quiz.tui.screens.article_reader.reader_status import QUOTED, UNQUOTED, ReaderStatus
from quiz.tui.screens.article_reader.sentence_selection import SentenceSelection, next_after
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer

_CURRENT = "reverse"
_PICKED = "bold on $primary-muted"
_OFF_LIMITS = "dim"
_CURSOR_SIGN = Content.styled("▸", "$text-accent")
_PICKED_SIGN = Content.styled("✓", "$text-accent")
_UNQUOTED_SIGN = Content.styled("○", "$text-warning")


class ArticleReaderScreen(QuizScreen):
    """An article, opened at a passage. Escape goes back."""

    STYLESHEETS = ("screens/article_reader/article_reader.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "n", "write", "New question", id="source.write", tooltip="Write a question about the picked sentences"
        ),
        Binding("right,l", "jump(1)", "Next quote", id="source.next"),
        Binding("left,h", "jump(-1)", "Previous quote", show=False, id="source.previous"),
        Binding("down,j", "move(1)", "Sentence", id="source.down", tooltip="Go to the next sentence"),
        Binding("up,k", "move(-1)", "Previous sentence", show=False, id="source.up"),
        Binding("shift+down,J", "extend(1)", "Extend down", show=False, id="source.extend-down"),
        Binding("shift+up,K", "extend(-1)", "Extend up", show=False, id="source.extend-up"),
        Binding("space", "pick", "Pick", show=False, id="source.pick", tooltip="Pick or unpick the sentence"),
        Binding("w", "next_waiting", "Unquoted", id="source.waiting", tooltip="Go to the next unquoted sentence"),
        Binding("m", "marks", "Marks", show=False, id="source.marks", tooltip="Mark unquoted sentences, or not"),
        Binding("escape,s,q", "back", "Back", id="source.back", key_display="esc"),
    ]

    article = getters.query_one(Article)
    status = getters.query_one(ReaderStatus)

    def __init__(self, opened: Passage | Source, bank: Bank) -> None:
        """Open a source at a passage, or at its first sentence without a question; ``bank`` has the questions."""
        super().__init__()
        self._opened = opened
        self._show_unquoted = True
        self._use_bank(bank)
        span = None if isinstance(opened, Source) else opened.span
        self.passage_index = self._index_of(span)
        """The index of the current passage; None while the cursor moves by sentences."""
        self.selection = SentenceSelection(count=len(self.sentences))
        if self.passage_index is None:
            self.selection = self.selection.at(next(iter(self.unquoted), 0))

    def _use_bank(self, bank: Bank) -> None:
        """Get the quoted passages and the sentences without a question from a bank."""
        opened = self._opened if isinstance(self._opened, Source) else self._opened.source
        self.source = next((source for source in bank.sources if _is_same(source, opened)), opened)
        quoted = {own.span: own for question, n in bank.passages_of(self.source) for own in (question.passages[n],)}
        if isinstance(self._opened, Passage):
            quoted.setdefault(self._opened.span, self._opened)
        self.passages = [quoted[span] for span in sorted(quoted)]
        self.sentences: tuple[Sentence, ...] = coverage(bank.questions_quoting(self.source), self.source)
        """All sentences that can be picked."""
        self.unquoted = tuple(number for number, sentence in enumerate(self.sentences) if sentence.is_unquoted)
        """The numbers of the sentences that no question quotes."""

    def _index_of(self, span: Span | None) -> int | None:
        return next((index for index, passage in enumerate(self.passages) if passage.span == span), None)

    def compose(self) -> ComposeResult:
        """Yield the title, the article and the status."""
        yield TooSmall()
        yield Static(pack_text.article_title(self.source), id="source-title")
        yield Article(self.source, [sentence.span for sentence in self.sentences])
        yield ReaderStatus()
        yield Footer()

    def on_mount(self) -> None:
        """Draw the marks and scroll to the passage."""
        self.article.focus()
        self._draw(only_if_hidden=False)

    def update_bank(self, bank: Bank) -> None:
        """Show the passages that the questions of another bank quote."""
        span = None if self.passage_index is None else self.passages[self.passage_index].span
        self._use_bank(bank)
        self.passage_index = self._index_of(span)
        self.selection = self.selection.cleared()
        self._draw()

    # Quotes

    def action_jump(self, step: int) -> None:
        """Go to the next or the previous quoted passage. The first follows the last."""
        if not self.passages:
            return
        if self.passage_index is None:
            cursor = self.sentences[self.selection.cursor or 0].span
            later = next((index for index, passage in enumerate(self.passages) if passage.span > cursor), 0)
            self.passage_index = later if step > 0 else later - 1
        else:
            self.passage_index += step
        self.passage_index %= len(self.passages)
        self.selection = SentenceSelection(count=len(self.sentences), single=self.selection.picked)
        self._draw(only_if_hidden=False)

    # Sentences

    def action_move(self, step: int) -> None:
        """Go to the next or the previous sentence."""
        self._select(self.selection.moved(step, self._start))

    def action_extend(self, step: int) -> None:
        """Move the cursor and pick the sentences on its way."""
        self._select(self.selection.extended(step, self._start))

    def action_pick(self) -> None:
        """Pick the sentence under the cursor, or unpick it."""
        self._select(self.selection.toggled(self._start if self.selection.cursor is None else None))

    @on(Article.Pointed)
    def point(self, message: Article.Pointed) -> None:
        """Change the selection with the mouse."""
        selection = self.selection
        changes = {"only": selection.picked_only, "toggle": selection.toggled, "extend": selection.extended_to}
        self._select(changes[message.mode](message.sentence))

    def action_next_waiting(self) -> None:
        """Go to the next sentence that no question quotes."""
        number = next_after(self.unquoted, self.selection.cursor)
        if number is not None:
            self._select(self.selection.at(number))

    def action_marks(self) -> None:
        """Show or hide the marks of sentences without a question."""
        self._show_unquoted = not self._show_unquoted
        self._draw()

    def action_back(self) -> None:
        """Clear the selection or, if nothing is picked, go back to the previous screen."""
        if self.selection.picked:
            self._select(self.selection.cleared())
        else:
            self.dismiss()

    def action_write(self) -> None:
        """Write a question about the picked sentences."""
        spans = tuple(self.sentences[number].span for number in self.selection.effective)
        self.post_message(WriteQuestion(self.source, spans))

    @property
    def _start(self) -> int:
        """The sentence at which the cursor appears: the first one of the current passage."""
        if self.passage_index is None:
            return 0
        span = self.passages[self.passage_index].span
        return next((n for n, sentence in enumerate(self.sentences) if sentence.span.overlaps(span)), 0)

    def _select(self, selection: SentenceSelection) -> None:
        self.selection = selection
        if selection.cursor is not None:
            self.passage_index = None
        self._draw()

    # Drawing

    def _draw(self, *, only_if_hidden: bool = True) -> None:
        """Draw the marks and the status, and scroll to the current passage or sentence."""
        self.article.draw(self._marks(), self._sign)
        self.status.show(self._position(), self.sentences, show_unquoted=self._show_unquoted)
        if self.passage_index is not None:
            span = self.passages[self.passage_index].span
        elif self.selection.cursor is not None:
            span = self.sentences[self.selection.cursor].span
        else:
            return
        self.call_after_refresh(self.article.scroll_to_span, span, only_if_hidden=only_if_hidden)

    def _marks(self) -> list[Mark]:
        cursor, picked = self.selection.cursor, self.selection.picked
        marks = [(self.sentences[number].span, _PICKED) for number in picked]
        if cursor is not None:
            marks.insert(0, (self.sentences[cursor].span, f"bold {_CURRENT}" if cursor in picked else _CURRENT))
        if self.passage_index is not None:
            marks += [(part, _CURRENT) for part in self.passages[self.passage_index].parts]
        marks += [(part, QUOTED) for passage in self.passages for part in passage.parts]
        if self._show_unquoted:
            marks += [(self.sentences[number].span, UNQUOTED) for number in self.unquoted]
        return marks + [(span, _OFF_LIMITS) for span in self.source.off_limits]

    def _sign(self, numbers: frozenset[int]) -> Content:
        """Return the sign beside a paragraph: cursor, picked sentence, sentence without a question, or nothing."""
        if self.selection.cursor in numbers:
            return _CURSOR_SIGN
        if numbers & self.selection.picked:
            return _PICKED_SIGN
        return _UNQUOTED_SIGN if self._show_unquoted and numbers.intersection(self.unquoted) else Content("")

    def _position(self) -> str:
        if self.passage_index is not None:
            passage = self.passages[self.passage_index]
            return f"quote {self.passage_index + 1} of {len(self.passages)} · ¶ {passage.paragraph}"
        if self.selection.cursor is None:
            return ""
        picked = f" · {len(self.selection.picked)} picked" if self.selection.picked else ""
        sentence = self.sentences[self.selection.cursor]
        return f"sentence {self.selection.cursor + 1} of {len(self.sentences)} · ¶ {sentence.paragraph}{picked}"


def _is_same(source: Source, other: Source) -> bool:
    """Return whether two sources, perhaps from before and after a reload, are the same unchanged article."""
    return source is other or (source.pack, source.id, source.text) == (other.pack, other.id, other.text)
