"""The options of a question: pressed by number, letter, arrow keys or mouse, and marked once the verdict is known.

``Options`` is for questions of which one option is the answer: whatever is pressed is chosen. Questions that are
answered in another way have a subclass that says what pressing an option means and what each turned out to be.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from quiz.bank.question import Question
from quiz.tui import pack_text
from quiz.tui.textual_fixes.plain_focus import PlainFocus
from quiz.tui.widgets.answer_widget import AnswerWidget
from quiz.tui.widgets.item_view import Item, ItemView

_CURSOR = "▸"
_SIGNS = {"right": "✓", "missed": "✓", "wrong": "✗"}
_COLOURS = {
    "right": "bold $text-success",
    "missed": "$text-warning",
    "wrong": "$text-error",
    "other": pack_text.MUTED,
}


class Mark(NamedTuple):
    """What an option turned out to be: in a sign and a colour, and in a word behind it."""

    kind: Literal["right", "missed", "wrong", "other", "shown"]
    """``missed`` is right and was left out; ``other`` did not matter; ``shown`` is told and not judged."""
    note: str = ""


_OPEN = Mark("shown")
"""An option of an open question."""


def number_keys(what: str) -> list[BindingType]:
    """The keys that press an option by its place, and what pressing one means."""
    group = Binding.Group(what, compact=True)
    return [
        Binding(f"{place},{letter}", f"press({place - 1})", f"Option {place}", id=f"option.{place}", group=group)
        for place, letter in enumerate("abcdefghi", start=1)
    ]


class Options(ItemView, AnswerWidget, PlainFocus, can_focus=True):
    """The options of one question, one of which is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("Answer"),
        Binding("up,k", "move(-1)", "Up", show=False, id="option.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="option.down"),
        Binding("enter", "press_cursor", "Choose", show=False, id="option.choose"),
    ]

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The option that a key for "this one" would press; none until an arrow key is pressed."""
    hovered: reactive[int | None] = reactive(None, repaint=False)
    """The option under the mouse."""

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:  # noqa: ARG002 - others need it
        """Be the options of another question, not open yet."""
        self.index = index
        self.options = options
        self._hears: Callable[[], bool] | None = None
        self._marks: tuple[Mark, ...] = ()
        self.set_reactive(Options.cursor, None)
        self.can_focus = True
        if self.is_mounted:
            self.draw()

    # Open from when the question has been painted until its verdict is known

    def open(self, hears: Callable[[], bool]) -> None:
        """Take what is pressed from now on, whenever ``hears`` says that it may count."""
        self._hears = hears

    @property
    def is_open(self) -> bool:
        """Whether the question is on the screen and waits for its answer."""
        return self._hears is not None

    @property
    def hears(self) -> bool:
        """Whether what is pressed now may count."""
        return self._hears is not None and self._hears()

    @property
    def is_revealed(self) -> bool:
        """Whether the options are marked with what they turned out to be."""
        return bool(self._marks)

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Mark what was right and what was chosen; nothing can be chosen any more."""
        self._hears = None
        self.set_reactive(Options.cursor, None)
        self._marks = tuple(self.mark_of(words, answer, chosen) for words in self.options)
        self.draw()

    # What another kind of question does in another way

    def pressed(self, position: int) -> None:
        """Do what pressing an option means: choose it."""
        self.post_message(self.Given(self.index, (self.options[position],)))

    def mark_of(self, words: str, answer: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
        """What an option turned out to be."""
        if words in answer:
            return Mark("right", "your answer" if words in chosen else "the right answer")
        return Mark("wrong", "your answer") if words in chosen else Mark("other")

    @property
    def hint(self) -> str:
        """What is said above the options."""
        return ""

    @property
    def places(self) -> Sequence[int]:
        """The positions of the options in the order in which they stand."""
        return range(len(self.options))

    def key_of(self, position: int) -> str:
        """What an option is called by, and the room before its words."""
        return f"{position + 1}  "

    def box_of(self, position: int) -> str:  # noqa: ARG002 - others need it
        """What stands between the key of an option and its words."""
        return ""

    # Drawing

    def items(self, width: int) -> Iterator[Item]:  # noqa: ARG002 - the same in any
        """An item an option, under the hint if there is one."""
        below = 1 if self.screen.has_class("-high") and not self.dense else 0
        if self.hint:
            yield Item(pack_text.plain(self.hint, f"{pack_text.MUTED} italic"), Content(" "), edge=1, below=below)
        for position in self.places:
            mark = self._marks[position] if self._marks else _OPEN
            colour = _COLOURS.get(mark.kind, "")
            sign = _CURSOR if position == self.cursor else _SIGNS.get(mark.kind, " ")
            key = f" {sign} {self.key_of(position)}"
            note = Content.styled(f"  · {mark.note}", f"{pack_text.MUTED} italic") if mark.note else Content("")
            yield Item(
                (pack_text.plain(self.options[position]) + note).stylize_before(colour),
                Content.styled(key, colour or "$text-accent") + Content(self.box_of(position)),
                style=self._style_of(position),
                edge=1,
                below=below,
            )

    def _style_of(self, position: int) -> str:
        if position == self.cursor:
            return "bold on $panel"
        return "on $panel" if position == self.hovered else ""

    def option_at(self, y: int) -> int | None:
        """The position of the option that has a line, counted from the top of the widget."""
        item = self.item_at(y)
        place = None if item is None else item - bool(self.hint)
        return None if place is None or place < 0 else self.places[place]

    def area_of_option(self, position: int) -> Region:
        """The lines of an option, as they lie in the widget."""
        return self.area_of(list(self.places).index(position) + bool(self.hint))

    # Keys and mouse

    def press(self, position: int) -> None:
        """Press an option by its place, if there is one there and the question can be answered."""
        if 0 <= position < len(self.options) and self.hears:
            self.pressed(position)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a key for each option, once the question has been painted.

        After the verdict the keys are those of what lies behind the options: to scroll, and to go on.
        """
        if action == "press":
            return self.is_open and int(str(parameters[0])) < len(self.options)
        if action in {"move", "press_cursor"}:
            return not self.is_revealed
        return super().check_action(action, parameters)

    def action_press(self, position: int) -> None:
        """Press an option by its key."""
        self.press(position)

    def action_press_cursor(self) -> None:
        """Press the option under the cursor."""
        if self.cursor is not None:
            self.press(self.cursor)

    def action_move(self, step: int) -> None:
        """Move the cursor, from either end where it is not yet there."""
        if self.cursor is None:
            self.cursor = 0 if step > 0 else len(self.options) - 1
        else:
            self.cursor = (self.cursor + step) % len(self.options)

    def watch_cursor(self, cursor: int | None) -> None:
        """Show where the cursor is."""
        self.draw()
        if cursor is not None and isinstance(self.parent, Widget):
            area = self.area_of_option(cursor).translate(self.virtual_region.offset)
            self.parent.scroll_to_region(area, animate=False, x_axis=False, immediate=True)

    def watch_hovered(self) -> None:
        """Show which option a click would press."""
        self.draw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse."""
        self.hovered = self.option_at(event.y)

    def on_leave(self) -> None:
        """The mouse has gone."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Press the option that was clicked."""
        position = self.option_at(event.y)
        if position is not None:
            self.press(position)
