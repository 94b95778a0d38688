"""Reads packs in a thread, so that the app stays responsive, and shows a progress line."""

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


class ProgressLine(Static):
    """The progress of reading, at the bottom of the active screen."""

    DEFAULT_CSS = "ProgressLine { dock: bottom; height: 1; background: $panel; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self) -> None:
        """Create an empty line."""
        super().__init__(markup=False)


class BackgroundTask:
    """Runs a function in a thread while a message is handled. Key presses wait for it, except for the quit key."""

    progress_delay = 0.5
    """Seconds until the progress line appears."""

    def __init__(self, app: App[Any]) -> None:
        """``app`` shows the progress line on its active screen."""
        self._app = app
        self._reading: asyncio.Future[Any] | None = None

    async def run(self, read: Callable[[ProgressCallback], Read]) -> Read:
        """Call ``read`` in a thread and return its result. ``read`` reports its progress to the callback it gets.

        Raises:
            CancelledError: The player has quit in the meantime. Textual treats it as the end of the app.
        """
        loop, line = asyncio.get_running_loop(), ProgressLine()

        def show(text: str) -> None:
            if reading.done():
                return
            if not line.is_attached:
                self._app.screen.mount(line)
            line.update(text)

        def report(text: str) -> None:
            with contextlib.suppress(RuntimeError):  # the event loop is closed
                loop.call_soon_threadsafe(partial(show, text))

        self._reading = reading = run_in_thread(partial(read, ProgressThrottle(report, self.progress_delay)))
        try:
            return await reading
        finally:
            if line.is_attached:
                line.remove()

    def cancel(self) -> None:
        """Stop waiting for the thread."""
        if self._reading is not None:
            self._reading.cancel()

    def is_quit_key(self, message: Message) -> bool:
        """Return whether a message is the quit key, pressed while something is being read."""
        if self._reading is None or self._reading.done() or not isinstance(message, Key):
            return False
        active = self._app.active_bindings.get(message.key)
        return active is not None and active.binding.action in ("quit", "app.quit")


def run_in_thread(read: Callable[[], Read]) -> asyncio.Future[Read]:
    """Call a function in a daemon thread and return a future for its result.

    Unlike with ``asyncio.to_thread``, the program can exit before the thread has finished.
    """
    result: Future[Read] = Future()
    result.set_running_or_notify_cancel()  # a running future cannot be cancelled, so set_result below cannot fail

    def work() -> None:
        try:
            result.set_result(read())
        except BaseException as error:  # raised again in the caller that awaits the future
            result.set_exception(error)

    threading.Thread(target=work, name="reading", daemon=True).start()
    return asyncio.wrap_future(result)
