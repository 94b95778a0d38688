"""Finds spoilers: pairs of questions of which one reveals the other's answer, so that no game asks both."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from quiz.bank.kinds.registry import kind_of
from quiz.bank.quantity import MONTHS, NUMBERS_IN_WORDS
from quiz.bank.question import Question
from quiz.bank.source import Span
from quiz.bank.words import STOP_WORDS, stem, words

_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
"""Not at a colon, because titles have colons: "John Wick: Chapter 4"."""
_FREQUENT_SHARE = 0.08
"""A word is frequent if a larger share of the prompts than this has it …"""
_FREQUENT_COUNT = 2
"""… and more prompts than this number. In a small pack, any word would be in a large share of the prompts."""
_MIN_LETTERS = 4
"""The least number of letters of a word that counts as content."""

_COUNT = re.compile(r"(?!(?:19|20)\d\d$)\d[\d.,]*")
"""A number in digits that counts something. A year does not."""
_UNIT_DISTANCE = 2
"""How many words after a number may be its unit: "five total months" has one between."""

_NONE: set[int] = set()
_Known = TypeVar("_Known", int, str, "_Measure")
_Measure = tuple[int, str]
"""The identity of a source, and a unit in which something is counted there: months, films."""
_Index = dict[_Known, set[int]]

_Quoted = tuple[tuple[int, Span], ...]


class _Clues(msgspec.Struct, frozen=True):
    """What a question reveals and asks: the data for comparing it with others."""

    sentences: tuple[tuple[str, frozenset[str]], ...]
    """Of prompt, explanation and quotes: the text as words between single spaces, and the set of content words."""
    about: frozenset[str]
    """The content words of the prompt."""
    answers: tuple[str, ...]
    """The right options as words between single spaces; none if their words do not reveal the answer."""
    quoted_spans: _Quoted
    """The spans that the question quotes, with the identity of their source."""
    answer_spans: _Quoted
    """The spans that show the answer, with the identity of their source."""
    measures: frozenset[_Measure]
    """What the words that show the answer count."""

    @property
    def all_words(self) -> frozenset[str]:
        """Every word of prompt, explanation and quotes."""
        return frozenset(word for text, _ in self.sentences for word in text.split())


def frequent_words(questions: Sequence[Question]) -> frozenset[str]:
    """Words of so many prompts that they do not show what a question is about."""
    counts = Counter(word for question in questions for word in set(words(question.prompt)))
    most = max(_FREQUENT_COUNT, _FREQUENT_SHARE * len(questions))
    return frozenset(word for word, count in counts.items() if count > most)


class SpoilerIndex:
    """Finds which questions of a bank spoil each other."""

    def __init__(self, frequent: frozenset[str]) -> None:
        """``frequent`` is ``frequent_words`` of all questions of the bank."""
        self._frequent = frequent
        self._cache: dict[str, _Clues] = {}

    def spoil_each_other(self, one: Question, other: Question) -> bool:
        """Whether one of two questions reveals the other's answer, by its prompt, explanation or quotes."""
        return _spoil(self._read(one), self._read(other))

    def pairs(self, questions: Iterable[Question]) -> tuple[tuple[Question, Question], ...]:
        """Every pair of questions that spoil each other, each once, in the order of ``questions``."""
        group = self.group()
        pairs = [pair for question in questions for pair in group.add_and_compare(question)]
        return tuple((group.questions[one], group.questions[other]) for one, other in sorted(pairs))

    def group(self) -> "Group":
        """An empty group, to which questions can be added."""
        return Group(self._read)

    def _read(self, question: Question) -> _Clues:
        clues = self._cache.get(question.key)
        if clues is None:
            clues = self._cache[question.key] = self._compute(question)
        return clues

    def _compute(self, question: Question) -> _Clues:
        quotes = [passage.source.words(part) for passage in question.passages for part in passage.parts]
        texts = [question.prompt, question.explanation or "", *quotes]
        sentences = [texts[0], *(sentence for text in texts[1:] for sentence in _SENTENCE.split(text))]
        reveals = kind_of(question).words_reveal_answer
        return _Clues(
            sentences=tuple((_spaced(sentence), self._content_words(sentence)) for sentence in sentences),
            about=self._content_words(question.prompt),
            answers=tuple(_spaced(answer) for answer in question.answer) if reveals else (),
            quoted_spans=tuple((id(passage.source), part) for passage in question.passages for part in passage.parts),
            answer_spans=tuple(
                (id(passage.source), part) for passage in question.citations for part in passage.highlights
            ),
            measures=frozenset(
                (id(passage.source), unit)
                for passage in question.citations
                for part in passage.highlights
                for unit in _units(passage.source.words(part))
            ),
        )

    def _content_words(self, text: str) -> frozenset[str]:
        return frozenset(word for word in words(text) if len(word) >= _MIN_LETTERS and word not in self._frequent)


