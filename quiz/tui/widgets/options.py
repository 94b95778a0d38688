"""The options of a question: chosen by number, letter, arrow keys or mouse, and marked once the verdict is known."""

from dataclasses import dataclass
from typing import ClassVar

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


class OptionRow(Horizontal):
    """One option: a sign, its key, its words, and after the verdict a word on what it was."""

    def __init__(self, position: int, words: str) -> None:
        super().__init__()
        self.position = position
        self.words = words

    def compose(self) -> ComposeResult:
        """Its key beside its words."""
        yield Static(f"  {self.position + 1}", classes="key", markup=False)
        yield Static(text.plain(self.words), classes="words")

    def mark(self, *, right: bool, chosen: bool) -> None:
        """Show what the option was."""
        self.set_class(right, "-right")
        self.set_class(chosen and not right, "-wrong")
        self.set_class(not right and not chosen, "-other")
        sign = "✓" if right else "✗" if chosen else " "
        self.query_one(".key", Static).update(Content(f"{sign} {self.position + 1}"))
        said = {(True, True): "your answer", (False, True): "your answer", (True, False): "the right answer"}
        note = said.get((right, chosen))
        if note:
            words = text.plain(self.words) + Content.styled(f"  · {note}", f"{text.MUTED} italic")
            self.query_one(".words", Static).update(words)


class Options(Vertical, can_focus=True):
    """The options of one question, one of which is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="option.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="option.down"),
        Binding("enter", "choose", "Choose", show=False, id="option.choose"),
    ]

    cursor: reactive[int | None] = reactive(None)
    """The option that Enter would choose; none until an arrow key is pressed."""

    @dataclass
    class Chosen(Message):
        """The player chose an option of the question at ``index``."""

        index: int
        options: tuple[str, ...]

    def __init__(self, index: int, options: tuple[str, ...]) -> None:
        """The options of the question at ``index`` of the game, in the order in which they are shown."""
        super().__init__()
        self.index = index
        self.options = options
        self.open = True

    def compose(self) -> ComposeResult:
        """A row an option."""
        for position, words in enumerate(self.options):
            yield OptionRow(position, words)

    def choose(self, position: int) -> None:
        """Choose an option by its place, if there is one there and nothing was chosen yet."""
        if self.open and 0 <= position < len(self.options):
            self.post_message(self.Chosen(self.index, (self.options[position],)))

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Mark what was right and what was chosen; nothing can be chosen any more."""
        self.open = False
        self.can_focus = False
        self.cursor = None
        for row in self.query(OptionRow):
            row.mark(right=row.words in answer, chosen=row.words in chosen)

    def action_move(self, step: int) -> None:
        """Move the cursor, from either end where it is not yet there."""
        if self.cursor is None:
            self.cursor = 0 if step > 0 else len(self.options) - 1
        else:
            self.cursor = (self.cursor + step) % len(self.options)

    def action_choose(self) -> None:
        """Choose the option under the cursor."""
        if self.cursor is not None:
            self.choose(self.cursor)

    def watch_cursor(self, cursor: int | None) -> None:
        """Show where the cursor is."""
        for row in self.query(OptionRow):
            row.set_class(row.position == cursor, "-cursor")
            if row.position == cursor:
                row.scroll_visible(animate=False)

    def on_click(self, event: events.Click) -> None:
        """Choose the option that was clicked."""
        node: Widget | None = event.widget
        while node is not None and not isinstance(node, OptionRow):
            node = node.parent if isinstance(node.parent, Widget) else None
        if node is not None:
            self.choose(node.position)
