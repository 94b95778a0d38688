"""Options whose help lists modes or formats. These are imported only when the help is shown."""

from collections.abc import Callable, Sequence
from typing import Any

import click


class LazyHelpOption(click.Option):
    """An option whose help is made when it is shown, so that only the help imports what it lists."""

    def __init__(self, declarations: Sequence[str], *, make_help: Callable[[], str], **attributes: Any) -> None:
        """``make_help`` returns the help; the other arguments are those of ``click.Option``."""
        self._make_help = make_help
        super().__init__(declarations, **attributes)

    @property
    def help(self) -> str:
        """The help, made on every access."""
        return self._make_help()

    @help.setter  # noqa: A003 - click calls it `help`
    def help(self, value: object) -> None:
        """Ignore the empty help that ``click.Option.__init__`` sets."""


def mode_help() -> str:
    """Return the help of ``--mode``: every mode."""
    from quiz.game.modes import MODES

    return f"{_alternatives(list(MODES))}."


def import_help() -> str:
    """Return the help of ``quiz import --format``: every format that can be read."""
    from quiz.exchange.formats import FORMATS

    readable = [name for name, format_ in FORMATS.items() if format_.read]
    return f"{_alternatives(readable)}; detected from the file if not given."


def export_help() -> str:
    """Return the help of ``quiz export --format``: every format."""
    from quiz.exchange.formats import FORMATS

    return f"{_alternatives(list(FORMATS))}; if not given, that of --out, else csv."


def _alternatives(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
