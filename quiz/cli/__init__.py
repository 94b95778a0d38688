"""The commands: thin, and each is imported, with what it needs, when it is run."""

import gc
import os
import sys
from importlib import import_module

import click

from quiz import __version__
from quiz.cli.context import CliContext, common_options
from quiz.cli.output import show_what_can_be_shown
from quiz.cli.safe_errors import SafeGroup
from quiz.cli.settings_options import settings_options

_RARELY = 100_000
"""Objects made until garbage is looked for. Hardly any of what is imported and read is: by default it took a tenth of
the time until the home screen stands."""

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
"""Where each command is found, which is looked up only if it is wanted."""


class _Commands(SafeGroup):
    """The commands by name."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names, as help lists them."""
        return sorted(_COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The command of a name, if there is one."""
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
        from quiz.cli.play_commands import preferences_of, run

        run(choices, choices.shelf(), None, preferences_of(choices))


def main() -> None:
    """Run the command line; whatever a user can cause ends in one line, never in a traceback."""
    gc.set_threshold(_RARELY, 20, 20)
    show_what_can_be_shown()
    try:
        quiz(standalone_mode=True)
    except BrokenPipeError:
        # The reader of our output has gone, as `quiz list | head` does. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:  # a full disk under the output, say
        from quiz.bank.printable import printable

        what = f"{error.filename}: " if error.filename else "the output cannot be written: "
        click.echo(printable(f"Error: {what}{error.strerror or error}."), err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
