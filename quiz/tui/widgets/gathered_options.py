"""Options of which more than one is pressed before the answer is given: what such kinds of question share."""

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from quiz.tui.widgets.options import OptionRow, Options


class GatheredOptions(Options):
    """Options that are gathered until the player says that they are the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", "Answer", key_display="enter", id="option.answer"),
    ]

    HINT: ClassVar[str]
    """How the question is answered, in a line of a narrow terminal."""
    LACKING: ClassVar[str]
    """What is missing where there is no answer yet."""

    def __init__(self, index: int, options: tuple[str, ...]) -> None:
        """Nothing is gathered at first."""
        super().__init__(index, options)
        self.gathered: tuple[int, ...] = ()
        """The places of the options that make up the answer, as it would be given now."""

    def compose(self) -> ComposeResult:
        """How to answer, a row an option, and a button for the mouse beside what is said of the answer so far."""
        yield Static(self.HINT, classes="hint", markup=False)
        yield from super().compose()
        with Horizontal(classes="submit"):
            button = Button("Answer", compact=True, variant="primary")
            button.can_focus = False  # for the mouse; the keys stay with the options
            yield button
            yield Static(self.so_far(), classes="so-far", markup=False)

    # What each of these kinds does in its own way

    @abstractmethod
    def gathered_after(self, position: int) -> tuple[int, ...]:
        """What is gathered once an option has been pressed."""

    @abstractmethod
    def box_of(self, position: int) -> str:
        """What stands before the words of an option as long as the question is open."""

    @property
    @abstractmethod
    def is_answer(self) -> bool:
        """Whether what is gathered can be given as an answer."""

    @abstractmethod
    def so_far(self) -> str:
        """What is said of the answer so far."""

    # Gathering

    def pressed(self, position: int) -> None:
        """Gather an option or take it out again; the cursor goes where the hand is."""
        self.cursor = position
        self.gather(self.gathered_after(position))

    def gather(self, positions: tuple[int, ...]) -> None:
        """Show what is gathered now."""
        self.gathered = positions
        for row in self.query(OptionRow):
            row.show_box(self.box_of(row.position))
        self._say(Content(self.so_far()))

    def action_answer(self) -> None:
        """Give what is gathered as the answer, or say what is missing."""
        if not self.hears:
            return
        if self.is_answer:
            self.post_message(self.Chosen(self.index, tuple(self.options[position] for position in self.gathered)))
        else:
            self._say(Content.styled(f"! {self.LACKING}", "bold $text-warning"))
            self.show_submit()

    @on(Button.Pressed)
    def answer_by_mouse(self, event: Button.Pressed) -> None:
        """Do what the key does."""
        event.stop()
        self.action_answer()

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
        self.query_one(".submit").scroll_visible(animate=False)

    def _say(self, what: Content) -> None:
        self.query_one(".so-far", Static).update(what)
