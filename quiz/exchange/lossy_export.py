"""What a format cannot carry, said once for each sort of thing with the questions that have it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

import msgspec

from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import Question
from quiz.exchange.item import LossNote, tidy

_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Control characters but for those that are white space: a NUL makes a file no text, the others act on terminals."""


def plain(words: str) -> str:
    """Words as they are written to a file: tidy, and without control characters."""
    return tidy(_bare(words))


def _bare(words: str) -> str:
    return _CONTROL.sub("", words)


def _texts(question: Question) -> Iterator[str]:
    yield from (question.prompt, *question.options, question.topic)
    if question.explanation:
        yield question.explanation


PARTS: dict[str, Callable[[Question], bool]] = {
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
    "white space around words": lambda question: any(_bare(text) != plain(text) for text in _texts(question)),
    "control characters": lambda question: any(_CONTROL.search(text) for text in _texts(question)),
    "the kind multiple where one option alone is right": (
        lambda question: kind_of(question).answer_is_list and len(question.answer) == 1
    ),
}
"""Everything that a question may have beside its prompt and its options, and how to tell that it has it."""


def sort_out(
    questions: Sequence[Question], kinds: Collection[str], carried: Collection[str]
) -> tuple[list[Question], list[LossNote]]:
    """The questions that a format has a place for, in plain words, and all that is lost.

    ``kinds`` are those that the format has, ``carried`` the names of ``PARTS`` that it carries.
    """
    lost: list[LossNote] = []
    for kind in dict.fromkeys(question.kind for question in questions):
        if kind not in kinds:
            ids = tuple(question.id for question in questions if question.kind == kind)
            lost.append(LossNote(f"questions of the kind {kind}", ids, whole=True))
    kept = [question for question in questions if question.kind in kinds]
    mute = tuple(question.id for question in kept if _is_mute(question))
    if mute:
        lost.append(LossNote("prompts or options that are nothing but control characters", mute, whole=True))
        kept = [question for question in kept if not _is_mute(question)]
    for what, has in PARTS.items():
        ids = tuple(question.id for question in kept if has(question))
        if ids and what not in carried:
            lost.append(LossNote(what, ids, everywhere=len(ids) == len(kept)))
    return [_in_plain_words(question) for question in kept], lost


def _is_mute(question: Question) -> bool:
    return not all(map(plain, (question.prompt, *question.options)))


def _in_plain_words(question: Question) -> Question:
    return msgspec.structs.replace(
        question,
        prompt=plain(question.prompt),
        answer=tuple(map(plain, question.answer)),
        distractors=tuple(map(plain, question.distractors)),
        topic=plain(question.topic),
        explanation=plain(question.explanation or "") or None,
    )


def told(loss: LossNote, title: str) -> str:
    """A loss in one line, with the ids where it is not of every question."""
    number = len(loss.ids)
    which = f"{number} question{'s' if number != 1 else ''}"
    names = "every question" if loss.everywhere and number > 1 else f"{which}: {', '.join(loss.ids)}"
    return f"{'Left out' if loss.whole else 'Not carried'}, since {title} has no place for it: {loss.what} ({names})"
