"""All bindings of the app by id, and the check whether keys are allowed for a binding.

This module imports every screen. Import it late: only players with their own keys and the settings screen need it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from textual.binding import Binding
from textual.keys import Keys, format_key
from textual.screen import ModalScreen

from quiz.bank.entry_parser import nearest_word
from quiz.tui.keymap.binding_text import bindings_of, parse_keys
from quiz.tui.keymap.key_binding import KeyBinding
from quiz.tui.keymap.key_contexts import EVERYWHERE, KEY_CONTEXTS

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
_NAMED = frozenset(key.value for key in Keys)
_FUNCTION_KEY = re.compile(r"f([1-9]|1\d|2[0-4])")


@cache
def all_bindings() -> dict[str, KeyBinding]:
    """Return every binding that has an id by its id, in the order of ``KEY_CONTEXTS``."""
    by_id: dict[str, KeyBinding] = {}
    for context in (EVERYWHERE, *KEY_CONTEXTS):
        of_screen = context.bindings
        for bindings in (of_screen, *map(bindings_of, context.focused)):
            for binding in bindings:
                if binding.id is not None:
                    known = by_id.get(binding.id)
                    keys = (*(known.keys if known else ()), binding.key)
                    while_typing = bindings is of_screen and (
                        context.typed or (binding.priority and context is EVERYWHERE)
                    )
                    own = known or KeyBinding(binding.id, context.name, _description(binding), (), while_typing)
                    by_id[binding.id] = own._replace(keys=tuple(dict.fromkeys(keys)))
    return by_id


def wrong_keys(keymap: Mapping[str, str]) -> dict[str, str]:
    """Check the player's keys and return an error message for each binding id that has invalid ones."""
    known, errors = all_bindings(), {}
    for name, keys in keymap.items():
        error = _unknown_binding(name) if name not in known else _invalid_keys(known[name], keys)
        if error:
            errors[name] = error
    valid = {name: parse_keys(keys) for name, keys in keymap.items() if name not in errors}
    while clashes := _clashes(valid):  # a rejected binding gets its default keys back, which can cause a new clash
        errors |= clashes
        valid = {name: keys for name, keys in valid.items() if name not in clashes}
    return errors


def _unknown_binding(name: str) -> str:
    likely = nearest_word(name, list(all_bindings()))
    return f"There is no such binding. {f'Did you mean {likely!r}?' if likely else 'The settings screen lists them.'}"


def _invalid_keys(binding: KeyBinding, keys: str) -> str:
    """Return what is wrong with the keys of one binding, apart from clashes with others."""
    for key in keys.split(","):
        if not _is_key(key.strip() or " "):
            return f"{key.strip()[:20]!r} is not a key. Use a letter, a sign, or a name such as f5, enter or ctrl+x."
    typing = next((key for key in parse_keys(keys) if _types_character(key)), None)
    if typing is not None and binding.while_typing:
        return f"{_key_name(typing)} types a character there. Use a key such as f5 or ctrl+x."
    return ""


def _is_key(key: str) -> bool:
    if len(key) == 1 or not key.isprintable():
        return key.isprintable() and key != " "
    *modifiers, last = key.split("+")
    named = last in _NAMED or _FUNCTION_KEY.fullmatch(last) is not None or len(format_key(last)) == 1
    return set(modifiers) <= _MODIFIERS and len(modifiers) == len(set(modifiers)) and named


def _types_character(key: str) -> bool:
    """Return whether a key types a character in a text field."""
    return key == "space" or (key not in _NAMED and len(format_key(key)) == 1)


def _clashes(keymap: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return an error for each binding with a key that does something else in the same context.

    If two bindings of ``keymap`` claim the same key, the later one gets the error.
    """
    known, clashes = all_bindings(), {}
    for bindings in _contexts():
        ids = {binding.id for binding in bindings}
        for name in (name for name in keymap if name in ids and name not in clashes):
            new = [key for key in keymap[name] if key not in known[name].keys]
            clash = next(_other_uses(name, new, bindings, keymap), None)
            if clash is not None:
                clashes[name] = clash
    return clashes


def _other_uses(
    name: str, new: Sequence[str], bindings: Sequence[Binding], keymap: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """Yield a message for each other binding of a context that has one of the new keys of a binding."""
    order = list(keymap)
    for key in new:
        for other in bindings:
            if other.id == name or key not in _keys_of(other, keymap):
                continue
            own = all_bindings()[other.id].keys if other.id is not None else ()
            if other.id in order[order.index(name) :] and key not in own:
                continue  # the later binding gets the error
            suffix = f" ({other.id})" if other.id else ""
            yield f"{_key_name(key)} is already used for {_description(other)}{suffix}."


def _key_name(key: str) -> str:
    """Return a key as a player would write it."""
    sign = format_key(key)
    return sign if len(sign) == 1 and sign.isascii() else key


def _keys_of(binding: Binding, keymap: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return (binding.key,) if binding.id is None or binding.id not in keymap else keymap[binding.id]


def _description(binding: Binding) -> str:
    single = binding.group is None or binding.description
    return binding.description if single else binding.group.description  # type: ignore[union-attr]


def _contexts() -> Iterator[list[Binding]]:
    """Yield the bindings that are active together, for each screen and for each widget focused on it."""
    app = EVERYWHERE.bindings
    for context in KEY_CONTEXTS:
        modal = issubclass(context.screen, ModalScreen)
        below = [binding for binding in app if binding.priority or not modal]
        screen = context.bindings + below
        yield screen
        for focused in context.focused:
            yield bindings_of(focused) + screen
