"""Asks before a game is left: continue, leave it for later, or end it."""

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
    """Returns ``later``, ``end`` or, to continue the game, None."""

    STYLESHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go on", id="leave.on"),
        Binding("l", "dismiss('later')", "Leave", id="leave.later"),
        Binding("e", "dismiss('end')", "End", id="leave.end"),
        Binding("up,left,k", "app.focus_previous", "Up", show=False, id="leave.up"),
        Binding("down,right,j", "app.focus_next", "Down", show=False, id="leave.down"),
    ]

    def __init__(self, *, can_resume: bool) -> None:
        """``can_resume`` is whether the game is saved, so that it can be resumed later."""
        super().__init__()
        self._can_resume = can_resume

    def compose(self) -> ComposeResult:
        """Yield the question and a button for each answer."""
        with Vertical(id="dialog"):
            yield Static("Leave this game?", id="dialog-title", markup=False)
            yield Button(self._label("Keep playing", "leave.on", "esc"), id="on")
            if self._can_resume:
                yield Button(self._label("Leave and resume later", "leave.later", "l"), id="later")
            yield Button(self._label("End and see the results", "leave.end", "e"), id="end")

    def _label(self, text: str, binding: str, default_key: str) -> Content:
        return Content(f"{text}  {key_of(self.app, binding, default_key)}")

    @on(Button.Pressed)
    def choose(self, event: Button.Pressed) -> None:
        """Return the answer of the pressed button."""
        self.dismiss(None if event.button.id == "on" else event.button.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide leaving for later if the game cannot be resumed."""
        return super().check_action(action, parameters) and (self._can_resume or parameters != ("later",))
