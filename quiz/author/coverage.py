"""Coverage: which sentences of the sources are quoted by a question, and which are not."""

from collections.abc import Iterator, Sequence

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.printable import printable, printable_json
from quiz.bank.question import Question
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a source, and the questions that quote it."""

    source: Source
    span: Span
    paragraph: int
    questions: tuple[str, ...]
    """The keys of the questions that quote the sentence or a part of it."""
    exempt: str | None
    """Why no question needs to quote the sentence; None if one should."""

    @property
    def words(self) -> str:
        """The sentence, in the article's own characters."""
        return self.source.words(self.span)

    @property
    def is_quotable(self) -> bool:
        """Whether the sentence counts for coverage: it is quoted, or not exempt."""
        return bool(self.questions) or self.exempt is None

    @property
    def is_unquoted(self) -> bool:
        """Whether the sentence counts for coverage, and no question quotes it."""
        return self.is_quotable and not self.questions


def coverage(questions: Sequence[Question], source: Source) -> tuple[Sentence, ...]:
    """Every sentence of a source, in the order of the text."""
    quoted = [
        (part, question.key)
        for question in questions
        for passage in question.passages
        if passage.source is source
        for part in passage.parts
    ]
    return tuple(
        Sentence(
            source=source,
            span=span,
            paragraph=paragraph.number,
            questions=tuple(dict.fromkeys(key for part, key in quoted if part.overlaps(span))),
            exempt=next((exempt.why for exempt in source.exempt if exempt.span.overlaps(span)), None),
        )
        for paragraph, span in sentences(source)
    )


def as_text(bank: Bank) -> str:
    """For each source, the share of quoted sentences and a list of those that are neither quoted nor exempt."""
    lines: list[str] = []
    total: list[Sentence] = []
    for source in bank.sources:
        covered = coverage(bank.questions, source)
        total += covered
        lines += [f"{printable(source.name)} ({printable(source.id)}): {_share(covered)}", *_unquoted(covered), ""]
    return "\n".join([*lines, f"All sources: {_share(total)}"])


def as_json(bank: Bank) -> str:
    """A JSON list with an object for each source, which lists its sentences."""
    return printable_json(
        [
            {
                "source": source.id,
                "sentences": [
                    {
                        "start": sentence.span.start,
                        "end": sentence.span.end,
                        "paragraph": sentence.paragraph,
                        "words": sentence.words,
                        "questions": list(sentence.questions),
                        "exempt": sentence.exempt,
                    }
                    for sentence in coverage(bank.questions, source)
                ],
            }
            for source in bank.sources
        ]
    )


def _unquoted(covered: Sequence[Sentence]) -> Iterator[str]:
    return (f"  ¶ {one.paragraph:<3} {printable(one.words)}" for one in covered if one.is_unquoted)


def _share(covered: Sequence[Sentence]) -> str:
    quotable = [sentence for sentence in covered if sentence.is_quotable]
    quoted = sum(bool(sentence.questions) for sentence in quotable)
    exempt = len(covered) - len(quotable)
    share = f"{100 * quoted / len(quotable):.1f} %" if quotable else "nothing to quote"
    return f"{quoted} of {len(quotable)} sentences quoted ({share}), {exempt} exempt"
