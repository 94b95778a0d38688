"""The command palette with four bugs fixed.

Seen on Textual 8.2.8:

- A palette that is closed while it searches for commands raises an error: its watchers query the list, which has been
  removed.
- Paging through its list has the bug described in ``list_paging``.
- ``App.action_command_palette`` gives every palette the same id, so a second one cannot be opened while the first one
  is still on the screen stack.
- A second click beside a palette that is being closed closes the screen below, too.
"""

from functools import partial
from typing import Any

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, ProviderSource

from quiz.tui.textual_fixes.list_paging import PAGING, can_page
from quiz.tui.textual_fixes.screen_fixes import dismiss_once


def open_palette(app: App[Any], source: "ProviderSource | None", placeholder: str) -> None:
    """Open a palette without an id, unless the active screen is a palette."""
    if not isinstance(app.screen, Palette):
        app.push_screen(Palette(source, placeholder=placeholder))


class Palette(CommandPalette):
    """A palette that can be closed at any time, with a list of any size."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close the palette, if it is still the active screen."""
        return dismiss_once(self, partial(super().dismiss, result))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable paging while the list shows no line."""
        paging = action == "command_list" and parameters[0] in PAGING
        return super().check_action(action, parameters) and not (paging and not self._can_page)

    @property
    def _can_page(self) -> bool:
        return any(map(can_page, self.query(CommandList)))

    def _watch__list_visible(self) -> None:
        if self.query(CommandList):
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if self.query(CommandList):
            await super()._watch__show_busy()
