"""The types of the keymap: a context in which keys work, and a binding."""

from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from quiz.tui.keymap.binding_text import bindings_of, merged


class KeyContext(NamedTuple):
    """A screen, and the widgets on it that can have the focus."""

    name: str
    screen: type[DOMNode]
    focused: tuple[type[DOMNode], ...]
    typed: bool = False
    """Whether text is typed here, so that keys that type a character are not available for bindings of the screen."""
    extra: tuple[BindingType, ...] = ()
    """Bindings in addition to those of the class ``screen``."""

    @property
    def bindings(self) -> list[Binding]:
        """The bindings of the screen itself."""
        return merged([bindings_of(self.screen), Binding.make_bindings(self.extra)])


class KeyBinding(NamedTuple):
    """A binding whose keys the player can change."""

    id: str
    context: str
    """The name of the first context in which it works."""
    description: str
    keys: tuple[str, ...]
    """Its default keys, by Textual's names."""
    while_typing: bool
    """Whether it must work while text is typed, so that keys that type a character are not allowed."""
