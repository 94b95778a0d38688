"""The app: holds the bank and the records, and moves between screens as their messages ask."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel

from quiz.bank.bank import Bank
from quiz.bank.printable import printable
from quiz.game.game import Setup, questions_of
from quiz.game.mode import CLASSIC
from quiz.records.kept import KeptGame
from quiz.records.opening import NothingToAskError, Wish, how_many, open_setup
from quiz.records.overview import overview
from quiz.records.player import player_name
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session, is_timed, new_session, resumable, resume_session
from quiz.records.standing import ghost_of
from quiz.tui.challenge import challenge
from quiz.tui.messages import DropGame, GameOver, GoHome, Parting, ResumeGame, StartGame, WantGame
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.theme import THEMES

_BROKEN_OFF = timedelta(days=1)
"""A game against time that was begun longer ago was broken off: the longest clock has an hour."""


def _now() -> datetime:
    return datetime.now(UTC)


class QuizApp(App[None]):
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
        trouble: str | None = None,
        setup: Setup | None = None,
        warning: str | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = _now,
    ) -> None:
        """A game over ``bank``.

        Without ``records`` nothing is kept, and ``trouble`` says why. With a ``setup`` the app begins with that game,
        saying ``warning`` if there is one. ``clock`` gives monotonic seconds, ``wall`` the date.
        """
        super().__init__()
        self.bank = bank
        self.records = records
        self.trouble = trouble
        self.clock = clock
        self._wall = wall
        self._last_mode = CLASSIC
        self.parting_words: str | None = None
        """What is printed when the app has ended, on the player's request."""
        self._setup = setup
        self._warning = warning
        for theme in THEMES:
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = THEMES[0].name

    def on_mount(self) -> None:
        """Open the home screen, and the game over it that was asked for."""
        self.push_screen(self._home())
        if self._setup is not None:
            setup = self._setup
            self._play(StartGame(setup, questions_of(setup, self.bank.questions)))
        if self._warning is not None:
            self.tell(self._warning, "Challenge", "warning")

    @on(StartGame)
    def start_game(self, message: StartGame) -> None:
        """Begin a game."""
        self._play(message)

    @on(WantGame)
    def open_game(self, message: WantGame) -> None:
        """Begin a game of a mode, or say why there is nothing to ask."""
        if isinstance(self.screen, PlayScreen):  # a key pressed twice begins one game
            return
        try:
            setup = self._open_setup(message.wish)
        except NothingToAskError as error:
            self.tell(str(error), message.wish.mode.name)
            return
        self._play(StartGame(setup, questions_of(setup, self.bank.questions)))

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
            else:
                self._show(resume_session(kept, self.bank, self.records, self.clock))
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
        self._replace(self._home(), home=True)

    def tell(self, message: str, title: str, severity: SeverityLevel = "information") -> None:
        """Say something at the edge of the screen; it may hold words of a pack or a path, which are not markup."""
        self.notify(printable(message), title=title, severity=severity, markup=False)

    def action_records(self) -> None:
        """Show the player's records."""
        from quiz.tui.screens.records import RecordsScreen

        if self.records is None:
            self.tell(self.trouble or "Nothing is kept.", "No records", "warning")
            return
        try:
            whole = overview(self.records, self._wall())
        except RecordsError as error:
            self.tell(str(error), "No records", "error")
            return
        self.push_screen(RecordsScreen(self.bank, whole))

    def action_enter_code(self) -> None:
        """Ask for a challenge code and play its game."""
        from quiz.tui.screens.ask import CodeScreen

        self.push_screen(CodeScreen(self.bank), self._play_code)

    def _play_code(self, code: str | None) -> None:
        if code is not None:
            setup, warning = challenge(self.bank, code)
            self._play(StartGame(setup, questions_of(setup, self.bank.questions)))
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
        if name is not None and self.records is not None:
            self.records.player = player_name(name)
            self.post_message(GoHome())

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        from quiz.tui.screens.help import HelpScreen

        keys: dict[str, tuple[str, str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.id is not None and active.enabled:  # Textual's own bindings for scrolling have no ids
                what = binding.group.description if binding.group else binding.description
                shown, _ = keys.get(what, ("", ""))
                key = self.get_key_display(binding)
                keys[what] = (shown if key in shown.split() else f"{shown} {key}".strip(), what)
        self.push_screen(HelpScreen(list(keys.values())))

    def _play(self, message: StartGame) -> None:
        self._last_mode = message.setup.mode
        self._show(new_session(message.setup, message.questions, self.records, self.clock))

    def _show(self, session: Session) -> None:
        self._replace(PlayScreen(session, self.bank, ghost_of(session, self.records)))

    @on(Parting)
    def print_at_exit(self, message: Parting) -> None:
        """Remember what is to be printed when the app has ended."""
        self.parting_words = message.words

    def _replace(self, screen: QuizScreen, *, home: bool = False) -> None:
        """Put a screen over home, in place of whatever lies there."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if home:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _home(self) -> HomeScreen:
        player = self.records.player if self.records else ""
        interrupted = self._interrupted()
        waiting = partial(how_many, records=self.records, wall=self._wall)
        return HomeScreen(self.bank, interrupted, self.trouble, player, mode=self._last_mode, waiting=waiting)

    def _interrupted(self) -> KeptGame | None:
        """The latest game that can be resumed; games against time that nobody can be playing any more are closed."""
        if self.records is None:
            return None
        try:
            kept = self.records.interrupted()
            for game in kept:
                if is_timed(game) and self._wall() - game.started_at > _BROKEN_OFF:
                    self.records.end(game.id, "dropped", self._wall())
        except RecordsError as error:
            self.records, self.trouble = None, str(error)
            return None
        return next((game for game in kept if resumable(game, self.bank)), None)
