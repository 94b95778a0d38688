"""Starts the app with what the command line asked for."""

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
    wanted: GameRequest | str | None = None,
    *,
    shelf: PackLibrary | None = None,
    first: ReadSource | None = None,
    preferences: Preferences | None = None,
) -> str | None:
    """Run the app until the player leaves; without records, where they cannot be opened.

    ``bank`` was read from ``shelf``; without one, it never changes. ``wanted`` is the game to begin with, or its
    challenge code. ``first`` is the article to open over the home screen. Without ``preferences``, all settings have
    their defaults.

    Returns:
        What the player asked to have printed at the end, if anything.

    Raises:
        GameRequestError: the game that was wanted cannot be played.
    """
    from quiz.tui.app import QuizApp

    with records_or_none(open_records) as (records, trouble):
        setup, warning = (None, None) if wanted is None else setup_for(bank, records, wanted)
        app = QuizApp(
            bank, records, shelf=shelf, trouble=trouble, setup=setup, warning=warning, first=first,
            preferences=preferences,
        )  # fmt: skip
        gc.freeze()  # what was imported and read stays: looking through it again and again is felt at a key press
        app.run()
        return app.parting_words
