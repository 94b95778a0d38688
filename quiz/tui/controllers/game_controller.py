"""Games: begins them, resumes and discards them, and shows their results."""

from collections.abc import Callable

from msgspec.structs import replace
from textual.app import App

from quiz.bank.question import Question
from quiz.game.game import Setup, questions_of
from quiz.game.modes import CLASSIC
from quiz.records.game_setup import GameRequest, NothingToAskError, make_setup
from quiz.records.records import RecordsError
from quiz.records.session import Session, new_session, resumable, resume_session
from quiz.tui.controllers.library_controller import LibraryController
from quiz.tui.controllers.navigation import replace_screens
from quiz.tui.controllers.records_controller import RecordsController
from quiz.tui.controllers.settings_controller import SettingsController
from quiz.tui.notifications import notify_plain
from quiz.tui.screens.quiz_screen import QuizScreen


class GameController:
    """Begins games and follows them to their results."""

    def __init__(
        self,
        app: App[None],
        library: LibraryController,
        records: RecordsController,
        settings: SettingsController,
        clock: Callable[[], float],
    ) -> None:
        """Questions come from ``library``, games are saved in ``records``; ``clock`` gives monotonic seconds."""
        self._app = app
        self._library = library
        self._records = records
        self._settings = settings
        self._clock = clock
        self.last_mode = CLASSIC
        """The mode that was played last, which home picks to begin with."""

    # Begun

    async def start(self, setup: Setup, questions: tuple[Question, ...]) -> None:
        """Begin a game, with its questions as they are now."""
        now = await self._library.current_questions(questions)
        if now != questions:
            setup = replace(setup, bank=self._library.bank.digest)
        if now:
            self._play(setup, now)
        else:
            notify_plain(self._app, "Its questions are no longer in the bank.", setup.mode.name, "warning")

    def play(self, setup: Setup) -> None:
        """Begin a game of the bank as it was read last."""
        self._play(setup, questions_of(setup, self._library.bank))

    async def request(self, request: GameRequest) -> None:
        """Begin a game of a mode, or say why there is nothing to ask."""
        if (
            isinstance(self._app.screen, QuizScreen) and self._app.screen.in_game
        ):  # a key pressed twice begins one game
            return
        await self._library.refresh_bank()
        try:
            setup = self._open_setup(request)
        except NothingToAskError as error:
            notify_plain(self._app, str(error), request.mode.name)
            return
        self.play(setup)

    def _open_setup(self, request: GameRequest) -> Setup:
        """The setup of a requested game; where the records fail, of a game that is not saved."""
        records, bank = self._records, self._library.bank
        try:
            return make_setup(request, bank, records.records, records.now())
        except RecordsError as error:
            records.give_up(error)
            notify_plain(self._app, str(error), "Games are not saved", "warning")
            return make_setup(request, bank, None, records.now())

    async def ask_for_code(self) -> None:
        """Ask for a challenge code and play its game."""
        from quiz.tui.screens.dialogs.prompt import CodeDialog

        await self._library.refresh_bank()
        self._app.push_screen(CodeDialog(self._library.bank), self._play_code)

    def _play_code(self, code: str | None) -> None:
        from quiz.records.challenge import setup_from_code

        if code is not None:
            setup, warning = setup_from_code(self._library.bank, code)
            self.play(setup)
            if warning is not None:
                notify_plain(self._app, warning, "Challenge", "warning")

    # Interrupted

    def resume(self, game: str) -> None:
        """Resume an interrupted game by its id, or say why that cannot be."""
        records = self._records.records
        if records is None:
            return
        try:
            kept = records.open_game(game)
            if kept is None:
                notify_plain(self._app, "It has been ended in another window.", "Nothing to resume", "warning")
            elif not resumable(kept, self._library.bank):
                notify_plain(self._app, "Not all of its questions are in play now.", "Nothing to resume", "warning")
            else:
                order = self._settings.settings.options
                self._show(resume_session(kept, self._library.bank, records, self._clock, order=order))
        except RecordsError as error:
            notify_plain(self._app, str(error), "The game cannot be resumed", "error")

    def discard(self, game: str) -> None:
        """Discard an interrupted game by its id; it stays in the history as far as it went."""
        records = self._records.records
        if records is None:
            return
        try:
            records.end(game, "dropped", self._records.now())
        except RecordsError as error:
            notify_plain(self._app, str(error), "The game cannot be discarded", "error")

    # Over

    def show_results(self, session: Session) -> None:
        """Show what a game came to."""
        from quiz.tui.screens.results.open_results import results_screen

        records = self._records
        screen = results_screen(session, self._library.bank, records.records, records.now())
        replace_screens(self._app, screen)

    def _play(self, setup: Setup, questions: tuple[Question, ...]) -> None:
        self.last_mode = setup.mode
        order = self._settings.settings.options
        self._show(new_session(setup, questions, self._records.records, self._clock, order=order))

    def _show(self, session: Session) -> None:
        from quiz.records.standings import ghost_of
        from quiz.tui.screens.play.play_screen import PlayScreen

        ghost = ghost_of(session, self._records.records)
        timer = self._settings.settings.timer
        replace_screens(self._app, PlayScreen(session, self._library.bank, ghost, timer=timer))
