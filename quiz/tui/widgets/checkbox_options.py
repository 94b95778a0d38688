"""The options of a question to which several can be right: the ticked options are the answer."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.game.phrases import ALL_THAT_APPLY
from quiz.tui.widgets.multi_step_options import MultiStepOptions
from quiz.tui.widgets.option_list import Mark, number_keys


class CheckboxOptions(MultiStepOptions):
    """Options of which any number can be ticked. Pressing one again unticks it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("Choose"),
        Binding("space", "press_cursor", "Choose", show=False, id="option.tick"),
    ]

    HINT = ALL_THAT_APPLY
    INCOMPLETE = "Choose at least one."

    def selected_after(self, position: int) -> tuple[int, ...]:
        """Return the ticked options with this one toggled, in the order in which they are shown."""
        return tuple(sorted({*self.selected} ^ {position}))

    def box_of(self, position: int) -> str:
        """Return a checkbox, ticked or not."""
        return "[x] " if position in self.selected else "[ ] "

    @property
    def is_answer(self) -> bool:
        """Whether any option is ticked."""
        return bool(self.selected)

    def progress(self) -> str:
        """Return how many options are ticked."""
        return f"{len(self.selected)} chosen" if self.selected else ""

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Mark the right options. The ticks show the answer that was given."""
        self.selected = tuple(position for position, words in enumerate(self.options) if words in chosen)
        super().reveal(answer, chosen)

    def mark_of(self, words: str, answer: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
        """Return the mark of an option. It is "missed" only if the question was answered."""
        if words in chosen:
            return Mark("right", "your answer") if words in answer else Mark("wrong", "not one of them")
        if words in answer:
            return Mark("missed", "missed") if chosen else Mark("right", "a right answer")
        return Mark("other")
