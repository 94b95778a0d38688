"""The proof of an answer: the verdict, why, the article's own words, and where sources disagree."""

from collections.abc import Iterator

from textual.content import Content
from textual.timer import Timer

from quiz.bank.kinds.registry import answer_line
from quiz.bank.question import Passage, Question
from quiz.game.game import Verdict
from quiz.game.phrases import SOURCES_DISAGREE, UNPROVEN
from quiz.tui import pack_text
from quiz.tui.widgets.item_view import Item, ItemView

_BAR = Content.styled("█", "$accent") + Content(" ")
_BESIDE = Content("  ")


def quoted(passage: Passage) -> tuple[Item, Item]:
    """A quote beside a bar, its citation below."""
    return Item(pack_text.quote(passage), _BAR, _BAR), Item(pack_text.citation(passage), _BAR, _BAR, below=1)


class Proof(ItemView):
    """Everything that is shown once a question is answered; hidden until then."""

    lit_seconds = 0.35
    """How long a right answer is highlighted."""

    def __init__(self, question: Question, *, dense: bool = False) -> None:
        """``dense`` leaves no line free that need not be."""
        super().__init__()
        self._dense = dense
        self._light: Timer | None = None
        self.ask(question)

    def ask(self, question: Question) -> None:
        """Be the proof of another question, hidden until it is answered."""
        self.display = False
        self.question = question
        self.alone = False
        """Whether the options are out of sight, so that the answer must be said here."""
        self._verdict: Verdict | None = None
        self._line = Content("")
        self._darken()

    def items(self, width: int) -> Iterator[Item]:  # noqa: ARG002 - the same in any
        """The verdict's line, the explanation, the quotes, the disputes."""
        question, verdict = self.question, self._verdict
        short = self.screen.has_class("-short")
        if verdict is not None:
            yield Item(self._line, style="on $success-muted" if self._light is not None else "")
            if verdict.outcome != "right" and (short or self.alone):
                yield Item(pack_text.plain(f"✓ {answer_line(question)}", "bold $text-success"))
        if question.explanation:
            yield Item(pack_text.plain(question.explanation), below=0 if short or self._dense else 1)
        if not question.citations:
            yield Item(Content.styled(f"! {UNPROVEN}", "$text-warning"))
        for passage in question.citations:
            yield from quoted(passage)
        if question.disputes:
            yield Item(Content.styled(f"! {SOURCES_DISAGREE}", "bold $text-warning"))
        for dispute in question.disputes:
            said = pack_text.plain(dispute.answer, "bold")
            note = Content(" — ") + pack_text.plain(dispute.note) if dispute.note else Content("")
            yield Item(said + note)
            yield from quoted(dispute.passage)

    def reveal(self, verdict: Verdict | None, run: int, lives: int | None) -> None:
        """Show it, with the verdict where one was given; ``run`` counts the right answers in a row."""
        self._verdict = verdict
        if verdict is not None:
            self._line = pack_text.verdict_line(verdict, run, lives)
            if verdict.outcome == "right" and self.app.animation_level != "none":
                self._light = self.set_timer(self.lit_seconds, self._darken)
        self.draw()
        self.display = True

    def say_alone(self) -> None:
        """Say the answer itself from now on."""
        self.alone = True
        self.draw()

    def _darken(self) -> None:
        """Put out the light that comes up when the answer is right."""
        if self._light is not None:
            self._light.stop()
            self._light = None
            self.draw()
