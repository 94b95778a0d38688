"""Starting the app: from what was asked for on the command line to a running game."""

from collections.abc import Callable

from quiz.bank.bank import Bank
from quiz.game.game import Setup
from quiz.game.mode import MODES
from quiz.game.selection import Filters, matching
from quiz.records.records import Records, RecordsError
from quiz.tui.again import new_seed


class Misuse(Exception):  # noqa: N818 - not a fault of the program
    """What was asked for cannot be had; the message says what can."""


def setup_for(bank: Bank, mode: str, filters: Filters, questions: int | None, seed: str | None) -> Setup:
    """The setup of a game that was asked for by its words.

    Raises:
        Misuse: there is no such mode, topic or source, or no question passes the filters.
    """
    if mode not in MODES:
        raise Misuse(f"There is no mode {mode!r}. The modes: {', '.join(MODES)}.")
    topics = {topic.casefold() for topic in bank.topics}
    sources = [source.id for source in bank.sources]
    for topic in filters.topics:
        if topic.casefold() not in topics:
            raise Misuse(f"There is no topic {topic!r}. The topics: {', '.join(bank.topics)}.")
    for source in filters.sources:
        if source not in sources:
            raise Misuse(f"There is no source {source!r}. The sources: {', '.join(sources)}.")
    if not bank.questions:
        raise Misuse("The bank has no question that can be played. `quiz check` says why.")
    if not matching(bank.questions, filters):
        raise Misuse("No question passes all of these filters. Leave one out.")
    chosen = MODES[mode]
    length = chosen.length if questions is None else questions
    return Setup(mode=chosen, seed=seed or new_seed(), filters=filters, length=length, bank=bank.digest)


def run_app(bank: Bank, open_records: Callable[[], Records], setup: Setup | None = None) -> None:
    """Run the app until the player leaves; without records, where they cannot be opened."""
    from quiz.tui.app import QuizApp

    records, trouble = None, None
    try:
        records = open_records()
    except RecordsError as error:
        trouble = str(error)
    try:
        QuizApp(bank, records, trouble=trouble, setup=setup).run()
    finally:
        if records is not None:
            records.close()
