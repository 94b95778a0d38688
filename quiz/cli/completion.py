"""What the shell completes: modes, values of settings, and the topics and sources of the packs named so far."""

from typing import TYPE_CHECKING

import click

from quiz.cli.context import CliContext

if TYPE_CHECKING:
    from quiz.bank.bank import Bank


def modes(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The modes that begin like this."""
    from quiz.game.modes import MODES

    return [mode for mode in MODES if mode.startswith(begun)]


def setting_values(_: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The values of the parameter's setting that begin like this, where only the screens know them."""
    from quiz.tui.setting_validators import screen_validators

    return [value for value in screen_validators().choices[parameter.name or ""] if value.startswith(begun)]


def topics(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The topics that begin like this, in upper or lower case."""
    return [topic for topic in _bank(context).topics if topic.casefold().startswith(begun.casefold())]


def sources(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The ids of the sources that begin like this."""
    return [one.name for one in _bank(context).summary.sources if one.name.startswith(begun)]


def _bank(context: click.Context) -> "Bank":
    choices = context.find_object(CliContext)
    return (choices or CliContext()).bank()
