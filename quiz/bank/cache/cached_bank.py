"""A bank from the cache. Each part, and each single question, is read when it is first used."""

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
    """What every use of a bank needs."""

    summary: Summary
    digest: str
    frequent_words: frozenset[str]


def tables_of(bank: Bank) -> Tables:
    """The rows in which the cache stores a bank. Questions refer to their sources by number.

    Raises:
        UnicodeEncodeError: a text has half of a surrogate pair, which cannot be encoded.
    """
    numbers = {id(source): str(number) for number, source in enumerate(bank.sources)}

    def reference(source: Source) -> Source:
        return Source(id=numbers[id(source)], pack="", file="", label="", text="")

    packs = [(len(pack.questions), len(pack.sources), replace(pack, questions=(), sources=())) for pack in bank.packs]
    return {
        "head": [encode(Head(bank.summary, bank.digest, bank.frequent_words))],
        "question_summaries": [encode(bank.question_summaries)],
        "packs": [encode(packs)],
        "retired": [encode(bank.retired)],
        "sources": map(encode, bank.sources),
        "questions": (encode(_with_sources(question, reference)) for question in bank.questions),
    }


class CachedBank(Bank):
    """A bank whose parts are read from the cache. If one is damaged, the packs are loaded instead."""

    def __init__(self, database: CacheDatabase, read_packs: Callable[[], Bank]) -> None:
        """Read the head.

        Raises:
            DamagedError: the head is damaged.
        """
        self._database = database
        self._read_packs = read_packs
        self._fallback: Bank | None = None
        head = database.read("head", Head)
        self.summary = head.summary
        self.digest = head.digest
        self.frequent_words = head.frequent_words
        self._sources: dict[int, Source] = {}
        self._questions: dict[int, Question] = {}

    def _part(self, read: Callable[[], T], fallback: Callable[[Bank], T]) -> T:
        """A part of the bank: from the cache, or of the bank loaded from files if the cache is damaged."""
        if self._fallback is None:
            try:
                return read()
            except DamagedError:
                self._fallback = self._read_packs()
                for part in (
                    "packs",
                    "retired",
                    "question_summaries",
                    "questions",
                    "sources",
                    "numbers",
                    "spoilers",
                ):  # never mix parts of both
                    self.__dict__.pop(part, None)
        return fallback(self._fallback)

    @cached_property
    def packs(self) -> "tuple[Pack, ...]":
        """The packs, in the order of the command line."""
        return self._part(self._read_pack_list, lambda bank: bank.packs)

    @cached_property
    def question_summaries(self) -> tuple[QuestionSummary, ...]:
        """A summary of every question, in the order of ``questions``."""
        return self._part(
            lambda: self._database.read("question_summaries", tuple[QuestionSummary, ...]),
            lambda bank: bank.question_summaries,
        )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that can be played, by pack and file."""
        count = self.summary.questions
        return self._part(lambda: tuple(map(self._question, range(count))), lambda bank: bank.questions)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of the sources files."""
        count = len(self.summary.sources)
        return self._part(lambda: tuple(map(self._source, range(count))), lambda bank: bank.sources)

    @cached_property
    def retired(self) -> frozenset[str]:
        """The keys of questions that the packs had earlier. Records may have answers to them."""
        return self._part(lambda: self._database.read("retired", frozenset[str]), lambda bank: bank.retired)

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """The questions by their keys."""
        return _QuestionsByKey(self)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each question, from 0, by its key."""
        return {summary.key: number for number, summary in enumerate(self.question_summaries)}

    def question(self, key: str) -> Question:
        """The question with a key.

        Raises:
            KeyError: no question has the key.
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
        from quiz.bank.pack import Pack  # playing does not need the modules that load packs

        packs, first_question, first_source = [], 0, 0
        for questions, sources, pack in self._database.read("packs", tuple[tuple[int, int, Pack], ...]):
            packs.append(
                replace(
                    pack,
                    questions=self.questions[first_question : first_question + questions],
                    sources=self.sources[first_source : first_source + sources],
                )
            )
            first_question, first_source = first_question + questions, first_source + sources
        return tuple(packs)


class _QuestionsByKey(Mapping[str, Question]):
    """The questions by their keys, each read when it is first used."""

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


def _with_sources(question: Question, replacement_of: Callable[[Source], Source]) -> Question:
    """A question with each of its sources replaced."""

    def with_source(passage: Passage) -> Passage:
        return replace(passage, source=replacement_of(passage.source))

    return replace(
        question,
        citations=tuple(map(with_source, question.citations)),
        disputes=tuple(replace(dispute, passage=with_source(dispute.passage)) for dispute in question.disputes),
        according_to=None if question.according_to is None else replacement_of(question.according_to),
    )
