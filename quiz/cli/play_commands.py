"""The commands that start a game, on a screen or line by line, and the one that opens an article."""

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from quiz.cli import completion
from quiz.cli.context import MISUSE, CliContext, Refused, common_options
from quiz.cli.late_help import LateHelp, mode_help
from quiz.cli.output import is_dumb, is_terminal
from quiz.cli.question_filters import filtered
from quiz.cli.settings_options import settings_options
from quiz.settings.settings import CLOCKS, LENGTHS

if TYPE_CHECKING:
    from quiz.bank.pack_library import PackLibrary
    from quiz.records.game_setup import GameRequest
    from quiz.settings.settings import Settings
    from quiz.settings.store import Preferences
    from quiz.tui.messages import ReadSource


@click.command()
@common_options
@settings_options(per_game=False)
@click.option("--mode", default="classic", metavar="M", show_default=True, shell_complete=completion.modes,
              cls=LateHelp, make_help=mode_help)  # fmt: skip
@click.option(
    "--questions", type=click.IntRange(LENGTHS.least, LENGTHS.most), metavar="N", help="How many questions."
)
@click.option(
    "--seconds", type=int, metavar="N", help=f"The clock of a timed game, from {CLOCKS.least} to {CLOCKS.most}."
)
@filtered
@click.option("--seed", metavar="N", help="The same seed gives the same game.")
@click.option(
    "--code", metavar="CODE", help="Play the game of a challenge code; other options that choose a game are ignored."
)
@click.option("--plain", is_flag=True,
              help="Play line by line: for screen readers and pipes; automatic on dumb terminals.")  # fmt: skip
@click.pass_obj
def play(
    choices: CliContext,
    /,
    mode: str,
    questions: int | None,
    seconds: int | None,
    seed: str | None,
    code: str | None,
    plain: bool,
    **filters: tuple[str, ...],
) -> None:
    """Start a game at once, without the home screen."""
    from quiz.game.deal import Filters
    from quiz.records.challenge import GameRequestError
    from quiz.records.game_request import request_for

    shelf = choices.shelf()
    try:
        wish = request_for(shelf.bank, mode, Filters(**filters), questions, seconds, seed)
    except GameRequestError as error:
        raise Refused(str(error)) from error
    plain = plain or (is_dumb() and is_terminal(sys.stdin, sys.stdout))
    preferences = choices.preferences() if plain else screen_preferences(choices)
    wish = _with_usual_length(wish, questions, seconds, preferences.settings)
    begin = _run_plain if plain else run
    begin(choices, shelf, wish if code is None else code, preferences)


@click.command()
@common_options
@settings_options(per_game=False)
@click.option("--source", metavar="S", shell_complete=completion.sources,
              help="The id of the article; if not given, you choose one.")  # fmt: skip
@click.pass_obj
def new(choices: CliContext, source: str | None) -> None:
    """Open an article to write a question: pick sentences, then press n."""
    from quiz.tui.messages import ReadSource

    shelf = choices.shelf()
    found = {one.id: one for one in shelf.bank.sources}
    if source is not None and source not in found:
        raise Refused(f"There is no source {source!r}. The sources: {', '.join(found) or 'none'}.")
    if not found:
        raise Refused("The pack has no source that can be read. `quiz check` says why.")
    first = ReadSource(found[source] if source is not None else None)
    run(choices, shelf, None, screen_preferences(choices), first)


def screen_preferences(choices: CliContext) -> "Preferences":
    """The settings, checked by everything that the screens know."""
    from quiz.tui.setting_validators import screen_validators

    return choices.preferences(screen_validators())


def _with_usual_length(
    wish: "GameRequest", questions: int | None, seconds: int | None, settings: "Settings"
) -> "GameRequest":
    """The game with the length and the clock of the settings, where no option gives them."""
    from msgspec.structs import replace

    from quiz.settings.settings import usual_length, usual_seconds

    return replace(
        wish,
        length=usual_length(wish.mode, settings) if questions is None else wish.length,
        seconds=usual_seconds(wish.mode, settings) if seconds is None else wish.seconds,
    )


def run(
    choices: CliContext,
    shelf: "PackLibrary",
    wanted: "GameRequest | str | None",
    preferences: "Preferences",
    first: "ReadSource | None" = None,
) -> None:
    """Run the app in the terminal, or report that there is none."""
    from quiz.records.challenge import GameRequestError
    from quiz.tui.launch import run_app

    why = None
    if not is_terminal(sys.stdin, sys.stdout, sys.stderr):  # Textual draws on stderr
        why = "quiz needs a terminal to play in; `quiz play --plain`, `quiz list` and `quiz check` do without one."
    elif is_dumb():
        why = "quiz cannot draw on this terminal, which says it is dumb; `quiz play` plays line by line on it."
    if why is not None:
        click.echo(why, err=True)
        sys.exit(MISUSE)
    try:
        last_words = run_app(
            shelf.bank, choices.records, wanted, library=shelf, read_source=first, preferences=preferences
        )  # fmt: skip
    except GameRequestError as error:
        raise Refused(str(error)) from error
    if last_words:
        click.echo(last_words)


def _run_plain(
    choices: CliContext, shelf: "PackLibrary", wanted: "GameRequest | str", preferences: "Preferences"
) -> None:
    from quiz.plain.console import Console
    from quiz.plain.plain_game import run_plain
    from quiz.records.challenge import GameRequestError

    source = None if sys.stdin is None else sys.stdin.fileno()  # None if the process was started without one
    console = Console(source, partial(click.echo, nl=False), echoes=is_terminal(sys.stdin, sys.stdout))
    try:
        run_plain(shelf.bank, choices.records, wanted, console, preferences=preferences)
    except GameRequestError as error:
        raise Refused(str(error)) from error
