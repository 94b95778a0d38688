"""From items that were read to a question file: drafts with ids of their own, as YAML."""

import hashlib
from collections.abc import Iterable, Sequence

import msgspec

from quiz.author.question_yaml import Value, question_yaml
from quiz.author.slug import Names, slug
from quiz.author.yaml_scalar import value
from quiz.bank.kinds.registry import KINDS
from quiz.bank.printable import printable
from quiz.bank.question_entry import DEFAULT_KIND
from quiz.bank.resolver import ID
from quiz.exchange.item import Item, Trouble


def named(items: Iterable[Item], names: Names) -> tuple[list[Item], list[Trouble]]:
    """Items with ids that are ids here and nobody else's, and which of them had to change theirs for that."""
    given: list[Item] = []
    troubles: list[Trouble] = []
    for item in items:
        name = _name(item, names)
        given.append(msgspec.structs.replace(item, id=name))
        if item.id is not None and item.id != name:
            why = "is taken" if ID.fullmatch(item.id) else "is none here"
            troubles.append(Trouble(item.line, f"the id {item.id!r} {why}; it is called {name}", taken=True))
    return given, troubles


def _name(item: Item, names: Names) -> str:
    """The id that its file has for it, or one made from its prompt, which is the same on every import."""
    if item.id is not None and ID.fullmatch(item.id):
        name = names.give(item.id)
        if ID.fullmatch(name):  # with a number after it, it may be too long
            return name
    digest = hashlib.sha256(item.prompt.encode()).hexdigest()[:8]
    return names.give(slug(item.prompt, f"question-{digest}"))


def question_file(items: Sequence[Item], origin: str) -> str:
    """A question file of drafts that have been named; ``origin`` says where they are from."""
    topics = {item.topic for item in items}
    shared = topics.pop() if len(topics) == 1 else None
    head = [
        f"# Imported from {' '.join(printable(origin).split())}.",
        "# A draft has no source yet: add citations, and delete `draft: true`. `quiz --drafts` plays drafts.",
    ]
    if shared is not None:
        head.append(f"topic: {value(shared, len('topic: '), 2)}")
    written = [question_yaml(_entry(item, item.topic if shared is None else None)) for item in items]
    return "\n".join([*head, "questions:", "\n".join(written)])


def _entry(item: Item, topic: str | None) -> dict[str, Value]:
    kind = KINDS[item.kind]
    return {
        "id": item.id,
        "kind": None if item.kind == DEFAULT_KIND else item.kind,
        "prompt": item.prompt,
        "answer": kind.written(item.answer),
        "distractors": (item.distractors or None) if kind.has_distractors else None,
        "topic": topic,
        "difficulty": item.difficulty,
        "draft": True,
        "explanation": item.explanation,
    }
