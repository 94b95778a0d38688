"""The proof of an answer: verdict, explanation, quotes, and disputes between sources."""

from collections.abc import Iterator

from textual.content import Content
from textual.timer import Timer

from quiz.bank.kinds.registry import answer_line, kind_of
from quiz.bank.question import Passage, Question
from quiz.game.game import Verdict
from quiz.game.phrases import SOURCES_DISAGREE, UNPROVEN, reaction_text
from quiz.game.reaction import Reaction
from quiz.tui import pack_text
from quiz.tui.widgets.item_view import Item, ItemView

_BAR = Content.styled("█", "$accent") + Content(" ")
_BESIDE = Content("  ")


def quote_items(passage: Passage) -> tuple[Item, Item]:
    """Return a quote and its citation, both beside a bar."""
    return Item(pack_text.quote(passage), _BAR, _BAR), Item(pack_text.citation(passage), _BAR, _BAR, below=1)


class Proof(ItemView):
    """Everything that is shown below a question after the verdict; hidden until then."""

    highlight_seconds = 0.35
    """How long the verdict of a right answer is highlighted."""

    def __init__(self, question: Question, *, dense: bool = False) -> None:
        """``dense`` leaves out empty lines."""
        super().__init__()
        self._dense = dense
        self._highlight_timer: Timer | None = None
        self.ask(question)

    def ask(self, question: Question) -> None:
        """Switch to another question, and hide until its verdict."""
        self.display = False
        self.question = question
        self.shows_answer = False
        """Whether to show the right answer too, because the options are out of view."""
        self._verdict: Verdict | None = None
        self._verdict_line = Content("")
        self._reaction = ""
        self._end_highlight()

    def items(self, width: int) -> Iterator[Item]:  # noqa: ARG002 - the same for any width
        """Yield the verdict, the explanation, the quotes and the disputes."""
        question, verdict, kind = self.question, self._verdict, kind_of(self.question)
        short, article = self.screen.has_class("-short"), kind.article(question)
        if verdict is not None:
            yield Item(self._verdict_line, style="on $success-muted" if self._highlight_timer is not None else "")
            if verdict.outcome != "right" and article is None and (short or self.shows_answer):
                yield Item(pack_text.plain(f"✓ {answer_line(question)}", "bold $text-success"))
            if self._reaction:
                yield Item(pack_text.plain(self._reaction, pack_text.MUTED))
        for remark in kind.remarks(question, () if verdict is None else verdict.chosen):
            yield Item(pack_text.plain(remark, "bold"))
        if question.explanation:
            yield Item(pack_text.plain(question.explanation), below=0 if short or self._dense else 1)
        if not question.citations:
            yield Item(Content.styled(f"! {UNPROVEN}", "$text-warning"))
        for passage in question.citations:
            quote, citation = quote_items(passage)
            yield from (quote, citation) if passage.source is not article else (citation,)  # it is marked there
        if question.disputes:
            yield Item(Content.styled(f"! {SOURCES_DISAGREE}", "bold $text-warning"))
        for dispute in question.disputes:
            answer = pack_text.plain(dispute.answer, "bold")
            note = Content(" — ") + pack_text.plain(dispute.note) if dispute.note else Content("")
            yield Item(answer + note)
            yield from quote_items(dispute.passage)

    def reveal(
        self, verdict: Verdict | None, run: int, lives: int | None = None, *, with_points: bool = True
    ) -> None:
        """Show the proof, with a verdict if there is one; ``run`` is the number of right answers in a row."""
        self._verdict = verdict
        if verdict is not None:
            self._verdict_line = pack_text.verdict_line(verdict, run, lives, with_points=with_points)
            if verdict.outcome == "right" and self.app.animation_level != "none":
                self._highlight_timer = self.set_timer(self.highlight_seconds, self._end_highlight)
        self.draw()
        self.display = True

    def show_reaction(self, reaction: Reaction | None) -> None:
        """Show what the player thinks of the question, below the verdict."""
        self._reaction = reaction_text(reaction)
        if self.display:
            self.draw()

    def show_answer(self) -> None:
        """Show the right answer too."""
        self.shows_answer = True
        self.draw()

    def _end_highlight(self) -> None:
        """Remove the highlight of a right answer."""
        if self._highlight_timer is not None:
            self._highlight_timer.stop()
            self._highlight_timer = None
            self.draw()
