"""Asks before a game is left: go on, keep it for later, or end it here."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.tui.keymap.binding_text import key_of
from quiz.tui.screens.quiz_screen import DismissOnce
from quiz.tui.widgets.button import Button


class LeaveGameDialog(DismissOnce[str], ModalScreen[str]):
    """Dismissed with ``later``, ``end`` or, to go on, None."""

    SHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go on", id="leave.on"),
        Binding("l", "dismiss('later')", "Leave", id="leave.later"),
        Binding("e", "dismiss('end')", "End", id="leave.end"),
        Binding("up,left,k", "app.focus_previous", "Up", show=False, id="leave.up"),
        Binding("down,right,j", "app.focus_next", "Down", show=False, id="leave.down"),
    ]

    def __init__(self, *, kept: bool) -> None:
        """``kept`` says whether the game is in the records and can be resumed."""
        super().__init__()
        self._kept = kept

    def compose(self) -> ComposeResult:
        """The question and its three answers."""
        with Vertical(id="dialog"):
            yield Static("Leave this game?", id="dialog-title", markup=False)
            yield Button(self._said("Go on playing", "leave.on", "esc"), id="on")
            if self._kept:
                yield Button(self._said("Leave, resume it later", "leave.later", "l"), id="later")
            yield Button(self._said("End it and see the results", "leave.end", "e"), id="end")

    def _said(self, what: str, binding: str, own: str) -> Content:
        return Content(f"{what}  {key_of(self.app, binding, own)}")

    @on(Button.Pressed)
    def choose(self, event: Button.Pressed) -> None:
        """Take the button that was pressed for the answer."""
        self.dismiss(None if event.button.id == "on" else event.button.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to keep only what can be kept."""
        return super().check_action(action, parameters) and (self._kept or parameters != ("later",))
