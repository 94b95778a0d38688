"""Games: starts, resumes and discards them, and shows their results."""

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
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.quiz_screen import QuizScreen


class GameController:
    """Starts, resumes and discards games, and shows their results."""

    def __init__(
        self,
        app: App[None],
        library: LibraryController,
        records: RecordsController,
        settings: SettingsController,
        clock: Callable[[], float],
    ) -> None:
        """Questions come from ``library``, games are saved in ``records``; ``clock`` returns monotonic seconds."""
        self._app = app
        self._library = library
        self._records = records
        self._settings = settings
        self._clock = clock
        self.last_mode = CLASSIC
        """The mode of the latest game, which the home screen selects at first."""

    # Starting

    async def start(self, setup: Setup, questions: tuple[Question, ...]) -> None:
        """Start a game with the current versions of its questions."""
        now = await self._library.current_questions(questions)
        if now != questions:
            setup = replace(setup, bank=self._library.bank.digest)
        if now:
            self._play(setup, now)
        else:
            notify_plain(self._app, "Its questions are no longer in the bank.", setup.mode.name, "warning")

    def play(self, setup: Setup) -> None:
        """Start a game without reloading the bank. If it is practice, say so."""
        if not setup.scored:
            from quiz.records.summary import UNSCORED  # most games are started from the home screen

            notify_plain(self._app, f"{UNSCORED.capitalize()}.", setup.mode.name)
        self._play(setup, questions_of(setup, self._library.bank))

    async def request(self, request: GameRequest) -> None:
        """Start a game of a mode, or show why there is nothing to ask."""
        if isinstance(self._app.screen, QuizScreen) and self._app.screen.in_game:  # the key was pressed twice
            return
        await self._library.refresh_bank()
        try:
            setup = self._open_setup(request)
        except NothingToAskError as error:
            notify_plain(self._app, str(error), request.mode.name)
            return
        if isinstance(self._app.screen, HomeScreen):  # which has said that it is practice, if it is
            self._play(setup, questions_of(setup, self._library.bank))
        else:
            self.play(setup)

    def _open_setup(self, request: GameRequest) -> Setup:
        """Return the setup of a requested game. If the records fail, the game is not saved."""
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

    # Interrupted games

    def resume(self, game: str) -> None:
        """Resume an interrupted game by its id, or show why it cannot be resumed."""
        records = self._records.records
        if records is None:
            return
        try:
            record = records.open_game(game)
            if record is None:
                reason = "The game was ended in another window."
                notify_plain(self._app, reason, "Nothing to resume", "warning")
            elif not resumable(record, self._library.bank):
                reason = "Some of its questions are not in the selected packs."
                notify_plain(self._app, reason, "Nothing to resume", "warning")
            else:
                order = self._settings.settings.options
                self._show(resume_session(record, self._library.bank, records, self._clock, order=order))
        except RecordsError as error:
            notify_plain(self._app, str(error), "The game cannot be resumed", "error")

    def discard(self, game: str) -> None:
        """Discard an interrupted game by its id. The questions answered so far stay in the history."""
        records = self._records.records
        if records is None:
            return
        try:
            records.end(game, "dropped", self._records.now())
        except RecordsError as error:
            notify_plain(self._app, str(error), "The game cannot be discarded", "error")

    # Results

    def show_results(self, session: Session) -> None:
        """Show the results of a game."""
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
        replace_screens(self._app, PlayScreen(session, ghost, timer=timer))
