"""Reading packs while the screen lives: beside its loop, and with a line that says how far it has come."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from textual.events import Key
from textual.message import Message
from textual.widgets import Static

from quiz.bank.progress import ProgressCallback, ProgressThrottle
from quiz.tui.controllers.settings_controller import SettledApp

Read = TypeVar("Read")


class ReadingLine(Static):
    """How far the reading has come, at the foot of the screen in front."""

    DEFAULT_CSS = "ReadingLine { dock: bottom; height: 1; background: $panel; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self) -> None:
        """A line that says nothing yet."""
        super().__init__(markup=False)


class ReadingApp(SettledApp):
    """An app that reads packs in the middle of a message: what is typed waits until they are read, save to leave."""

    reading_patience = 0.5
    """Seconds that reading may take before a line says how far it has come."""
    _reading: asyncio.Future[Any] | None = None

    async def read_beside(self, read: Callable[[ProgressCallback], Read]) -> Read:
        """What ``read`` gives, which is called in a thread and tells how far it has come.

        Raises ``CancelledError``, which Textual takes for the end of the app, where that is left in the meantime.
        """
        loop, line = asyncio.get_running_loop(), ReadingLine()

        def show(words: str) -> None:
            if reading.done():
                return
            if not line.is_attached:
                self.screen.mount(line)
            line.update(words)

        def told(words: str) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed, nobody listens any more
                loop.call_soon_threadsafe(partial(show, words))

        self._reading = reading = in_a_thread(partial(read, ProgressThrottle(told, self.reading_patience)))
        try:
            return await reading
        finally:
            if line.is_attached:
                line.remove()

    def exit(self, *args: Any, **more: Any) -> None:
        """End the app, and do not wait for a pack before that."""
        super().exit(*args, **more)
        if self._reading is not None:
            self._reading.cancel()

    def post_message(self, message: Message) -> bool:
        """Let a player leave who would have to wait for a pack; all else does wait."""
        if self._reading is not None and not self._reading.done() and isinstance(message, Key):
            active = self.active_bindings.get(message.key)
            if active is not None and active.binding.action in ("quit", "app.quit"):
                self.exit()
        return super().post_message(message)


def in_a_thread(read: Callable[[], Read]) -> asyncio.Future[Read]:
    """What a function will give that is called in a thread; the end of the program does not wait for it.

    For the threads of ``asyncio.to_thread`` it would.
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
