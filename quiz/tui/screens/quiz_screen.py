"""What every screen shares: its sizes, its help, and a clear word when the terminal is too small to play in."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.geometry import Offset, Size
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Static

from quiz.bank.bank import Bank

_TUI = Path(__file__).parents[1]
LEAST = (30, 9)
"""The smallest terminal, in columns and rows, in which a screen can be read."""


def too_small(size: Size) -> bool:
    """Whether a terminal is too small to show a screen."""
    return size.width < LEAST[0] or size.height < LEAST[1]


class DismissOnce(Screen[ScreenResultType]):
    """A screen that is closed once: what is pressed again before it has gone would close the screen below it."""

    SHEETS: ClassVar[tuple[str, ...]] = ()
    """The stylesheets that it needs besides that of the app, as paths in ``quiz/tui``; they are read when such a
    screen is first made.

    Those in Textual's ``CSS_PATH`` would have all sheets read anew, and everything styled anew, at that moment. The
    screen itself is styled before these are read: what is meant for it, and not for what lies on it, stands in the
    sheet of the app.
    """

    def on_compose(self) -> None:
        """Have its sheets read before anything on it is made."""
        for name in self.SHEETS:
            path = _TUI / name
            self.app.stylesheet.add_source(path.read_text("utf-8"), (str(path), ""))  # if it has not been added yet

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close it, if it is still the one in front; one that is not there yet is closed as soon as it is."""
        if not self.is_mounted:
            self.call_later(self._dismiss_late, result)
            return AwaitComplete()
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is at a place, as long as it belongs to the screen.

        Textual 8.2 falls over a click on what has gone since it was drawn, as a notice whose time is over.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (widget, offset) if widget is not None and widget.is_attached else (None, None)

    def _dismiss_late(self, result: ScreenResultType | None) -> None:
        self.dismiss(result)  # whose end must not be waited for here

    @property
    def is_open(self) -> bool:
        """Whether it has not been closed yet; what was begun before may end after that."""
        return self in self.app.screen_stack

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss()


class QuizScreen(DismissOnce[None]):
    """A screen of the game."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared by Screen, as an instance variable
        (0, "-tiny"),
        (LEAST[0], "-narrow"),
        (64, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (LEAST[1], "-short"),
        (20, "-tall"),
        (36, "-high"),
    ]

    def on_compose(self) -> None:
        """Have the classes of the terminal's size before anything is styled; else all is styled twice."""
        for extent, steps in (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS), (self.app.size.height, self.VERTICAL_BREAKPOINTS)
        ):  # fmt: skip
            self.add_class(max(step for step in steps or () if extent >= step[0])[1], update=False)

    _resumed = False

    @on(ScreenResume)
    def style_once(self, event: ScreenResume) -> None:
        """Leave the styles alone when it is first seen: its widgets were given theirs as they were made."""
        event.refresh_styles = event.refresh_styles and self._resumed
        self._resumed = True

    in_game: ClassVar[bool] = False
    """Whether a game is played on it."""

    def update_bank(self, bank: Bank) -> None:
        """Use a bank in which something was saved meanwhile; most screens need not."""

    @property
    def unsaved(self) -> str:
        """What would be lost if the app ended now, as a question to the player; empty where nothing would."""
        return ""

    @property
    def too_small(self) -> bool:
        """Whether the terminal is too small to show the screen."""
        return too_small(self.size)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing be done unseen: a key pressed while the terminal is too small does nothing."""
        return super().check_action(action, parameters) and not self.too_small


class TooSmall(Static):
    """Says that the terminal is too small; the stylesheet shows it, alone, when it is."""

    def __init__(self) -> None:
        super().__init__(f"Too small. Make the window {LEAST[0]}×{LEAST[1]} or larger.", markup=False)
