"""Validators for the settings that only the app knows the values of: themes and key bindings."""

from collections.abc import Mapping

from quiz.settings.validators import Validators
from quiz.tui.themes import theme_names


def screen_validators() -> Validators:
    """Return the validators for theme names and for the keys of bindings."""
    return Validators({"theme": theme_names()}, _wrong_keys)


def _wrong_keys(keys: Mapping[str, str]) -> dict[str, str]:
    if not keys:
        return {}
    from quiz.tui.keymap.keymap import wrong_keys  # imports every screen

    return wrong_keys(keys)
