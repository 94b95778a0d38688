"""Writing a question from an article: a form that is checked as one types, and saved into a file of a pack."""

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
    """A question in the making; it closes when the question is saved, or when its author gives it up."""

    SHEETS = ("screens/question_form/question_form.tcss", "widgets/question_view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="write.save"),
        Binding("escape", "leave", "Back", id="write.leave", key_display="esc"),
    ]

    AUTO_FOCUS = "#prompt"

    pause = 0.15
    """Seconds after the last key press before what was typed is checked."""

    form = getters.query_one(QuestionForm)
    problems = getters.query_one(ProblemPanel)

    def __init__(self, source: Source, picked: Sequence[Span], packs: Sequence[Pack], note: str = "") -> None:
        """``picked`` are sentences of ``source``; ``packs`` can be written to; ``note`` is said above the form."""
        super().__init__()
        self.source = source
        self._packs = {str(pack.root): pack for pack in packs}
        self._note = note
        self._bench = DraftChecker(packs[0].root)
        mine = self._bench.matching_source(source) or source
        self._citations = [
            CitationFields(mine, quote, number)
            for number, quote in enumerate(quotes_of_sentences(mine, picked), start=1)
        ]
        self._checked: CheckResult | None = None
        self._accepted: frozenset[str] = frozenset()  # the warnings of which the author has said that they may stay
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The form, and what is found in it."""
        yield TooSmall()
        title = pack_text.plain("New question", "bold") + pack_text.plain(f"  {self.source.name}", pack_text.MUTED)
        yield Static(title, id="write-title")
        yield Static(pack_text.plain(self._note, "$text-warning"), id="write-note")
        with VerticalScroll(id="writing", can_focus=False), Horizontal(id="desk"):
            packs = [(root, pack.name) for root, pack in self._packs.items()]
            yield QuestionForm(self._bench, self._citations, packs)
            yield ProblemPanel()
        with Horizontal(id="write-end"):
            yield Button("Save", id="save", variant="primary")
            yield Static("", id="summed-up", markup=False)
        yield Footer()

    async def on_mount(self) -> None:
        """Say what is still missing."""
        if not self._note:
            self.query_one("#write-note").display = False
        await self.check()
        self.call_after_refresh(self._bring_prompt_into_sight)

    def _bring_prompt_into_sight(self) -> None:
        """Show where one begins to write, below the quote; it has its place only once that has been laid out."""
        self.query_one("#prompt").scroll_visible(animate=False)

    # Checked as one types

    @on(TextArea.Changed)
    @on(CycleSelect.Changed)
    def wait(self) -> None:
        """Check what was typed, once its author pauses."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(self.pause, self.check)

    @on(CycleSelect.Changed, "#pack")
    def change_pack(self) -> None:
        """Write for another pack, which may call the source by another name."""
        self._bench = DraftChecker(Path(self.form.pack))
        mine = self._bench.matching_source(self.source)
        for citation in self._citations:
            citation.belongs_to(mine or self.source)
        self.form.work_on(self._bench)

    async def check(self) -> CheckResult:
        """Check what was typed now, and show what is found."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        for citation in self._citations:
            citation.show_after()
        checked = self._bench.check(self.form.question, self.form.file)
        if checked != self._checked:
            self._checked = checked
            self.query_one("#summed-up", Static).update(summary_line(checked))
            await self.problems.show(checked)
        return checked

    # Saved or given up

    @on(Button.Pressed, "#save")
    async def action_save(self) -> None:
        """Save the question; not with errors, and with warnings only if its author says so."""
        if self.app.screen is not self:  # a key pressed twice asks and saves once
            return
        checked = await self.check()
        if checked.errors:
            self._refuse(checked.errors[0].message)
        elif {one.rule.code for one in checked.warnings} <= self._accepted:
            self._save()
        else:
            said = [problem_line(one) for one in checked.warnings]
            sure = ConfirmDialog("Save it with these warnings?", said, back="Go on writing", go_on="Save it")
            self.app.push_screen(sure, self._accept)

    def _accept(self, saving: bool | None) -> None:
        if saving and self._checked is not None:
            self._accepted |= {one.rule.code for one in self._checked.warnings}
            self._save()

    def _save(self) -> None:
        try:
            self._bench.save(self.form.question, self.form.file)
        except WriteError as error:
            self._refuse(str(error))
            return
        self.post_message(QuestionWritten(f"questions/{self.form.file}"))
        self.dismiss()

    def _refuse(self, why: str) -> None:
        """Say why nothing was saved, as long as nothing else is typed."""
        self._checked = None
        line = Content.styled("✗ Not saved. ", "bold $text-error") + pack_text.plain(why)
        self.query_one("#summed-up", Static).update(line)

    @property
    def unsaved(self) -> str:
        """Whether something was typed."""
        return "" if self.form.pristine else "Leave this question unsaved?"

    def action_leave(self) -> None:
        """Go back to the article; what was typed is thrown away only if its author says so."""
        if self.unsaved:
            self.app.push_screen(confirm_leave(self.unsaved), self._leave)
        else:
            self.dismiss()

    def _leave(self, leaving: bool | None) -> None:
        if leaving:
            self.dismiss()
