"""A bank out of a cache: nothing of it is read before somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.cache.container import Container, DamagedError
from quiz.bank.cache.encoding import decoded, encoded
from quiz.bank.cache.items import Items, item_sections, trusted
from quiz.bank.question import Question
from quiz.bank.question_index import QuestionSummary, Summary
from quiz.bank.source import Source

if TYPE_CHECKING:
    from quiz.bank.pack import Pack

T = TypeVar("T")


class Front(msgspec.Struct, frozen=True, array_like=True):
    """What is wanted of a bank at once."""

    summary: Summary
    digest: str
    common_words: frozenset[str]


def sections_of(bank: Bank) -> dict[str, bytes]:
    """Everything of a bank, as a cache keeps it.

    Raises:
        UnicodeEncodeError: it holds half of a character, which no file can hold.
    """
    from quiz.bank.cache.packs import packs_kept

    numbers = {id(source): number for number, source in enumerate(bank.sources)}
    encode = msgspec.msgpack.encode
    return {
        "front": encode(Front(bank.summary, bank.digest, bank.common_words)),
        "outlines": encode(bank.outlines),
        "packs": packs_kept(bank.packs),
        **item_sections("sources", map(encode, bank.sources)),
        **item_sections("questions", (encoded(one, lambda own: numbers[id(own)]) for one in bank.questions)),
    }


class StoredBank(Bank):
    """A bank whose parts are read from a cache when they are asked for.

    Where a part turns out to be damaged, everything comes from the files of the packs from then on.
    """

    def __init__(self, container: Container, again: Callable[[], Bank]) -> None:
        """``again`` reads the packs themselves.

        Raises:
            DamagedError: the cache cannot be trusted.
        """
        self._container = container
        self._again = again
        self._instead: Bank | None = None
        front = trusted(container.section("front"), Front)
        self.summary = front.summary
        self.digest = front.digest
        self.common_words = front.common_words
        self._sources: dict[int, Source] = {}
        self._read: dict[int, Question] = {}

    def _part(self, read: Callable[[], T], instead: Callable[[Bank], T]) -> T:
        """A part of the bank: as it is kept, or where that is damaged, as it is in the files."""
        if self._instead is None:
            try:
                return read()
            except DamagedError:
                self._instead = self._again()
                for part in ("packs", "outlines", "questions", "sources", "by_key"):  # all of one reading
                    self.__dict__.pop(part, None)
        return instead(self._instead)

    @cached_property
    def packs(self) -> "tuple[Pack, ...]":
        """The packs, whole."""
        from quiz.bank.cache.packs import packs_of

        return self._part(
            lambda: packs_of(self._container.section("packs"), self.questions, self.sources), lambda bank: bank.packs
        )

    @cached_property
    def outlines(self) -> tuple[QuestionSummary, ...]:
        """The outline of every question, in their order."""
        return self._part(
            lambda: trusted(self._container.section("outlines"), tuple[QuestionSummary, ...]),
            lambda bank: bank.outlines,
        )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that can be played, pack by pack, file by file."""
        return self._part(
            lambda: tuple(self.question(number) for number in range(len(self._items))), lambda bank: bank.questions
        )

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of the catalogues."""
        return self._part(
            lambda: tuple(self._source(number) for number in range(len(self._articles))), lambda bank: bank.sources
        )

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """The questions by their keys."""
        return _ByKey(self)

    def question(self, number: int) -> Question:
        """The question of a number, from 0."""
        return self._part(lambda: self._question(number), lambda bank: bank.questions[number])

    def _question(self, number: int) -> Question:
        if number not in self._read:
            self._read[number] = decoded(self._items[number], self._source)
        return self._read[number]

    def _source(self, number: int) -> Source:
        if number not in self._sources:
            self._sources[number] = trusted(self._articles[number], Source)
        return self._sources[number]

    @cached_property
    def _items(self) -> Items:
        return Items(self._container, "questions")

    @cached_property
    def _articles(self) -> Items:
        return Items(self._container, "sources")


class _ByKey(Mapping[str, Question]):
    """The questions by their keys, each read when it is asked for."""

    def __init__(self, bank: StoredBank) -> None:
        self._bank = bank

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {one.key: number for number, one in enumerate(self._bank.outlines)}

    def __getitem__(self, key: str) -> Question:
        return self._bank.question(self._numbers[key])

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
