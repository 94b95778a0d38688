"""The smallest Textual app: one label and one key. Its start and repaint times are those of Textual itself."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Smallest(App[None]):
    """Count how often a key was pressed."""

    BINDINGS = [("x", "count", "Count")]  # noqa: RUF012
    pressed = 0

    def compose(self) -> ComposeResult:
        """Create the label."""
        yield Label("pressed 0 times")

    def action_count(self) -> None:
        """Increase the number shown."""
        self.pressed += 1
        self.query_one(Label).update(f"pressed {self.pressed} times")


if __name__ == "__main__":
    Smallest().run()
