"""The commands. Each is imported when it is run, with what it needs."""

import gc
import os
import sys
from importlib import import_module

import click

from quiz import __version__
from quiz.cli.context import CliContext, common_options
from quiz.cli.output import configure_output
from quiz.cli.safe_errors import SafeGroup
from quiz.cli.settings_options import settings_options

_GC_THRESHOLD = 100_000
"""How many new objects start a garbage collection. Importing and reading make hardly any garbage, and with Python's
default the collections took a tenth of the time until the home screen is shown."""

_COMMANDS = {
    "play": "play_commands:play",
    "check": "check_command:check",
    "list": "pack_commands:list_questions",
    "coverage": "pack_commands:coverage",
    "records": "records_command:records",
    "schema": "author_commands:schema",
    "init": "author_commands:init",
    "new": "play_commands:new",
    "add-source": "author_commands:add_source",
    "import": "exchange_commands:import_questions",
    "export": "exchange_commands:export",
}
"""The module and the function of each command."""


class _Commands(SafeGroup):
    """The group of all commands, which imports a command only to run it."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return sorted(_COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Import a command; None if there is none of that name."""
        if name not in _COMMANDS:
            return None
        module, called = _COMMANDS[name].split(":")
        command: click.Command = getattr(import_module(f"quiz.cli.{module}"), called)
        return command


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quiz")
@common_options
@settings_options()
@click.pass_context
def quiz(context: click.Context) -> None:
    """Trivia you can check: every answer is proven by a quote from a dated source.

    Without a command, the home screen opens.
    """
    choices = context.ensure_object(CliContext)
    if context.invoked_subcommand is None:
        from quiz.cli.play_commands import run, screen_preferences

        run(choices, choices.shelf(), None, screen_preferences(choices))


def main() -> None:
    """Run the command line. An error that a user can cause is reported in one line, never by a traceback."""
    gc.set_threshold(_GC_THRESHOLD, 20, 20)
    configure_output()
    try:
        quiz(standalone_mode=True)
    except BrokenPipeError:
        # The reader of our output has ended, as in `quiz list | head`. Python would report that once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:  # a full disk under the output, say
        from quiz.bank.printable import printable

        what = f"{error.filename}: " if error.filename else "the output cannot be written: "
        click.echo(printable(f"Error: {what}{error.strerror or error}."), err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
