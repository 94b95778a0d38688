"""The help: the keys that work on a screen, and the rules of scoring."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.tui.screens.quiz_screen import DismissOnce
from quiz.tui.textual_fixes.binding_order import in_declared_order
from quiz.tui.widgets.vi_navigation import ViScroll

_ABOUT = (
    "A right answer scores +100. A wrong one scores −100 divided by the number of the other options, so random "
    "guessing averages zero. With several right options, they share +100 and the wrong ones share −100. "
    "In an order, each pair in the right order gains as much as a pair in the wrong order costs. "
    "Skipping scores 0. Reading the proof takes no time off the clock. Quotes are the article’s own words; "
    "the underlined ones carry the answer."
)


class HelpDialog(DismissOnce[None], ModalScreen[None]):
    """Shows the keys of the screen below it."""

    STYLESHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,enter,q", "dismiss", "Close", id="help.close"),
    ]

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        """``keys`` are (keys, description)."""
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Yield the keys, one a line, and the rules of scoring."""
        with ViScroll(id="dialog"):
            yield Static("Keys", id="dialog-title", markup=False)
            width = max(len(key) for key, _ in self._keys)
            for key, description in self._keys:
                yield Static(Content.styled(f"{key:>{width}}  ", "bold $text-accent") + Content(description))
            yield Static(_ABOUT, classes="help-about", markup=False)


def active_keys(app: App[None]) -> list[tuple[str, str]]:
    """Return the enabled keys of the active screen, as (keys, description)."""
    keys: dict[str, tuple[str, str]] = {}
    for active in in_declared_order(app.screen.active_bindings.values()):
        binding = active.binding
        if (
            binding.id is not None and active.enabled
        ):  # Textual's own bindings, for example for scrolling, have no ids
            description = binding.group.description if binding.group else binding.description
            shown, _ = keys.get(description, ("", ""))
            key = app.get_key_display(binding)
            keys[description] = (shown if key in shown.split() else f"{shown} {key}".strip(), description)
    return list(keys.values())
