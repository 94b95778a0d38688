"""The options of a question: pressed by number, letter, arrow keys or mouse, and marked after the verdict.

``Options`` is for questions with one right option: pressing an option answers the question. Other kinds of questions
have a subclass that defines what pressing does, and how options are marked.
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
    """How an option is marked after the verdict: with a sign, a colour and a note."""

    kind: Literal["right", "missed", "wrong", "other", "shown"]
    """``missed``: right but not chosen; ``other``: wrong and not chosen; ``shown``: neither right nor wrong."""
    note: str = ""


_OPEN = Mark("shown")
"""The mark of an option before the verdict."""


def number_keys(description: str) -> list[BindingType]:
    """Return the bindings that press an option by its number or letter; ``description`` is for the footer."""
    group = Binding.Group(description, compact=True)
    return [
        Binding(f"{place},{letter}", f"press({place - 1})", f"Option {place}", id=f"option.{place}", group=group)
        for place, letter in enumerate("abcdefghi", start=1)
    ]


class Options(ItemView, AnswerWidget, PlainFocus, can_focus=True):
    """The options of a question to which one is right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("Answer"),
        Binding("up,k", "move(-1)", "Up", show=False, id="option.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="option.down"),
        Binding("enter", "press_cursor", "Choose", show=False, id="option.choose"),
    ]

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The option that Enter presses; None until an arrow key is pressed."""
    hovered: reactive[int | None] = reactive(None, repaint=False)
    """The option under the mouse."""

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:  # noqa: ARG002 - for subclasses
        """Show the options of another question, without accepting answers yet."""
        self.index = index
        self.options = options
        self._accepts_answers: Callable[[], bool] | None = None
        self._marks: tuple[Mark, ...] = ()
        self.set_reactive(Options.cursor, None)
        self.can_focus = True
        if self.is_mounted:
            self.draw()

    # Open from the first painting of the question until the verdict

    def open(self, accepts_answers: Callable[[], bool]) -> None:
        """Accept answers from now on, whenever ``accepts_answers`` returns True."""
        self._accepts_answers = accepts_answers

    @property
    def is_open(self) -> bool:
        """Whether the question is on the screen and has no verdict yet."""
        return self._accepts_answers is not None

    @property
    def accepts_answers(self) -> bool:
        """Whether the game accepts an answer now."""
        return self._accepts_answers is not None and self._accepts_answers()

    @property
    def is_revealed(self) -> bool:
        """Whether the options are marked after the verdict."""
        return bool(self._marks)

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Mark the right and the chosen options, and accept no more answers."""
        self._accepts_answers = None
        self.set_reactive(Options.cursor, None)
        self._marks = tuple(self.mark_of(words, answer, chosen) for words in self.options)
        self.draw()

    # For subclasses

    def pressed(self, position: int) -> None:
        """Handle the press of an option: it is the answer."""
        self.post_message(self.Given(self.index, (self.options[position],)))

    def mark_of(self, words: str, answer: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
        """Return the mark of an option after the verdict."""
        if words in answer:
            return Mark("right", "your answer" if words in chosen else "the right answer")
        return Mark("wrong", "your answer") if words in chosen else Mark("other")

    @property
    def hint(self) -> str:
        """The text above the options."""
        return ""

    @property
    def places(self) -> Sequence[int]:
        """The positions of the options in the order in which they are shown now."""
        return range(len(self.options))

    def key_of(self, position: int) -> str:
        """Return the number of an option, with the space after it."""
        return f"{position + 1}  "

    def box_of(self, position: int) -> str:  # noqa: ARG002 - for subclasses
        """Return the text between the number of an option and its words."""
        return ""

    # Drawing

    def items(self, width: int) -> Iterator[Item]:  # noqa: ARG002 - the same for any width
        """Yield the hint, if there is one, and an item for each option."""
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
        """Return the position of the option at a line, counted from the top of the widget."""
        item = self.item_at(y)
        index = None if item is None else item - bool(self.hint)
        return None if index is None or index < 0 else self.places[index]

    def area_of_option(self, position: int) -> Region:
        """Return the region of an option, relative to the widget."""
        return self.area_of(list(self.places).index(position) + bool(self.hint))

    # Keys and mouse

    def press(self, position: int) -> None:
        """Press an option, if there is one at the position and answers are accepted."""
        if 0 <= position < len(self.options) and self.accepts_answers:
            self.pressed(position)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of the options until the question has been painted, and after the verdict.

        After the verdict, the same keys scroll and go on to the next question.
        """
        if action == "press":
            return self.is_open and int(str(parameters[0])) < len(self.options)
        if action in {"move", "press_cursor"}:
            return not self.is_revealed
        return super().check_action(action, parameters)

    def action_press(self, position: int) -> None:
        """Press an option."""
        self.press(position)

    def action_press_cursor(self) -> None:
        """Press the option under the cursor."""
        if self.cursor is not None:
            self.press(self.cursor)

    def action_move(self, step: int) -> None:
        """Move the cursor. Without a cursor, start at the first or at the last option."""
        if self.cursor is None:
            self.cursor = 0 if step > 0 else len(self.options) - 1
        else:
            self.cursor = (self.cursor + step) % len(self.options)

    def watch_cursor(self, cursor: int | None) -> None:
        """Draw the cursor and scroll to it."""
        self.draw()
        if cursor is not None and isinstance(self.parent, Widget):
            area = self.area_of_option(cursor).translate(self.virtual_region.offset)
            self.parent.scroll_to_region(area, animate=False, x_axis=False, immediate=True)

    def watch_hovered(self) -> None:
        """Highlight the option under the mouse."""
        self.draw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Update the option under the mouse."""
        self.hovered = self.option_at(event.y)

    def on_leave(self) -> None:
        """Remove the highlight when the mouse leaves."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Press the clicked option."""
        position = self.option_at(event.y)
        if position is not None:
            self.press(position)
