"""Messages about what was typed: they repeat it, and nothing in them acts on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class SafeGroup(click.Group):
    """Commands whose complaints can be shown, whatever was typed."""

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """Read what stands before the command."""
        with _shown():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Read what stands after the command, and run it."""
        with _shown():
            return super().invoke(ctx)


@contextmanager
def _shown() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        from quiz.bank.printable import printable  # imported here: most commands complain of nothing

        said = printable(error.format_message())
        error.format_message = lambda: said  # type: ignore[method-assign]
        raise
