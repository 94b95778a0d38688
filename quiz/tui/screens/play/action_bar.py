"""The buttons below a verdict, drawn as one line.

Each of Textual's buttons is a widget with many styles. They took a tenth of the time between a key press and its
verdict.
"""

from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from quiz.game.reaction import Reaction

_GAP = 2
_MIN_CELLS = 16
"""The minimum width of a button."""


class _ActionButton(NamedTuple):
    label: str
    action: str
    colour: str
    background: str
    hover_background: str


_NEXT = _ActionButton("Next", "next", "$button-color-foreground", "$primary", "$primary-darken-2")
_SOURCE = _ActionButton("Read the source", "source", "$button-foreground", "$surface", "$surface-darken-1")


class ActionBar(Static):
    """Buttons for the mouse that run actions of the screen."""

    auto_links = False  # saves the search for links
    hovered: reactive[str | None] = reactive(None, repaint=False)
    """The action of the button under the mouse."""

    def __init__(self) -> None:
        super().__init__("", id="after", markup=False)
        self._buttons: tuple[_ActionButton, ...] = ()

    @property
    def lines(self) -> int:
        """The height in lines: 0 in a small terminal."""
        height = self.styles.height
        return 0 if height is None else int(height.value)

    def show_buttons(self, *, source: bool, reaction: Reaction | None) -> None:
        """Show the button for the next question, one for the ``source`` if there is one, and those for reactions."""
        self._buttons = (_NEXT, *((_SOURCE,) if source else ()), *_reaction_buttons(reaction))
        self._draw()

    def watch_hovered(self) -> None:
        """Highlight the button under the mouse."""
        self._draw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Update the button under the mouse."""
        self.hovered = self._action_at(event.x)

    def on_leave(self) -> None:
        """Remove the highlight when the mouse leaves."""
        self.hovered = None

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the clicked button."""
        action = self._action_at(event.x)
        if action is not None:
            await self.run_action(f"screen.{action}")

    def _action_at(self, x: int) -> str | None:
        start = 0
        for button in self._buttons:
            if start <= x < start + len(_padded(button.label)):
                return button.action
            start += len(_padded(button.label)) + _GAP
        return None

    def _draw(self) -> None:
        buttons = (_content(button, hovered=button.action == self.hovered) for button in self._buttons)
        self.update(Content(" " * _GAP).join(buttons), layout=False)


def _reaction_buttons(reaction: Reaction | None) -> tuple[_ActionButton, _ActionButton]:
    """Return the buttons that say whether the player likes the question; a given one says so."""
    likes = reaction is not None and reaction.likes
    dislikes = "Dislike" if reaction is None or likes else (reaction.reason or "Disliked").capitalize()
    return (
        _SOURCE._replace(label="+ Liked" if likes else "+ Like", action="react('+')"),
        _SOURCE._replace(label=f"− {dislikes}", action="react('-')"),
    )


def _padded(label: str) -> str:
    return f" {label} ".center(_MIN_CELLS)


def _content(button: _ActionButton, *, hovered: bool) -> Content:
    background = button.hover_background if hovered else button.background
    return Content.styled(_padded(button.label), f"bold {button.colour} on {background}")
