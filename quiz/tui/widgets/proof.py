"""The proof of an answer: the verdict, why, the article's own words, and where sources disagree."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.bank.question import Passage, Question
from quiz.game.game import Verdict
from quiz.game.wording import SOURCES_DISAGREE, UNPROVEN
from quiz.tui import text

_LIT_SECONDS = 0.35


class QuoteBlock(Vertical):
    """A quote beside a bar, its citation below."""

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage

    def compose(self) -> ComposeResult:
        """The quote and the line under it."""
        yield Static(text.quote(self.passage), classes="quote")
        yield Static(text.citation(self.passage), classes="citation")


class Proof(Vertical):
    """Everything that is shown once a question is answered; hidden until then."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """The verdict's line, the explanation, the quotes, the disputes."""
        question = self.question
        yield Static("", id="verdict", markup=False)
        yield Static(text.plain(f"✓ {question.answer_line}"), id="the-answer")
        if question.explanation:
            yield Static(text.plain(question.explanation), classes="explanation")
        if not question.citations:
            warning = Content.styled(f"! {UNPROVEN}", "$text-warning")
            yield Static(warning, classes="unproven")
        for passage in question.citations:
            yield QuoteBlock(passage)
        if question.disputes:
            yield Static(Content.styled(f"! {SOURCES_DISAGREE}", "bold $text-warning"), classes="disagree")
        for dispute in question.disputes:
            said = text.plain(dispute.answer, "bold")
            note = Content(" — ") + text.plain(dispute.note) if dispute.note else Content("")
            yield Static(said + note, classes="dispute")
            yield QuoteBlock(dispute.passage)

    def reveal(self, verdict: Verdict | None, run: int, lives: int | None) -> None:
        """Show it, with the verdict where one was given; ``run`` counts the right answers in a row."""
        if verdict is not None:
            line = self.query_one("#verdict", Static)
            line.update(text.verdict_line(verdict, run, lives))
            if verdict.outcome == "right" and self.app.animation_level != "none":
                line.add_class("-lit")
                line.set_timer(_LIT_SECONDS, lambda: line.remove_class("-lit"))
            self.query_one("#the-answer").set_class(verdict.outcome != "right", "-missed")
        self.add_class("-shown")
