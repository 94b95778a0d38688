"""The button that gives an answer which was put together from several options, and what is said of it so far."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from quiz.tui.widgets.button import Button


class SubmitBar(Horizontal):
    """A button for the mouse; the keys stay with the options."""

    def __init__(self, press: Callable[[], None]) -> None:
        """``press`` does what the key for an answer does."""
        super().__init__()
        self._press = press
        self._so_far = Static("", classes="so-far", markup=False)

    def compose(self) -> ComposeResult:
        """The button beside what is said."""
        button = Button("Answer", variant="primary")
        button.can_focus = False
        yield button
        yield self._so_far

    def say(self, what: Content) -> None:
        """Say something of the answer."""
        self._so_far.update(what)

    @on(Button.Pressed)
    def answer_by_mouse(self, event: Button.Pressed) -> None:
        """Do what the key does."""
        event.stop()
        self._press()
