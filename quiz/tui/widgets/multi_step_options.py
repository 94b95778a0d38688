"""Options of which more than one is pressed before the answer is given: what such kinds of question share."""

from abc import abstractmethod
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from quiz.bank.question import Question
from quiz.tui.widgets.option_list import Options
from quiz.tui.widgets.submit_bar import SubmitBar


class MultiStepOptions(Options):
    """Options that are gathered until the player says that they are the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", "Answer", key_display="enter", id="option.answer"),
    ]

    HINT: ClassVar[str]
    """How the question is answered, in a line of a narrow terminal."""
    LACKING: ClassVar[str]
    """What is missing where there is no answer yet."""

    def __init__(self) -> None:
        """Below the options stands what gives the answer."""
        super().__init__()
        self.submit = SubmitBar(self.action_answer)

    @property
    def below(self) -> tuple[Widget, ...]:
        """What gives the answer."""
        return (self.submit,)

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Nothing is gathered at first."""
        self.gathered: tuple[int, ...] = ()
        """The places of the options that make up the answer, as it would be given now."""
        super().ask(question, index, options)
        self.submit.display = True
        self.submit.say(Content(self.so_far()))

    # What each of these kinds does in its own way

    @abstractmethod
    def gathered_after(self, position: int) -> tuple[int, ...]:
        """What is gathered once an option has been pressed."""

    @property
    @abstractmethod
    def is_answer(self) -> bool:
        """Whether what is gathered can be given as an answer."""

    @abstractmethod
    def so_far(self) -> str:
        """What is said of the answer so far."""

    @property
    def hint(self) -> str:
        """How the question is answered."""
        return self.HINT

    # Gathering

    def pressed(self, position: int) -> None:
        """Gather an option or take it out again; the cursor goes where the hand is."""
        self.cursor = position
        self.gather(self.gathered_after(position))

    def gather(self, positions: tuple[int, ...]) -> None:
        """Show what is gathered now."""
        self.gathered = positions
        self.draw()
        self.submit.say(Content(self.so_far()))

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """There is nothing left to answer."""
        self.submit.display = False
        super().reveal(answer, chosen)

    def action_answer(self) -> None:
        """Give what is gathered as the answer, or say what is missing."""
        if not self.hears:
            return
        if self.is_answer:
            self.post_message(self.Given(self.index, tuple(self.options[position] for position in self.gathered)))
        else:
            self.submit.say(Content.styled(f"! {self.LACKING}", "bold $text-warning"))
            self.show_submit()

    def watch_cursor(self, cursor: int | None) -> None:
        """Show where the cursor is, and under the last option how to answer."""
        super().watch_cursor(cursor)
        if cursor == len(self.options) - 1:
            self.show_submit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to answer once the question has been painted."""
        if action == "answer":
            return self.is_open
        return super().check_action(action, parameters)

    def show_submit(self) -> None:
        """Bring the button into view, and what is said beside it."""
        self.submit.scroll_visible(animate=False, immediate=True)
