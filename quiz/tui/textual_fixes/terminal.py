"""What the app has to do with its terminal: it drives it in its own way, and leaves it to the shell for a while."""

import sys
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver


class TerminalApp(App[None]):
    """An app that can be put aside, and that ends with its terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "To the shell", show=False, id="app.suspend"),
    ]

    def get_driver_class(self) -> type[Driver]:
        """Textual's own driver mended; on Windows, and where the environment names one, that."""
        chosen = super().get_driver_class()
        if sys.platform != "win32":
            from textual.drivers.linux_driver import LinuxDriver

            from quiz.tui.textual_fixes.terminal_driver import TerminalDriver

            if chosen is LinuxDriver:
                return TerminalDriver
        return chosen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the shell where there may be one."""
        if action == "suspend_process" and not (self._driver and self._driver.can_suspend):
            return False
        return super().check_action(action, parameters)
