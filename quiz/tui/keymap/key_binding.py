"""A binding of the app that can have other keys."""

from typing import NamedTuple


class KeyBinding(NamedTuple):
    """A binding that can have other keys."""

    id: str
    context: str
    """The name of the first context in which it works."""
    what: str
    """What it does."""
    keys: tuple[str, ...]
    """Its default keys, by Textual's names."""
    beside_typing: bool
    """Whether it works where one types, so that a key that writes something cannot be its own."""
