"""Making ready: what home can be painted without, and the first game not, is imported while the player looks."""

from importlib import import_module

_AHEAD = ("quiz.bank.giveaway", "quiz.bank.quantity", "quiz.records.standing", "quiz.tui.screens.play")


def make_ready() -> None:
    """Import what a game needs. It takes some thirty milliseconds, which are not to be felt at a key."""
    for name in _AHEAD:
        import_module(name)
