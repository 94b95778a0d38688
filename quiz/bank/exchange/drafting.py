"""From items that were read to a question file: drafts with ids of their own, as YAML."""

import hashlib
from collections.abc import Iterable, Sequence

from quiz.bank.exchange.item import Item
from quiz.bank.printable import printable
from quiz.bank.resolve import ID
from quiz.bank.writing.question_yaml import Value, question_yaml
from quiz.bank.writing.scalar import value
from quiz.bank.writing.slug import slug, unused


def question_file(items: Sequence[Item], taken: Iterable[str], origin: str) -> str:
    """A question file of drafts. ``taken`` are the ids of the pack, ``origin`` says where the items are from."""
    topics = {item.topic for item in items}
    shared = topics.pop() if len(topics) == 1 else None
    head = [
        f"# Imported from {' '.join(printable(origin).split())}.",
        "# A draft has no source yet: add citations, and delete `draft: true`. `quiz --drafts` plays drafts.",
    ]
    if shared is not None:
        head.append(f"topic: {value(shared, len('topic: '), 2)}")
    known = set(taken)
    written = []
    for item in items:
        name = _id(item, known)
        known.add(name)
        written.append(question_yaml(_entry(item, name, item.topic if shared is None else None)))
    return "\n".join([*head, "questions:", "\n".join(written)])


def _id(item: Item, taken: set[str]) -> str:
    """The id that its file has for it, or one made from its prompt, which is the same on every import."""
    if item.id is not None and ID.fullmatch(item.id):
        return unused(item.id, taken)
    digest = hashlib.sha256(item.prompt.encode()).hexdigest()[:8]
    return unused(slug(item.prompt, f"question-{digest}"), taken)


def _entry(item: Item, name: str, topic: str | None) -> dict[str, Value]:
    several = item.kind in ("multiple", "order")
    entry: dict[str, Value] = {
        "id": name,
        "kind": None if item.kind == "choice" else item.kind,
        "prompt": item.prompt,
        "answer": list(item.answer) if several else item.answer[0],
        "distractors": list(item.distractors) or None,
        "topic": topic,
        "difficulty": item.difficulty,
        "draft": True,
        "explanation": item.explanation,
    }
    if item.kind == "true-false":
        entry |= {"answer": item.answer[0] == "True", "distractors": None}
    return entry
