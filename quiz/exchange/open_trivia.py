"""Open Trivia DB's JSON: what its API answers with, its words encoded as HTML entities."""

import html
import json
import re
from collections.abc import Generator, Iterator, Sequence
from functools import partial

import msgspec

from quiz.bank.printable import printable_json
from quiz.bank.question import Question
from quiz.exchange.item import Item, LossNote, NotTakenError, Trouble, difficulty, doubts, kind_of
from quiz.exchange.item_collector import ItemCollector
from quiz.exchange.lossy_export import sort_out

_KINDS = {"multiple": "choice", "boolean": "true-false"}
_TYPES = {kind: name for name, kind in _KINDS.items()}
_CARRIED = ("topics", "difficulties", "line breaks", "line breaks in topics")
_ANSWER_KEYS = ("results", "response_code", "response_message")
_KEYS = ("type", "difficulty", "category", "question", "correct_answer", "incorrect_answers", "explanation")
"""The API itself has no explanation; files that others make in its manner often have."""
_SHOWN = 40
"""Characters of a prompt by which a question can be found again."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
"""Only whole ones: ``&copy`` in an address stays what it is."""
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
"""Numbers stay as they were typed, however long."""


def read(text: str) -> tuple[list[Item], list[Trouble]]:
    """Read the ``results`` of an answer of the API, or a bare list of them, or several one after another."""
    reading = ItemCollector()
    line, counted, number = 1, 0, 0
    unknown: dict[str, int] = {}
    try:
        for part in _parts(text):
            line, counted = line + text.count("\n", counted, part.start), part.start
            if part.unknown is not None:
                unknown.setdefault(part.unknown, line)
                continue
            number += 1
            reading.take(line, partial(_item, part.value, line), _called(number, part.value))
            for key in _unknown_keys(part.value):
                unknown.setdefault(key, line)
    except _BrokenError as error:
        where = text.count("\n", 0, error.position) + 1
        why = f"from here on the file is not JSON as Open Trivia DB has it: {error}"
        reading.troubles.append(Trouble(where, why))
    for key, line in unknown.items():
        what = f"the key {key!r} is not known; what stands in it is not taken over"
        reading.troubles.append(Trouble(line, what, taken=True))
    return reading.result()


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
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


class _Part(msgspec.Struct, frozen=True):
    """A question as its file has it, or a key beside the questions that is not known."""

    start: int
    value: object = None
    unknown: str | None = None


class _BrokenError(Exception):
    """The text cannot be read any further than to a position."""

    def __init__(self, reason: str, position: int) -> None:
        super().__init__(reason)
        self.position = position


def _parts(text: str) -> Iterator[_Part]:
    """Each question and each key that is not known, with where they begin; the json module does not tell that."""
    position = _skip(text, 0)
    while True:
        whole = _list if text[position : position + 1] == "[" else _answer
        position = _skip(text, (yield from whole(text, position)))
        if position == len(text):
            return


def _answer(text: str, position: int) -> Generator[_Part, None, int]:
    """What an answer of the API holds; where it ends is returned."""
    begin, has_results = position, False
    _expect(text, position, "{")
    position = _skip(text, position + 1)
    while text[position : position + 1] != "}":
        start = position
        _expect(text, position, '"')
        key, position = _decode(text, position)
        position = _skip(text, position)
        _expect(text, position, ":")
        position = _skip(text, position + 1)
        if key == "results":
            _expect(text, position, "[")
            position, has_results = (yield from _list(text, position)), True
        else:
            _, position = _decode(text, position)
            if key not in _ANSWER_KEYS:
                yield _Part(start, unknown=str(key))
        position = _next(text, position, "}")
    if not has_results:
        raise _BrokenError("it has no list of results", begin)
    return position + 1


def _list(text: str, position: int) -> Generator[_Part, None, int]:
    """The questions of a list; where it ends is returned."""
    position = _skip(text, position + 1)
    while text[position : position + 1] != "]":
        start = position
        value, position = _decode(text, position)
        yield _Part(start, value)
        position = _next(text, position, "]")
    return position + 1


def _next(text: str, position: int, end: str) -> int:
    """Where the next member stands, or the end."""
    position = _skip(text, position)
    if text[position : position + 1] == end:
        return position
    _expect(text, position, ",")
    return _skip(text, position + 1)


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


def _called(number: int, result: object) -> str:
    """A question by its number and the beginning of its prompt: the API puts everything into one line."""
    prompt = result.get("question") if isinstance(result, dict) else None
    words = " ".join(_decoded(prompt).split()) if isinstance(prompt, str) else ""
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
    return f"question {number} (“{shown}”)" if shown else f"question {number}"


def _unknown_keys(result: object) -> list[str]:
    given = result if isinstance(result, dict) else {}
    return [key for key, value in given.items() if key not in _KEYS and value is not None]


def _item(result: object, line: int) -> Item:
    if not isinstance(result, dict):
        raise NotTakenError("it is no object with a question and its answers")
    options = result.get("incorrect_answers")
    if not isinstance(options, list):
        raise NotTakenError("incorrect_answers is no list")
    form = result.get("type")
    if form is not None and (not isinstance(form, str) or form not in _KINDS):
        raise NotTakenError(f"its type is {form!r}, which is neither multiple nor boolean")
    right, wrong = _words(result, "correct_answer"), tuple(_decoded(one) for one in options)
    level = _optional(result, "difficulty") or "medium"
    return Item(
        line=line,
        kind=kind_of([right], wrong) if form is None else _KINDS[form],
        prompt=_words(result, "question"),
        answer=(right,),
        distractors=wrong,
        topic=_optional(result, "category"),
        difficulty=difficulty(level),
        explanation=_optional(result, "explanation"),
        notes=doubts(level),
    )


def _optional(result: dict[str, object], key: str) -> str | None:
    return None if result.get(key) is None else _words(result, key)


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
