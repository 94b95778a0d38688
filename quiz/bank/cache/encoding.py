"""Questions as a cache keeps them: as they are played, with the numbers of their sources in the place of these.

Each is kept by itself, so that a question is read without the others.
"""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from quiz.bank.cache.items import trusted
from quiz.bank.question import Dispute, Passage, Question
from quiz.bank.source import Source, Span


class _Passage(msgspec.Struct, frozen=True, array_like=True):
    source: int
    span: Span
    paragraph: int
    parts: tuple[Span, ...]
    highlights: tuple[Span, ...]


class _Dispute(msgspec.Struct, frozen=True, array_like=True):
    answer: str
    passage: _Passage
    note: str | None


class _Proof(msgspec.Struct, frozen=True, array_like=True):
    """What a question has of its sources."""

    citations: tuple[_Passage, ...]
    disputes: tuple[_Dispute, ...]
    according_to: int | None


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A question, without what it has of its sources, and that."""

    question: Question
    proof: _Proof


def encoded(question: Question, number: Callable[[Source], int]) -> bytes:
    """A question in bytes; ``number`` is that of a source.

    Raises:
        UnicodeEncodeError: it holds half of a character, which no file can hold.
    """
    bare = replace(question, citations=(), disputes=(), according_to=None)
    proof = _Proof(
        citations=tuple(_passage_kept(one, number) for one in question.citations),
        disputes=tuple(
            _Dispute(one.answer, _passage_kept(one.passage, number), one.note) for one in question.disputes
        ),
        according_to=None if question.according_to is None else number(question.according_to),
    )
    return msgspec.msgpack.encode(_Kept(bare, proof))


def decoded(data: bytes, source: Callable[[int], Source]) -> Question:
    """The question that was ``encoded``; ``source`` is the one of a number.

    Raises:
        DamagedError: it is none.
    """
    kept = trusted(data, _Kept)
    proof = kept.proof
    return replace(
        kept.question,
        citations=tuple(_passage(one, source) for one in proof.citations),
        disputes=tuple(
            Dispute(answer=one.answer, passage=_passage(one.passage, source), note=one.note) for one in proof.disputes
        ),
        according_to=None if proof.according_to is None else source(proof.according_to),
    )


def _passage_kept(passage: Passage, number: Callable[[Source], int]) -> _Passage:
    one = passage
    return _Passage(number(one.source), one.span, one.paragraph, one.parts, one.highlights)


def _passage(kept: _Passage, source: Callable[[int], Source]) -> Passage:
    return Passage(
        source=source(kept.source),
        span=kept.span,
        paragraph=kept.paragraph,
        parts=kept.parts,
        highlights=kept.highlights,
    )
