"""Error messages are printed without control characters, whatever the user typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class SafeGroup(click.Group):
    """A group whose commands' error messages are safe to print."""

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """Parse the options before the command."""
        with _safe_errors():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Parse the options after the command, and run it."""
        with _safe_errors():
            return super().invoke(ctx)


@contextmanager
def _safe_errors() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        from quiz.bank.printable import printable  # imported only for an error

        message = printable(error.format_message())
        error.format_message = lambda: message  # type: ignore[method-assign]
        raise
