"""A dialog that asks for confirmation."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.tui.keymap.binding_text import key_of
from quiz.tui.screens.quiz_screen import DismissOnce
from quiz.tui.widgets.button import Button
from quiz.tui.widgets.vi_navigation import ViScroll


class ConfirmDialog(DismissOnce[bool], ModalScreen[bool]):
    """Returns whether the user confirmed."""

    STYLESHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Back", id="sure.back"),
        Binding("up,left,k,h", "app.focus_previous", "Up", show=False, id="sure.up"),
        Binding("down,right,j,l", "app.focus_next", "Down", show=False, id="sure.down"),
    ]

    AUTO_FOCUS = "#back"  # the safe answer

    def __init__(self, title: str, lines: Sequence[Content], *, cancel_label: str, confirm_label: str) -> None:
        """``title`` is the question, ``lines`` are shown below it."""
        super().__init__()
        self._title = title
        self._lines = lines
        self._cancel_label = cancel_label
        self._confirm_label = confirm_label

    def compose(self) -> ComposeResult:
        """Yield the question, the lines, and the two buttons."""
        with ViScroll(id="dialog"):
            yield Static(self._title, id="dialog-title", markup=False)
            for line in self._lines:
                yield Static(line, classes="line")
            yield Button(Content(f"{self._cancel_label}  {key_of(self.app, 'sure.back', 'esc')}"), id="back")
            yield Button(Content(self._confirm_label), id="go-on")

    @on(Button.Pressed)
    def choose(self, event: Button.Pressed) -> None:
        """Return the answer of the pressed button."""
        self.dismiss(event.button.id == "go-on")


def confirm_leave(unsaved: str) -> ConfirmDialog:
    """Return a dialog that asks the question ``unsaved`` before unsaved work is lost."""
    return ConfirmDialog(unsaved, (), cancel_label="Keep writing", confirm_label="Discard it")
