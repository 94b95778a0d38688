"""The options of a question that asks for an order: each gets the next place, and the places are the answer."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.bank.question import Question
from quiz.game.phrases import RIGHT_ORDER
from quiz.tui import pack_text
from quiz.tui.widgets.multi_step_options import MultiStepOptions
from quiz.tui.widgets.option_list import Mark, number_keys


class OrderOptions(MultiStepOptions):
    """Options that are put in an order, one after the other; they stay where they stand until the verdict."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("Place"),
        Binding("space", "press_cursor", "Place", show=False, id="option.place"),
        Binding("backspace", "take_back", "Take back", key_display="backspace", id="option.undo"),
    ]

    HINT = "Press them in order, one by one."
    LACKING = "Place all of them."
    TOLD = RIGHT_ORDER

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """No place is told at first."""
        self._right: tuple[int, ...] = ()
        """The positions of the options in the right order, once it is told."""
        super().ask(question, index, options)

    def gathered_after(self, position: int) -> tuple[int, ...]:
        """The places with this option next; without it if it had one. What is left over at the end goes last.

        Whoever presses the last one all the same means to put it there, not to take it out.
        """
        if self.is_answer and position == self.gathered[-1]:
            return self.gathered
        if position in self.gathered:
            return tuple(one for one in self.gathered if one != position)
        placed = (*self.gathered, position)
        left = [one for one in range(len(self.options)) if one not in placed]
        return (*placed, *left) if len(left) == 1 else placed

    def gather(self, positions: tuple[int, ...]) -> None:
        """Show the places, and how to answer once every option has one."""
        super().gather(positions)
        if self.is_answer:
            self.show_submit()

    def box_of(self, position: int) -> str:
        """The place of an option, if it has one yet; in the right order it is its key."""
        if self.is_revealed:
            return ""
        place = pack_text.ordinal(self.gathered.index(position) + 1) if position in self.gathered else "   "
        return f"[{place}] "

    @property
    def is_answer(self) -> bool:
        """Whether every option has its place."""
        return len(self.gathered) == len(self.options)

    def so_far(self) -> str:
        """How many have a place."""
        return f"{len(self.gathered)} of {len(self.options)} placed"

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Put the options in the right order, each with its right place and where the player had it."""
        self._right = tuple(self.options.index(words) for words in answer)
        super().reveal(answer, chosen)

    @property
    def hint(self) -> str:
        """How the question is answered, or that what is shown is the answer."""
        return self.TOLD if self.is_revealed else super().hint

    @property
    def places(self) -> Sequence[int]:
        """The right order, once it is told."""
        return self._right or super().places

    def key_of(self, position: int) -> str:
        """The right place of an option, once it is told."""
        return f"{pack_text.ordinal(self._right.index(position) + 1)}  " if self._right else super().key_of(position)

    def mark_of(self, words: str, answer: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
        """Whether an option was put in its place, and where it was put if not."""
        if words not in chosen:
            return Mark("shown")
        place = chosen.index(words)
        if place == answer.index(words):
            return Mark("right", "in its place")
        return Mark("wrong", f"you: {pack_text.ordinal(place + 1)}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take a place back once the question has been painted."""
        if action == "take_back":
            return self.is_open
        return super().check_action(action, parameters)

    def action_take_back(self) -> None:
        """Take back what was pressed last, and with it what then had only one place left."""
        self.gather(self.gathered[: -2 if self.is_answer else -1])
