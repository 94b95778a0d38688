"""The entry point: a table of the commands. A command's module is imported only when the command runs."""

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
"""Objects allocated before a garbage collection starts. Starting up makes hardly any garbage, yet with Python's
default the collections took a tenth of the time until the home screen was shown."""

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
"""Where each command is: its module in ``quiz.cli`` and its function."""


class _Commands(SafeGroup):
    """The group of all commands. It imports a command only to run it or to show its help."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names of the commands, in alphabetical order."""
        return sorted(_COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Import a command and return it, or None if the name is unknown."""
        if name not in _COMMANDS:
            return None
        module, function = _COMMANDS[name].split(":")
        command: click.Command = getattr(import_module(f"quiz.cli.{module}"), function)
        return command


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quiz")
@common_options
@settings_options()
@click.pass_context
def quiz(click_context: click.Context) -> None:
    """Trivia you can check: every answer is proven by a quote from a dated source.

    Without a command, the home screen opens.
    """
    context = click_context.ensure_object(CliContext)
    if click_context.invoked_subcommand is None:
        from quiz.cli.play_commands import run, screen_preferences

        run(context, context.library(), None, screen_preferences(context))


def main() -> None:
    """Run the command line. An error that a user can cause is reported in one line, without a traceback."""
    gc.set_threshold(_GC_THRESHOLD, 20, 20)
    configure_output()
    try:
        quiz(standalone_mode=True)
    except BrokenPipeError:
        # The reader of the output has closed it, as in `quiz list | head`. Without this, Python reports that at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:  # for example, the output goes to a full disk
        from quiz.bank.printable import printable

        subject = f"{error.filename}: " if error.filename else "the output cannot be written: "
        click.echo(printable(f"Error: {subject}{error.strerror or error}."), err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
