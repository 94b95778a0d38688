"""What a settings file may say that only the screens know: the names of the themes, the bindings and their keys."""

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES

from quiz.settings.validators import Validators
from quiz.tui.themes import THEMES


def known() -> Validators:
    """What settings are checked by."""
    return Validators(tuple(dict.fromkeys([*(theme.name for theme in THEMES), *BUILTIN_THEMES])), _wrong_keys)


def _wrong_keys(wanted: Mapping[str, str]) -> dict[str, str]:
    if not wanted:
        return {}
    from quiz.tui.keymap.keymap import wrong_keys  # imports every screen

    return wrong_keys(wanted)
