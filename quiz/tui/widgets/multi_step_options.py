"""The base class of options of which several are pressed before the answer is submitted."""

from abc import abstractmethod
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from quiz.bank.question import Question
from quiz.tui.widgets.option_list import Options
from quiz.tui.widgets.submit_bar import SubmitBar


class MultiStepOptions(Options):
    """Options that are selected one by one, until the player submits the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", "Answer", key_display="enter", id="option.answer"),
    ]

    HINT: ClassVar[str]
    """How to answer, short enough for a line of a narrow terminal."""
    INCOMPLETE: ClassVar[str]
    """The message if the answer is submitted too early."""

    def __init__(self) -> None:
        """Create the options and the bar that submits the answer."""
        super().__init__()
        self.submit = SubmitBar(self.action_answer)

    @property
    def below(self) -> tuple[Widget, ...]:
        """The bar that submits the answer."""
        return (self.submit,)

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Show another question, with nothing selected."""
        self.selected: tuple[int, ...] = ()
        """The positions of the options in the answer, as it would be submitted now."""
        super().ask(question, index, options)
        self.submit.display = True
        self.submit.show_text(Content(self.progress()))

    # For subclasses

    @abstractmethod
    def selected_after(self, position: int) -> tuple[int, ...]:
        """Return the selected options after an option is pressed."""

    @property
    @abstractmethod
    def is_answer(self) -> bool:
        """Whether the selected options can be submitted as an answer."""

    @abstractmethod
    def progress(self) -> str:
        """Return a text about the answer so far."""

    @property
    def hint(self) -> str:
        """How to answer."""
        return self.HINT

    # Selecting

    def pressed(self, position: int) -> None:
        """Select or deselect an option, and move the cursor there."""
        self.cursor = position
        self.select(self.selected_after(position))

    def select(self, positions: tuple[int, ...]) -> None:
        """Set the selected options."""
        self.selected = positions
        self.draw()
        self.submit.show_text(Content(self.progress()))

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Mark the options, and hide the bar."""
        self.submit.display = False
        super().reveal(answer, chosen)

    def action_answer(self) -> None:
        """Submit the answer, or show what is missing."""
        if not self.accepts_answers:
            return
        if self.is_answer:
            self.post_message(self.Given(self.index, tuple(self.options[position] for position in self.selected)))
        else:
            self.submit.show_text(Content.styled(f"! {self.INCOMPLETE}", "bold $text-warning"))
            self.show_submit()

    def watch_cursor(self, cursor: int | None) -> None:
        """Draw the cursor. At the last option, scroll to the bar too."""
        super().watch_cursor(cursor)
        if cursor == len(self.options) - 1:
            self.show_submit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide submitting until the question has been painted."""
        if action == "answer":
            return self.is_open
        return super().check_action(action, parameters)

    def show_submit(self) -> None:
        """Scroll to the bar."""
        self.submit.scroll_visible(animate=False, immediate=True)
