"""Lists a bank as text or JSON: every question with its answer and its passages. For ``quiz list``."""

from quiz.bank.bank import Bank
from quiz.bank.citation import citation_line
from quiz.bank.kinds.registry import answer_line
from quiz.bank.printable import printable, printable_json
from quiz.bank.question import Passage, Question


def as_json(bank: Bank) -> str:
    """A JSON list with an object for each question."""
    return printable_json([_question(question) for question in bank.questions])


def as_text(bank: Bank) -> str:
    """A few lines for each question, by topic."""
    lines = []
    for topic in bank.topics:
        lines += [printable(topic), ""]
        for question in bank.questions:
            if question.topic == topic:
                lines += _lines(question)
    return "\n".join(lines).rstrip()


def _lines(question: Question) -> list[str]:
    followed = f" (according to {printable(question.according_to.id)})" if question.according_to else ""
    draft = " · draft" if question.draft else ""
    lines = [
        f"  {printable(question.id)} · {question.kind} · {question.difficulty}{draft}{followed}",
        f"    {printable(question.prompt)}",
        f"    = {printable(answer_line(question))}",
    ]
    lines += [line for passage in question.citations for line in _quoted(passage)] or ["    | no source"]
    for dispute in question.disputes:
        lines += [f"    ! {printable(dispute.answer)}", *_quoted(dispute.passage)]
    return [*lines, ""]


def _quoted(passage: Passage) -> list[str]:
    return [f"    | {printable(passage.words)}", f"      {citation_line(passage)}"]


def _question(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "pack": question.pack,
        "kind": question.kind,
        "topic": question.topic,
        "difficulty": question.difficulty,
        "appeal": question.appeal,
        "draft": question.draft,
        "prompt": question.prompt,
        "according_to": question.according_to.id if question.according_to else None,
        "answer": list(question.answer),
        "distractors": list(question.distractors),
        **{key: list(words) for key, words in question.details},
        "citations": [_passage(passage) for passage in question.citations],
        "explanation": question.explanation,
        "disputes": [
            {"answer": dispute.answer, "note": dispute.note, "citation": _passage(dispute.passage)}
            for dispute in question.disputes
        ],
        "file": question.place.file,
        "line": question.place.line,
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "source": passage.source.id,
        "start": passage.span.start,
        "end": passage.span.end,
        "paragraph": passage.paragraph,
        "words": passage.words,
    }
