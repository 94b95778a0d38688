"""Settings for one run: what was said on the command line outweighs the file."""

from collections.abc import Mapping
from typing import Any

import msgspec

from quiz.settings.settings import Settings
from quiz.settings.validators import Validators


class InvalidOverrideError(Exception):
    """What was said cannot be had; the message says what can, in one line."""


def apply_overrides(settings: Settings, said: Mapping[str, Any], known: Validators) -> Settings:
    """Settings with those that were ``said`` in their place; of the keys, only those that were said.

    Raises:
        NotHadError: there is no such theme or binding, or no such key for it.
    """
    values = dict(said)
    if "theme" in values:
        from quiz.settings.settings_parser import READERS, BadValueError

        try:
            values["theme"] = READERS["theme"](values["theme"], known)
        except BadValueError as error:
            raise InvalidOverrideError(f"--theme: {error}") from error
    own = values.get("keys", {})
    values["keys"] = {name: keys for name, keys in settings.keys.items() if name not in own} | own
    wrong = known.wrong_keys(values["keys"]) if own else {}
    for name, why in wrong.items():
        raise InvalidOverrideError(f"--key {name}: {why}")
    return msgspec.structs.replace(settings, **values)
