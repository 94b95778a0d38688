"""Settings for one run: the command line overrides the file, and the file overrides the environment."""

from collections.abc import Mapping
from typing import Any

import msgspec

from quiz.settings.setting import InvalidValueError, KeyBindings, declarations, option_name, parse_value
from quiz.settings.settings import Settings
from quiz.settings.validators import Validators


class InvalidOverrideError(Exception):
    """The command line gives a setting an invalid value; the message names valid ones, in one line."""


def apply_overrides(settings: Settings, overrides: Mapping[str, Any], validators: Validators) -> Settings:
    """Settings with the values of the command line, given by name. Bindings that are not named keep their keys.

    Raises:
        InvalidOverrideError: a value is invalid.
    """
    declared = declarations(type(settings), validators.choices)
    values = dict(overrides)
    for name, value in overrides.items():
        setting = declared[name]
        option = option_name(name, setting)
        if isinstance(setting.values, KeyBindings):
            current: dict[str, str] = getattr(settings, name)
            # The new keys go last: if two bindings have the same key, the later one is reported.
            values[name] = {binding: keys for binding, keys in current.items() if binding not in value} | value
            for binding, message in validators.wrong_keys(values[name]).items():
                raise InvalidOverrideError(f"{option} {binding}: {message}")
        elif isinstance(value, str):
            try:
                values[name] = parse_value(setting, value)
            except InvalidValueError as error:
                raise InvalidOverrideError(f"{option}: {error}") from error
    return msgspec.structs.replace(settings, **values)


def environment_defaults(settings: type[Settings], environ: Mapping[str, str], validators: Validators) -> Settings:
    """The defaults of settings, overridden by the environment variables of settings that have one.

    An invalid value is ignored: the variable may be meant for another program.
    """
    values = {}
    for name, setting in declarations(settings, validators.choices).items():
        if setting.environment and environ.get(setting.environment):
            try:
                values[name] = parse_value(setting, environ[setting.environment])
            except InvalidValueError:
                continue
    return settings(**values)
