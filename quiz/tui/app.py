"""The app: holds the bank and the records, and moves between screens as their messages ask."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quiz.bank.bank import Bank
from quiz.bank.shelf import Shelf
from quiz.game.game import Setup, questions_of
from quiz.game.mode import CLASSIC
from quiz.game.wording import GAMES_NOT_SAVED
from quiz.records.kept import KeptGame
from quiz.records.opening import NothingToAskError, Wish, how_many, open_setup
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session, interrupted, new_session, resumable, resume_session
from quiz.settings.kept import Preferences
from quiz.tui.messages import DropGame, GameOver, GoHome, Parting, ReadSource, ResumeGame, StartGame, WantGame
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.writing import WritingApp


def _now() -> datetime:
    return datetime.now(UTC)


class QuizApp(WritingApp):
    """Trivia you can check."""

    TITLE = "Quiz"
    CSS_PATH = "quiz.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?", id="app.help"),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        bank: Bank,
        records: Records | None = None,
        *,
        shelf: Shelf | None = None,
        trouble: str | None = None,
        setup: Setup | None = None,
        warning: str | None = None,
        first: ReadSource | None = None,
        preferences: Preferences | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = _now,
    ) -> None:
        """A game over ``bank``, which was read from a ``shelf``, or stays as it is.

        Without ``records`` nothing is kept, and ``trouble`` says why. With a ``setup`` the app begins with that game,
        saying ``warning`` if there is one; with a ``first`` wish it opens that over the home screen. Without
        ``preferences``, all settings are as they come. ``clock`` gives monotonic seconds, ``wall`` the date.
        """
        super().__init__(bank, shelf, preferences)
        self.records = records
        self.trouble = trouble
        self.clock = clock
        self._wall = wall
        self._last_mode = CLASSIC
        self.parting_words: str | None = None
        """What is printed when the app has ended, on the player's request."""
        self._setup = setup
        self._warning = warning
        self._first = first

    def get_default_screen(self) -> Screen[None]:
        """Everything else lies over the home screen; where a game was asked for, home is made when it is gone to."""
        return self._home() if self._setup is None else Screen()

    def on_mount(self) -> None:
        """Open the game that was asked for."""
        if self.records is not None:
            self.records.tell(partial(self.tell, title="Records", severity="warning"))
        if self._setup is not None:
            setup = self._setup
            if self._about_records:  # home, which says so, is not seen before the game
                self.tell(self._about_records, "Records", "warning")
            self._play(StartGame(setup, questions_of(setup, self.bank)))
        if self._warning is not None:
            self.tell(self._warning, "Challenge", "warning")
        if self._first is not None:
            self.post_message(self._first)

    @on(StartGame)
    async def start_game(self, message: StartGame) -> None:
        """Begin a game, with its questions as they are now."""
        message = await self.renewed(message)
        if message.questions:
            self._play(message)
        else:
            self.tell("Its questions are no longer in the bank.", message.setup.mode.name, "warning")

    @on(WantGame)
    async def open_game(self, message: WantGame) -> None:
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

    def _open_setup(self, wish: Wish) -> Setup:
        """The setup of a wish; where the records fail, of a game that is not kept."""
        try:
            return open_setup(wish, self.bank, self.records, self._wall())
        except RecordsError as error:
            self.records, self.trouble = None, str(error)
            self.tell(self.trouble, "Games are not saved", "warning")
            return open_setup(wish, self.bank, None, self._wall())

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

    @on(DropGame)
    def drop_game(self, message: DropGame) -> None:
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
        from quiz.tui.aftermath import results_screen

        self._replace(results_screen(message.session, self.bank, self.records, self._wall()))

    @on(GoHome)
    def go_home(self) -> None:
        """Leave whatever is open for the home screen, as it is now."""
        self._replace(self._home())

    def action_records(self) -> None:
        """Show the player's records."""
        from quiz.records.overview import overview
        from quiz.tui.screens.records import RecordsScreen

        if self.records is None:
            self.tell(self.trouble or "Nothing is kept.", "No records", "warning")
            return
        try:
            whole = overview(self.records, self._wall())
        except RecordsError as error:
            self.tell(str(error), "No records", "error")
            return
        self.push_screen(RecordsScreen(self.bank, whole, self.settings.options))

    async def action_enter_code(self) -> None:
        """Ask for a challenge code and play its game."""
        from quiz.tui.screens.ask import CodeScreen

        await self.look()
        self.push_screen(CodeScreen(self.bank), self._play_code)

    def _play_code(self, code: str | None) -> None:
        from quiz.records.challenge import challenge

        if code is not None:
            setup, warning = challenge(self.bank, code)
            self._play(StartGame(setup, questions_of(setup, self.bank)))
            if warning is not None:
                self.tell(warning, "Challenge", "warning")

    def action_choose_player(self) -> None:
        """Ask who is playing."""
        from quiz.tui.screens.ask import PlayerScreen

        if self.records is None:
            self.tell(self.trouble or "Nothing is kept.", "No players", "warning")
            return
        try:
            known = self.records.players()
        except RecordsError as error:
            self.tell(str(error), "No players", "error")
            return
        self.push_screen(PlayerScreen(known), self._become)

    def _become(self, name: str | None) -> None:
        from quiz.records.player import player_name

        if name is not None and self.records is not None:
            self.records.player = player_name(name)
            self.post_message(GoHome())

    async def action_quit(self) -> None:
        """End the app; what was typed and not saved is lost only if its author says so."""
        from quiz.tui.screens.sure import SureScreen, sure_to_leave

        unsaved = next((one.unsaved for one in self.screen_stack if isinstance(one, QuizScreen) and one.unsaved), "")
        if not unsaved:
            self.exit()
        elif not isinstance(self.screen, SureScreen):
            self.push_screen(sure_to_leave(unsaved), self._quit)

    def _quit(self, leaving: bool | None) -> None:
        if leaving:
            self.exit()

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        from quiz.tui.screens.help import HelpScreen, offered_keys

        self.push_screen(HelpScreen(offered_keys(self)))

    def _play(self, message: StartGame) -> None:
        self._last_mode = message.setup.mode
        order = self.settings.options
        self._show(new_session(message.setup, message.questions, self.records, self.clock, order=order))

    def _show(self, session: Session) -> None:
        from quiz.records.standing import ghost_of
        from quiz.tui.screens.play import PlayScreen

        ghost = ghost_of(session, self.records)
        self._replace(PlayScreen(session, self.bank, ghost, timer=self.settings.timer))

    @on(Parting)
    def print_at_exit(self, message: Parting) -> None:
        """Remember what is to be printed when the app has ended."""
        self.parting_words = message.words

    def _replace(self, screen: QuizScreen) -> None:
        """Put a screen in the place of all that lies over the first one, which Textual lets nobody take away."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _home(self) -> HomeScreen:
        player = self.records.player if self.records else ""
        waiting = partial(how_many, records=self.records, wall=self._wall)
        return HomeScreen(
            self.bank, self._interrupted(), self._about_records, player, mode=self._last_mode, waiting=waiting,
            shelf=self.shelf, settings=self.settings, unsettled=self.unsettled,
        )  # fmt: skip

    @property
    def _about_records(self) -> str:
        """Why nothing is kept, or what became of damaged records; empty where all is well."""
        if self.trouble is not None:
            return f"{GAMES_NOT_SAVED} {self.trouble}"
        return (self.records.set_aside if self.records else None) or ""

    def _interrupted(self) -> KeptGame | None:
        try:
            return interrupted(self.records, self.bank, self._wall()) if self.records else None
        except RecordsError as error:
            self.records, self.trouble = None, str(error)
            return None
