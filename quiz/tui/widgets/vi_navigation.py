"""Lists and scrolling containers with the keys of vi in addition to the arrow keys."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from quiz.tui.textual_fixes.list_paging import PAGING, can_page


class ViList(OptionList, inherit_css=False):
    """A list without a border, whose cursor is visible only when it has the focus.

    It does not inherit the styles of ``OptionList``, and stylesheets do not match it by that name.
    """

    DEFAULT_CSS = """
    ViList {
        height: auto; max-height: 100%; min-width: 12; overflow-x: hidden; overflow-y: auto;
        color: $foreground; text-wrap: nowrap; text-overflow: ellipsis;
        & > .option-list--option-highlighted { color: $foreground; }
        & > .option-list--option-disabled { color: $text-disabled; }
        & > .option-list--option-hover { background: $block-hover-background; }
        &:focus > .option-list--option-highlighted { background: $panel; }
        &:focus:ansi > .option-list--option-highlighted, &:focus:nocolor > .option-list--option-highlighted {
            text-style: underline;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = OptionList.COMPONENT_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", "Up", show=False, id="list.up"),
        Binding("down,j", "cursor_down", "Down", show=False, id="list.down"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable paging while the list shows no line."""
        return super().check_action(action, parameters) and not (action in PAGING and not can_page(self))


class ViScroll(VerticalScroll):
    """A scrolling container for long texts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "Scroll up", show=False, id="scroll.up"),
        Binding("down,j", "scroll_down", "Scroll down", show=False, id="scroll.down"),
    ]
