"""Coverage: which sentences of the sources a question quotes, and which still wait for one."""

from collections.abc import Iterator, Sequence

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.printable import printable, printable_json
from quiz.bank.question import Question
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a source, and what the bank makes of it."""

    source: Source
    span: Span
    paragraph: int
    questions: tuple[str, ...]
    """The keys of the questions that quote it or a part of it."""
    exempt: str | None
    """Why no question needs to quote it; None where one should."""

    @property
    def words(self) -> str:
        """The article's own characters."""
        return self.source.words(self.span)

    @property
    def counts(self) -> bool:
        """Whether it is among those that should be quoted."""
        return bool(self.questions) or self.exempt is None

    @property
    def waits(self) -> bool:
        """Whether it should be quoted and is not."""
        return self.counts and not self.questions


def coverage(questions: Sequence[Question], source: Source) -> tuple[Sentence, ...]:
    """Every sentence of a source, in reading order."""
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
            exempt=next((one.why for one in source.exempt if one.span.overlaps(span)), None),
        )
        for paragraph, span in sentences(source)
    )


def as_text(bank: Bank) -> str:
    """For each source its share, and every sentence that no question quotes and that is not exempt."""
    lines: list[str] = []
    total: list[Sentence] = []
    for source in bank.sources:
        found = coverage(bank.questions, source)
        total += found
        lines += [f"{printable(source.name)} ({printable(source.id)}): {_share(found)}", *_open(found), ""]
    return "\n".join([*lines, f"All sources: {_share(total)}"])


def as_json(bank: Bank) -> str:
    """Every sentence of every source as one JSON object of a list."""
    return printable_json(
        [
            {
                "source": source.id,
                "sentences": [
                    {
                        "start": one.span.start,
                        "end": one.span.end,
                        "paragraph": one.paragraph,
                        "words": one.words,
                        "questions": list(one.questions),
                        "exempt": one.exempt,
                    }
                    for one in coverage(bank.questions, source)
                ],
            }
            for source in bank.sources
        ]
    )


def _open(found: Sequence[Sentence]) -> Iterator[str]:
    return (f"  ¶ {one.paragraph:<3} {printable(one.words)}" for one in found if one.waits)


def _share(found: Sequence[Sentence]) -> str:
    counting = [one for one in found if one.counts]
    quoted = sum(bool(one.questions) for one in counting)
    exempt = len(found) - len(counting)
    share = f"{100 * quoted / len(counting):.1f} %" if counting else "nothing to quote"
    return f"{quoted} of {len(counting)} sentences quoted ({share}), {exempt} exempt"
