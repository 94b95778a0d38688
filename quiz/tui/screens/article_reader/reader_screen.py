"""The source reader: an article with every passage that a question quotes, and every sentence that waits for one."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quiz.author.coverage import Sentence, coverage
from quiz.bank.bank import Bank
from quiz.bank.citation import date_in_words
from quiz.bank.question import Passage
from quiz.bank.source import Source
from quiz.tui import pack_text
from quiz.tui.messages import WriteQuestion
from quiz.tui.screens.article_reader.article import Article
from quiz.tui.screens.article_reader.article_line import Mark
from quiz.tui.screens.article_reader.reader_status import QUOTED, WAITS, ReaderStatus
from quiz.tui.screens.article_reader.sentence_selection import SentenceSelection, nearest
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer

_HERE = "reverse"
_PICKED = "bold on $primary-muted"
_OFF_LIMITS = "dim"
_CURSOR_SIGN = Content.styled("▸", "$text-accent")
_PICKED_SIGN = Content.styled("✓", "$text-accent")
_WAITS_SIGN = Content.styled("○", "$text-warning")


class ArticleReaderScreen(QuizScreen):
    """An article, opened at a passage; Escape leads back to where the reader came from."""

    SHEETS = ("screens/article_reader/article_reader.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "write", "New question", id="source.write", tooltip="Write a question from what is picked"),
        Binding("right,l", "jump(1)", "Next quote", id="source.next"),
        Binding("left,h", "jump(-1)", "Previous quote", show=False, id="source.previous"),
        Binding("down,j", "move(1)", "Sentence", id="source.down", tooltip="Go to the next sentence"),
        Binding("up,k", "move(-1)", "Sentence before", show=False, id="source.up"),
        Binding("shift+down,J", "extend(1)", "Pick on", show=False, id="source.extend-down"),
        Binding("shift+up,K", "extend(-1)", "Pick back", show=False, id="source.extend-up"),
        Binding("space", "pick", "Pick", show=False, id="source.pick", tooltip="Pick the sentence, or put it back"),
        Binding("w", "next_waiting", "Waiting", id="source.waiting", tooltip="Go to the next one without a question"),
        Binding("m", "marks", "Marks", show=False, id="source.marks", tooltip="Mark what waits, or do not"),
        Binding("escape,s,q", "back", "Back", id="source.back", key_display="esc"),
    ]

    article = getters.query_one(Article)
    status = getters.query_one(ReaderStatus)

    def __init__(self, opened: Passage | Source, bank: Bank) -> None:
        """Open a source at a passage, or at its first sentence that waits; ``bank`` tells what is quoted."""
        super().__init__()
        self._opened = opened
        self._marked = True
        self._read(bank)
        at = None if isinstance(opened, Source) else opened.span
        self.here = next((n for n, one in enumerate(self.passages) if one.span == at), None)
        """The passage at which the reader stands; None while the cursor goes from sentence to sentence."""
        self.selection = SentenceSelection(count=len(self.sentences))
        if self.here is None:
            self.selection = self.selection.at(next(iter(self.waiting), 0))

    def _read(self, bank: Bank) -> None:
        """Take from a bank what of the article is quoted and what waits."""
        opened = self._opened if isinstance(self._opened, Source) else self._opened.source
        self.source = next((one for one in bank.sources if _is_same(one, opened)), opened)
        quoted = {own.span: own for question, n in bank.passages_of(self.source) for own in (question.passages[n],)}
        if isinstance(self._opened, Passage):
            quoted.setdefault(self._opened.span, self._opened)
        self.passages = [quoted[span] for span in sorted(quoted)]
        self.sentences: tuple[Sentence, ...] = coverage(bank.showing(self.source), self.source)
        """Every sentence that can be picked."""
        self.waiting = tuple(number for number, one in enumerate(self.sentences) if one.is_unquoted)
        """The numbers of those that no question quotes yet."""

    def compose(self) -> ComposeResult:
        """What the article is, then the article."""
        yield TooSmall()
        known = " · ".join(part for part in (self.source.publisher, date_in_words(self.source)) if part)
        yield Static(
            pack_text.plain(self.source.name, "bold") + pack_text.plain(f"  {known}", pack_text.MUTED),
            id="source-title",
        )
        yield Article(self.source, [one.span for one in self.sentences])
        yield ReaderStatus()
        yield Footer()

    def on_mount(self) -> None:
        """Draw the marks and go to the passage."""
        self.article.focus()
        self._draw(gently=False)

    def update_bank(self, bank: Bank) -> None:
        """Show what another bank quotes of the article."""
        at = None if self.here is None else self.passages[self.here].span
        self._read(bank)
        self.here = next((n for n, one in enumerate(self.passages) if one.span == at), None)
        self.selection = self.selection.cleared()
        self._draw()

    # Quotes

    def action_jump(self, step: int) -> None:
        """Go to the next or the previous passage that a question quotes, round the end."""
        if not self.passages:
            return
        if self.here is None:
            cursor = self.sentences[self.selection.cursor or 0].span
            later = next((n for n, one in enumerate(self.passages) if one.span > cursor), 0)
            self.here = later if step > 0 else later - 1
        else:
            self.here += step
        self.here %= len(self.passages)
        self.selection = SentenceSelection(count=len(self.sentences), single=self.selection.picked)
        self._draw(gently=False)

    # Sentences

    def action_move(self, step: int) -> None:
        """Go to the next or the previous sentence."""
        self._pick(self.selection.moved(step, self._start))

    def action_extend(self, step: int) -> None:
        """Pick the sentences on the way."""
        self._pick(self.selection.extended(step, self._start))

    def action_pick(self) -> None:
        """Pick the sentence under the cursor, or put it back."""
        self._pick(self.selection.toggled(self._start if self.selection.cursor is None else None))

    @on(Article.Pointed)
    def point(self, message: Article.Pointed) -> None:
        """Pick what the mouse points at."""
        selection = self.selection
        moves = {"choose": selection.chosen, "toggle": selection.toggled, "stretch": selection.stretched}
        self._pick(moves[message.how](message.sentence))

    def action_next_waiting(self) -> None:
        """Go to the next sentence that no question quotes."""
        place = nearest(self.waiting, self.selection.cursor)
        if place is not None:
            self._pick(self.selection.at(place))

    def action_marks(self) -> None:
        """Mark the sentences that wait, or leave them unmarked."""
        self._marked = not self._marked
        self._draw()

    def action_back(self) -> None:
        """Put back what is picked; where nothing is, go back to where the reader came from."""
        if self.selection.picked:
            self._pick(self.selection.cleared())
        else:
            self.dismiss()

    def action_write(self) -> None:
        """Write a question from the sentences that are picked."""
        self.post_message(WriteQuestion(self.source, tuple(self.sentences[n].span for n in self.selection.meant)))

    @property
    def _start(self) -> int:
        """Where the cursor begins: at the passage."""
        if self.here is None:
            return 0
        span = self.passages[self.here].span
        return next((n for n, one in enumerate(self.sentences) if one.span.overlaps(span)), 0)

    def _pick(self, selection: SentenceSelection) -> None:
        self.selection = selection
        if selection.cursor is not None:
            self.here = None
        self._draw()

    # Drawing

    def _draw(self, *, gently: bool = True) -> None:
        """Draw the marks, say where the reader stands, and bring it into sight."""
        self.article.draw(self._marks(), self._sign)
        self.status.show(self._place(), self.sentences, marked=self._marked)
        if self.here is not None:
            self.call_after_refresh(self.article.bring, self.passages[self.here].span, gently=gently)
        elif self.selection.cursor is not None:
            self.call_after_refresh(self.article.bring, self.sentences[self.selection.cursor].span, gently=gently)

    def _marks(self) -> list[Mark]:
        cursor, picked = self.selection.cursor, self.selection.picked
        marks = [(self.sentences[number].span, _PICKED) for number in picked]
        if cursor is not None:
            marks.insert(0, (self.sentences[cursor].span, f"bold {_HERE}" if cursor in picked else _HERE))
        if self.here is not None:
            marks += [(part, _HERE) for part in self.passages[self.here].parts]
        marks += [(part, QUOTED) for passage in self.passages for part in passage.parts]
        if self._marked:
            marks += [(self.sentences[number].span, WAITS) for number in self.waiting]
        return marks + [(span, _OFF_LIMITS) for span in self.source.off_limits]

    def _sign(self, numbers: frozenset[int]) -> Content:
        """What stands beside a paragraph: that the cursor is there, that something is picked, or that it waits."""
        if self.selection.cursor in numbers:
            return _CURSOR_SIGN
        if numbers & self.selection.picked:
            return _PICKED_SIGN
        return _WAITS_SIGN if self._marked and numbers.intersection(self.waiting) else Content("")

    def _place(self) -> str:
        if self.here is not None:
            passage = self.passages[self.here]
            return f"quote {self.here + 1} of {len(self.passages)} · ¶ {passage.paragraph}"
        if self.selection.cursor is None:
            return ""
        picked = f" · {len(self.selection.picked)} picked" if self.selection.picked else ""
        sentence = self.sentences[self.selection.cursor]
        return f"sentence {self.selection.cursor + 1} of {len(self.sentences)} · ¶ {sentence.paragraph}{picked}"


def _is_same(one: Source, other: Source) -> bool:
    """Whether two readings of a pack have the very same article there."""
    return one is other or (one.pack, one.id, one.text) == (other.pack, other.id, other.text)
