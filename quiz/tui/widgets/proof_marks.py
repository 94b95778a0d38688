"""How the sentences of an article are marked while the proof is looked for, and after the verdict."""

from collections.abc import Collection

import msgspec

from quiz.tui import pack_text
from quiz.tui.widgets.article_layout import Piece

QUOTE, HIGHLIGHT = "quote", "highlight"
"""The names of the marks of an article: a quote that proves the answer, and the words in it that show the answer."""


class ProofMarks(msgspec.Struct, frozen=True, kw_only=True):
    """The state of every sentence. Sentences are numbered from 0."""

    options: tuple[str, ...]
    """The words of all sentences."""
    answer: tuple[str, ...] = ()
    """The words of those that prove the answer; empty until the verdict."""
    chosen: tuple[str, ...] = ()
    """The words of the one that was taken for the proof; empty if none was."""
    pressed: int | None = None
    """Its number, if it is known: other sentences may have the same words."""
    cursor: int | None = None
    hovered: int | None = None

    @property
    def is_revealed(self) -> bool:
        """Whether there is a verdict."""
        return bool(self.answer)

    def is_right(self, number: int) -> bool:
        """Whether a sentence proves the answer."""
        return self.options[number] in self.answer

    def is_wrong(self, number: int) -> bool:
        """Whether a sentence was taken for the proof, but is not."""
        taken = self.options[number] in self.chosen if self.pressed is None else number == self.pressed
        return taken and not self.is_right(number)

    @property
    def sought(self) -> int | None:
        """The sentence to bring into view: the cursor; after the verdict the proof that was found, or the first."""
        if not self.is_revealed:
            return self.cursor
        if self.pressed is not None and self.is_right(self.pressed):
            return self.pressed
        return next((number for number in range(len(self.options)) if self.is_right(number)), None)

    def sign(self, begun: Collection[int]) -> tuple[str, str]:
        """Return the sign of a line, and its style; ``begun`` are the sentences that begin there."""
        if not self.is_revealed:
            return ("▸", "bold $text-accent") if self.cursor in begun else (" ", "")
        if any(map(self.is_right, begun)):
            return "✓", "bold $text-success"
        return ("✗", "bold $text-error") if any(map(self.is_wrong, begun)) else (" ", "")

    def style(self, piece: Piece) -> str:
        """Return the style of a piece of the article."""
        number = piece.sentence
        if number is None:
            return "dim"
        if not self.is_revealed:
            return "reverse" if number == self.cursor else "on $panel" if number == self.hovered else ""
        if not self.is_right(number):
            return "$text-error" if self.is_wrong(number) else pack_text.MUTED
        style = "$text-success"  # reversed and not on a background of its own: readable in every theme
        if QUOTE in piece.marks:
            style = f"bold reverse {style}"
        return f"underline {style}" if HIGHLIGHT in piece.marks else style
