"""The command palette: our commands and themes."""

from collections.abc import Callable, Iterator

from textual.app import App, SystemCommand
from textual.screen import Screen

from quiz.tui.screens.home.home_screen import HomeScreen


def open_commands(app: App[None]) -> None:
    """Open a palette of all commands."""
    from quiz.tui.textual_fixes.palette import open_palette  # late: imports parts of Textual that only it needs

    open_palette(app, None, "Search for commands…")


def open_themes(app: App[None]) -> None:
    """Open a palette of all themes."""
    from textual.theme import ThemeProvider

    from quiz.tui.textual_fixes.palette import open_palette

    open_palette(app, [ThemeProvider], "Search for themes…")


def home_commands(
    screen: Screen[object],
    show_articles: Callable[[], object],
    show_bank: Callable[[], object],
    show_settings: Callable[[], object],
) -> Iterator[SystemCommand]:
    """Yield our own commands, which only the home screen has."""
    if isinstance(screen, HomeScreen):
        yield SystemCommand("Articles", "Read an article before you play", show_articles)
        yield SystemCommand("Bank", "Browse every question, with its answer and its problems", show_bank)
        yield SystemCommand("Settings", "Theme, lengths, clock, animation, keys", show_settings)
