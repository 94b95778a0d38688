"""Base classes of all screens: breakpoints, stylesheets, dismissing, and a message when the terminal is too small."""

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
MINIMUM_SIZE = (30, 9)
"""The smallest terminal in which screens are shown, in columns and rows."""


def too_small(size: Size) -> bool:
    """Return whether a terminal is too small to show a screen."""
    return size.width < MINIMUM_SIZE[0] or size.height < MINIMUM_SIZE[1]


class DismissOnce(Screen[ScreenResultType]):
    """A screen that can name stylesheets, and that ignores all calls of ``dismiss`` after the first."""

    STYLESHEETS: ClassVar[tuple[str, ...]] = ()
    """Stylesheets for the widgets of the screen, as paths in ``quiz/tui``.

    They are read when the first such screen is opened. The screen itself is styled before that, so styles for the
    screen are in ``app.tcss``.
    """

    def on_compose(self) -> None:
        """Read the stylesheets before the widgets are created."""
        read_stylesheets(self.app, (_TUI / name for name in self.STYLESHEETS))

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the screen, if it is still the active one."""
        return dismiss_once(self, partial(super().dismiss, result))

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return the widget at a position, if it is still attached."""
        return attached(super().get_widget_and_offset_at(x, y))

    @property
    def is_open(self) -> bool:
        """Whether the screen is still on the stack. Workers and callbacks may finish after it was closed."""
        return self in self.app.screen_stack

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss()


class QuizScreen(DismissOnce[None]):
    """A screen that is not a dialog."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared by Screen, as an instance variable
        (0, "-tiny"),
        (MINIMUM_SIZE[0], "-narrow"),
        (64, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (MINIMUM_SIZE[1], "-short"),
        (20, "-tall"),
        (36, "-high"),
    ]

    def on_compose(self) -> None:
        """Add the classes for the terminal's size before the widgets are styled."""
        add_size_classes(self)

    _resumed = False

    @on(ScreenResume)
    def _style_once(self, event: ScreenResume) -> None:
        if not self._resumed:
            keep_styles(event)
        self._resumed = True

    in_game: ClassVar[bool] = False
    """Whether a game is played on this screen."""

    def update_bank(self, bank: Bank) -> None:
        """Use a bank that was reloaded after a question was saved. Most screens ignore it."""

    @property
    def unsaved(self) -> str:
        """The question to ask before unsaved work is lost; empty if there is none."""
        return ""

    @property
    def too_small(self) -> bool:
        """Whether the terminal is too small to show the screen."""
        return too_small(self.size)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable all actions while the terminal is too small, since the player would not see what happens."""
        return super().check_action(action, parameters) and not self.too_small


class TooSmall(Static):
    """Says that the terminal is too small. The stylesheet shows it, and hides all else, when it is."""

    def __init__(self) -> None:
        super().__init__(f"Too small. Make the window {MINIMUM_SIZE[0]}×{MINIMUM_SIZE[1]} or larger.", markup=False)
