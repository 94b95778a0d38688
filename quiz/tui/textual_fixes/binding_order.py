"""Bindings in the order in which they are declared.

Seen on Textual 8.2.8: ``Screen.active_bindings`` has the bindings whose keys come from ``App.set_keymap`` last,
wherever they are declared.
"""

from collections.abc import Iterable
from functools import cache

from textual.binding import ActiveBinding
from textual.dom import DOMNode

from quiz.tui.keymap.binding_text import bindings_of


def in_their_order(active: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Bindings as they are declared, those of the innermost widget first."""
    found = list(active)
    nodes = list(dict.fromkeys(one.node for one in found))

    def place(one: ActiveBinding) -> tuple[int, int]:
        cls: type[DOMNode] = type(one.node)
        return nodes.index(one.node), _places(cls).get(one.binding.id, 0)

    return sorted(found, key=place)


@cache
def _places(cls: type[DOMNode]) -> dict[str | None, int]:
    return {binding.id: place for place, binding in reversed(list(enumerate(bindings_of(cls), start=1)))}
