"""Reading packs while the screen lives: beside its loop, and with a line that says how far it has come."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.app import App
from textual.widgets import Static

from quiz.bank.progress import Paced, Told

Read = TypeVar("Read")


class ReadingLine(Static):
    """How far the reading has come, at the foot of the screen in front."""

    DEFAULT_CSS = "ReadingLine { dock: bottom; height: 1; background: $panel; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self) -> None:
        """A line that says nothing yet."""
        super().__init__(markup=False)


async def read_beside(app: App[None], read: Callable[[Told], Read]) -> Read:
    """What ``read`` gives, which is called in a thread and tells how far it has come."""
    loop, line = asyncio.get_running_loop(), ReadingLine()

    def show(words: str) -> None:
        if not app.screen_stack:  # it was ended meanwhile
            return
        if not line.is_attached:
            app.screen.mount(line)
        line.update(words)

    def told(words: str) -> None:
        loop.call_soon_threadsafe(partial(show, words))

    try:
        return await asyncio.to_thread(read, Paced(told))
    finally:
        if line.is_attached:
            line.remove()
