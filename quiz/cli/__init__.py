"""The commands: thin, and each imports what it needs when it is run."""

import io
import os
import sys
from typing import TYPE_CHECKING

import click

from quiz import __version__
from quiz.cli import checking, exchange, packs, writing
from quiz.cli.choices import MISUSE, Choices, Refused, everywhere

if TYPE_CHECKING:
    from quiz.bank.shelf import Shelf
    from quiz.records.opening import Wish
    from quiz.tui.messages import ReadSource


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quiz")
@everywhere
@click.pass_context
def quiz(context: click.Context) -> None:
    """Trivia you can check: every answer is proven by a quote from a dated source.

    Without a command, the home screen opens.
    """
    choices = context.ensure_object(Choices)
    if context.invoked_subcommand is None:
        _run(choices, choices.shelf(), None)


for command in (
    checking.check, packs.list_questions, packs.coverage, writing.schema, writing.init, writing.add_source,
    exchange.import_questions, exchange.export,
):  # fmt: skip
    quiz.add_command(command)


@quiz.command()
@everywhere
@click.option("--mode", default="classic", metavar="M", show_default=True,
              help="classic, timed, survival, daily, practice or missed.")  # fmt: skip
@click.option("--questions", type=click.IntRange(1, 10_000), metavar="N", help="How many questions.")
@click.option("--seconds", type=int, metavar="N", help="The clock of a timed game, from 10 to 3600.")
@click.option("--topic", "topics", multiple=True, metavar="T", help="Only this topic; may be repeated.")
@click.option("--difficulty", "difficulties", multiple=True, type=click.Choice(["easy", "medium", "hard"]),
              help="Only this difficulty; may be repeated.")  # fmt: skip
@click.option("--source", "sources", multiple=True, metavar="S", help="Only questions citing S; may be repeated.")
@click.option("--seed", metavar="N", help="The same seed gives the same game.")
@click.option("--code", metavar="CODE", help="The game of a challenge code; the other options do not count then.")
@click.pass_obj
def play(
    choices: Choices,
    /,
    mode: str,
    questions: int | None,
    seconds: int | None,
    seed: str | None,
    code: str | None,
    **filters: tuple[str, ...],
) -> None:
    """Go straight into a game."""
    from quiz.game.selection import Filters
    from quiz.tui.challenge import MisuseError
    from quiz.tui.launch import wish_for

    shelf = choices.shelf()
    try:
        wish = wish_for(shelf.bank, mode, Filters(**filters), questions, seconds, seed)
    except MisuseError as error:
        raise Refused(str(error)) from error
    _run(choices, shelf, wish if code is None else code)


@quiz.command()
@everywhere
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def records(choices: Choices, form: str) -> None:
    """List your bests and the games you have played."""
    from datetime import UTC, datetime

    from quiz.bank.printable import printable
    from quiz.records import export
    from quiz.records.overview import overview
    from quiz.records.records import RecordsError

    try:
        kept = choices.records()
        whole = overview(kept, datetime.now(UTC))
        kept.close()
    except RecordsError as error:
        raise click.ClickException(printable(str(error))) from error
    click.echo(export.as_json(whole, choices.bank()) if form == "json" else export.as_text(whole))


@quiz.command()
@everywhere
@click.option("--source", metavar="S", help="The id of the article; asked for if not given.")
@click.pass_obj
def new(choices: Choices, source: str | None) -> None:
    """Write a question from an article: open the source reader to pick sentences, then press n."""
    from quiz.tui.messages import ReadSource

    shelf = choices.shelf()
    found = {one.id: one for one in shelf.bank.sources}
    if source is not None and source not in found:
        raise Refused(f"There is no source {source!r}. The sources: {', '.join(found) or 'none'}.")
    if not found:
        raise Refused("The pack has no source that can be read. `quiz check` says why.")
    _run(choices, shelf, None, ReadSource(found[source] if source is not None else None))


def _run(choices: Choices, shelf: "Shelf", wanted: "Wish | str | None", first: "ReadSource | None" = None) -> None:
    from quiz.tui.challenge import MisuseError
    from quiz.tui.launch import run_app

    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # Textual draws on stderr
        click.echo("quiz needs a terminal to play in; `quiz list` and `quiz check` do without one.", err=True)
        sys.exit(MISUSE)
    try:
        last_words = run_app(shelf.bank, choices.records, wanted, shelf=shelf, first=first)
    except MisuseError as error:
        raise Refused(str(error)) from error
    if last_words:
        click.echo(last_words)


def main() -> None:
    """Run the command line; whatever a user can cause ends in one line, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of few letters gets a ? for the others
            stream.reconfigure(errors="replace")
    try:
        quiz(standalone_mode=True)
    except BrokenPipeError:
        # The reader of our output has gone, as `quiz list | head` does. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:  # a full disk under the output, say
        what = f"{error.filename}: " if error.filename else "the output cannot be written: "
        click.echo(f"Error: {what}{error.strerror or error}.", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
