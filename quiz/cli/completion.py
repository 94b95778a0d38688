"""Shell completion: modes, values of settings, and the topics and sources of the packs on the command line."""

from typing import TYPE_CHECKING

import click

from quiz.cli.context import CliContext

if TYPE_CHECKING:
    from quiz.bank.bank import Bank


def modes(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """The modes that begin with the incomplete word."""
    from quiz.game.modes import MODES

    return [mode for mode in MODES if mode.startswith(incomplete)]


def setting_values(_: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The values of the parameter's setting that begin with the incomplete word, if only the screens know them."""
    from quiz.tui.setting_validators import screen_validators

    return [value for value in screen_validators().choices[parameter.name or ""] if value.startswith(incomplete)]


def topics(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The topics that begin with the incomplete word, in upper or lower case."""
    return [topic for topic in _bank(context).topics if topic.casefold().startswith(incomplete.casefold())]


def sources(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The ids of the sources that begin with the incomplete word."""
    return [source.name for source in _bank(context).summary.sources if source.name.startswith(incomplete)]


def _bank(context: click.Context) -> "Bank":
    return (context.find_object(CliContext) or CliContext()).bank()
