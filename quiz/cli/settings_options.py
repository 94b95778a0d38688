"""Options that override settings for one run, made from the declarations of the settings."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from quiz.cli import completion
from quiz.cli.context import CliContext, store_config_dir
from quiz.settings.setting import Choice, KeyBindings, Number, Setting, Switch, declarations, option_name
from quiz.settings.settings import Settings

CommandT = TypeVar("CommandT", bound=Callable[..., Any] | click.Command)


def settings_options(settings: type[Settings] = Settings, *, per_game: bool = True) -> Callable[[CommandT], CommandT]:
    """A decorator that adds ``--config-dir`` and an option for each setting.

    Without ``per_game``, settings that ``quiz play`` has its own options for are left out.
    """
    options = [_CONFIG_DIR]
    options += [
        _option(name, setting) for name, setting in declarations(settings).items() if per_game or not setting.per_game
    ]

    def decorate(command: CommandT) -> CommandT:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _option(name: str, setting: Setting) -> Callable[[Any], Any]:
    """The option of a setting; its type follows from the values of the setting."""
    option = option_name(name, setting)
    values = setting.values
    details: dict[str, Any] = {"expose_value": False, "callback": _store_override, "help": setting.description}
    if values.metavar and not (isinstance(values, Choice) and values.values):  # click lists the values of a choice
        details["metavar"] = values.metavar
    if isinstance(values, Switch):
        return click.option(f"{option}/--no-{option.removeprefix('--')}", name, default=None, **details)
    if isinstance(values, Number):
        return click.option(option, name, type=click.IntRange(values.least, values.most), **details)
    if isinstance(values, KeyBindings):
        return click.option(option, name, multiple=True, **details | {"callback": _store_keys})
    if values.values:
        return click.option(option, name, type=click.Choice(values.values), **details)
    return click.option(option, name, shell_complete=completion.setting_values, **details)


def _store_override(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None:
        context.ensure_object(CliContext).overrides[parameter.name or ""] = value


def _store_keys(context: click.Context, parameter: click.Parameter, entries: tuple[str, ...]) -> None:
    overrides = context.ensure_object(CliContext).overrides
    for entry in entries:
        binding, equals, key = entry.partition("=")
        if not equals or not binding or not key:
            raise click.BadParameter(f"{entry!r} is not of the form ID=KEY, such as app.help=f1.")
        name = parameter.name or ""
        overrides[name] = {**overrides.get(name, {}), binding: key}


_CONFIG_DIR: Callable[[Any], Any] = click.option(
    "--config-dir", metavar="DIR", type=click.Path(path_type=Path), envvar="QUIZ_CONFIG_DIR", expose_value=False,
    callback=store_config_dir, help="The folder of the settings file.",
)  # fmt: skip
