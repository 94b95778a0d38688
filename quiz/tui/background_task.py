"""Reading packs in a thread, so that the screen stays alive, with a line that says how far it has come."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from textual.app import App
from textual.events import Key
from textual.message import Message
from textual.widgets import Static

from quiz.bank.progress import ProgressCallback, ProgressThrottle

Read = TypeVar("Read")


class ReadingLine(Static):
    """How far the reading has come, at the foot of the screen in front."""

    DEFAULT_CSS = "ReadingLine { dock: bottom; height: 1; background: $panel; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self) -> None:
        """A line that says nothing yet."""
        super().__init__(markup=False)


class BackgroundTask:
    """Reads packs in the middle of a message: what is typed waits until they are read, except for leaving."""

    patience = 0.5
    """Seconds that reading may take before a line shows how far it has come."""

    def __init__(self, app: App[Any]) -> None:
        """``app`` shows the line, on the screen in front."""
        self._app = app
        self._reading: asyncio.Future[Any] | None = None

    async def run(self, read: Callable[[ProgressCallback], Read]) -> Read:
        """Call ``read`` in a thread and return what it returns; it reports its progress to what it is given.

        Raises:
            CancelledError: the player has left in the meantime. Textual takes it for the end of the app.
        """
        loop, line = asyncio.get_running_loop(), ReadingLine()

        def show(words: str) -> None:
            if reading.done():
                return
            if not line.is_attached:
                self._app.screen.mount(line)
            line.update(words)

        def report(words: str) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed, nobody listens any more
                loop.call_soon_threadsafe(partial(show, words))

        self._reading = reading = in_a_thread(partial(read, ProgressThrottle(report, self.patience)))
        try:
            return await reading
        finally:
            if line.is_attached:
                line.remove()

    def cancel(self) -> None:
        """Stop waiting for what is being read."""
        if self._reading is not None:
            self._reading.cancel()

    def is_left_by(self, message: Message) -> bool:
        """Whether a message is a key that quits, pressed while something is being read."""
        if self._reading is None or self._reading.done() or not isinstance(message, Key):
            return False
        active = self._app.active_bindings.get(message.key)
        return active is not None and active.binding.action in ("quit", "app.quit")


def in_a_thread(read: Callable[[], Read]) -> asyncio.Future[Read]:
    """Call a function in a thread, for which the end of the program does not wait.

    It does wait for the threads of ``asyncio.to_thread``.
    """
    result: Future[Read] = Future()
    result.set_running_or_notify_cancel()  # so that who does not wait any more leaves it alone

    def work() -> None:
        try:
            result.set_result(read())
        except BaseException as error:  # it is raised where the result is waited for
            result.set_exception(error)

    threading.Thread(target=work, name="reading", daemon=True).start()
    return asyncio.wrap_future(result)
