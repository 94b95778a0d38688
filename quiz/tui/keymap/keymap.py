"""Every binding of the app by its id: where it works, which keys it has, and which of them it cannot have.

It imports every screen, so only those who have keys of their own, or open the settings screen, wait for it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from textual.binding import Binding
from textual.keys import Keys, format_key
from textual.screen import ModalScreen

from quiz.bank.entry_parser import nearest_word
from quiz.tui.keymap.binding_text import bindings_of, listed
from quiz.tui.keymap.key_binding import KeyBinding
from quiz.tui.keymap.key_contexts import EVERYWHERE, KEY_CONTEXTS

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
_NAMED = frozenset(key.value for key in Keys)
_FUNCTION_KEY = re.compile(r"f([1-9]|1\d|2[0-4])")


@cache
def catalogue() -> dict[str, KeyBinding]:
    """Every binding that has an id, in the order of the screens."""
    found: dict[str, KeyBinding] = {}
    for context in (EVERYWHERE, *KEY_CONTEXTS):
        of_screen = context.bindings
        for bindings in (of_screen, *map(bindings_of, context.focused)):
            for binding in bindings:
                if binding.id is not None:
                    known = found.get(binding.id)
                    keys = (*(known.keys if known else ()), binding.key)
                    beside_typing = bindings is of_screen and (
                        context.typed or (binding.priority and context is EVERYWHERE)
                    )
                    own = known or KeyBinding(binding.id, context.name, _what(binding), (), beside_typing)
                    found[binding.id] = own._replace(keys=tuple(dict.fromkeys(keys)))
    return found


def wrong_keys(wanted: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with keys for bindings, in a sentence for each id; those without a fault are left out."""
    known, wrong = catalogue(), {}
    for name, keys in wanted.items():
        said = _misnamed(name) if name not in known else _unfit(known[name], keys)
        if said:
            wrong[name] = said
    good = {name: listed(keys) for name, keys in wanted.items() if name not in wrong}
    while clashes := _clashes(good):  # without those, what they would have given up is theirs again
        wrong |= clashes
        good = {name: keys for name, keys in good.items() if name not in clashes}
    return wrong


def _misnamed(name: str) -> str:
    likely = nearest_word(name, list(catalogue()))
    return f"There is no such binding. {f'Did you mean {likely!r}?' if likely else 'The settings screen lists them.'}"


def _unfit(bound: KeyBinding, keys: str) -> str:
    """What is wrong with keys for a binding, whatever other bindings have."""
    for key in keys.split(","):
        if not _is_key(key.strip() or " "):
            return f"{key.strip()[:20]!r} is no key. A key is a letter, a sign, or a name as f5, enter or ctrl+x."
    typing = next((key for key in listed(keys) if _writes(key)), None)
    if typing is not None and bound.beside_typing:
        return f"{_named(typing)} writes something where one types. Take a key as f5 or ctrl+x."
    return ""


def _is_key(key: str) -> bool:
    if len(key) == 1 or not key.isprintable():
        return key.isprintable() and key != " "
    *held, last = key.split("+")
    named = last in _NAMED or _FUNCTION_KEY.fullmatch(last) is not None or len(format_key(last)) == 1
    return set(held) <= _MODIFIERS and len(held) == len(set(held)) and named


def _writes(key: str) -> bool:
    """Whether a key writes something in a field."""
    return key == "space" or (key not in _NAMED and len(format_key(key)) == 1)


def _clashes(wanted: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The bindings that would have a key which means something else where they work: the later one of two."""
    known, found = catalogue(), {}
    for bindings in _contexts():
        ids = {binding.id for binding in bindings}
        for name in (name for name in wanted if name in ids and name not in found):
            new = [key for key in wanted[name] if key not in known[name].keys]
            clash = next(_taken(name, new, bindings, wanted), None)
            if clash is not None:
                found[name] = clash
    return found


def _taken(
    name: str, new: Sequence[str], bindings: Sequence[Binding], wanted: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """What else the new keys of a binding are for, among bindings that can be pressed at the same time."""
    order = list(wanted)
    for key in new:
        for other in bindings:
            if other.id == name or key not in _keys_of(other, wanted):
                continue
            own = catalogue()[other.id].keys if other.id is not None else ()
            if other.id in order[order.index(name) :] and key not in own:
                continue  # the clash is that one's
            whose = f" ({other.id})" if other.id else ""
            yield f"{_named(key)} is for {_what(other)}{whose} there."


def _named(key: str) -> str:
    """A key as a player would write it."""
    sign = format_key(key)
    return sign if len(sign) == 1 and sign.isascii() else key


def _keys_of(binding: Binding, wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return (binding.key,) if binding.id is None or binding.id not in wanted else wanted[binding.id]


def _what(binding: Binding) -> str:
    single = binding.group is None or binding.description
    return binding.description if single else binding.group.description  # type: ignore[union-attr]


def _contexts() -> Iterator[list[Binding]]:
    """The bindings that can be pressed at the same time, for each screen and each thing with the focus on it."""
    app = EVERYWHERE.bindings
    for context in KEY_CONTEXTS:
        modal = issubclass(context.screen, ModalScreen)
        below = [binding for binding in app if binding.priority or not modal]
        screen = context.bindings + below
        yield screen
        for focused in context.focused:
            yield bindings_of(focused) + screen
