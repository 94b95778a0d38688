"""What the app does about games: begins them, takes them up and drops them, and shows what they came to."""

from collections.abc import Callable
from datetime import datetime

from textual import on

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.game.game import Setup, questions_of
from quiz.game.modes import CLASSIC
from quiz.records.game_setup import GameRequest, NothingToAskError, make_setup
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session, new_session, resumable, resume_session
from quiz.settings.store import Preferences
from quiz.tui.controllers.author_controller import WritingApp
from quiz.tui.messages import DiscardGame, GameOver, RequestGame, ResumeGame, StartGame
from quiz.tui.screens.quiz_screen import QuizScreen


class PlayingApp(WritingApp):
    """An app in which games are played, and kept in records if there are any."""

    def __init__(
        self,
        bank: Bank,
        shelf: PackLibrary | None,
        preferences: Preferences | None,
        records: Records | None,
        trouble: str | None,
        clock: Callable[[], float],
        wall: Callable[[], datetime],
    ) -> None:
        """Without ``records`` nothing is kept, and ``trouble`` says why; the clocks are those of ``QuizApp``."""
        super().__init__(bank, shelf, preferences)
        self.records = records
        self.trouble = trouble
        self.clock = clock
        self._wall = wall
        self._last_mode = CLASSIC

    @on(StartGame)
    async def start_game(self, message: StartGame) -> None:
        """Begin a game, with its questions as they are now."""
        message = await self.renewed(message)
        if message.questions:
            self._play(message)
        else:
            self.tell("Its questions are no longer in the bank.", message.setup.mode.name, "warning")

    @on(RequestGame)
    async def open_game(self, message: RequestGame) -> None:
        """Begin a game of a mode, or say why there is nothing to ask."""
        if isinstance(self.screen, QuizScreen) and self.screen.in_game:  # a key pressed twice begins one game
            return
        await self.look()
        try:
            setup = self._open_setup(message.wish)
        except NothingToAskError as error:
            self.tell(str(error), message.wish.mode.name)
            return
        self._play(StartGame(setup, questions_of(setup, self.bank)))

    def _open_setup(self, wish: GameRequest) -> Setup:
        """The setup of a wish; where the records fail, of a game that is not kept."""
        try:
            return make_setup(wish, self.bank, self.records, self._wall())
        except RecordsError as error:
            self.records, self.trouble = None, str(error)
            self.tell(self.trouble, "Games are not saved", "warning")
            return make_setup(wish, self.bank, None, self._wall())

    @on(ResumeGame)
    def resume_game(self, message: ResumeGame) -> None:
        """Take up an interrupted game, or say why that cannot be."""
        if self.records is None:
            return
        try:
            kept = self.records.open_game(message.game)
            if kept is None:
                self.tell("It has been ended in another window.", "Nothing to resume", "warning")
            elif not resumable(kept, self.bank):
                self.tell("Not all of its questions are in play now.", "Nothing to resume", "warning")
            else:
                order = self.settings.options
                self._show(resume_session(kept, self.bank, self.records, self.clock, order=order))
        except RecordsError as error:
            self.tell(str(error), "The game cannot be resumed", "error")

    @on(DiscardGame)
    def drop_game(self, message: DiscardGame) -> None:
        """Give an interrupted game up; it stays in the history as far as it went."""
        if self.records is None:
            return
        try:
            self.records.end(message.game, "dropped", self._wall())
        except RecordsError as error:
            self.tell(str(error), "The game cannot be dropped", "error")

    @on(GameOver)
    def show_results(self, message: GameOver) -> None:
        """Show what the game came to."""
        from quiz.tui.screens.results.open_results import results_screen

        self._replace(results_screen(message.session, self.bank, self.records, self._wall()))

    async def action_enter_code(self) -> None:
        """Ask for a challenge code and play its game."""
        from quiz.tui.screens.dialogs.prompt import CodeDialog

        await self.look()
        self.push_screen(CodeDialog(self.bank), self._play_code)

    def _play_code(self, code: str | None) -> None:
        from quiz.records.challenge import setup_from_code

        if code is not None:
            setup, warning = setup_from_code(self.bank, code)
            self._play(StartGame(setup, questions_of(setup, self.bank)))
            if warning is not None:
                self.tell(warning, "Challenge", "warning")

    def _play(self, message: StartGame) -> None:
        self._last_mode = message.setup.mode
        order = self.settings.options
        self._show(new_session(message.setup, message.questions, self.records, self.clock, order=order))

    def _show(self, session: Session) -> None:
        from quiz.records.standings import ghost_of
        from quiz.tui.screens.play.play_screen import PlayScreen

        ghost = ghost_of(session, self.records)
        self._replace(PlayScreen(session, self.bank, ghost, timer=self.settings.timer))

    def _replace(self, screen: QuizScreen) -> None:
        """Put a screen in the place of all that lies over the first one, which Textual lets nobody take away."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
