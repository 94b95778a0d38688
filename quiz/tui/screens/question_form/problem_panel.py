"""What the check finds in a question that is being written, and the question as a player will see it."""

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
    """A problem: a sign and a word, what is wrong, and what to do about it."""
    sign, style = ("✗", "$text-error") if problem.is_error else ("!", "$text-warning")
    said = Content.styled(f"{sign} {problem.rule.severity}  ", f"bold {style}") + pack_text.plain(problem.message)
    return said + (pack_text.plain(f"  {problem.hint}", f"{pack_text.MUTED} italic") if problem.hint else Content(""))


def summary_line(checked: CheckResult) -> Content:
    """All that was found, in one line, with the first of it."""
    if not checked.problems:
        return Content.styled("✓ Nothing to mend.", "$text-success")
    errors, warnings = len(checked.errors), len(checked.warnings)
    counts = (
        pack_text.counted(errors, "error") if errors else "",
        pack_text.counted(warnings, "warning") if warnings else "",
    )
    sign, style = ("✗", "$text-error") if errors else ("!", "$text-warning")
    said = Content.styled(f"{sign} {', '.join(part for part in counts if part)}: ", f"bold {style}")
    return said + pack_text.plain(checked.problems[0].message)


class ProblemPanel(Vertical):
    """The problems, then the question with its proof."""

    _shown: Question | None = None

    def compose(self) -> ComposeResult:
        """Room for both."""
        yield Static("To mend", classes="heading", markup=False)
        yield Static("", id="problems", markup=False)
        yield Static("As a player will see it", classes="heading", markup=False)
        yield Vertical(id="preview")

    async def show(self, checked: CheckResult) -> None:
        """Show what was found."""
        lines = [problem_line(problem) for problem in checked.problems] or [
            Content.styled("✓ nothing", "$text-success")
        ]
        self.query_one("#problems", Static).update(Content("\n").join(lines))
        if checked.question == self._shown and self._shown is not None:
            return
        self._shown = checked.question
        preview = self.query_one("#preview", Vertical)
        await preview.remove_children()
        if checked.question is None:
            await preview.mount(Static(pack_text.plain("It shows here once no error is left.", pack_text.MUTED)))
            return
        view = QuestionView(checked.question, 0, arrange(checked.question, "preview"))
        await preview.mount(view)
        view.reveal(None, take_focus=False)
        view.can_focus = False
