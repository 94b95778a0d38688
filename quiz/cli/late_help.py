"""Options whose help lists names of the game or of formats, looked up only when the help is shown."""

from collections.abc import Callable, Sequence
from typing import Any

import click


class LateHelp(click.Option):
    """An option whose help is made when it is shown, so that running a command does not import what it lists."""

    def __init__(self, declarations: Sequence[str], *, make_help: Callable[[], str], **attributes: Any) -> None:
        """Make an option; ``make_help`` returns its help."""
        self._make_help = make_help
        super().__init__(declarations, **attributes)

    @property
    def help(self) -> str:
        """The help, made each time it is asked for."""
        return self._make_help()

    @help.setter  # noqa: A003 - click calls it `help`
    def help(self, value: object) -> None:
        """Ignore what click sets when the option is made."""


def mode_help() -> str:
    """Return the help of ``--mode``: every mode."""
    from quiz.game.modes import MODES

    return f"{_listed(list(MODES))}."


def import_help() -> str:
    """Return the help of ``quiz import --format``: every format that can be read."""
    from quiz.exchange.formats import FORMATS

    return f"{_listed([one.name for one in FORMATS.values() if one.read])}; detected from the file if not given."


def export_help() -> str:
    """Return the help of ``quiz export --format``: every format."""
    from quiz.exchange.formats import FORMATS

    return f"{_listed(list(FORMATS))}; if not given, the one of --out, else csv."


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
