"""Bindings as they are written down and as they are shown."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode


def listed(keys: str) -> tuple[str, ...]:
    """The keys of a list with commas, by Textual's names."""
    named = (Binding(key.strip(), "") for key in keys.split(",") if key.strip())
    return tuple(dict.fromkeys(binding.key for binding in Binding.make_bindings(named)))


def shown_keys(app: App[None], keys: tuple[str, ...]) -> str:
    """Keys as the screen shows them."""
    return " ".join(app.get_key_display(Binding(key, "")) for key in keys)


@runtime_checkable
class HasPlayerKeys(Protocol):
    """An app in which bindings can have keys that the player has given them."""

    @property
    def player_keys(self) -> Mapping[str, str]:
        """Those keys by the ids of the bindings, as a list with commas each."""


def key_of(app: App[Any], binding: str, default: str) -> str:
    """A key of a binding as a text shows it: the player's first one for it, else ``default``."""
    keys = app.player_keys.get(binding) if isinstance(app, HasPlayerKeys) else None
    return default if keys is None else shown_keys(app, listed(keys)[:1])


@cache
def bindings_of(cls: type[DOMNode]) -> list[Binding]:
    """The bindings of a class, by the same rules by which Textual gathers them."""
    gathered: list[Iterable[Binding]] = []
    for base in reversed(cls.__mro__):
        if not vars(base).get("_inherit_bindings", True):
            gathered.clear()
        gathered.append(Binding.make_bindings(vars(base).get("BINDINGS", ())))
    return merged(gathered)


def merged(declared: Iterable[Iterable[Binding]]) -> list[Binding]:
    """Several lists of bindings as one: a later list takes the keys that it names from the earlier ones."""
    keys: dict[str, list[Binding]] = {}
    for bindings in declared:
        own: dict[str, list[Binding]] = {}
        for binding in bindings:
            own.setdefault(binding.key, []).append(binding)
        keys |= own
    return [binding for bindings in keys.values() for binding in bindings]
