"""The options of a question that asks for an order: each pressed option gets the next place."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.bank.question import Question
from quiz.game.phrases import RIGHT_ORDER
from quiz.tui import pack_text
from quiz.tui.widgets.multi_step_options import MultiStepOptions
from quiz.tui.widgets.option_list import Mark, number_keys


class OrderOptions(MultiStepOptions):
    """Options that are put in order. They keep their positions on the screen until the verdict."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("Place"),
        Binding("space", "press_cursor", "Place", show=False, id="option.place"),
        Binding("backspace", "take_back", "Take back", key_display="backspace", id="option.undo"),
    ]

    HINT = "Press them in order, one by one."
    INCOMPLETE = "Place all of them."
    ANSWER_HINT = RIGHT_ORDER
    """The hint after the verdict."""

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Show another question, with no option placed."""
        self._right: tuple[int, ...] = ()
        """The positions of the options in the right order; empty until the verdict."""
        super().ask(question, index, options)

    def selected_after(self, position: int) -> tuple[int, ...]:
        """Place an option next, or remove it if it was placed. If one option is left, it is placed last.

        Pressing the last option when all are placed changes nothing: it was placed automatically, and the player
        may still press it.
        """
        if self.is_answer and position == self.selected[-1]:
            return self.selected
        if position in self.selected:
            return tuple(other for other in self.selected if other != position)
        placed = (*self.selected, position)
        left = [other for other in range(len(self.options)) if other not in placed]
        return (*placed, *left) if len(left) == 1 else placed

    def select(self, positions: tuple[int, ...]) -> None:
        """Set the places. When every option has one, scroll to the bar that submits."""
        super().select(positions)
        if self.is_answer:
            self.show_submit()

    def box_of(self, position: int) -> str:
        """Return the place of an option, if it has one. After the verdict, ``key_of`` shows the right place."""
        if self.is_revealed:
            return ""
        place = pack_text.ordinal(self.selected.index(position) + 1) if position in self.selected else "   "
        return f"[{place}] "

    @property
    def is_answer(self) -> bool:
        """Whether every option has a place."""
        return len(self.selected) == len(self.options)

    def progress(self) -> str:
        """Return how many options have a place."""
        return f"{len(self.selected)} of {len(self.options)} placed"

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Show the options in the right order, and where the player placed them."""
        self._right = tuple(self.options.index(words) for words in answer)
        super().reveal(answer, chosen)

    @property
    def hint(self) -> str:
        """How to answer, or, after the verdict, that this is the right order."""
        return self.ANSWER_HINT if self.is_revealed else super().hint

    @property
    def places(self) -> Sequence[int]:
        """The positions in the order in which they are shown: after the verdict, the right order."""
        return self._right or super().places

    def key_of(self, position: int) -> str:
        """Return the number of an option or, after the verdict, its right place."""
        return f"{pack_text.ordinal(self._right.index(position) + 1)}  " if self._right else super().key_of(position)

    def mark_of(self, words: str, answer: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
        """Return whether the place of an option was right, and the player's place if not."""
        if words not in chosen:
            return Mark("shown")
        place = chosen.index(words)
        if place == answer.index(words):
            return Mark("right", "in its place")
        return Mark("wrong", f"you: {pack_text.ordinal(place + 1)}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide taking back until the question has been painted."""
        if action == "take_back":
            return self.is_open
        return super().check_action(action, parameters)

    def action_take_back(self) -> None:
        """Remove the option that was placed last, and the one that was then placed automatically."""
        self.select(self.selected[: -2 if self.is_answer else -1])