class Group:
    """A growing group of questions with an index, so that a question is compared only with likely spoilers."""

    def __init__(self, read: Callable[[Question], _Clues]) -> None:
        self.questions: list[Question] = []
        self._read = read
        self._clues: list[_Clues] = []
        self._by_quoted_source: _Index[int] = {}
        """By source: the questions that quote it."""
        self._by_answer_source: _Index[int] = {}
        """By source: the questions whose answer it shows."""
        self._by_word: _Index[str] = {}
        """By word: the questions whose prompt, explanation or quotes have it."""
        self._by_answer_word: _Index[str] = {}
        """By the longest word of an answer: the questions with the answer."""
        self._by_measure: _Index[_Measure] = {}
        """By what is counted: the questions whose answer counts it."""

    def is_spoiler_free_with(self, question: Question) -> bool:
        """Whether no question of the group spoils ``question``, or is spoiled by it."""
        clues = self._read(question)
        return not any(self._spoil(clues, index) for index in self._candidates(clues))

    def add_and_compare(self, question: Question) -> list[tuple[int, int]]:
        """Add a question. Returns the pairs of indexes of the questions that it spoils, or that spoil it."""
        clues, own_index = self._read(question), len(self.questions)
        pairs = [(index, own_index) for index in self._candidates(clues) if self._spoil(clues, index)]
        self.add(question)
        return pairs

    def add(self, question: Question) -> None:
        """Add a question."""
        clues, index = self._read(question), len(self.questions)
        self.questions.append(question)
        self._clues.append(clues)
        for source, _ in clues.quoted_spans:
            self._by_quoted_source.setdefault(source, set()).add(index)
        for source, _ in clues.answer_spans:
            self._by_answer_source.setdefault(source, set()).add(index)
        for word in clues.all_words:
            self._by_word.setdefault(word, set()).add(index)
        for answer in clues.answers:
            self._by_answer_word.setdefault(max(answer.split(), key=len, default=""), set()).add(index)
        for measure in clues.measures:
            self._by_measure.setdefault(measure, set()).add(index)

    def _spoil(self, clues: _Clues, index: int) -> bool:
        return _spoil(clues, self._clues[index])

    def _candidates(self, clues: _Clues) -> set[int]:
        """The questions that may spoil it or be spoiled by it, from the index."""
        indexes = set[int]()
        for source, _ in clues.answer_spans:
            indexes |= self._by_quoted_source.get(source, _NONE)
        for source, _ in clues.quoted_spans:
            indexes |= self._by_answer_source.get(source, _NONE)
        for answer in clues.answers:  # a text with the answer has its rarest word
            indexes |= min([self._by_word.get(word, _NONE) for word in answer.split()], key=len, default=_NONE)
        for word in clues.all_words:
            indexes |= self._by_answer_word.get(word, _NONE)
        for measure in clues.measures:
            indexes |= self._by_measure.get(measure, _NONE)
        return indexes


def _spoil(one: _Clues, other: _Clues) -> bool:
    """Whether one reveals the other's answer, or both answers count the same thing in one source.

    Who learns that filming went on for four months, with one more to come, can work out how long it took in all.
    """
    return not one.measures.isdisjoint(other.measures) or _reveals(one, other) or _reveals(other, one)


def _reveals(giver: _Clues, other: _Clues) -> bool:
    """Whether ``giver`` reveals the answer to ``other``: it quotes the same words, or a sentence has the answer."""
    for source, answer_span in other.answer_spans:
        for quoted_source, part in giver.quoted_spans:
            if quoted_source == source and part.start <= answer_span.start and answer_span.end <= part.end:
                return True
    return any(
        answer in text and words & (other.about - set(answer.split()))
        for answer in other.answers
        for text, words in giver.sentences
    )


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


def _units(text: str) -> frozenset[str]:
    """What the numbers of a text count: the content words right after each number, in the singular."""
    listed = words(text)
    return frozenset(
        stem(unit)
        for index, word in enumerate(listed)
        if word in NUMBERS_IN_WORDS or _COUNT.fullmatch(word)
        for unit in listed[index + 1 : index + 1 + _UNIT_DISTANCE]
        if unit.isalpha() and unit not in NUMBERS_IN_WORDS and unit not in STOP_WORDS and unit not in MONTHS
    )
