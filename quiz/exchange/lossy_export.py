"""Finds what an export loses, because the format cannot express everything that a question has."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

import msgspec

from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import DEFAULT_APPEAL, Question
from quiz.exchange.imported_question import trimmed

_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Control characters other than white space: NUL makes a file binary, the others control terminals."""


class LossNote(msgspec.Struct, frozen=True):
    """Something that a format cannot express, and the questions that have it."""

    feature: str
    ids: tuple[str, ...]
    drops_questions: bool = False
    """Whether the questions are not exported at all, instead of without the feature."""
    in_all: bool = False
    """Whether every exported question has the feature."""


def plain(text: str) -> str:
    """A text for an exported file: trimmed, and without control characters."""
    return trimmed(_without_controls(text))


def _without_controls(text: str) -> str:
    return _CONTROL.sub("", text)


def _texts(question: Question) -> Iterator[str]:
    yield from (question.prompt, *question.options, question.topic)
    if question.explanation:
        yield question.explanation


FEATURES: dict[str, Callable[[Question], bool]] = {
    "ids": lambda _: True,
    "topics": lambda _: True,
    "difficulties": lambda _: True,
    "appeals": lambda question: question.appeal != DEFAULT_APPEAL,
    "explanations": lambda question: bool(question.explanation),
    "citations": lambda question: bool(question.citations),
    "disputes": lambda question: bool(question.disputes),
    "sources that a question follows": lambda question: question.according_to is not None,
    "further keys of their kind": lambda question: bool(question.details),
    "line breaks": lambda question: any("\n" in plain(text) for text in _texts(question)),
    "line breaks in topics": lambda question: "\n" in plain(question.topic),
    "white space around words": lambda question: any(
        _without_controls(text) != plain(text) for text in _texts(question)
    ),
    "control characters": lambda question: any(_CONTROL.search(text) for text in _texts(question)),
    "the kind multiple with a single right option": (
        lambda question: kind_of(question).answer_is_list and len(question.answer) == 1
    ),
}
"""Everything that a question may have besides prompt and options: a name for messages, and a test."""


def exportable(
    questions: Sequence[Question], kinds: Collection[str], supported: Collection[str]
) -> tuple[list[Question], list[LossNote]]:
    """The questions that a format can express, with ``plain`` texts, and everything that is lost.

    ``kinds`` are the kinds that the format has, and ``supported`` the names in ``FEATURES`` that it can express.
    """
    losses: list[LossNote] = []
    for kind in dict.fromkeys(question.kind for question in questions):
        if kind not in kinds:
            ids = tuple(question.id for question in questions if question.kind == kind)
            losses.append(LossNote(f"questions of the kind {kind}", ids, drops_questions=True))
    exported = [question for question in questions if question.kind in kinds]
    blank = tuple(question.id for question in exported if _has_blank_text(question))
    if blank:
        losses.append(LossNote("prompts or options that consist of control characters", blank, drops_questions=True))
        exported = [question for question in exported if not _has_blank_text(question)]
    for feature, has in FEATURES.items():
        ids = tuple(question.id for question in exported if has(question))
        if ids and feature not in supported:
            losses.append(LossNote(feature, ids, in_all=len(ids) == len(exported)))
    return [_plain_question(question) for question in exported], losses


def _has_blank_text(question: Question) -> bool:
    return not all(map(plain, (question.prompt, *question.options)))


def _plain_question(question: Question) -> Question:
    return msgspec.structs.replace(
        question,
        prompt=plain(question.prompt),
        answer=tuple(map(plain, question.answer)),
        distractors=tuple(map(plain, question.distractors)),
        topic=plain(question.topic),
        explanation=plain(question.explanation or "") or None,
    )


def loss_line(loss: LossNote, title: str) -> str:
    """A loss in one line, with the ids of the questions unless all are affected. ``title`` names the format."""
    number = len(loss.ids)
    which = f"{number} question{'s' if number != 1 else ''}"
    names = "every question" if loss.in_all and number > 1 else f"{which}: {', '.join(loss.ids)}"
    status = "Left out" if loss.drops_questions else "Not exported"
    return f"{status}, since {title} has no place for it: {loss.feature} ({names})"
