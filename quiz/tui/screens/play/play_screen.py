"""The play screen: renders a session's game and sends it events."""

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quiz.bank.question import Question
from quiz.game.events import Answer, Event, LookUp, Next, Shown, Skip, Stop, Tick
from quiz.game.game import Game
from quiz.game.ghost import Curve
from quiz.game.phrases import NOT_SAVED
from quiz.game.reaction import Sign, pressed
from quiz.game.result import current_streak
from quiz.records.session import Session
from quiz.tui import pack_text
from quiz.tui.messages import GameOver, GoHome
from quiz.tui.screens.article_reader.open_article import read_proof
from quiz.tui.screens.dialogs.leave_game import LeaveGameDialog
from quiz.tui.screens.play.action_bar import ActionBar
from quiz.tui.screens.play.race_line import RaceLine
from quiz.tui.screens.play.score_bar import ScoreBar
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.answer_widget import AnswerWidget
from quiz.tui.widgets.footer import Footer
from quiz.tui.widgets.question_view import QuestionView

if TYPE_CHECKING:
    from quiz.tui.screens.play.look_up_screen import LookUpScreen

_TICK = 0.1
"""Seconds between two updates of the clock. It is redrawn only if its text changes."""


class PlayScreen(QuizScreen):
    """A game in play."""

    STYLESHEETS = ("screens/play/play.tcss", "widgets/question_view.tcss")
    in_game = True
    AUTO_FOCUS = ""  # focusing the options would scroll past a long prompt
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,n", "next", "Next", id="play.next", key_display="enter"),
        Binding("x", "skip", "Skip", id="play.skip"),
        Binding("s", "source", "Source", id="play.source", tooltip="Read the article at the quoted words"),
        Binding("escape", "leave", "Leave", id="play.leave", key_display="esc"),
        Binding("l", "look_up", "Look it up", id="play.look-up", tooltip="Read the article, for half the points"),
        Binding(
            "plus,equals_sign",
            "react('+')",
            "Like",
            id="play.like",
            key_display="+",
            tooltip="Say that you like the question; once more takes it back",
        ),
        Binding(
            "minus",
            "react('-')",
            "Dislike",
            id="play.dislike",
            key_display="-",
            tooltip="Say that you dislike the question; once more says why: wrong, unclear, dull",
        ),
    ]

    view = getters.query_one(QuestionView)

    def __init__(self, session: Session, ghost: Curve | None = None, *, timer: bool = True) -> None:
        """Play ``session``.

        ``ghost`` is the best earlier run with the same setup. Without ``timer``,
        the clock and the race against the ghost are hidden.
        """
        super().__init__()
        self._timer = timer
        self.session = session
        self._ghost = ghost if timer else None
        self._lookup: LookUpScreen | None = None  # the article, while it is looked up
        self._drawn: int | None = None  # the index of the question on the screen
        self.bar = ScoreBar(id="bar", markup=False)
        self._race = RaceLine(id="race", markup=False)
        self._actions = ActionBar()

    def compose(self) -> ComposeResult:
        """Yield everything but the question, which is mounted when it is drawn."""
        yield TooSmall()
        yield self.bar
        yield self._race
        yield self._actions
        yield Static("", id="trouble", markup=False)
        yield Footer()

    async def on_mount(self) -> None:
        """Draw the game, which is new or resumed, and start its clock."""
        self._race.set_class(self._ghost is not None, "-shown")
        if self._send(Tick()).phase == "over":
            self.post_message(GameOver(self.session))
        await self._draw()
        if self.session.game.allowance is not None:
            self.set_interval(_TICK, self._tick)

    def on_resize(self) -> None:
        """Restore the focus, which is lost while the terminal is too small to show the question."""
        if self.focused is None and not self.too_small and self._drawn is not None:
            (self.view if self.phase == "explaining" else self.view.options).focus(scroll_visible=False)

    @property
    def _is_shown(self) -> bool:
        """Whether an open question has been painted. Keys pressed before that do not answer it."""
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
        if game.deadline is not None:  # check exactly at the deadline, not at the next tick after it
            self.set_timer(max(0.0, game.deadline - self.session.clock()), self._tick)
        self.refresh_bindings()

    @property
    def _has_source(self) -> bool:
        """Whether the question on the screen has a citation: a draft may have none."""
        question = self.session.game.question
        return question is not None and bool(question.citations)

    @property
    def phase(self) -> str:
        """The phase of the game."""
        return self.session.game.phase

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide actions that are not allowed in the current phase."""
        game = self.session.game
        allowed = {
            "skip": self._is_shown,
            "next": game.phase == "explaining",
            "source": game.phase == "explaining" and self._has_source,
            "look_up": self._is_shown and game.can_look_up,
            "react": game.phase == "explaining",
        }
        return super().check_action(action, parameters) and allowed.get(action, True)

    @on(AnswerWidget.Given)
    async def answer(self, message: AnswerWidget.Given) -> None:
        """Send the answer to the game."""
        message.stop()
        if not self._is_shown:
            return
        await self._apply(Answer(message.index, message.chosen))

    async def action_next(self) -> None:
        """Go to the next question."""
        if self._drawn is not None:
            await self._apply(Next(self._drawn))

    async def action_skip(self) -> None:
        """Skip the question on the screen."""
        if self._drawn is not None:
            await self._apply(Skip(self._drawn))

    def action_source(self) -> None:
        """Open the source at the passage that proves the answer."""
        question = self.session.game.question
        if question is not None and question.citations:
            read_proof(self.app, question)

    async def action_look_up(self) -> None:
        """Open the article of the open question, without marks, for half the points. The clock goes on."""
        from quiz.tui.screens.play.look_up_screen import LookUpScreen

        if self._drawn is None or self.session.game.question is None:
            return
        await self._apply(LookUp(self._drawn))
        game = self.session.game
        if game.phase == "asking" and game.is_looked_up and game.question is not None:
            self.view.head.show_looked_up()
            self._lookup = LookUpScreen(game.question)
            self._draw_clock()
            self.app.push_screen(self._lookup, self._end_look_up)

    def _end_look_up(self, _: None) -> None:
        self._lookup = None

    def action_react(self, sign: Sign) -> None:
        """Save that the player likes the question, or dislikes it, and show that."""
        self.session.react(pressed(self.session.reaction, sign))
        self._show_trouble()
        self.view.show_reaction(self.session.reaction)
        self._actions.show_buttons(source=self._has_source, reaction=self.session.reaction)

    def action_leave(self) -> None:
        """Ask whether to continue, leave or end the game."""
        self.app.push_screen(LeaveGameDialog(can_resume=self.session.is_resumable), self._leave)

    async def _leave(self, choice: str | None) -> None:
        if choice == "end":
            await self._apply(Stop())
        elif choice == "later":
            self.post_message(GoHome())

    async def _tick(self) -> None:
        """Draw the clock. If the deadline has passed, let the game handle it."""
        game, now = self.session.game, self.session.clock()
        if game.deadline is not None and now >= game.deadline:
            await self._apply(Tick())
        else:
            self._draw_clock()

    def _draw_clock(self) -> None:
        game, now = self.session.game, self.session.clock()
        self.bar.show(game, now, self._ghost, timer=self._timer)
        self._race.show(game, self._ghost, now)
        if self._lookup is not None:
            self._lookup.show_time_left(game.time_left(now) if self._timer else None)

    async def _apply(self, event: Event) -> None:
        before = self.session.game
        game = self._send(event)
        if game.phase == "over":
            self.post_message(GameOver(self.session))
        elif (game.index, game.phase) != (before.index, before.phase):
            await self._draw()

    def _send(self, event: Event) -> Game:
        game = self.session.send(event)
        self._show_trouble()
        return game

    def _show_trouble(self) -> None:
        """Show why the game is no longer saved."""
        if self.session.unsaved_reason is not None:
            self.query_one("#trouble", Static).update(pack_text.plain(f"! {NOT_SAVED} {self.session.unsaved_reason}"))
            self.query_one("#trouble", Static).add_class("-shown")

    async def _draw(self) -> None:
        """Draw the current question or, if it is on the screen already, its verdict."""
        game = self.session.game
        self._draw_clock()
        if game.question is None:
            return
        if self._drawn != game.index:
            self._drawn = game.index
            await self._ask(game.question)
            if not self.query(QuestionView):  # the screen was closed before it was drawn
                return
            self.call_after_refresh(self._shown, game.index)
        if game.phase == "explaining":
            if self._lookup is not None:  # the time ran out
                self._lookup.end()
            self.view.proof.show_reaction(self.session.reaction)
            self._actions.show_buttons(source=self._has_source, reaction=self.session.reaction)
            self.view.reveal(game.verdict, current_streak(game.verdicts), game.lives, reserved=self._actions.lines)
        self._actions.styles.display = None if game.phase == "explaining" else "none"
        self.refresh_bindings()

    async def _ask(self, question: Question) -> None:
        game, views = self.session.game, self.query(QuestionView)
        if views and self.view.can_ask(question):
            self.view.ask(question, game.index, game.options, self.session.difficulty)
        else:
            with self.app.batch_update():
                await views.remove()
                if not self.is_attached:  # the screen was closed at once
                    return
                view = QuestionView(question, game.index, game.options, self.session.difficulty)
                await self.mount(view, before=self._actions)
        if game.is_looked_up:  # in an earlier session
            self.view.head.show_looked_up()
        if self.focused is not self.view.options:
            self.view.options.focus(scroll_visible=False)  # keep the prompt in view, however long it is
