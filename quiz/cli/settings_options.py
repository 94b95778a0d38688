"""The settings that can be said for one run, before or after a command that plays."""

from pathlib import Path
from typing import Any

import click

from quiz.cli import completion
from quiz.cli.context import CliContext, remember_config_dir


def settled(command: Any) -> Any:
    """Let what a settings file says be said for one run."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None:
        context.ensure_object(CliContext).settled[parameter.name or ""] = value


def _remember_keys(context: click.Context, _: click.Parameter, said: tuple[str, ...]) -> None:
    keys = context.ensure_object(CliContext).settled
    for one in said:
        name, equals, key = one.partition("=")
        if not equals or not name or not key:
            raise click.BadParameter(f"{one!r} names no binding with its key, as app.help=f1.")
        keys["keys"] = {**keys.get("keys", {}), name: key}


_OPTIONS = (
    click.option("--config-dir", metavar="DIR", type=click.Path(path_type=Path), envvar="QUIZ_CONFIG_DIR",
                 expose_value=False, callback=remember_config_dir, help="Where the settings are kept."),
    click.option("--theme", metavar="NAME", expose_value=False, callback=_remember, shell_complete=completion.themes,
                 help="The colours, as curtain, matinee or ansi-dark."),
    click.option("--animation/--no-animation", default=None, expose_value=False, callback=_remember,
                 help="Whether anything moves by itself."),
    click.option("--timer/--no-timer", default=None, expose_value=False, callback=_remember,
                 help="Whether the time that runs is shown."),
    click.option("--options", type=click.Choice(["shuffled", "alphabetical"]), expose_value=False, callback=_remember,
                 help="The order of the options of a question."),
    click.option("--key", "keys", metavar="ID=KEY", multiple=True, expose_value=False, callback=_remember_keys,
                 help="Another key for a binding, as app.help=f1; may be repeated."),
)  # fmt: skip


def lengths(command: Any) -> Any:
    """Let the usual length and clock be said where no game is named yet."""
    questions = click.option("--questions", type=click.IntRange(1, 10_000), metavar="N", expose_value=False,
                             callback=_remember, help="How many questions a game has.")  # fmt: skip
    seconds = click.option("--seconds", type=click.IntRange(10, 3600), metavar="N", expose_value=False,
                           callback=_remember, help="The clock of a timed game.")  # fmt: skip
    return questions(seconds(command))
