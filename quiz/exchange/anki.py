"""Anki: a package of cards, with prompt and options on the front, answer and quotes on the back."""

import html
import io
import itertools
import json
import random
import re
import sqlite3
import time
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz.bank.citation import citation_line
from quiz.bank.kinds.registry import KINDS, answer_line, kind_of
from quiz.bank.printable import printable
from quiz.bank.question import Passage, Question
from quiz.exchange.lossy_export import FEATURES, LossNote, exportable

if TYPE_CHECKING:
    import genanki

MODEL_ID = 1_607_214_853
DECK_ID = 2_059_400_110
"""Fixed: by these ids and those of the notes, Anki recognises cards that it has when a package is imported again."""
_DECK = "Quiz"
_SUPPORTED = FEATURES.keys() - {"control characters", "white space around words", "further keys of their kind"}
_FRONT = "<p><b>{{Prompt}}</b></p>{{Options}}"
_BACK = "{{FrontSide}}<hr id=answer><p>{{Answer}}</p>{{Explanation}}{{Proof}}"
_CSS = ".card { font-family: sans-serif; font-size: 20px; } .source { font-size: 70%; color: #777; }"


class MissingPackageError(Exception):
    """A Python package that this format needs is not installed; the message says how to install it."""


def write(questions: Sequence[Question], now: float | None = None) -> tuple[bytes, list[LossNote]]:
    """Questions as the bytes of an ``.apkg`` file. ``now`` is the time of the change in seconds since 1970.

    Raises:
        MissingPackageError: genanki is not installed.

    """
    try:
        import genanki  # an optional dependency
    except ImportError as error:
        hint = "Anki packages are made with the Python package genanki, which is not installed: pip install genanki"
        raise MissingPackageError(hint) from error

    fields = [{"name": name} for name in ("Prompt", "Options", "Answer", "Explanation", "Proof")]
    template = {"name": "Question", "qfmt": _FRONT, "afmt": _BACK}
    model = genanki.Model(MODEL_ID, "Quiz question", fields=fields, templates=[template], css=_CSS)
    deck = genanki.Deck(DECK_ID, _DECK)
    exported, losses = exportable(questions, KINDS, _SUPPORTED)
    for question in exported:
        guid = genanki.guid_for(question.key)
        deck.add_note(genanki.Note(model=model, fields=_fields(question), guid=guid, tags=_tags(question)))
    return _package(deck, time.time() if now is None else now), losses


def _package(deck: "genanki.Deck", now: float) -> bytes:
    """The file's bytes. genanki's own method would leave a database in the temporary folder."""
    import genanki

    database = sqlite3.connect(":memory:")
    try:
        genanki.Package(deck).write_to_db(database.cursor(), now, itertools.count(int(now * 1000)))
        database.commit()
        content = database.serialize()
    finally:
        database.close()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", content)
        package.writestr("media", json.dumps({}))
    return stream.getvalue()


def _fields(question: Question) -> list[str]:
    options = list(kind_of(question).options(question))
    random.Random(question.key).shuffle(options)  # noqa: S311 - every export has the same order
    listed = "".join(f"<li>{_html(option)}</li>" for option in options)
    proof = "".join(_quote(passage) for passage in question.citations)
    for dispute in question.disputes:
        note = f" — {_html(dispute.note)}" if dispute.note else ""
        proof += f"<p>Sources disagree: {_html(dispute.answer)}{note}</p>{_quote(dispute.passage)}"
    followed = f"<p>According to {_html(question.according_to.name)}</p>" if question.according_to else ""
    explanation = f"<p>{_html(question.explanation)}</p>" if question.explanation else ""
    return [
        _html(question.prompt),
        f"{followed}<ul>{listed}</ul>" if listed else followed,
        _html(answer_line(question)),
        explanation,
        proof or "<p>no source</p>",
    ]


def _quote(passage: Passage) -> str:
    source = _html(citation_line(passage))
    return f'<blockquote>{_html(passage.words)}</blockquote><p class="source">{source}</p>'


def _html(text: str) -> str:
    """A text as HTML, with the characters escaped by which Anki recognises ``[sound:…]`` and ``{{…}}``."""
    text = html.escape(printable(text, keep_lines=True)).replace("\n", "<br>")
    return text.replace("[", "&#91;").replace("{", "&#123;")


def _tags(question: Question) -> list[str]:
    words = (question.topic, question.difficulty, question.kind, "draft" if question.draft else "")
    return [tag for tag in (re.sub(r"\s+", "_", printable(word)).strip("_") for word in words) if tag]
