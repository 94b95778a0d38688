"""A bank from a cache. Each part of it is read when it is first used, and each question by itself."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import replace

from quiz.bank.bank import Bank
from quiz.bank.cache.database import CacheDatabase, DamagedError, Tables, encode
from quiz.bank.question import Passage, Question
from quiz.bank.question_index import QuestionSummary, Summary
from quiz.bank.source import Source

if TYPE_CHECKING:
    from quiz.bank.pack import Pack

T = TypeVar("T")


class Head(msgspec.Struct, frozen=True, array_like=True):
    """What is needed of a bank at once."""

    summary: Summary
    digest: str
    frequent_words: frozenset[str]


def tables_of(bank: Bank) -> Tables:
    """A bank as a cache stores it. Questions name their sources by number.

    Raises:
        UnicodeEncodeError: a text has half of a surrogate pair, which no file can hold.
    """
    numbers = {id(source): str(number) for number, source in enumerate(bank.sources)}

    def reference(source: Source) -> Source:
        return Source(id=numbers[id(source)], pack="", file="", label="", text="")

    packs = [(len(one.questions), len(one.sources), replace(one, questions=(), sources=())) for one in bank.packs]
    return {
        "head": [encode(Head(bank.summary, bank.digest, bank.frequent_words))],
        "question_summaries": [encode(bank.question_summaries)],
        "packs": [encode(packs)],
        "sources": map(encode, bank.sources),
        "questions": (encode(_with_sources(one, reference)) for one in bank.questions),
    }


class CachedBank(Bank):
    """A bank whose parts are read from a cache. If one turns out to be damaged, the packs are read instead."""

    def __init__(self, database: CacheDatabase, read_packs: Callable[[], Bank]) -> None:
        """Read the head.

        Raises:
            DamagedError: it is damaged.
        """
        self._database = database
        self._read_packs = read_packs
        self._instead: Bank | None = None
        head = database.read("head", Head)
        self.summary = head.summary
        self.digest = head.digest
        self.frequent_words = head.frequent_words
        self._sources: dict[int, Source] = {}
        self._questions: dict[int, Question] = {}

    def _part(self, read: Callable[[], T], instead: Callable[[Bank], T]) -> T:
        """A part of the bank: from the cache, or of the bank that was read ``instead``."""
        if self._instead is None:
            try:
                return read()
            except DamagedError:
                self._instead = self._read_packs()
                for part in ("packs", "question_summaries", "questions", "sources", "numbers"):  # never parts of both
                    self.__dict__.pop(part, None)
        return instead(self._instead)

    @cached_property
    def packs(self) -> "tuple[Pack, ...]":
        """The packs, in the order in which they were asked for."""
        return self._part(self._read_pack_list, lambda bank: bank.packs)

    @cached_property
    def question_summaries(self) -> tuple[QuestionSummary, ...]:
        """The outline of every question, in their order."""
        return self._part(
            lambda: self._database.read("question_summaries", tuple[QuestionSummary, ...]),
            lambda bank: bank.question_summaries,
        )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that can be played, pack by pack, file by file."""
        count = self.summary.questions
        return self._part(lambda: tuple(map(self._question, range(count))), lambda bank: bank.questions)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of the catalogues."""
        count = len(self.summary.sources)
        return self._part(lambda: tuple(map(self._source, range(count))), lambda bank: bank.sources)

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """The questions by their keys."""
        return _QuestionsByKey(self)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each question, from 0, by its key."""
        return {one.key: number for number, one in enumerate(self.question_summaries)}

    def question(self, key: str) -> Question:
        """The question of a key.

        Raises:
            KeyError: there is none.
        """
        number = self.numbers[key]
        return self._part(lambda: self._question(number), lambda bank: bank.by_key[key])

    def _question(self, number: int) -> Question:
        if number not in self._questions:
            question = self._database.read("questions", Question, number)
            self._questions[number] = _with_sources(question, lambda reference: self._source(int(reference.id)))
        return self._questions[number]

    def _source(self, number: int) -> Source:
        if number not in self._sources:
            self._sources[number] = self._database.read("sources", Source, number)
        return self._sources[number]

    def _read_pack_list(self) -> "tuple[Pack, ...]":
        from quiz.bank.pack import Pack  # whoever only plays does without the modules that read packs

        found, asked, cited = [], 0, 0
        for questions, sources, pack in self._database.read("packs", tuple[tuple[int, int, Pack], ...]):
            found.append(
                replace(
                    pack,
                    questions=self.questions[asked : asked + questions],
                    sources=self.sources[cited : cited + sources],
                )
            )
            asked, cited = asked + questions, cited + sources
        return tuple(found)


class _QuestionsByKey(Mapping[str, Question]):
    """The questions by their keys, each read when it is asked for."""

    def __init__(self, bank: CachedBank) -> None:
        self._bank = bank

    def __getitem__(self, key: str) -> Question:
        return self._bank.question(key)

    def __contains__(self, key: object) -> bool:
        return key in self._bank.numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._bank.numbers)

    def __len__(self) -> int:
        return len(self._bank.numbers)


def _with_sources(question: Question, exchange: Callable[[Source], Source]) -> Question:
    """A question with each of its sources exchanged for another."""

    def moved(passage: Passage) -> Passage:
        return replace(passage, source=exchange(passage.source))

    return replace(
        question,
        citations=tuple(map(moved, question.citations)),
        disputes=tuple(replace(one, passage=moved(one.passage)) for one in question.disputes),
        according_to=None if question.according_to is None else exchange(question.according_to),
    )
