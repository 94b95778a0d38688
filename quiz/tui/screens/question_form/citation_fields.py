"""A quote in the form of a question: filled in from the article, and made shorter where less is enough."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from quiz.author.sentence_quotes import SentenceQuote, quote_at
from quiz.bank.printable import printable
from quiz.bank.question_entry import CitationEntry
from quiz.bank.source import Source
from quiz.tui import pack_text
from quiz.tui.screens.question_form.text_field import TextField


class CitationFields(Vertical):
    """One citation."""

    def __init__(self, source: Source, quote: SentenceQuote, number: int) -> None:
        """``number`` counts the citations of the question, from 1."""
        super().__init__()
        self._source = source
        self._quoted = quote
        self._number = number
        # What a field cannot show is not edited in one: it would be changed by that.
        self._editable = printable(quote.words, keep_lines=True) == quote.words

    def compose(self) -> ComposeResult:
        """The quote and what is said of it."""
        with Horizontal(classes="row"):
            yield Static("Quote", classes="label", markup=False)
            if self._editable:
                yield TextField(self._quoted.words, several=True, id=f"quote-{self._number}")
            else:
                yield Static(pack_text.plain(self._quoted.words), classes="fixed")
        yield Static("", classes="after", markup=False)
        with Horizontal(classes="row"):
            yield Static("Highlight", classes="label", markup=False)
            yield TextField(hint="words that carry the answer", id=f"highlight-{self._number}")

    def on_mount(self) -> None:
        """Say what else is written."""
        self.show_after()

    @property
    def citation(self) -> CitationEntry:
        """What is written of it."""
        if not self.is_mounted:
            return CitationEntry(source=self._source.id, quote=self._quoted.words, after=self._quoted.after)
        quote = self._quote
        highlight = self.query_one(f"#highlight-{self._number}", TextField).value or None
        return CitationEntry(source=self._source.id, quote=quote.words, after=quote.after, highlight=highlight)

    def show_after(self) -> None:
        """Show the words that are filled in to say which of its places is meant."""
        after, line = self._quote.after, self.query_one(".after", Static)
        line.display = after is not None
        line.update(pack_text.plain(f"after: {after}", pack_text.MUTED))

    @property
    def _quote(self) -> SentenceQuote:
        """The quote as it is now."""
        words = (
            self.query_one(f"#quote-{self._number}", TextField).text.strip() if self._editable else self._quoted.words
        )
        return self._quoted if words == self._quoted.words else quote_at(self._source, words, self._quoted.span)

    def belongs_to(self, source: Source) -> None:
        """Cite the same article under the name that another pack has for it."""
        self._source = source
