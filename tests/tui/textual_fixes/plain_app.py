"""Runs an app of Textual alone."""

from collections.abc import Awaitable, Callable
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot

Scene = Callable[[Pilot[None]], Awaitable[object]]


async def error_in(app: App[None], scene: Scene, *, size: tuple[int, int] = (40, 12)) -> Exception | None:
    """Run a scene in an app and return the error with which the app ends, if any.

    The traceback is not drawn: nobody reads it, and with the locals of every frame it takes a third of a second.
    """
    with patch("rich.traceback.Traceback", return_value=""):
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await scene(pilot)
                await pilot.pause()
        except Exception as error:
            return error
    return None
