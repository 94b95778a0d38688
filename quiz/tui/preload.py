"""Imports what the first game needs while the player looks at the home screen, which is painted without it."""

from importlib import import_module

_AHEAD = (
    "quiz.bank.kinds.registry",
    "quiz.bank.spoilers",
    "quiz.bank.quantity",
    "quiz.records.standings",
    "quiz.tui.screens.play.play_screen",
)


def preload() -> None:
    """Import what a game needs. It takes about thirty milliseconds, which a key press should not wait for."""
    for name in _AHEAD:
        import_module(name)
