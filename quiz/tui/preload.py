"""Imports the modules that the first game needs, after the home screen has been painted."""

from importlib import import_module

_MODULES = (
    "quiz.bank.kinds.registry",
    "quiz.bank.spoilers",
    "quiz.bank.quantity",
    "quiz.records.standings",
    "quiz.tui.screens.play.play_screen",
)


def preload() -> None:
    """Import the modules that a game needs. It takes about 30 ms, which would delay the key press that starts one."""
    for name in _MODULES:
        import_module(name)
