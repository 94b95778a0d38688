"""Give-aways: questions that tell each other's answers, so that one game does not ask both."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import Question
from quiz.bank.source import Span
from quiz.bank.words import words

_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
"""Not at a colon, which stands inside titles: "John Wick: Chapter 4"."""
_COMMON = 0.08
"""A word in a larger share of the prompts than this says nothing of what a question is about …"""
_SELDOM = 2
"""… unless no more prompts than these have it: in a small pack, or a filtered one, every word is a large share."""
_SHORTEST = 4
"""Letters from which on a word counts as saying something."""

_NOBODY: set[int] = set()
_Known = TypeVar("_Known", int, str)
_Index = dict[_Known, set[int]]

_Quoted = tuple[tuple[int, Span], ...]


class _Told(msgspec.Struct, frozen=True):
    """What a question shows and asks, as far as it matters to others."""

    sentences: tuple[tuple[str, frozenset[str]], ...]
    """Of prompt and explanation: the words between single spaces, and those that say something."""
    about: frozenset[str]
    """The words of the prompt that say something."""
    answers: tuple[str, ...]
    """The right options, each between single spaces; none where they are no words of their own."""
    shown: _Quoted
    """What is quoted once the question is answered, with the identity of its source."""
    carrying: _Quoted
    """The quoted words that carry the answer."""

    @property
    def said(self) -> frozenset[str]:
        """Every word that it says."""
        return frozenset(word for text, _ in self.sentences for word in text.split())


def frequent_words(questions: Sequence[Question]) -> frozenset[str]:
    """The words of so many prompts that they say nothing of what one of these questions is about."""
    counts = Counter(word for question in questions for word in set(words(question.prompt)))
    most = max(_SELDOM, _COMMON * len(questions))
    return frozenset(word for word, count in counts.items() if count > most)


class SpoilerIndex:
    """Which questions of a bank give each other away."""

    def __init__(self, common: frozenset[str]) -> None:
        """``common`` are the ``frequent_words`` of the whole bank."""
        self._common = common
        self._told: dict[str, _Told] = {}

    def spoil_each_other(self, one: Question, other: Question) -> bool:
        """Whether one of two questions, with its explanation and its quotes, tells the answer to the other."""
        first, second = self._read(one), self._read(other)
        return _tells(first, second) or _tells(second, first)

    def pairs(self, questions: Iterable[Question]) -> tuple[tuple[Question, Question], ...]:
        """Every pair of some questions that gives itself away, each once, in their order."""
        seen = self.group()
        found = [pair for question in questions for pair in seen.added(question)]
        return tuple((seen.questions[one], seen.questions[other]) for one, other in sorted(found))

    def group(self) -> "Group":
        """A group of questions, none to begin with."""
        return Group(self._read)

    def _read(self, question: Question) -> _Told:
        found = self._told.get(question.key)
        if found is None:
            found = self._told[question.key] = self._look_at(question)
        return found

    def _look_at(self, question: Question) -> _Told:
        sentences = [question.prompt, *_SENTENCE.split(question.explanation or "")]
        named = kind_of(question).words_reveal_answer
        return _Told(
            sentences=tuple((_spaced(one), self._saying(one)) for one in sentences),
            about=self._saying(question.prompt),
            answers=tuple(_spaced(one) for one in question.answer) if named else (),
            shown=tuple((id(one.source), part) for one in question.passages for part in one.parts),
            carrying=tuple((id(one.source), part) for one in question.citations for part in one.highlights),
        )

    def _saying(self, text: str) -> frozenset[str]:
        return frozenset(word for word in words(text) if len(word) >= _SHORTEST and word not in self._common)


class Group:
    """Questions, and an index of what they tell: a further one is held against those alone that it may concern."""

    def __init__(self, read: Callable[[Question], _Told]) -> None:
        self.questions: list[Question] = []
        self._read = read
        self._told: list[_Told] = []
        self._shown: _Index[int] = {}
        """By source: those that quote it."""
        self._carried: _Index[int] = {}
        """By source: those whose answer is carried by words of it."""
        self._said: _Index[str] = {}
        """By word: those that say it."""
        self._answered: _Index[str] = {}
        """By the longest word of an answer: those that it answers."""

    def is_spoiler_free_with(self, question: Question) -> bool:
        """Whether no question here gives another one away, nor is given away by it."""
        one = self._read(question)
        return not any(self._concern(one, place) for place in self._likely(one))

    def added(self, question: Question) -> list[tuple[int, int]]:
        """Put a further question in; the places of it and of each that it gives away or that gives it away."""
        one, own = self._read(question), len(self.questions)
        found = [(place, own) for place in self._likely(one) if self._concern(one, place)]
        self.add(question)
        return found

    def add(self, question: Question) -> None:
        """Put a further question in."""
        one, own = self._read(question), len(self.questions)
        self.questions.append(question)
        self._told.append(one)
        for source, _ in one.shown:
            self._shown.setdefault(source, set()).add(own)
        for source, _ in one.carrying:
            self._carried.setdefault(source, set()).add(own)
        for word in one.said:
            self._said.setdefault(word, set()).add(own)
        for answer in one.answers:
            self._answered.setdefault(max(answer.split(), key=len, default=""), set()).add(own)

    def _concern(self, one: _Told, place: int) -> bool:
        other = self._told[place]
        return _tells(one, other) or _tells(other, one)

    def _likely(self, one: _Told) -> set[int]:
        """Who quotes what carries its answer or says it, and whose answer it quotes or says."""
        found = set[int]()
        for source, _ in one.carrying:
            found |= self._shown.get(source, _NOBODY)
        for source, _ in one.shown:
            found |= self._carried.get(source, _NOBODY)
        for answer in one.answers:  # who says it says its rarest word
            found |= min([self._said.get(word, _NOBODY) for word in answer.split()], key=len, default=_NOBODY)
        for word in one.said:
            found |= self._answered.get(word, _NOBODY)
        return found


def _tells(giver: _Told, other: _Told) -> bool:
    """Whether what ``giver`` shows holds the answer to ``other``: its quoted words, or it in other words."""
    for source, carrying in other.carrying:
        for place, part in giver.shown:
            if place == source and part.start <= carrying.start and carrying.end <= part.end:
                return True
    return any(
        answer in text and words & (other.about - set(answer.split()))
        for answer in other.answers
        for text, words in giver.sentences
    )


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "
