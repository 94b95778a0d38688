"""The options of a question to which all that apply are the answer: each is ticked, and the ticks are the answer."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.game.phrases import ALL_THAT_APPLY
from quiz.tui.widgets.multi_step_options import MultiStepOptions
from quiz.tui.widgets.option_list import Mark, number_keys


class CheckboxOptions(MultiStepOptions):
    """Options of which any number is ticked; pressing one again takes its tick away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("Choose"),
        Binding("space", "press_cursor", "Choose", show=False, id="option.tick"),
    ]

    HINT = ALL_THAT_APPLY
    LACKING = "Choose at least one."

    def gathered_after(self, position: int) -> tuple[int, ...]:
        """The ticks with this one turned over, in the order in which the options are shown."""
        return tuple(sorted({*self.gathered} ^ {position}))

    def box_of(self, position: int) -> str:
        """A tick where the option was chosen."""
        return "[x] " if position in self.gathered else "[ ] "

    @property
    def is_answer(self) -> bool:
        """Whether anything is ticked."""
        return bool(self.gathered)

    def so_far(self) -> str:
        """How many are ticked."""
        return f"{len(self.gathered)} chosen" if self.gathered else ""

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Mark what was right; the ticks left are those that were given as the answer."""
        self.gathered = tuple(position for position, words in enumerate(self.options) if words in chosen)
        super().reveal(answer, chosen)

    def mark_of(self, words: str, answer: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
        """What an option turned out to be; "missed" is said only to those who answered."""
        if words in chosen:
            return Mark("right", "your answer") if words in answer else Mark("wrong", "not one of them")
        if words in answer:
            return Mark("missed", "missed") if chosen else Mark("right", "a right answer")
        return Mark("other")
