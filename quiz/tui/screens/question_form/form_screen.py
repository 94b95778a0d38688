"""The screen for writing a question about an article: checks the form as the author types, and saves the question."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from quiz.author.draft_checker import CheckResult, DraftChecker
from quiz.author.sentence_quotes import quotes_of_sentences
from quiz.bank.atomic_write import WriteError
from quiz.bank.pack import Pack
from quiz.bank.source import Source, Span
from quiz.tui import pack_text
from quiz.tui.messages import QuestionWritten
from quiz.tui.screens.dialogs.confirm import ConfirmDialog, confirm_leave
from quiz.tui.screens.question_form.citation_fields import CitationFields
from quiz.tui.screens.question_form.cycle_select import CycleSelect
from quiz.tui.screens.question_form.problem_panel import ProblemPanel, problem_line, summary_line
from quiz.tui.screens.question_form.question_form import QuestionForm
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.button import Button
from quiz.tui.widgets.footer import Footer


class QuestionFormScreen(QuizScreen):
    """The question form with its problems and a preview. It closes when the question is saved or discarded."""

    STYLESHEETS = ("screens/question_form/question_form.tcss", "widgets/question_view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="write.save"),
        Binding("escape", "leave", "Back", id="write.leave", key_display="esc"),
    ]

    AUTO_FOCUS = "#prompt"

    pause = 0.15
    """Seconds between the last key press and the check."""

    form = getters.query_one(QuestionForm)
    problems = getters.query_one(ProblemPanel)

    def __init__(self, source: Source, picked: Sequence[Span], packs: Sequence[Pack], note: str = "") -> None:
        """``picked`` are sentences of ``source``, ``packs`` can be written to, ``note`` is shown above the form."""
        super().__init__()
        self.source = source
        self._packs = {str(pack.root): pack for pack in packs}
        self._note = note
        self._checker = DraftChecker(packs[0].root)
        own = self._checker.matching_source(source) or source
        self._citations = [
            CitationFields(own, quote, number)
            for number, quote in enumerate(quotes_of_sentences(own, picked), start=1)
        ]
        self._checked: CheckResult | None = None
        self._accepted: frozenset[str] = frozenset()  # codes of the warnings that the author has accepted
        self._check_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the form, its problems and the preview."""
        yield TooSmall()
        title = pack_text.plain("New question", "bold") + pack_text.plain(f"  {self.source.name}", pack_text.MUTED)
        yield Static(title, id="write-title")
        yield Static(pack_text.plain(self._note, "$text-warning"), id="write-note")
        with VerticalScroll(id="writing", can_focus=False), Horizontal(id="desk"):
            packs = [(root, pack.name) for root, pack in self._packs.items()]
            yield QuestionForm(self._checker, self._citations, packs)
            yield ProblemPanel()
        with Horizontal(id="write-end"):
            yield Button("Save", id="save", variant="primary")
            yield Static("", id="summed-up", markup=False)
        yield Footer()

    async def on_mount(self) -> None:
        """Check the form, then scroll to the prompt."""
        if not self._note:
            self.query_one("#write-note").display = False
        await self.check()
        self.call_after_refresh(self._bring_prompt_into_sight)

    def _bring_prompt_into_sight(self) -> None:
        """Scroll to the prompt. This works only after the layout of the quote above it."""
        self.query_one("#prompt").scroll_visible(animate=False)

    # Checking

    @on(TextArea.Changed)
    @on(CycleSelect.Changed)
    def schedule_check(self) -> None:
        """Check the form when the author pauses."""
        if self._check_timer is not None:
            self._check_timer.stop()
        self._check_timer = self.set_timer(self.pause, self.check)

    @on(CycleSelect.Changed, "#pack")
    def change_pack(self) -> None:
        """Write the question for another pack, in which the source may have another id."""
        self._checker = DraftChecker(Path(self.form.pack))
        own = self._checker.matching_source(self.source)
        for citation in self._citations:
            citation.use_source(own or self.source)
        self.form.use_checker(self._checker)

    async def check(self) -> CheckResult:
        """Check the form now and show the problems."""
        if self._check_timer is not None:
            self._check_timer.stop()
            self._check_timer = None
        for citation in self._citations:
            citation.show_after()
        checked = self._checker.check(self.form.question, self.form.file)
        if checked != self._checked:
            self._checked = checked
            self.query_one("#summed-up", Static).update(summary_line(checked))
            await self.problems.show(checked)
        return checked

    # Saving and leaving

    @on(Button.Pressed, "#save")
    async def action_save(self) -> None:
        """Save the question, unless it has errors. If it has warnings, ask first."""
        if self.app.screen is not self:  # the key was pressed twice
            return
        checked = await self.check()
        if checked.errors:
            self._refuse(checked.errors[0].message)
        elif {warning.rule.code for warning in checked.warnings} <= self._accepted:
            self._save()
        else:
            lines = [problem_line(warning) for warning in checked.warnings]
            dialog = ConfirmDialog(
                "Save with these warnings?", lines, cancel_label="Keep writing", confirm_label="Save"
            )
            self.app.push_screen(dialog, self._accept)

    def _accept(self, confirmed: bool | None) -> None:
        if confirmed and self._checked is not None:
            self._accepted |= {warning.rule.code for warning in self._checked.warnings}
            self._save()

    def _save(self) -> None:
        try:
            self._checker.save(self.form.question, self.form.file)
        except WriteError as error:
            self._refuse(str(error))
            return
        self.post_message(QuestionWritten(f"questions/{self.form.file}"))
        self.dismiss()

    def _refuse(self, reason: str) -> None:
        """Show why the question was not saved, until the next check."""
        self._checked = None
        line = Content.styled("✗ Not saved. ", "bold $text-error") + pack_text.plain(reason)
        self.query_one("#summed-up", Static).update(line)

    @property
    def unsaved(self) -> str:
        """The question to ask if something was typed."""
        return "" if self.form.pristine else "Leave this question unsaved?"

    def action_leave(self) -> None:
        """Go back to the article. If something was typed, ask first."""
        if self.unsaved:
            self.app.push_screen(confirm_leave(self.unsaved), self._leave)
        else:
            self.dismiss()

    def _leave(self, confirmed: bool | None) -> None:
        if confirmed:
            self.dismiss()
