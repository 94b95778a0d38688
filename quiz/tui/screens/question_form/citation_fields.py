"""The fields of one citation in the question form. The quote comes from the article and can be shortened."""

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
    """The fields of one citation."""

    def __init__(self, source: Source, quote: SentenceQuote, number: int) -> None:
        """``number`` is the number of the citation in the question, from 1."""
        super().__init__()
        self._source = source
        self._quoted = quote
        self._number = number
        # A quote with characters that a text field cannot show is not editable: the field would change it.
        self._editable = printable(quote.words, keep_lines=True) == quote.words

    def compose(self) -> ComposeResult:
        """Yield the quote and its highlight."""
        with Horizontal(classes="row"):
            yield Static("Quote", classes="label", markup=False)
            if self._editable:
                yield TextField(self._quoted.words, multiple=True, id=f"quote-{self._number}")
            else:
                yield Static(pack_text.plain(self._quoted.words), classes="fixed")
        yield Static("", classes="after", markup=False)
        with Horizontal(classes="row"):
            yield Static("Highlight", classes="label", markup=False)
            yield TextField(hint="words that carry the answer", id=f"highlight-{self._number}")

    def on_mount(self) -> None:
        """Show the ``after`` key, if there is one."""
        self.show_after()

    @property
    def citation(self) -> CitationEntry:
        """The citation as it would be saved now."""
        if not self.is_mounted:
            return CitationEntry(source=self._source.id, quote=self._quoted.words, after=self._quoted.after)
        quote = self._quote
        highlight = self.query_one(f"#highlight-{self._number}", TextField).value or None
        return CitationEntry(source=self._source.id, quote=quote.words, after=quote.after, highlight=highlight)

    def show_after(self) -> None:
        """Show the ``after`` key, which is added when the quote occurs more than once in the article."""
        after, line = self._quote.after, self.query_one(".after", Static)
        line.display = after is not None
        line.update(pack_text.plain(f"after: {after}", pack_text.MUTED))

    @property
    def _quote(self) -> SentenceQuote:
        """The quote as edited."""
        words = (
            self.query_one(f"#quote-{self._number}", TextField).text.strip() if self._editable else self._quoted.words
        )
        return self._quoted if words == self._quoted.words else quote_at(self._source, words, self._quoted.span)

    def use_source(self, source: Source) -> None:
        """Cite the same article by the id that another pack has for it."""
        self._source = source
