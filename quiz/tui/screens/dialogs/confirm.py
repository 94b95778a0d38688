"""Asks once more before something is done that cannot be undone, or that should be looked at first."""

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
    """Dismissed with whether it is to be done."""

    SHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Back", id="sure.back"),
        Binding("up,left,k,h", "app.focus_previous", "Up", show=False, id="sure.up"),
        Binding("down,right,j,l", "app.focus_next", "Down", show=False, id="sure.down"),
    ]

    AUTO_FOCUS = "#back"  # the harmless way

    def __init__(self, title: str, said: Sequence[Content], *, back: str, go_on: str) -> None:
        """``said`` is what there is to know; ``back`` and ``go_on`` name the two ways."""
        super().__init__()
        self._title = title
        self._said = said
        self._back = back
        self._go_on = go_on

    def compose(self) -> ComposeResult:
        """The question, what there is to know, and the two ways."""
        with ViScroll(id="dialog"):
            yield Static(self._title, id="dialog-title", markup=False)
            for one in self._said:
                yield Static(one, classes="said")
            yield Button(Content(f"{self._back}  {key_of(self.app, 'sure.back', 'esc')}"), id="back")
            yield Button(Content(self._go_on), id="go-on")

    @on(Button.Pressed)
    def choose(self, event: Button.Pressed) -> None:
        """Take the button that was pressed for the answer."""
        self.dismiss(event.button.id == "go-on")


def confirm_leave(unsaved: str) -> ConfirmDialog:
    """Asks before what is ``unsaved`` is lost."""
    return ConfirmDialog(unsaved, (), back="Go on writing", go_on="Throw it away")
