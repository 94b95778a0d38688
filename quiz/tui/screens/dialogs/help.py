"""The keys that do something here, and what the signs mean."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.tui.screens.quiz_screen import DismissOnce
from quiz.tui.textual_fixes.binding_order import in_their_order
from quiz.tui.widgets.vi_navigation import ViScroll

_ABOUT = (
    "Right +100. Wrong −100 shared among the other options, so that guessing gains nothing on average. "
    "Of all that apply, +100 is shared among the right options and −100 among the wrong ones. "
    "In an order, each pair the right way round gains what a pair the wrong way round costs. "
    "Skipped 0. Reading the proof costs no time. Every quote is the article’s own words; "
    "underlined are those that carry the answer."
)


class HelpDialog(DismissOnce[None], ModalScreen[None]):
    """Shows the keys of the screen below it; any of the usual keys closes it."""

    SHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,enter,q", "dismiss", "Close", id="help.close"),
    ]

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        """``keys`` are pairs of a key and what it does."""
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys, one a line, then how the game counts."""
        with ViScroll(id="dialog"):
            yield Static("Keys", id="dialog-title", markup=False)
            width = max(len(key) for key, _ in self._keys)
            for key, what in self._keys:
                yield Static(Content.styled(f"{key:>{width}}  ", "bold $text-accent") + Content(what))
            yield Static(_ABOUT, classes="help-about", markup=False)


def offered_keys(app: App[None]) -> list[tuple[str, str]]:
    """What can be pressed now on the screen in front, and what it does."""
    keys: dict[str, tuple[str, str]] = {}
    for active in in_their_order(app.screen.active_bindings.values()):
        binding = active.binding
        if binding.id is not None and active.enabled:  # Textual's own bindings for scrolling have no ids
            what = binding.group.description if binding.group else binding.description
            shown, _ = keys.get(what, ("", ""))
            key = app.get_key_display(binding)
            keys[what] = (shown if key in shown.split() else f"{shown} {key}".strip(), what)
    return list(keys.values())
