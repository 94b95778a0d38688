"""What a question's view asks of the widget that takes its answer, whatever kind of question it is."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from quiz.bank.question import Question


class AnswerWidget(Widget):
    """Takes the answer to one question after the other, and shows in the end what was right."""

    @dataclass(eq=False, repr=False)
    class Given(Message):
        """The player answered the question at ``index``: with some of its options, or with what was typed."""

        index: int
        chosen: tuple[str, ...]

    dense = False
    """Whether it leaves no line free, whatever room there is."""

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Take the answer to the question at ``index`` of the game, which is not open yet.

        ``options`` are its options in the order in which they are shown. It comes first of all, before the widget is
        on the screen, and again for every further question.
        """
        raise NotImplementedError

    def open(self, hears: Callable[[], bool]) -> None:
        """Take an answer from now on, whenever ``hears`` says that it may count."""
        raise NotImplementedError

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Show what was right, and what was answered if anything was; nothing can be answered any more."""
        raise NotImplementedError

    def lines_at(self, width: int) -> int:
        """How many lines it takes in so many cells."""
        raise NotImplementedError

    @property
    def below(self) -> tuple[Widget, ...]:
        """Further widgets that belong to it, and stand below it."""
        return ()
