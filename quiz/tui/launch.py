"""Starts the app for the command line."""

import gc
from collections.abc import Callable

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.records.game_request import records_or_none, setup_for
from quiz.records.game_setup import GameRequest
from quiz.records.records import Records
from quiz.settings.store import Preferences
from quiz.tui.messages import ReadSource


def run_app(
    bank: Bank,
    open_records: Callable[[], Records],
    request: GameRequest | str | None = None,
    *,
    library: PackLibrary | None = None,
    read_source: ReadSource | None = None,
    preferences: Preferences | None = None,
) -> str | None:
    """Run the app until the player quits.

    Args:
        bank: The questions to play and browse.
        open_records: Opens the records. If it fails, no game is saved and the app says why.
        request: A game to start at once, or its challenge code.
        library: The packs that ``bank`` was loaded from. If None, the bank never changes.
        read_source: The article to open on top of the home screen.
        preferences: The player's settings. If None, all settings have their defaults.

    Returns:
        Text to print after the app has ended, if the player asked for it.

    Raises:
        GameRequestError: The requested game cannot be played.
    """
    from quiz.tui.app import QuizApp

    with records_or_none(open_records) as (records, records_error):
        setup, setup_warning = (None, None) if request is None else setup_for(bank, records, request)
        app = QuizApp(
            bank, records, library=library, records_error=records_error, setup=setup, setup_warning=setup_warning,
            read_source=read_source, preferences=preferences,
        )  # fmt: skip
        gc.freeze()  # modules and packs stay in memory: collecting them repeatedly would delay key presses
        app.run()
        return app.exit_text
