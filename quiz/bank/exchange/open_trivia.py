"""Open Trivia DB's JSON: what its API answers with, its words encoded as HTML entities."""

import html
import json
import re
from collections.abc import Iterator, Sequence

from quiz.bank.exchange.item import Item, Loss, NotTakenError, Trouble, checked, difficulty
from quiz.bank.exchange.losses import sort_out
from quiz.bank.printable import printable_json
from quiz.bank.question import Question

_KINDS = {"multiple": "choice", "boolean": "true-false"}
_TYPES = {kind: name for name, kind in _KINDS.items()}
_CARRIED = ("topics", "difficulties", "line breaks")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
"""Only whole ones: ``&copy`` in an address stays what it is."""
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
"""Numbers stay as they were typed, however long."""


def read(text: str) -> tuple[list[Item], list[Trouble]]:
    """Read the ``results`` of an answer of the API, or a bare list of them."""
    items: list[Item] = []
    troubles: list[Trouble] = []
    line, counted = 1, 0
    try:
        for start, result in _results(text):
            line, counted = line + text.count("\n", counted, start), start
            try:
                item, trouble = _item(result, line)
            except NotTakenError as error:
                troubles.append(Trouble(line, str(error)))
            else:
                items.append(item)
                troubles += trouble
    except _BrokenError as error:
        where = text.count("\n", 0, error.position) + 1
        troubles.append(Trouble(where, f"from here on the file is not JSON as Open Trivia DB has it: {error}"))
    return items, troubles


def write(questions: Sequence[Question]) -> tuple[str, list[Loss]]:
    """Questions as an answer of the API."""
    kept, lost = sort_out(questions, _TYPES, _CARRIED)
    results = [
        {
            "type": _TYPES[one.kind],
            "difficulty": one.difficulty,
            "category": _encoded(one.topic),
            "question": _encoded(one.prompt),
            "correct_answer": _encoded(one.answer[0]),
            "incorrect_answers": [_encoded(option) for option in one.distractors],
        }
        for one in kept
    ]
    return printable_json({"response_code": 0, "results": results}) + "\n", lost


class _BrokenError(Exception):
    """The text cannot be read any further than to a position."""

    def __init__(self, reason: str, position: int) -> None:
        super().__init__(reason)
        self.position = position


def _results(text: str) -> Iterator[tuple[int, object]]:
    """Each result with the position at which it begins; the json module alone does not tell that."""
    position = _skip(text, 0)
    if text[position : position + 1] == "[":
        yield from _list(text, position)
        return
    _expect(text, position, "{")
    position = _skip(text, position + 1)
    while text[position : position + 1] != "}":
        key, position = _decode(text, position)
        position = _skip(text, position)
        _expect(text, position, ":")
        position = _skip(text, position + 1)
        if key == "results" and text[position : position + 1] == "[":
            yield from _list(text, position)
            return
        _, position = _decode(text, position)
        position = _skip(text, position)
        if text[position : position + 1] != "}":
            _expect(text, position, ",")
            position = _skip(text, position + 1)
    raise _BrokenError("it has no list of results", position)


def _list(text: str, position: int) -> Iterator[tuple[int, object]]:
    position = _skip(text, position + 1)
    while text[position : position + 1] != "]":
        start = position
        value, position = _decode(text, position)
        yield start, value
        position = _skip(text, position)
        if text[position : position + 1] != "]":
            _expect(text, position, ",")
            position = _skip(text, position + 1)


def _decode(text: str, position: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, position)
    except json.JSONDecodeError as error:
        raise _BrokenError(error.msg.lower(), error.pos) from error
    except RecursionError as error:
        raise _BrokenError("it is nested too deep", position) from error


def _skip(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _expect(text: str, position: int, sign: str) -> None:
    if text[position : position + 1] != sign:
        raise _BrokenError(f"expecting {sign!r}", position)


def _item(result: object, line: int) -> tuple[Item, list[Trouble]]:
    if not isinstance(result, dict):
        raise NotTakenError("it is no object with a question and its answers")
    wrong = result.get("incorrect_answers")
    if not isinstance(wrong, list):
        raise NotTakenError("incorrect_answers is no list")
    form = result.get("type", "boolean" if result.get("correct_answer") in ("True", "False") else "multiple")
    if not isinstance(form, str) or form not in _KINDS:
        raise NotTakenError(f"its type is {form!r}, which is neither multiple nor boolean")
    level = _words(result, "difficulty") if "difficulty" in result else "medium"
    item = Item(
        line=line,
        kind=_KINDS[form],
        prompt=_words(result, "question"),
        answer=(_words(result, "correct_answer"),),
        distractors=tuple(_decoded(one) for one in wrong),
        topic=_words(result, "category") if "category" in result else None,
        difficulty=difficulty(level),
    )
    odd = [Trouble(line, f"its difficulty {level!r} is not known; it counts as medium", taken=True)]
    return checked(item), odd if item.difficulty is None else []


def _words(result: dict[str, object], key: str) -> str:
    if key not in result:
        raise NotTakenError(f"it has no {key}")
    return _decoded(result[key], key)


def _decoded(value: object, name: str = "an incorrect answer") -> str:
    if isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise NotTakenError(f"{name} is not words")
    return _ENTITY.sub(lambda match: html.unescape(match[0]), value)


def _encoded(words: str) -> str:
    return html.escape(words).replace("&#x27;", "&#039;")  # as PHP writes it, whose encoding Open Trivia DB names
