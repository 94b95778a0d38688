"""The app: holds the bank and the records, and moves between screens as their messages ask."""

import time
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType

from quiz.bank.bank import Bank
from quiz.game.game import Setup
from quiz.game.selection import draw, matching
from quiz.records.kept import KeptGame
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session, new_session, resumable, resume_session
from quiz.tui.messages import DropGame, GameOver, GoHome, ResumeGame, StartGame
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.theme import THEMES


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
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """A game over ``bank``.

        Without ``records`` nothing is kept, and ``trouble`` says why. With a ``setup`` the app begins with that game
        instead of the home screen. ``clock`` gives monotonic seconds.
        """
        super().__init__()
        self.bank = bank
        self.records = records
        self.trouble = trouble
        self.clock = clock
        self._setup = setup
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_mount(self) -> None:
        """Open the home screen, and the game over it that was asked for."""
        self.push_screen(self._home())
        if self._setup is not None:
            setup = self._setup
            self._play(StartGame(setup, draw(matching(self.bank.questions, setup.filters), setup.seed, setup.length)))

    @on(StartGame)
    def start_game(self, message: StartGame) -> None:
        """Begin a game."""
        self._play(message)

    @on(ResumeGame)
    def resume_game(self) -> None:
        """Take up the interrupted game, or say why that cannot be."""
        kept = self._interrupted()
        if kept is None or self.records is None:
            return
        try:
            self._show(resume_session(kept, self.bank, self.records, self.clock))
        except RecordsError as error:
            self.notify(str(error), title="The game cannot be resumed", severity="error", markup=False)

    @on(DropGame)
    def drop_game(self) -> None:
        """Give the interrupted game up; it stays in the history as far as it went."""
        from datetime import UTC, datetime

        kept = self._interrupted()
        if kept is None or self.records is None:
            return
        try:
            self.records.end(kept.id, "dropped", datetime.now(UTC))
        except RecordsError as error:
            self.notify(str(error), title="The game cannot be dropped", severity="error", markup=False)

    @on(GameOver)
    def show_results(self, message: GameOver) -> None:
        """Show what the game came to."""
        from quiz.tui.screens.results import ResultsScreen

        self._replace(ResultsScreen(message.session, self.bank))

    @on(GoHome)
    def go_home(self) -> None:
        """Leave whatever is open for the home screen, as it is now."""
        self._replace(self._home(), home=True)

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
        self._show(new_session(message.setup, message.questions, self.records, self.clock))

    def _show(self, session: Session) -> None:
        self._replace(PlayScreen(session, self.bank))

    def _replace(self, screen: QuizScreen, *, home: bool = False) -> None:
        """Put a screen over home, in place of whatever lies there."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if home:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _home(self) -> HomeScreen:
        return HomeScreen(self.bank, self._interrupted(), self.trouble)

    def _interrupted(self) -> KeptGame | None:
        if self.records is None:
            return None
        try:
            kept = self.records.interrupted()
        except RecordsError as error:
            self.records, self.trouble = None, str(error)
            return None
        return kept if kept is not None and resumable(kept, self.bank) else None
