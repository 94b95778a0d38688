"""The play screen: renders a session's game and sends it events."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.game.events import Answer, Event, Next, Shown, Skip, Stop, Tick
from quiz.game.game import Game
from quiz.game.ghost import Curve
from quiz.game.phrases import NOT_SAVED
from quiz.game.result import current_streak
from quiz.records.session import Session
from quiz.tui import pack_text
from quiz.tui.messages import GameOver, GoHome
from quiz.tui.screens.article_reader.open_article import open_article
from quiz.tui.screens.dialogs.leave_game import LeaveGameDialog
from quiz.tui.screens.play.action_bar import ActionBar
from quiz.tui.screens.play.race_line import RaceLine
from quiz.tui.screens.play.score_bar import ScoreBar
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.answer_widget import AnswerWidget
from quiz.tui.widgets.footer import Footer
from quiz.tui.widgets.question_view import QuestionView

_TICK = 0.1
"""Seconds between two looks at the clock; it is redrawn only when it says something else."""


class PlayScreen(QuizScreen):
    """A game in play."""

    SHEETS = ("screens/play/play.tcss", "widgets/question_view.tcss")
    in_game = True
    AUTO_FOCUS = ""  # which would scroll to the options, past a long prompt
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,n", "next", "Next", id="play.next", key_display="enter"),
        Binding("x", "skip", "Skip", id="play.skip"),
        Binding("s", "source", "Source", id="play.source", tooltip="Read the article at the quoted words"),
        Binding("escape", "leave", "Leave", id="play.leave", key_display="esc"),
    ]

    view = getters.query_one(QuestionView)

    def __init__(self, session: Session, bank: Bank, ghost: Curve | None = None, *, timer: bool = True) -> None:
        """Play ``session``; ``bank`` is for the source reader, ``ghost`` the best earlier run by the same rules.

        Without ``timer``, nothing of the time that runs is shown, nor of the race against it.
        """
        super().__init__()
        self._timer = timer
        self.session = session
        self._bank = bank
        self._ghost = ghost if timer else None
        self._drawn: int | None = None  # the index of the question that is on the screen
        self.bar = ScoreBar(id="bar", markup=False)
        self._race = RaceLine(id="race", markup=False)
        self._actions = ActionBar()

    def update_bank(self, bank: Bank) -> None:
        """Open articles with another bank; the game goes on with its own questions."""
        self._bank = bank

    def compose(self) -> ComposeResult:
        """The score, the question, the keys."""
        yield TooSmall()
        yield self.bar
        yield self._race
        yield self._actions
        yield Static("", id="trouble", markup=False)
        yield Footer()

    async def on_mount(self) -> None:
        """Draw the game where it stands: at its start, or where it was interrupted."""
        self._race.set_class(self._ghost is not None, "-shown")
        if self._send(Tick()).phase == "over":
            self.post_message(GameOver(self.session))
        await self._draw()
        if self.session.game.allowance is not None:
            self.set_interval(_TICK, self._tick)

    def on_resize(self) -> None:
        """Take the focus up again that was lost while the terminal was too small to show the question."""
        if self.focused is None and not self.too_small and self._drawn is not None:
            (self.view if self.phase == "explaining" else self.view.options).focus(scroll_visible=False)

    @property
    def _is_shown(self) -> bool:
        """Whether an open question has been painted; what was typed before is no answer to it."""
        game = self.session.game
        return game.phase == "asking" and game.shown == game.index

    def _accepts_answers(self) -> bool:
        return self._is_shown and self.session.game.accepts_answers(self.session.clock())

    def _shown(self, index: int) -> None:
        if not self.is_open:  # it was closed before it was painted
            return
        self._draw_clock()
        game = self._send(Shown(index))
        if self._is_shown:
            self.view.options.open(self._accepts_answers)
        if game.deadline is not None:  # look at the deadline itself, not at the next tick after it
            self.set_timer(max(0.0, game.deadline - self.session.clock()), self._tick)
        self.refresh_bindings()

    @property
    def _has_source(self) -> bool:
        """Whether the question on the screen quotes an article; a draft need not."""
        question = self.session.game.question
        return question is not None and bool(question.citations)

    @property
    def phase(self) -> str:
        """What the game is doing."""
        return self.session.game.phase

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the moment allows."""
        game = self.session.game
        allowed = {
            "skip": self._is_shown,
            "next": game.phase == "explaining",
            "source": game.phase == "explaining" and self._has_source,
        }
        return super().check_action(action, parameters) and allowed.get(action, True)

    @on(AnswerWidget.Given)
    async def answer(self, message: AnswerWidget.Given) -> None:
        """Answer the question that the answer was given to."""
        message.stop()
        if not self._is_shown:
            return
        await self._apply(Answer(message.index, message.chosen))

    async def action_next(self) -> None:
        """Go on from the verdict that is on the screen."""
        if self._drawn is not None:
            await self._apply(Next(self._drawn))

    async def action_skip(self) -> None:
        """Pass the question that is on the screen."""
        if self._drawn is not None:
            await self._apply(Skip(self._drawn))

    def action_source(self) -> None:
        """Open the source at the passage that proves the answer."""
        question = self.session.game.question
        if question is not None and question.citations:
            open_article(self.app, question.citations[0], self._bank)

    def action_leave(self) -> None:
        """Ask whether to go on, to leave the game for later, or to end it."""
        self.app.push_screen(LeaveGameDialog(kept=self.session.is_resumable), self._left)

    async def _left(self, choice: str | None) -> None:
        if choice == "end":
            await self._apply(Stop())
        elif choice == "later":
            self.post_message(GoHome())

    async def _tick(self) -> None:
        """Draw the clock; what time decides, the game decides from the time itself."""
        game, now = self.session.game, self.session.clock()
        if game.deadline is not None and now >= game.deadline:
            await self._apply(Tick())
        else:
            self._draw_clock()

    def _draw_clock(self) -> None:
        game, now = self.session.game, self.session.clock()
        self.bar.show(game, now, self._ghost, timer=self._timer)
        self._race.show(game, self._ghost, now)

    async def _apply(self, event: Event) -> None:
        before = self.session.game
        game = self._send(event)
        if game.phase == "over":
            self.post_message(GameOver(self.session))
        elif (game.index, game.phase) != (before.index, before.phase):
            await self._draw()

    def _send(self, event: Event) -> Game:
        game = self.session.send(event)
        if self.session.unsaved_reason is not None:
            self.query_one("#trouble", Static).update(pack_text.plain(f"! {NOT_SAVED} {self.session.unsaved_reason}"))
            self.query_one("#trouble", Static).add_class("-shown")
        return game

    async def _draw(self) -> None:
        """Put the game's question on the screen, or its verdict if the question is there already."""
        game = self.session.game
        self._draw_clock()
        if game.question is None:
            return
        if self._drawn != game.index:
            self._drawn = game.index
            await self._ask(game.question)
            self.call_after_refresh(self._shown, game.index)
        if game.phase == "explaining":
            self.view.reveal(game.verdict, current_streak(game.verdicts), game.lives, lost=self._actions.lines)
            self._actions.offer(source=self._has_source)
        self._actions.styles.display = None if game.phase == "explaining" else "none"
        self.refresh_bindings()

    async def _ask(self, question: Question) -> None:
        game, views = self.session.game, self.query(QuestionView)
        if views and self.view.can_ask(question):
            self.view.ask(question, game.index, game.options)
        else:
            with self.app.batch_update():
                await views.remove()
                await self.mount(QuestionView(question, game.index, game.options), before=self._actions)
        if self.focused is not self.view.options:
            self.view.options.focus(scroll_visible=False)  # a question begins with its prompt, however long it is
