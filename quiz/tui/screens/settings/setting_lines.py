"""The lines of the settings screen: each setting with the values it can have, then each binding with its keys."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from quiz.settings.setting import KeyBindings, declarations
from quiz.settings.settings import Settings
from quiz.tui.keymap.binding_text import listed
from quiz.tui.keymap.key_binding import KeyBinding


class SettingLine(NamedTuple):
    """A setting."""

    key: str
    """Its name in the settings file."""
    name: str
    """Its name on the screen."""
    value: Any
    values: tuple[tuple[Any, str], ...]
    """The values it can have, each with the words that the screen shows for it."""

    def turned(self, step: int) -> Any:
        """The next value, or the previous one; the first follows the last."""
        values = [value for value, _ in self.values]
        return values[(values.index(self.value) + step) % len(values)]


class BoundLine(NamedTuple):
    """A binding."""

    id: str
    context: str
    """Where it works: the heading above the line."""
    what: str
    keys: tuple[str, ...]
    changed: bool
    """Whether its keys are not its default ones."""


def setting_lines(
    settings: Settings, current: Mapping[str, Any], choices: Mapping[str, tuple[str, ...]]
) -> list[SettingLine]:
    """A line for each setting.

    ``current`` has the values of settings that are not set and that only the app knows, by their names; ``choices``
    all values of settings that only the app knows.
    """
    lines = []
    for name, setting in declarations(type(settings), choices).items():
        values = setting.values
        if isinstance(values, KeyBindings):
            continue  # each binding has a line of its own
        value = current.get(name, getattr(settings, name))
        value = setting.usual if value is None else value
        offered: tuple[Any, ...] = values.offered(value)
        shown = [(one, values.label(one)) for one in offered if one is not None]
        if value is None:  # until it has a value
            shown.append((None, "not set"))
        lines.append(SettingLine(name, setting.label, value, tuple(shown)))
    return lines


def bound_lines(settings: Settings, bindings: Iterable[KeyBinding]) -> list[BoundLine]:
    """A line for each binding."""
    lines = []
    for one in bindings:
        own = settings.keys.get(one.id)
        keys = one.keys if own is None else listed(own)
        lines.append(BoundLine(one.id, one.context, one.what, keys, own is not None))
    return lines
