"""Collects the questions of a file: each is imported, or skipped with a message."""

from collections.abc import Callable

import msgspec

from quiz.exchange.importable_kinds import validated
from quiz.exchange.imported_question import CannotImportError, ImportedQuestion, ImportMessage


class QuestionCollector(msgspec.Struct):
    """The questions and messages of the part of a file that has been read."""

    questions: list[ImportedQuestion] = []
    messages: list[ImportMessage] = []

    def add(self, line: int, make: Callable[[], ImportedQuestion], name: str = "") -> None:
        """Add the question that ``make`` returns, or a message if it raises CannotImportError."""
        try:
            question = validated(make())
        except CannotImportError as error:
            self.messages.append(ImportMessage(line, str(error), question=name))
            return
        self.questions.append(question)
        self.warn(line, *question.warnings, name=name)

    def warn(self, line: int, *texts: str, name: str = "") -> None:
        """Add warnings about something that was imported."""
        self.messages += [ImportMessage(line, text, is_warning=True, question=name) for text in texts]

    def result(self) -> tuple[list[ImportedQuestion], list[ImportMessage]]:
        """The return value of a format's ``read``: questions and messages, in the order of the file."""
        return self.questions, sorted(self.messages, key=lambda message: message.line)
