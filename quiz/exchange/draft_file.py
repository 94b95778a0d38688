"""Writes the question file of an import: drafts with unique ids, as YAML."""

import hashlib
from collections.abc import Iterable, Sequence

import msgspec

from quiz.author.question_draft import QuestionDraft
from quiz.author.question_yaml import question_yaml
from quiz.author.slug import UniqueIds, slug
from quiz.author.yaml_scalar import scalar
from quiz.bank.printable import printable
from quiz.bank.resolver import ID
from quiz.exchange.imported_question import ImportedQuestion, ImportMessage


def with_unique_ids(
    questions: Iterable[ImportedQuestion], ids: UniqueIds
) -> tuple[list[ImportedQuestion], list[ImportMessage]]:
    """Questions with valid and unique ids, and a warning for each id that had to change."""
    named: list[ImportedQuestion] = []
    messages: list[ImportMessage] = []
    for question in questions:
        old, new = question.draft.id, _unique_id(question.draft, ids)
        draft = msgspec.structs.replace(question.draft, id=new)
        named.append(msgspec.structs.replace(question, draft=draft))
        if old not in ("", new):
            reason = "is already used" if ID.fullmatch(old) else "is not valid here"
            messages.append(
                ImportMessage(question.line, f"the id {old!r} {reason}; it becomes {new}", is_warning=True)
            )
    return named, messages


def _unique_id(draft: QuestionDraft, ids: UniqueIds) -> str:
    """The id from the imported file if possible, else one made from the prompt, the same on every import."""
    if ID.fullmatch(draft.id):
        unique = ids.claim(draft.id)
        if ID.fullmatch(unique):  # with a number after it, it may be too long
            return unique
    digest = hashlib.sha256(draft.prompt.encode()).hexdigest()[:8]
    return ids.claim(slug(draft.prompt, f"question-{digest}"))


def question_file(drafts: Sequence[QuestionDraft], origin: str) -> str:
    """The text of a question file of drafts that have ids. ``origin`` names the imported files."""
    topics = {draft.topic for draft in drafts}
    topic = topics.pop() if len(topics) == 1 else ""
    head = [
        f"# Imported from {' '.join(printable(origin).split())}.",
        "# A draft has no source yet: add citations, and delete `draft: true`. `quiz --drafts` plays drafts.",
    ]
    if topic:
        head.append(f"topic: {scalar(topic, len('topic: '), 2)}")
    return "\n".join([*head, "questions:", "\n".join(question_yaml(draft.entry(topic)) for draft in drafts)])
