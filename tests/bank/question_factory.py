"""Questions for tests of checks, made without a pack."""

from typing import Any

from quiz.bank.problem import Place
from quiz.bank.question import Dispute, Passage, Question
from quiz.bank.source import Span
from quiz.bank.validation import CHECKS
from quiz.lint.rules import QUESTION_CHECKS
from tests.bank.pack_folder import ARTICLE, source_of

PASSAGE = Passage(source=source_of(ARTICLE), span=Span(0, 4), paragraph=1, parts=(Span(0, 4),))


def asked(**changes: Any) -> Question:
    """A good question with changes; an answer or a dispute may be given as its words alone."""
    whole: dict[str, Any] = {
        "id": "director",
        "pack": "pack",
        "kind": "choice",
        "prompt": "Who directs Ballerina?",
        "answer": "Len Wiseman",
        "distractors": ("Chad Stahelski", "Derek Kolstad"),
        "topic": "Cast",
        "difficulty": "easy",
        "citations": (PASSAGE,),
        "place": Place("questions/cast.yaml"),
        **changes,
    }
    if isinstance(whole["answer"], str):
        whole["answer"] = (whole["answer"],)
    if whole["kind"] == "order":
        whole["distractors"] = ()
    if "disputes" in changes:
        whole["disputes"] = tuple(Dispute(answer=words, passage=PASSAGE) for words in changes["disputes"])
    return Question(**whole)


def choice(answer: str, *distractors: str, **changes: Any) -> Question:
    """A choice between an answer and some distractors."""
    return asked(answer=answer, distractors=distractors, **changes)


def several(right: list[str], wrong: list[str], **changes: Any) -> Question:
    """A question with several right options."""
    return asked(kind="multiple", answer=tuple(right), distractors=tuple(wrong), **changes)


def order(*options: str, **changes: Any) -> Question:
    """Options to be put in order."""
    return asked(kind="order", answer=options, **{"prompt": "Put these in order, the earliest first.", **changes})


def statement(prompt: str, **changes: Any) -> Question:
    """A statement that is true."""
    return asked(kind="true-false", prompt=prompt, answer="True", distractors=("False",), **changes)


def prompt(words: str, **changes: Any) -> Question:
    """A choice with another prompt."""
    return asked(prompt=words, **changes)


def messages(code: str, question: Question) -> list[str]:
    """What the checks with a code say of a question."""
    return [
        message
        for one in (*CHECKS, *QUESTION_CHECKS)
        if one.rule.code == code
        for _, message, _ in one.find(question)
    ]
