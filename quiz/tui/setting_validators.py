"""The checks of settings that only the screens can make: the names of the themes, the bindings and their keys."""

from collections.abc import Mapping

from quiz.settings.validators import Validators
from quiz.tui.themes import theme_names


def screen_validators() -> Validators:
    """What settings are checked by where there is a screen."""
    return Validators({"theme": theme_names()}, _wrong_keys)


def _wrong_keys(keys: Mapping[str, str]) -> dict[str, str]:
    if not keys:
        return {}
    from quiz.tui.keymap.keymap import wrong_keys  # imports every screen

    return wrong_keys(keys)
