"""Sorts bindings into the order in which they are declared.

Seen on Textual 8.2.8: in ``Screen.active_bindings``, bindings whose keys come from ``App.set_keymap`` are last,
wherever they are declared.
"""

from collections.abc import Iterable
from functools import cache

from textual.binding import ActiveBinding
from textual.dom import DOMNode

from quiz.tui.keymap.binding_text import bindings_of


def in_declared_order(active: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Return bindings in the order in which they are declared, those of the innermost widget first."""
    bindings = list(active)
    nodes = list(dict.fromkeys(binding.node for binding in bindings))

    def position(active: ActiveBinding) -> tuple[int, int]:
        cls: type[DOMNode] = type(active.node)
        return nodes.index(active.node), _positions(cls).get(active.binding.id, 0)

    return sorted(bindings, key=position)


@cache
def _positions(cls: type[DOMNode]) -> dict[str | None, int]:
    return {binding.id: position for position, binding in reversed(list(enumerate(bindings_of(cls), start=1)))}
