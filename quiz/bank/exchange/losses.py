"""What a format cannot carry, said once for each sort of thing with the questions that have it."""

from collections.abc import Callable, Collection, Iterator, Sequence

from quiz.bank.exchange.item import Loss, tidy
from quiz.bank.question import Question


def _texts(question: Question) -> Iterator[str]:
    yield from (question.prompt, *question.options, question.topic)
    if question.explanation:
        yield question.explanation


PARTS: dict[str, Callable[[Question], bool]] = {
    "ids": lambda _: True,
    "topics": lambda _: True,
    "difficulties": lambda _: True,
    "explanations": lambda question: bool(question.explanation),
    "citations": lambda question: bool(question.citations),
    "disputes": lambda question: bool(question.disputes),
    "sources that a question follows": lambda question: question.according_to is not None,
    "line breaks": lambda question: any("\n" in tidy(text) for text in _texts(question)),
    "white space around words": lambda question: any(text != tidy(text) for text in _texts(question)),
}
"""Everything that a question may have beside its prompt and its options, and how to tell that it has it."""


def sort_out(
    questions: Sequence[Question], kinds: Collection[str], carried: Collection[str]
) -> tuple[list[Question], list[Loss]]:
    """The questions of the kinds that a format has, and all that is lost; ``carried`` are names of ``PARTS``."""
    lost: list[Loss] = []
    for kind in dict.fromkeys(question.kind for question in questions):
        if kind not in kinds:
            ids = tuple(question.id for question in questions if question.kind == kind)
            lost.append(Loss(f"questions of the kind {kind}", ids, whole=True))
    kept = [question for question in questions if question.kind in kinds]
    for what, has in PARTS.items():
        ids = tuple(question.id for question in kept if has(question))
        if ids and what not in carried:
            lost.append(Loss(what, ids, everywhere=len(ids) == len(kept)))
    return kept, lost


def told(loss: Loss, title: str) -> str:
    """A loss in one line, with the ids where it is not of every question."""
    number = len(loss.ids)
    which = f"{number} question{'s' if number != 1 else ''}"
    names = "every question" if loss.everywhere and number > 1 else f"{which}: {', '.join(loss.ids)}"
    return f"{'Left out' if loss.whole else 'Not carried'}, since {title} has no place for it: {loss.what} ({names})"
