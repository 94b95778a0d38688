"""The smallest Textual app: one label and one key. What it takes to start and to repaint is Textual's own."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Smallest(App[None]):
    """Counts how often a key was pressed."""

    BINDINGS = [("x", "count", "Count")]  # noqa: RUF012
    pressed = 0

    def compose(self) -> ComposeResult:
        """The label."""
        yield Label("pressed 0 times")

    def action_count(self) -> None:
        """Show one more."""
        self.pressed += 1
        self.query_one(Label).update(f"pressed {self.pressed} times")


if __name__ == "__main__":
    Smallest().run()
