"""The options that filter questions by topic, difficulty and source."""

from typing import Any

import click

from quiz.cli import completion


def filter_options(command: Any) -> Any:
    """A decorator that adds the filter options to a command, named as the fields of ``Filters``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option("--topic", "topics", multiple=True, metavar="T", shell_complete=completion.topics,
                 help="Only this topic; may be repeated."),
    click.option("--difficulty", "difficulties", multiple=True, type=click.Choice(["easy", "medium", "hard"]),
                 help="Only this difficulty; may be repeated."),
    click.option("--source", "sources", multiple=True, metavar="S", shell_complete=completion.sources,
                 help="Only questions that cite this source; may be repeated."),
)  # fmt: skip
