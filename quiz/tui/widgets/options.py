"""The options of a question: pressed by number, letter, arrow keys or mouse, and marked once the verdict is known.

``Options`` is for questions of which one option is the answer: whatever is pressed is chosen. Questions that are
answered in another way have a subclass that says what pressing an option means and what each turned out to be.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui import text
from quiz.tui.widgets.plain_focus import PlainFocus

_SIGNS = {"right": "✓", "missed": "✓", "wrong": "✗"}


class Mark(NamedTuple):
    """What an option turned out to be: in a sign and a colour, and in a word behind it."""

    kind: Literal["right", "missed", "wrong", "other", "shown"]
    """``missed`` is right and was left out; ``other`` did not matter; ``shown`` is told and not judged."""
    note: str = ""


class OptionRow(Horizontal):
    """One option: a sign, its key, its words, and after the verdict a word on what it was."""

    def __init__(self, position: int, words: str, box: str = "") -> None:
        """``box`` is what stands before the words, for kinds that show there what was pressed."""
        super().__init__()
        self.position = position
        self.words = words
        self.key = str(position + 1)
        self._box = box

    def compose(self) -> ComposeResult:
        """Its key beside its words."""
        yield Static(f"  {self.key}", classes="key", markup=False)
        if self._box:
            yield Static(self._box, classes="box", markup=False)
        yield Static(text.plain(self.words), classes="words")

    def show_box(self, box: str) -> None:
        """Show something else before the words."""
        self.query_one(".box", Static).update(Content(box))

    def mark(self, mark: Mark) -> None:
        """Show what the option was."""
        self.add_class(f"-{mark.kind}", update=False)  # the options do so once for all of them
        self.query_one(".key", Static).update(Content(f"{_SIGNS.get(mark.kind, ' ')} {self.key}"))
        if mark.note:
            note = Content.styled(f"  · {mark.note}", f"{text.MUTED} italic")
            self.query_one(".words", Static).update(text.plain(self.words) + note)


def number_keys(what: str) -> list[BindingType]:
    """The keys that press an option by its place, and what pressing one means."""
    group = Binding.Group(what, compact=True)
    return [
        Binding(f"{place},{letter}", f"press({place - 1})", f"Option {place}", id=f"option.{place}", group=group)
        for place, letter in enumerate("abcdefghi", start=1)
    ]


class Options(Vertical, PlainFocus, can_focus=True):
    """The options of one question, one of which is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("Answer"),
        Binding("up,k", "move(-1)", "Up", show=False, id="option.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="option.down"),
        Binding("enter", "press_cursor", "Choose", show=False, id="option.choose"),
    ]

    BOX: ClassVar[str] = ""
    """What stands before the words of an option that was not pressed."""

    cursor: reactive[int | None] = reactive(None)
    """The option that a key for "this one" would press; none until an arrow key is pressed."""

    @dataclass
    class Chosen(Message):
        """The player answered the question at ``index`` with some of its options."""

        index: int
        options: tuple[str, ...]

    def __init__(self, index: int, options: tuple[str, ...]) -> None:
        """The options of the question at ``index`` of the game, in the order in which they are shown."""
        super().__init__()
        self.index = index
        self.options = options
        self._hears: Callable[[], bool] | None = None

    def compose(self) -> ComposeResult:
        """A row an option."""
        for position, words in enumerate(self.options):
            yield OptionRow(position, words, self.BOX)

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

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Mark what was right and what was chosen; nothing can be chosen any more."""
        self._hears = None
        self.can_focus = False
        self.cursor = None
        self.add_class("-revealed", update=False)
        for row in self.query(OptionRow):
            row.mark(self.mark_of(row.words, answer, chosen))
        self.update_node_styles()

    # What another kind of question does in another way

    def pressed(self, position: int) -> None:
        """Do what pressing an option means: choose it."""
        self.post_message(self.Chosen(self.index, (self.options[position],)))

    def mark_of(self, words: str, answer: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
        """What an option turned out to be."""
        if words in answer:
            return Mark("right", "your answer" if words in chosen else "the right answer")
        return Mark("wrong", "your answer") if words in chosen else Mark("other")

    # Keys and mouse

    def press(self, position: int) -> None:
        """Press an option by its place, if there is one there and the question can be answered."""
        if 0 <= position < len(self.options) and self.hears:
            self.pressed(position)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a key for each option, once the question has been painted."""
        if action == "press":
            return self.is_open and int(str(parameters[0])) < len(self.options)
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
        for row in self.query(OptionRow):
            row.set_class(row.position == cursor, "-cursor")
            if row.position == cursor:
                row.scroll_visible(animate=False)

    def on_click(self, event: events.Click) -> None:
        """Press the option that was clicked."""
        node: Widget | None = event.widget
        while node is not None and not isinstance(node, OptionRow):
            node = node.parent if isinstance(node.parent, Widget) else None
        if node is not None:
            self.press(node.position)
