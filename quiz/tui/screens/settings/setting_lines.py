"""What the settings screen lists: each setting with the values it can have, then each binding with its keys."""

from collections.abc import Iterable
from typing import Any, NamedTuple, get_args

from quiz.game.modes import CLASSIC, TIMED
from quiz.game.option_order import Order
from quiz.settings.settings import Settings, usual_length, usual_seconds
from quiz.tui.keymap.binding_text import listed
from quiz.tui.keymap.key_binding import KeyBinding
from quiz.tui.screens.home import home_options

_YES_NO = ((True, "on"), (False, "off"))


class SettingLine(NamedTuple):
    """A setting."""

    key: str
    """Its key in the settings file."""
    name: str
    value: Any
    values: tuple[tuple[Any, str], ...]
    """What it can be, and how that is shown."""

    def turned(self, step: int) -> Any:
        """The next value, or the previous one, round the end."""
        meant = [one for one, _ in self.values]
        return meant[(meant.index(self.value) + step) % len(meant)]


class BoundLine(NamedTuple):
    """A binding."""

    id: str
    room: str
    what: str
    keys: tuple[str, ...]
    changed: bool
    """Whether the keys are others than those it has of its own."""


def setting_lines(
    settings: Settings, theme: str, themes: tuple[str, ...], bindings: Iterable[KeyBinding]
) -> tuple[SettingLine | BoundLine, ...]:
    """Every line of the settings screen; ``theme`` is the one of ``themes`` that is shown now."""
    length, clock = usual_length(CLASSIC, settings), usual_seconds(TIMED, settings) or 0
    lengths = tuple(
        (meant if meant == home_options.ALL else int(meant), shown)
        for meant, shown, _ in home_options.lengths(length)
    )
    clocks = tuple((int(meant), shown) for meant, shown, _ in home_options.clocks(clock))
    return (
        SettingLine("theme", "Theme", theme, tuple((one, one) for one in themes)),
        SettingLine("questions", "Questions", home_options.ALL if length is None else length, lengths),
        SettingLine("seconds", "Clock", clock, clocks),
        SettingLine("animation", "Animation", settings.animation, _YES_NO),
        SettingLine("timer", "Timer", settings.timer, _YES_NO),
        SettingLine("options", "Order of options", settings.options, tuple((one, one) for one in get_args(Order))),
        *_bound_lines(settings, bindings),
    )


def _bound_lines(settings: Settings, bindings: Iterable[KeyBinding]) -> list[BoundLine]:
    lines = []
    for bound in bindings:
        own = settings.keys.get(bound.id)
        lines.append(
            BoundLine(
                bound.id, bound.context, bound.what, bound.keys if own is None else listed(own), own is not None
            )
        )
    return lines
