"""Give-aways: questions that tell each other's answers, so that one game does not ask both."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import msgspec

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


class Giveaways:
    """Which questions of a bank give each other away."""

    def __init__(self, questions: Sequence[Question]) -> None:
        """``questions`` are those of the whole bank: they tell which words are common in it."""
        self.questions = questions
        self._told: dict[str, _Told] = {}

    def between(self, one: Question, other: Question) -> bool:
        """Whether one of two questions, with its explanation and its quotes, tells the answer to the other."""
        first, second = self._read(one), self._read(other)
        return _tells(first, second) or _tells(second, first)

    @cached_property
    def pairs(self) -> tuple[tuple[Question, Question], ...]:
        """Every pair that gives itself away, each once, in the bank's order."""
        told = [self._read(question) for question in self.questions]
        likely = _Likely(told)
        found = {
            (min(giver, index), max(giver, index))
            for index, other in enumerate(told)
            for giver in likely.givers(other)
            if giver != index and _tells(told[giver], other)
        }
        return tuple((self.questions[one], self.questions[other]) for one, other in sorted(found))

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that say nothing here, since so many prompts have them."""
        counts = Counter(word for question in self.questions for word in set(words(question.prompt)))
        most = max(_SELDOM, _COMMON * len(self.questions))
        return frozenset(word for word, count in counts.items() if count > most)

    def _read(self, question: Question) -> _Told:
        found = self._told.get(question.key)
        if found is None:
            found = self._told[question.key] = self._look_at(question)
        return found

    def _look_at(self, question: Question) -> _Told:
        sentences = [question.prompt, *_SENTENCE.split(question.explanation or "")]
        named = question.pick != "order" and question.kind != "true-false"
        return _Told(
            sentences=tuple((_spaced(one), self._saying(one)) for one in sentences),
            about=self._saying(question.prompt),
            answers=tuple(_spaced(one) for one in question.answer) if named else (),
            shown=tuple((id(one.source), part) for one in question.passages for part in one.parts),
            carrying=tuple((id(one.source), part) for one in question.citations for part in one.highlights),
        )

    def _saying(self, text: str) -> frozenset[str]:
        return frozenset(word for word in words(text) if len(word) >= _SHORTEST and word not in self._common)


class _Likely:
    """Who could tell an answer, so that not every question of a large bank must be held against every other."""

    def __init__(self, told: Sequence[_Told]) -> None:
        self._quoting: dict[int, set[int]] = {}
        self._saying: dict[str, set[int]] = {}
        for index, one in enumerate(told):
            for source, _ in one.shown:
                self._quoting.setdefault(source, set()).add(index)
            for word in {word for text, _ in one.sentences for word in text.split()}:
                self._saying.setdefault(word, set()).add(index)

    def givers(self, other: _Told) -> set[int]:
        """Those that quote its sources, and those that say the rarest word of one of its answers."""
        found = set[int]().union(*(self._quoting.get(source, ()) for source, _ in other.carrying))
        for answer in other.answers:
            found |= min([self._saying.get(word, _NOBODY) for word in answer.split()], key=len, default=_NOBODY)
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
