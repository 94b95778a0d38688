"""Runs an app of Textual alone."""

from collections.abc import Awaitable, Callable

from textual.app import App
from textual.pilot import Pilot

Scene = Callable[[Pilot[None]], Awaitable[object]]


async def error_in(app: App[None], scene: Scene, *, size: tuple[int, int] = (40, 12)) -> Exception | None:
    """Run a scene in an app and return the error with which the app ends, if any."""
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await scene(pilot)
            await pilot.pause()
    except Exception as error:
        return error
    return None
