"""Making ready: what home can be painted without, and the first game not, is imported while the player looks."""

from importlib import import_module

_AHEAD = (
    "quiz.bank.kinds.registry",
    "quiz.bank.spoilers",
    "quiz.bank.quantity",
    "quiz.records.standings",
    "quiz.tui.screens.play.play_screen",
)


def preload() -> None:
    """Import what a game needs. It takes some thirty milliseconds, which are not to be felt at a key."""
    for name in _AHEAD:
        import_module(name)
