"""The interface between the view of a question and the widget in which it is answered."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from quiz.bank.question import Question


class AnswerWidget(Widget):
    """Takes the answers to one question after another, and shows the right answer of each."""

    @dataclass(eq=False, repr=False)
    class Given(Message):
        """The player answered the question at ``index`` with some of its options, or with a typed text."""

        index: int
        chosen: tuple[str, ...]

    dense = False
    """Whether to leave out empty lines."""
    scrolls_itself = False
    """Whether it scrolls its options itself, so that the question stays in view above them."""

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Show the question at ``index`` of the game, without accepting answers yet.

        ``options`` are its options in the order in which they are shown. Called before the widget is mounted, and
        again for each later question.
        """
        raise NotImplementedError

    def open(self, accepts_answers: Callable[[], bool]) -> None:
        """Accept answers from now on, whenever ``accepts_answers`` returns True."""
        raise NotImplementedError

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Show the right ``answer`` and the ``chosen`` one, which may be empty, and accept no more answers."""
        raise NotImplementedError

    def lines_at(self, width: int) -> int:
        """Return the height in lines for a width in cells."""
        raise NotImplementedError

    @property
    def below(self) -> tuple[Widget, ...]:
        """More widgets that belong to it, which are placed below it."""
        return ()
