"""What all formats have in common: a question without proof, and what is said where one cannot be taken over."""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from quiz.bank.question import DIFFICULTIES, Difficulty, Question
from quiz.bank.question_entry import DEFAULT_KIND

_SURROGATE = re.compile("[\ud800-\udfff]")


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A question as a format has it: words, and nothing that proves them."""

    line: int
    """Where it begins in its file, from 1."""
    kind: str = DEFAULT_KIND
    prompt: str
    answer: tuple[str, ...]
    """The right options; for true-false ``True`` or ``False``."""
    distractors: tuple[str, ...] = ()
    topic: str | None = None
    difficulty: Difficulty | None = None
    explanation: str | None = None
    id: str | None = None
    """What its file calls it, where it has a name for it."""
    notes: tuple[str, ...] = ()
    """What its file says of it and is not taken over, each as the end of a sentence."""


class Trouble(msgspec.Struct, frozen=True):
    """Something of a file that could not be taken over."""

    line: int
    reason: str
    taken: bool = False
    """Whether the question went in all the same, without what the reason names."""
    which: str = ""
    """The question that is meant, in files whose lines do not tell."""


class LossNote(msgspec.Struct, frozen=True):
    """Something that a format cannot carry, and the questions that have it."""

    what: str
    ids: tuple[str, ...]
    whole: bool = False
    """Whether the questions themselves are left out, and not only something of them."""
    everywhere: bool = False
    """Whether no question that is written is without it."""


class NotTakenError(Exception):
    """A question cannot be taken over; the message says why, as the end of a sentence."""


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format by its name."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    """How the names of its files end."""
    read: Callable[[str], tuple[list[Item], list[Trouble]]] | None = None
    """From a file's text to what can be taken over and what cannot; None where a format is only written."""
    write: Callable[[Sequence[Question]], tuple[str | bytes, list[LossNote]]]
    """From questions to a file's content and what that could not carry."""


def tidy(words: str) -> str:
    """Words without white space around them, each line end a line feed."""
    return re.sub("\r\n?", "\n", words).strip()


def true_or_false(word: str) -> str | None:
    """``True`` or ``False`` for the words and letters that mean it, in any case; None for all others."""
    return {"true": "True", "t": "True", "false": "False", "f": "False"}.get(word.strip().casefold())


def difficulty(word: str) -> Difficulty | None:
    """The difficulty that a word means; None for what means none."""
    return next((one for one in DIFFICULTIES if one == word.strip().casefold()), None)


def doubts(word: str) -> tuple[str, ...]:
    """What is to be noted of a word for a difficulty: nothing where it means one."""
    return () if difficulty(word) else (f"its difficulty {word!r} is not known; it counts as medium",)


def kind_of(answer: Sequence[str], distractors: Sequence[str]) -> str:
    """What kind of question options make where nothing else says it."""
    if len(answer) > 1:
        return "multiple"
    said = [word.strip().casefold() for word in (*answer, *distractors)]
    is_statement = set(said) <= {"true", "false"} and len(set(said)) == len(said)
    return "true-false" if is_statement else "choice"


def tidied(item: Item) -> Item:
    """An item with its words tidied.

    Raises:
        NotTakenError: words are missing without which it is no question of any kind.

    """
    item = _tidied(item)
    _refuse_without_words(item)
    return item


def _refuse_without_words(item: Item) -> None:
    if not item.prompt:
        raise NotTakenError("it asks nothing: the prompt is empty")
    if not item.answer:
        raise NotTakenError("it has no right answer")
    if not all((*item.answer, *item.distractors)):
        raise NotTakenError("one of its options is empty")
    words = "".join(_words(item))
    if _SURROGATE.search(words):
        raise NotTakenError("it holds half a character, a lone surrogate")
    if "\0" in words:
        raise NotTakenError("it holds a NUL character, with which no file is text")


def _words(item: Item) -> Iterator[str]:
    yield from (item.prompt, *item.answer, *item.distractors)
    yield from (words for words in (item.topic, item.explanation, item.id) if words is not None)


def _tidied(item: Item) -> Item:
    return msgspec.structs.replace(
        item,
        prompt=tidy(item.prompt),
        answer=tuple(tidy(one) for one in item.answer),
        distractors=tuple(tidy(one) for one in item.distractors),
        topic=tidy(item.topic or "") or None,
        explanation=tidy(item.explanation or "") or None,
        id=tidy(item.id or "") or None,
    )
