"""The commands that run the app or plain mode: `quiz play` starts a game, `quiz new` opens an article."""

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from quiz.cli import completion
from quiz.cli.context import EXIT_MISUSE, CliContext, CommandError, common_options
from quiz.cli.filter_options import filter_options
from quiz.cli.lazy_help import LazyHelpOption, mode_help
from quiz.cli.output import is_dumb, is_terminal
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
              cls=LazyHelpOption, make_help=mode_help)  # fmt: skip
@click.option(
    "--questions",
    type=click.IntRange(LENGTHS.least, LENGTHS.most),
    metavar="N",
    help="How many questions the game has.",
)
@click.option(
    "--seconds", type=int, metavar="N", help=f"The clock of timed or proof, from {CLOCKS.least} to {CLOCKS.most}."
)
@filter_options
@click.option("--seed", metavar="N", help="The same seed gives the same game.")
@click.option(
    "--code", metavar="CODE", help="Play the game of a challenge code; other options that choose a game are ignored."
)
@click.option("--plain", is_flag=True,
              help="Play line by line: for screen readers and pipes; automatic on dumb terminals.")  # fmt: skip
@click.pass_obj
def play(
    context: CliContext,
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

    library = context.library()
    try:
        request = request_for(library.bank, mode, Filters(**filters), questions, seconds, seed)
    except GameRequestError as error:
        raise CommandError(str(error)) from error
    plain = plain or (is_dumb() and is_terminal(sys.stdin, sys.stdout))
    preferences = context.preferences() if plain else screen_preferences(context)
    request = _with_usual_length(request, questions, seconds, preferences.settings)
    start = _run_plain if plain else run
    start(context, library, request if code is None else code, preferences)


@click.command()
@common_options
@settings_options(per_game=False)
@click.option("--source", metavar="S", shell_complete=completion.sources,
              help="The id of the article; without it, you select one.")  # fmt: skip
@click.pass_obj
def new(context: CliContext, source: str | None) -> None:
    """Open an article to write a question: select sentences, then press n."""
    from quiz.tui.messages import ReadSource

    library = context.library()
    sources = {known.id: known for known in library.bank.sources}
    if source is not None and source not in sources:
        raise CommandError(f"There is no source {source!r}. The sources: {', '.join(sources) or 'none'}.")
    if not sources:
        raise CommandError("The pack has no readable source. `quiz check` shows why.")
    first = ReadSource(sources[source] if source is not None else None)
    run(context, library, None, screen_preferences(context), first)


def screen_preferences(context: CliContext) -> "Preferences":
    """The settings, checked against the themes and bindings of the app."""
    from quiz.tui.setting_validators import screen_validators

    return context.preferences(screen_validators())


def _with_usual_length(
    request: "GameRequest", questions: int | None, seconds: int | None, settings: "Settings"
) -> "GameRequest":
    """The request, with the length and the clock of the settings unless an option gives them."""
    from msgspec.structs import replace

    from quiz.settings.settings import usual_length, usual_seconds

    return replace(
        request,
        length=usual_length(request.mode, settings) if questions is None else request.length,
        seconds=usual_seconds(request.mode, settings) if seconds is None else request.seconds,
    )


def run(
    context: CliContext,
    library: "PackLibrary",
    game: "GameRequest | str | None",
    preferences: "Preferences",
    first: "ReadSource | None" = None,
) -> None:
    """Run the app, or print that the terminal cannot show it.

    ``game`` is the game to start: a request, a challenge code, or None for the home screen. ``first`` is a message
    that opens an article.
    """
    from quiz.records.challenge import GameRequestError
    from quiz.tui.launch import run_app

    reason = None
    if not is_terminal(sys.stdin, sys.stdout, sys.stderr):  # Textual draws on stderr
        reason = "quiz needs a terminal to play in; `quiz play --plain`, `quiz list` and `quiz check` do without one."
    elif is_dumb():
        reason = "quiz cannot draw on a dumb terminal; `quiz play` plays line by line on it."
    if reason is not None:
        click.echo(reason, err=True)
        sys.exit(EXIT_MISUSE)
    try:
        message = run_app(
            library.bank, context.records, game, library=library, read_source=first, preferences=preferences
        )
    except GameRequestError as error:
        raise CommandError(str(error)) from error
    if message:
        click.echo(message)


def _run_plain(
    context: CliContext, library: "PackLibrary", game: "GameRequest | str", preferences: "Preferences"
) -> None:
    from quiz.plain.console import Console
    from quiz.plain.plain_game import run_plain
    from quiz.records.challenge import GameRequestError

    source = None if sys.stdin is None else sys.stdin.fileno()  # None if the process was started without one
    console = Console(source, partial(click.echo, nl=False), echoes=is_terminal(sys.stdin, sys.stdout))
    try:
        run_plain(library.bank, context.records, game, console, preferences=preferences)
    except GameRequestError as error:
        raise CommandError(str(error)) from error
