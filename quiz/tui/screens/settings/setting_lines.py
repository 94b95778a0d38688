"""The lines of the settings screen: each setting with its possible values, and each binding with its keys."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from quiz.settings.setting import KeyBindings, declarations
from quiz.settings.settings import Settings
from quiz.tui.keymap.binding_text import parse_keys
from quiz.tui.keymap.key_binding import KeyBinding


class SettingLine(NamedTuple):
    """The line of a setting."""

    key: str
    """Its name in the settings file."""
    name: str
    """Its name on the screen."""
    value: Any
    values: tuple[tuple[Any, str], ...]
    """The possible values, as (value, label)."""

    def value_after(self, step: int) -> Any:
        """Return the next value (1) or the previous one (-1). The first follows the last."""
        values = [value for value, _ in self.values]
        return values[(values.index(self.value) + step) % len(values)]


class BindingLine(NamedTuple):
    """The line of a key binding."""

    id: str
    context: str
    """The name of the context in which it works, shown as a heading."""
    description: str
    keys: tuple[str, ...]
    changed: bool
    """Whether the player has changed its keys."""


def setting_lines(
    settings: Settings, current: Mapping[str, Any], choices: Mapping[str, tuple[str, ...]]
) -> list[SettingLine]:
    """Return a line for each setting.

    Some settings, such as the theme, only the app knows: ``current`` has their current values by name, ``choices``
    their possible values.
    """
    lines = []
    for name, setting in declarations(type(settings), choices).items():
        values = setting.values
        if isinstance(values, KeyBindings):
            continue  # see binding_lines
        value = current.get(name, getattr(settings, name))
        value = setting.usual if value is None else value
        possible: tuple[Any, ...] = values.offered(value)
        labelled = [(each, values.label(each)) for each in possible if each is not None]
        if value is None:
            labelled.append((None, "not set"))
        lines.append(SettingLine(name, setting.label, value, tuple(labelled)))
    return lines


def binding_lines(settings: Settings, bindings: Iterable[KeyBinding]) -> list[BindingLine]:
    """Return a line for each binding."""
    lines = []
    for binding in bindings:
        own = settings.keys.get(binding.id)
        keys = binding.keys if own is None else parse_keys(own)
        lines.append(BindingLine(binding.id, binding.context, binding.description, keys, own is not None))
    return lines
