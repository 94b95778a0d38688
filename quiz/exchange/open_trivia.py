"""Open Trivia DB: the JSON responses of its API, whose texts are encoded as HTML."""

import html
import json
import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from quiz.author.question_draft import QuestionDraft
from quiz.bank.printable import printable_json
from quiz.bank.question import Question
from quiz.exchange.imported_question import (
    CannotImportError,
    ImportedQuestion,
    ImportMessage,
    guess_kind,
    parse_difficulty,
)
from quiz.exchange.lossy_export import LossNote, exportable
from quiz.exchange.question_collector import QuestionCollector

_KINDS = {"multiple": "choice", "boolean": "true-false"}
_TYPES = {kind: name for name, kind in _KINDS.items()}
_SUPPORTED = ("topics", "difficulties", "line breaks", "line breaks in topics")
_RESPONSE_KEYS = ("results", "response_code", "response_message")
_KEYS = ("type", "difficulty", "category", "question", "correct_answer", "incorrect_answers", "explanation")
"""The API has no explanations, but files of the same form from other sources often have."""
_PROMPT_START = 40
"""How many characters of a prompt a message shows to identify the question."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
"""Only complete entities: ``&copy`` in an address is not one."""
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
"""Keeps numbers as they are written, however long."""


def read(text: str) -> tuple[list[ImportedQuestion], list[ImportMessage]]:
    """Read the ``results`` of a response, a bare list of results, or several of either one after another.

    The json module does not give the lines of objects: messages have the line on which the response begins, and the
    number of the question.
    """
    collector = QuestionCollector()
    unknown_keys: dict[str, int] = {}
    number = 0
    for line, document in _documents(text, collector.messages):
        results = document.get("results") if isinstance(document, dict) else document
        if not isinstance(results, list):
            collector.messages.append(ImportMessage(line, "the JSON has no list of results"))
            continue
        for result in results:
            number += 1
            collector.add(line, partial(_question, result, line), _name(number, result))
            unknown_keys |= {key: line for key in _unknown_keys(result, _KEYS) if key not in unknown_keys}
        unknown_keys |= {key: line for key in _unknown_keys(document, _RESPONSE_KEYS) if key not in unknown_keys}
    for key, line in unknown_keys.items():
        collector.warn(line, f"the key {key!r} is not known and was ignored")
    return collector.result()


def _documents(text: str, messages: list[ImportMessage]) -> Iterator[tuple[int, object]]:
    """Each JSON document of a text, which may have several, with the line on which it begins.

    Reading ends at the first invalid document, which is added to ``messages``.
    """
    line, end = 1, 0
    while True:
        start = _skip_space(text, end)
        line += text.count("\n", end, start)
        ignored = f"no question from line {line} on was read"
        try:
            document, end = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            messages.append(ImportMessage(error.lineno, f"the JSON is invalid: {error.msg.lower()}; {ignored}"))
            return
        except RecursionError:
            messages.append(ImportMessage(line, f"the JSON is invalid: it is nested too deeply; {ignored}"))
            return
        yield line, document
        line += text.count("\n", start, end)
        if _skip_space(text, end) == len(text):
            return


def _skip_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions as a response of the API."""
    exported, losses = exportable(questions, _TYPES, _SUPPORTED)
    results = [
        {
            "type": _TYPES[question.kind],
            "difficulty": question.difficulty,
            "category": _encoded(question.topic),
            "question": _encoded(question.prompt),
            "correct_answer": _encoded(question.answer[0]),
            "incorrect_answers": [_encoded(option) for option in question.distractors],
        }
        for question in exported
    ]
    return printable_json({"response_code": 0, "results": results}) + "\n", losses


def _name(number: int, result: object) -> str:
    """The number of a question and the start of its prompt, since a response is often a single line."""
    prompt = result.get("question") if isinstance(result, dict) else None
    text = " ".join(_decoded(prompt).split()) if isinstance(prompt, str) else ""
    start = text if len(text) <= _PROMPT_START else f"{text[:_PROMPT_START].rstrip()}…"
    return f"question {number} (“{start}”)" if start else f"question {number}"


def _unknown_keys(value: object, known: Collection[str]) -> list[str]:
    mapping = value if isinstance(value, dict) else {}
    return [key for key, content in mapping.items() if key not in known and content is not None]


def _question(result: object, line: int) -> ImportedQuestion:
    if not isinstance(result, dict):
        raise CannotImportError("it is not an object with a question and its answers")
    options = result.get("incorrect_answers")
    if not isinstance(options, list):
        raise CannotImportError("incorrect_answers is not a list")
    form = result.get("type")
    if form is not None and (not isinstance(form, str) or form not in _KINDS):
        raise CannotImportError(f"its type is {form!r}, which is neither multiple nor boolean")
    right, wrong = _text(result, "correct_answer"), tuple(_decoded(option) for option in options)
    difficulty, warnings = parse_difficulty(_optional(result, "difficulty") or "medium")
    draft = QuestionDraft(
        kind=guess_kind([right], wrong) if form is None else _KINDS[form],
        prompt=_text(result, "question"),
        answer=(right,),
        distractors=wrong,
        topic=_optional(result, "category"),
        difficulty=difficulty,
        explanation=_optional(result, "explanation"),
    )
    return ImportedQuestion(line=line, draft=draft, warnings=warnings)


def _optional(result: dict[str, object], key: str) -> str:
    return "" if result.get(key) is None else _text(result, key)


def _text(result: dict[str, object], key: str) -> str:
    if key not in result:
        raise CannotImportError(f"it has no {key}")
    return _decoded(result[key], key)


def _decoded(value: object, name: str = "an incorrect answer") -> str:
    if isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise CannotImportError(f"{name} is not text")
    return _ENTITY.sub(lambda match: html.unescape(match[0]), value)


def _encoded(text: str) -> str:
    return html.escape(text).replace("&#x27;", "&#039;")  # as PHP encodes it, which Open Trivia DB uses
