"""The button that submits an answer of several options, with a text about the answer so far."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from quiz.tui.widgets.button import Button


class SubmitBar(Horizontal):
    """A button for the mouse, and a text. The options keep the focus."""

    def __init__(self, press: Callable[[], None]) -> None:
        """``press`` is called when the button is clicked."""
        super().__init__()
        self._press = press
        self._text = Static("", classes="so-far", markup=False)

    def compose(self) -> ComposeResult:
        """Yield the button and the text."""
        button = Button("Answer", variant="primary")
        button.can_focus = False
        yield button
        yield self._text

    def show_text(self, text: Content) -> None:
        """Show a text beside the button."""
        self._text.update(text)

    @on(Button.Pressed)
    def answer_by_mouse(self, event: Button.Pressed) -> None:
        """Submit the answer."""
        event.stop()
        self._press()
