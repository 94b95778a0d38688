"""Collects the questions of a file one by one: each is imported, or reported with the reason."""

from collections.abc import Callable

import msgspec

from quiz.exchange.importable_kinds import validated
from quiz.exchange.imported_question import CannotImportError, ImportedQuestion, ImportMessage


class QuestionCollector(msgspec.Struct):
    """The questions of a file and the messages about them, as far as it has been read."""

    questions: list[ImportedQuestion] = []
    messages: list[ImportMessage] = []

    def add(self, line: int, make: Callable[[], ImportedQuestion], name: str = "") -> None:
        """Add a question, or say why not; ``make`` raises CannotImportError for one that cannot be imported."""
        try:
            question = validated(make())
        except CannotImportError as error:
            self.messages.append(ImportMessage(line, str(error), question=name))
            return
        self.questions.append(question)
        self.warn(line, *question.warnings, name=name)

    def warn(self, line: int, *texts: str, name: str = "") -> None:
        """Say what was ignored in something that was imported."""
        self.messages += [ImportMessage(line, text, is_warning=True, question=name) for text in texts]

    def result(self) -> tuple[list[ImportedQuestion], list[ImportMessage]]:
        """What a format's reader returns, the messages in the order of the file."""
        return self.questions, sorted(self.messages, key=lambda message: message.line)
