"""Waits for the key that a binding is to have."""

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
    """Dismissed with the next key that is pressed and can be had; with None at Escape or a click."""

    SHEETS = ("screens/dialogs/dialogs.tcss",)

    def __init__(self, what: str, wrong: Callable[[str], str]) -> None:
        """``what`` is the key to do; ``wrong`` says what is wrong with a key for that, or nothing."""
        super().__init__()
        self._what = what
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """What the key is for, and what is wrong with the last one."""
        with Vertical(id="dialog"):
            yield Static(pack_text.plain(self._what), id="dialog-title")
            yield Static("Press its new key. Escape leaves it as it is.", markup=False)
            yield Static("", id="wrong", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take the key, or say what is wrong with it and wait for another one."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif wrong := self._wrong(event.key):
            self.query_one("#wrong", Static).update(Content.styled(f"! {wrong}", "$text-error"))
        else:
            self.dismiss(event.key)

    def on_click(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
