"""Questions are added one by one, and the messages about them are in the order of the file."""

from quiz.author.question_draft import QuestionDraft
from quiz.exchange.imported_question import CannotImportError, ImportedQuestion, ImportMessage
from quiz.exchange.question_collector import QuestionCollector


def refused() -> ImportedQuestion:
    raise CannotImportError("it is none")


def test_each_question_goes_in_or_is_named_with_the_reason() -> None:
    collector = QuestionCollector()
    good = QuestionDraft(prompt=" p ", answer=("a",), distractors=("b",))
    collector.add(5, lambda: ImportedQuestion(line=5, draft=good, warnings=("so it is",)))
    collector.add(3, refused, "the second")
    collector.add(4, lambda: ImportedQuestion(line=4, draft=QuestionDraft(prompt="p", answer=("a",))))
    questions, messages = collector.result()
    assert [(one.line, one.draft.prompt) for one in questions] == [(5, "p")]
    assert messages == [
        ImportMessage(3, "it is none", question="the second"),
        ImportMessage(4, "it has no wrong option to choose from"),
        ImportMessage(5, "so it is", is_warning=True),
    ]


def test_nothing_of_one_file_is_left_in_another() -> None:
    QuestionCollector().add(1, refused)
    assert QuestionCollector().result() == ([], [])
