"""A player for tests: runs the real app, presses keys, clicks on visible text, and reads the screen."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NoReturn

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Key, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseUp, Paste
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widgets import Button

from quiz.bank.bank import Bank
from quiz.bank.kinds.registry import kind_of
from quiz.bank.pack import Pack
from quiz.bank.problem import Problem
from quiz.bank.question import Question
from quiz.game.deal import Filters
from quiz.game.game import Game, Setup
from quiz.game.modes import CLASSIC
from quiz.records.records import Records
from quiz.records.session import Session
from quiz.tui.app import QuizApp
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen

FURNITURE = re.compile("[▁-▏█┃│╭╮╰╯─▎▊]")
"""Characters that are not text: borders, bars and scroll bars."""
_ROUNDS = 300
_TURNS = 20_000
_BRISK = 1000
_UNDER_WAY = 3
"""Iterations of the event loop after which input from the terminal has reached the app."""


def _at_work(pump: MessagePump) -> bool:
    """Return whether a widget does anything but wait for its next message."""
    queue = pump._message_queue
    waits = queue.empty() and len(queue.ready_event._waiters) > 0
    return not waits or len(pump._next_callbacks) > 0


class Clock:
    """A clock that changes only when a test sets it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Player:
    """Controls a running app. The clock moves before each key and click, by default by a second."""

    def __init__(self, app: QuizApp, pilot: Pilot[None], clock: Clock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock

    async def settle(self) -> None:
        """Wait until every widget waits for its next message. Unlike ``Pilot.pause``, this does not depend on time.

        Of an app that was left, or that fell, nothing is to be expected any more.
        """
        calm = 0
        turns = iter(range(_TURNS))
        for turn in range(_ROUNDS):
            await asyncio.sleep(0 if turn < 50 else 0.01)  # what moves by the clock needs its time
            await self._rest(turns)
            if not self.app.is_running:
                return
            self.app.screen._on_timer_update()
            calm = 0 if self._busy() or self.app.screen._callbacks else calm + 1
            if calm == 2:
                return
        self._never_rests()

    async def _rest(self, turns: Iterator[int]) -> None:
        """Run the event loop until no widget has anything to do, but only while ``turns`` lasts."""
        for _ in range(_UNDER_WAY):
            await asyncio.sleep(0)
        while self._busy():
            turn = next(turns, None)
            if turn is None:
                self._never_rests()
            await asyncio.sleep(0 if turn < _BRISK else 0.001)  # a thread that is waited for needs its turn

    def _never_rests(self) -> NoReturn:
        still = [node for node in self._nodes if _at_work(node)] or self.app.screen._callbacks
        raise AssertionError(f"{still} never came to rest on this screen:\n{self.shown}")

    def _busy(self) -> bool:
        return self.app.is_running and any(_at_work(node) for node in self._nodes)

    @property
    def _nodes(self) -> list[MessagePump]:
        return [self.app, *self.app.screen_stack, *self.app.screen.walk_children()]

    async def press(self, *keys: str, after: float = 1.0) -> None:
        """Press keys one after the other, each when the one before has been handled."""
        for key in keys:
            self.clock.now += after
            self._send(key)
            await self.settle()

    async def burst(self, *keys: str, after: float = 0.0) -> None:
        """Press all keys before the first of them is handled."""
        self.clock.now += after
        for key in keys:
            self._send(key)
        await self.settle()

    def key(self, key: str) -> Key:
        """Return the event that the terminal sends for a key."""
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        return Key(name, key if len(key) == 1 else None)

    def _send(self, key: str) -> None:
        self.app._driver.send_message(self.key(key))

    async def click(self, words: str, *, after: float = 1.0, times: int = 1, **held: bool) -> None:
        """Click on visible words, several times without a pause if given, with ctrl or shift if given."""
        column, row = self.find(words)
        self.clock.now += after
        for button in self.app.screen.query(Button):
            button.active_effect_duration = 0  # else a button is deaf for a while after a click, by the wall clock
        for _ in range(times):
            for event, button in ((MouseMove, 0), (MouseDown, 1), (MouseUp, 1)):
                self._point(event, button, column, row, **held)
        await self.settle()

    async def drag(self, start: str, end: str) -> None:
        """Drag the mouse from one visible text to another."""
        for event, button, words in ((MouseDown, 1, start), (MouseMove, 1, end), (MouseUp, 1, end)):
            self._point(event, button, *self.find(words))
            await self.settle()

    async def paste(self, words: str) -> None:
        """Paste words into the focused widget."""
        self.app._driver.send_message(Paste(words))
        await self.settle()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for the effect of a timer."""
        for _ in range(_ROUNDS):
            if condition():
                await self.settle()
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"waited in vain before this screen:\n{self.shown}")

    async def wheel_down(self, words: str, turns: int = 1) -> None:
        """Scroll the mouse wheel over visible words."""
        column, row = self.find(words)
        self.app.scroll_sensitivity_y = 1.0
        for _ in range(turns):
            self._point(MouseScrollDown, 0, column, row)
            await self.settle()

    def _point(self, event: type[MouseEvent], button: int, column: int, row: int, **held: bool) -> None:
        where = {"x": column, "y": row, "screen_x": column, "screen_y": row}
        more = {"delta_x": 0, "delta_y": 0, "shift": False, "meta": False, "ctrl": False, **held}
        self.app._driver.process_message(event(None, button=button, **where, **more))

    async def resize(self, width: int, height: int) -> None:
        """Resize the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def answer(self, *, right: bool = True, after: float = 1.0) -> None:
        """Answer the open question, of any kind, right or wrong."""
        await self.burst(*self.keys_for(right=right), after=after)

    def keys_for(self, *, right: bool) -> list[str]:
        """Return the keys that answer the open question."""
        if kind_of(self.question).article(self.question) is not None:
            return ["home", *["down"] * self.options_that_are(right=right)[0], "enter"]
        if kind_of(self.question).is_order:
            order = self.question.answer if right else self.question.answer[::-1]
            return [str(self.game.options.index(option) + 1) for option in order[:-1]] + ["enter"]
        keys = [str(place + 1) for place in self.options_that_are(right=right)]
        return keys[:1] if kind_of(self.question).is_single else [*keys, "enter"]

    def options_that_are(self, *, right: bool) -> list[int]:
        """Return the positions of the right or the wrong options of the open question."""
        question = self.game.question
        assert question is not None
        return [place for place, option in enumerate(self.game.options) if (option in question.answer) is right]

    @property
    def session(self) -> Session:
        """The session of the active screen."""
        screen = self.app.screen
        assert isinstance(screen, (PlayScreen, ResultsScreen)), screen
        return screen.session

    @property
    def game(self) -> Game:
        """The game of the active screen."""
        return self.session.game

    @property
    def question(self) -> Question:
        """The current question."""
        assert self.game.question is not None
        return self.game.question

    @property
    def rows(self) -> list[str]:
        """The text on the screen, row by row."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def shown(self) -> str:
        """The text on the screen."""
        return "\n".join(self.rows)

    @property
    def toasts(self) -> str:
        """The text of the notifications on the screen, with lines joined."""
        return self.prose_of("Toast")

    def prose_of(self, selector: str) -> str:
        """Return the text on the screen in the regions of some widgets, with lines joined."""
        strips = self.app.screen._compositor.render_strips()
        areas = [widget.region for widget in self.app.screen.query(selector)]
        rows = [strips[y].crop(area.x, area.right).text for area in areas for y in range(area.y, area.bottom)]
        return " ".join(FURNITURE.sub(" ", "\n".join(rows)).split())

    @property
    def prose(self) -> str:
        """The text on the screen without borders and bars, with lines joined."""
        return " ".join(FURNITURE.sub(" ", self.shown).split())

    def find(self, words: str) -> tuple[int, int]:
        """Return the column and row where words start on the screen."""
        for number, row in enumerate(self.rows):
            if words in row:
                return cell_len(row[: row.index(words)]), number
        raise AssertionError(f"{words!r} is not on the screen:\n{self.shown}")

    def segments_of(self, words: str) -> list[Segment]:
        """Return the segments of words in one row, with their styles."""
        column, row = self.find(words)
        strip = self.app.screen._compositor.render_strips()[row]
        return list(strip.crop(column, column + cell_len(words)))


@asynccontextmanager
async def playing(
    bank: Bank,
    records: Records | None = None,
    *,
    setup: Setup | None = None,
    size: tuple[int, int] = (80, 24),
    clock: Clock | None = None,
    **more: Any,
) -> AsyncIterator[Player]:
    """Run the app and yield its player; with a ``setup``, it starts with that game."""
    clock = clock or Clock()
    app = QuizApp(bank, records, setup=setup, clock=clock, **more)
    async with app.run_test(size=size, notifications=True) as pilot:
        player = Player(app, pilot, clock)
        await player.settle()
        yield player


def classic(
    bank: Bank,
    *,
    length: int | None = 10,
    seconds: int | None = None,
    seed: str = "7",
    filters: Filters | None = None,
) -> Setup:
    """Return the setup of a classic game."""
    return Setup(
        mode=CLASSIC, seed=seed, length=length, seconds=seconds, bank=bank.digest, filters=filters or Filters()
    )


def bank_of(questions: Iterable[Question], *, problems: tuple[Problem, ...] = ()) -> Bank:
    """Return a bank of one pack with these questions and the sources that they quote."""
    chosen = tuple(questions)
    sources = tuple(dict.fromkeys(passage.source for question in chosen for passage in question.passages))
    pack = Pack(name="test", root=Path("nowhere"), questions=chosen, sources=sources, problems=problems, files=1)
    return Bank((pack,))
