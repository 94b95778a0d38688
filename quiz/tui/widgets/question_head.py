"""The head of a question: its topic, its source and its prompt."""

from collections.abc import Iterator

from textual.content import Content

from quiz.bank.question import Question
from quiz.game.phrases import LOOKED_UP
from quiz.tui import pack_text
from quiz.tui.widgets.item_view import Item, ItemView

_GAP = 4
"""The minimum number of cells between topic and source. With less room, the source is on the next line."""


class QuestionHead(ItemView):
    """The lines above the options."""

    def __init__(self, question: Question, difficulty: str | None = None, *, dense: bool = False) -> None:
        """``difficulty`` is how hard the question is, if not as its author says; ``dense`` leaves out empty lines."""
        super().__init__()
        self._dense = dense
        self.question = question
        self._difficulty = difficulty
        self._looked_up = False

    def ask(self, question: Question, difficulty: str | None = None) -> None:
        """Show another question."""
        self.question = question
        self._difficulty = difficulty
        self._looked_up = False
        self.draw()

    def show_looked_up(self) -> None:
        """Show that the question was looked up, so that it is worth half."""
        if not self._looked_up:
            self._looked_up = True
            self.draw()

    def items(self, width: int) -> Iterator[Item]:
        """Yield the topic with the source, and the prompt."""
        question, below = self.question, self._below
        parts = (question.topic, self._difficulty or question.difficulty, *([LOOKED_UP] if self._looked_up else []))
        topic = pack_text.plain(" · ".join(parts), pack_text.MUTED)
        if question.draft:  # first, so that a long topic cannot hide it
            topic = pack_text.draft(question) + Content.styled(" · ", pack_text.MUTED) + topic
        if question.according_to is None:
            yield Item(topic, below=below)
        else:
            source = pack_text.according_to(question.according_to)
            free = width - topic.cell_length - source.cell_length
            if free >= _GAP:
                yield Item(topic + Content(" " * free) + source, below=below)
            else:
                yield Item(topic)
                yield Item(source, below=below)
        yield Item(pack_text.plain(question.prompt, "bold"), below=below)

    @property
    def _below(self) -> int:
        if self._dense or self.screen.has_class("-short"):
            return 0
        return 2 if self.screen.has_class("-high") else 1
