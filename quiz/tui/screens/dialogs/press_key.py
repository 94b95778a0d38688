"""Asks for the new key of a binding."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.tui import pack_text
from quiz.tui.screens.quiz_screen import DismissOnce


class PressKeyDialog(DismissOnce[str], ModalScreen[str]):
    """Returns the first valid key that is pressed, or None on Escape or a click."""

    STYLESHEETS = ("screens/dialogs/dialogs.tcss",)

    def __init__(self, title: str, validate: Callable[[str], str]) -> None:
        """``validate`` returns an error message for a key, or an empty string if the key is allowed."""
        super().__init__()
        self._title = title
        self._validate = validate

    def compose(self) -> ComposeResult:
        """Yield the title, the instruction, and a line for errors."""
        with Vertical(id="dialog"):
            yield Static(pack_text.plain(self._title), id="dialog-title")
            yield Static("Press the new key. Escape cancels.", markup=False)
            yield Static("", id="wrong", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Return the key, or show what is wrong with it and wait for another one."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif error := self._validate(event.key):
            self.query_one("#wrong", Static).update(Content.styled(f"! {error}", "$text-error"))
        else:
            self.dismiss(event.key)

    def on_click(self) -> None:
        """Cancel."""
        self.dismiss(None)
