"""What the keymap knows of a binding, and of a place where keys work."""

from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from quiz.tui.keymap.binding_text import bindings_of, merged


class KeyContext(NamedTuple):
    """A screen, and what can have the focus on it."""

    name: str
    screen: type[DOMNode]
    focused: tuple[type[DOMNode], ...]
    typed: bool = False
    """Whether it is for typing, so that a key that writes something cannot be one for anything else."""
    added: tuple[BindingType, ...] = ()
    """Bindings besides those of the class ``screen``."""

    @property
    def bindings(self) -> list[Binding]:
        """The bindings of the screen itself."""
        return merged([bindings_of(self.screen), Binding.make_bindings(self.added)])


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
