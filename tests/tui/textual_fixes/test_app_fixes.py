"""An app that sets its theme before it runs."""

from textual.app import App


class ThemedApp(App[None]):
    """An app that starts with another theme than Textual's default."""

    refreshed = 0

    def __init__(self) -> None:
        super().__init__()
        self.theme = "nord"

    def refresh_css(self, animate: bool = True) -> None:
        self.refreshed += 1
        super().refresh_css(animate)


async def test_textual_still_styles_it_twice() -> None:
    app = ThemedApp()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.refreshed > 0
