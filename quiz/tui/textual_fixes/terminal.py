"""Which driver the app draws with."""

import sys

from textual.driver import Driver


def fixed_driver(chosen: type[Driver]) -> type[Driver]:
    """Our own driver in the place of Textual's; on Windows, and where the environment names another, that one."""
    if sys.platform != "win32":
        from textual.drivers.linux_driver import LinuxDriver

        from quiz.tui.textual_fixes.terminal_driver import TerminalDriver

        if chosen is LinuxDriver:
            return TerminalDriver
    return chosen
