"""Exporting to formats that cannot carry everything: what is lost, and which questions lose it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

import msgspec

from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import Question
from quiz.exchange.imported_question import trimmed

_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Control characters other than white space: a NUL makes a file binary, the others act on terminals."""


class LossNote(msgspec.Struct, frozen=True):
    """Something that a format cannot carry, and the questions that have it."""

    what: str
    ids: tuple[str, ...]
    whole: bool = False
    """Whether the questions themselves are left out, and not only a part of them."""
    everywhere: bool = False
    """Whether every question that is written has it."""


def plain(text: str) -> str:
    """A text as it is written to a file: trimmed, and without control characters."""
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
    "the kind multiple where one option alone is right": (
        lambda question: kind_of(question).answer_is_list and len(question.answer) == 1
    ),
}
"""Everything that a question may have beside its prompt and its options, and a test whether it does."""


def exportable(
    questions: Sequence[Question], kinds: Collection[str], carried: Collection[str]
) -> tuple[list[Question], list[LossNote]]:
    """The questions that a format can carry, their texts made ``plain``, and everything that is lost.

    ``kinds`` are the kinds that the format has, ``carried`` the names in ``FEATURES`` that it carries.
    """
    lost: list[LossNote] = []
    for kind in dict.fromkeys(question.kind for question in questions):
        if kind not in kinds:
            ids = tuple(question.id for question in questions if question.kind == kind)
            lost.append(LossNote(f"questions of the kind {kind}", ids, whole=True))
    kept = [question for question in questions if question.kind in kinds]
    blank = tuple(question.id for question in kept if _has_blank_text(question))
    if blank:
        lost.append(LossNote("prompts or options that are nothing but control characters", blank, whole=True))
        kept = [question for question in kept if not _has_blank_text(question)]
    for what, has in FEATURES.items():
        ids = tuple(question.id for question in kept if has(question))
        if ids and what not in carried:
            lost.append(LossNote(what, ids, everywhere=len(ids) == len(kept)))
    return [_plain_question(question) for question in kept], lost


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
    """A loss in one line, with the ids of the questions unless all have it; ``title`` names the format."""
    number = len(loss.ids)
    which = f"{number} question{'s' if number != 1 else ''}"
    names = "every question" if loss.everywhere and number > 1 else f"{which}: {', '.join(loss.ids)}"
    return f"{'Left out' if loss.whole else 'Not exported'}, since {title} has no place for it: {loss.what} ({names})"
