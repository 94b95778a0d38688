"""The commands: thin, and each imports what it needs when it is run."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from quiz import __version__

if TYPE_CHECKING:
    from quiz.bank.bank import Bank
    from quiz.records.opening import Wish
    from quiz.records.records import Records

FOUND_PROBLEMS, MISUSE = 1, 2
"""Exit codes: the pack has problems; the command was not understood or could not be carried out."""


_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


class Refused(click.ClickException):
    """What was asked for cannot be had; said in one line."""

    exit_code = MISUSE

    def format_message(self) -> str:
        """The message, with nothing in it that acts on a terminal: it may hold words of a pack."""
        from quiz.bank.printable import printable

        return printable(self.message)


class Choices:
    """What was said before the command: which packs, whose records, and where they are."""

    packs: tuple[Path, ...] = ()
    data_dir: Path | None = None
    player: str = ""

    def bank(self) -> "Bank":
        """The bank of the chosen packs."""
        from quiz.bank.bank import load_bank

        return load_bank(self.packs)

    def records(self) -> "Records":
        """The records in the chosen data folder, which is the user's own unless another was given."""
        from quiz.records.records import Records

        if self.data_dir is not None:
            return Records(self.data_dir, self.player)
        from platformdirs import user_data_path

        return Records(user_data_path("quiz", appauthor=False), self.player)


def _everywhere(command: Any) -> Any:
    """Let ``--pack``, ``--data-dir`` and ``--player`` stand before or after a command."""
    packs = click.option(
        "--pack", "packs", multiple=True, metavar="DIR", type=_FOLDER, envvar="QUIZ_PACK", expose_value=False,
        callback=_remember_packs, help="A pack to play instead of the built-in one; may be repeated.",
    )  # fmt: skip
    data_dir = click.option(
        "--data-dir", metavar="DIR", type=click.Path(path_type=Path), envvar="QUIZ_DATA_DIR", expose_value=False,
        callback=_remember_data_dir, help="Where the records are kept.",
    )  # fmt: skip
    player = click.option(
        "--player", metavar="NAME", envvar="QUIZ_PLAYER", expose_value=False, callback=_remember_player,
        help="Whose records are kept; several players can share one folder.",
    )  # fmt: skip
    return packs(data_dir(player(command)))


def _said_before(context: click.Context, parameter: click.Parameter, earlier: object) -> bool:
    """Whether what stood before the command outweighs this value, which only the environment says."""
    source = context.get_parameter_source(parameter.name or "")
    return bool(earlier) and source is ParameterSource.ENVIRONMENT


def _remember_packs(context: click.Context, parameter: click.Parameter, packs: tuple[Path, ...]) -> None:
    choices = context.ensure_object(Choices)
    if packs and not _said_before(context, parameter, choices.packs):
        choices.packs = packs


def _remember_data_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    choices = context.ensure_object(Choices)
    if folder and not _said_before(context, parameter, choices.data_dir):
        choices.data_dir = folder


def _remember_player(context: click.Context, parameter: click.Parameter, name: str | None) -> None:
    choices = context.ensure_object(Choices)
    if name is not None and not _said_before(context, parameter, choices.player):
        choices.player = _player_name(name)


def _player_name(name: str) -> str:
    from quiz.records.player import LONGEST_NAME, player_name

    cleaned = player_name(name)
    if not cleaned:
        raise click.BadParameter(f"a player's name has from 1 to {LONGEST_NAME} letters that can be seen.")
    return cleaned


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quiz")
@_everywhere
@click.pass_context
def quiz(context: click.Context) -> None:
    """Trivia you can check: every answer is proven by a quote from a dated source.

    Without a command, the home screen opens.
    """
    choices = context.ensure_object(Choices)
    if context.invoked_subcommand is None:
        _run(choices, choices.bank(), None)


@quiz.command()
@_everywhere
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

    bank = choices.bank()
    try:
        wish = wish_for(bank, mode, Filters(**filters), questions, seconds, seed)
    except MisuseError as error:
        raise Refused(str(error)) from error
    _run(choices, bank, wish if code is None else code)


@quiz.command()
@_everywhere
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=_FOLDER)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--explain", metavar="CODE", help="Explain a rule by its code or name; 'all' for every rule.")
@click.pass_obj
def check(choices: Choices, paths: tuple[Path, ...], form: str, explain: str | None) -> None:
    """Report every problem of a pack. Exit code 0: clean, 1: problems, 2: misuse."""
    from quiz.bank import report
    from quiz.bank.bank import load_bank
    from quiz.bank.problem import RULES

    if explain is not None:
        rules = list(RULES.values()) if explain == "all" else [report.find_rule(explain)]
        if rules[0] is None:
            raise Refused(f"There is no rule {explain!r}. `quiz check --explain all` lists them.")
        click.echo("\n\n".join(report.explain(rule) for rule in rules if rule is not None))
        return
    bank = load_bank(paths) if paths else choices.bank()
    if form == "json":
        click.echo(report.as_json(bank.problems, len(bank.questions)))
    else:
        line = report.as_github if form == "github" else report.as_text
        for problem in bank.problems:
            click.echo(line(problem))
        if form == "text":
            click.echo(
                report.closing_line(bank.problems, len(bank.questions), sum(pack.files for pack in bank.packs))
            )
    if any(problem.is_error for problem in bank.problems):
        sys.exit(FOUND_PROBLEMS)


@quiz.command(name="list")
@_everywhere
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def list_questions(choices: Choices, form: str) -> None:
    """List the bank, each citation with its passage in the article's own words."""
    from quiz.bank import listing

    bank = choices.bank()
    if not bank.questions and form == "text":
        raise Refused("The bank has no question that can be played. `quiz check` says why.")
    click.echo(listing.as_json(bank) if form == "json" else listing.as_text(bank))


@quiz.command()
@_everywhere
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


def _run(choices: Choices, bank: "Bank", wanted: "Wish | str | None") -> None:
    from quiz.tui.challenge import MisuseError
    from quiz.tui.launch import run_app

    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # Textual draws on stderr
        click.echo("quiz needs a terminal to play in; `quiz list` and `quiz check` do without one.", err=True)
        sys.exit(MISUSE)
    try:
        last_words = run_app(bank, choices.records, wanted)
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
