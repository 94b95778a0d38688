"""Parses lists of keys, formats keys for the screen, and collects the bindings of a class."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode


def parse_keys(keys: str) -> tuple[str, ...]:
    """Return the keys of a comma-separated list, as Textual names them."""
    bindings = (Binding(key.strip(), "") for key in keys.split(",") if key.strip())
    return tuple(dict.fromkeys(binding.key for binding in Binding.make_bindings(bindings)))


def shown_keys(app: App[None], keys: tuple[str, ...]) -> str:
    """Return keys as the screen shows them."""
    return " ".join(app.get_key_display(Binding(key, "")) for key in keys)


@runtime_checkable
class HasPlayerKeys(Protocol):
    """An app in which the player can change the keys of bindings."""

    @property
    def player_keys(self) -> Mapping[str, str]:
        """The player's keys by binding id, each a comma-separated list."""


def key_of(app: App[Any], binding: str, default: str) -> str:
    """Return the key of a binding for a text: the player's first own key, or else ``default``."""
    keys = app.player_keys.get(binding) if isinstance(app, HasPlayerKeys) else None
    return default if keys is None else shown_keys(app, parse_keys(keys)[:1])


@cache
def bindings_of(cls: type[DOMNode]) -> list[Binding]:
    """Return the bindings of a class, collected by the same rules as in Textual."""
    collected: list[Iterable[Binding]] = []
    for base in reversed(cls.__mro__):
        if not vars(base).get("_inherit_bindings", True):
            collected.clear()
        collected.append(Binding.make_bindings(vars(base).get("BINDINGS", ())))
    return merged(collected)


def merged(declared: Iterable[Iterable[Binding]]) -> list[Binding]:
    """Merge lists of bindings into one. A later list overrides the keys of earlier ones."""
    keys: dict[str, list[Binding]] = {}
    for bindings in declared:
        own: dict[str, list[Binding]] = {}
        for binding in bindings:
            own.setdefault(binding.key, []).append(binding)
        keys |= own
    return [binding for bindings in keys.values() for binding in bindings]
