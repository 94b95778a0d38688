"""The problems of the question in the form, and its preview."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.author.draft_checker import CheckResult
from quiz.bank.problem import Problem
from quiz.bank.question import Question
from quiz.game.option_order import arrange
from quiz.tui import pack_text
from quiz.tui.widgets.question_view import QuestionView


def problem_line(problem: Problem) -> Content:
    """Return a problem as severity, message and hint."""
    sign, style = ("✗", "$text-error") if problem.is_error else ("!", "$text-warning")
    message = Content.styled(f"{sign} {problem.rule.severity}  ", f"bold {style}") + pack_text.plain(problem.message)
    hint = pack_text.plain(f"  {problem.hint}", f"{pack_text.MUTED} italic") if problem.hint else Content("")
    return message + hint


def summary_line(checked: CheckResult) -> Content:
    """Return the number of errors and warnings, and the first message."""
    if not checked.problems:
        return Content.styled("✓ No problems.", "$text-success")
    errors, warnings = len(checked.errors), len(checked.warnings)
    counts = (
        pack_text.counted(errors, "error") if errors else "",
        pack_text.counted(warnings, "warning") if warnings else "",
    )
    sign, style = ("✗", "$text-error") if errors else ("!", "$text-warning")
    summary = Content.styled(f"{sign} {', '.join(part for part in counts if part)}: ", f"bold {style}")
    return summary + pack_text.plain(checked.problems[0].message)


class ProblemPanel(Vertical):
    """The problems, then the question with its proof as a player will see it."""

    _shown: Question | None = None

    def compose(self) -> ComposeResult:
        """Yield the empty panel; ``show`` fills it."""
        yield Static("Problems", classes="heading", markup=False)
        yield Static("", id="problems", markup=False)
        yield Static("Preview", classes="heading", markup=False)
        yield Vertical(id="preview")

    async def show(self, checked: CheckResult) -> None:
        """Show the result of a check."""
        lines = [problem_line(problem) for problem in checked.problems] or [Content.styled("✓ none", "$text-success")]
        self.query_one("#problems", Static).update(Content("\n").join(lines))
        if checked.question == self._shown and self._shown is not None:
            return
        self._shown = checked.question
        preview = self.query_one("#preview", Vertical)
        await preview.remove_children()
        if checked.question is None:
            await preview.mount(Static(pack_text.plain("Appears when there are no errors.", pack_text.MUTED)))
            return
        view = QuestionView(checked.question, 0, arrange(checked.question, "preview"))
        await preview.mount(view)
        view.reveal(None, take_focus=False)
        view.can_focus = False
