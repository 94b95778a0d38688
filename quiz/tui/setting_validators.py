"""What a settings file may say that only the screens know: the names of the themes, the bindings and their keys."""

from collections.abc import Mapping

from quiz.settings.validators import Validators
from quiz.tui.themes import theme_names


def known() -> Validators:
    """What settings are checked by."""
    return Validators(theme_names(), _wrong_keys)


def _wrong_keys(wanted: Mapping[str, str]) -> dict[str, str]:
    if not wanted:
        return {}
    from quiz.tui.keymap.keymap import wrong_keys  # imports every screen

    return wrong_keys(wanted)
