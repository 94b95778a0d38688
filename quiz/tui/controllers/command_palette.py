"""What the app offers by name: its commands and its themes, in Textual's palette as far as it holds."""

from typing import TYPE_CHECKING

from quiz.tui.textual_fixes.terminal import TerminalApp

if TYPE_CHECKING:
    from textual.command import ProviderSource


class CommandedApp(TerminalApp):
    """An app with a palette, one at a time."""

    def action_command_palette(self) -> None:
        """Offer every command by its name."""
        self._offer(None, "Search for commands…")

    def search_themes(self) -> None:
        """Offer every theme by its name."""
        from textual.theme import ThemeProvider

        self._offer([ThemeProvider], "Search for themes…")

    def _offer(self, source: "ProviderSource | None", said: str) -> None:
        from quiz.tui.textual_fixes.palette import Palette  # with the rest of Textual that only it needs

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(source, placeholder=said))
