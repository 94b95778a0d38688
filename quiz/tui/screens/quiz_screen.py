"""What every screen shares: its sizes, its help, and a clear word when the terminal is too small to play in."""

from functools import partial
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
from quiz.tui.textual_fixes.screen_fixes import (
    add_size_classes,
    attached,
    dismiss_once,
    keep_styles,
    read_stylesheets,
)

_TUI = Path(__file__).parents[1]
LEAST = (30, 9)
"""The smallest terminal, in columns and rows, in which a screen can be read."""


def too_small(size: Size) -> bool:
    """Whether a terminal is too small to show a screen."""
    return size.width < LEAST[0] or size.height < LEAST[1]


class DismissOnce(Screen[ScreenResultType]):
    """A screen with stylesheets of its own, which is closed once, however often it is asked."""

    SHEETS: ClassVar[tuple[str, ...]] = ()
    """The stylesheets that it needs besides that of the app, as paths in ``quiz/tui``.

    They are read when such a screen is first made. The screen itself is styled before that: what is meant for it, and
    not for what lies on it, stands in the sheet of the app.
    """

    def on_compose(self) -> None:
        """Have its sheets read before anything on it is made."""
        read_stylesheets(self.app, (_TUI / name for name in self.SHEETS))

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close it, if it is still the one in front."""
        return dismiss_once(self, partial(super().dismiss, result))

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is at a place, as long as it belongs to the screen."""
        return attached(super().get_widget_and_offset_at(x, y))

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
        """Have the classes of the terminal's size before anything is styled."""
        add_size_classes(self)

    _resumed = False

    @on(ScreenResume)
    def _style_once(self, event: ScreenResume) -> None:
        if not self._resumed:
            keep_styles(event)
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
