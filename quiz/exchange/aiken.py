"""Aiken: a question, its options with letters, and a line that names the right one."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from quiz.author.question_draft import QuestionDraft
from quiz.bank.question import Question
from quiz.exchange.imported_question import CannotImportError, ImportedQuestion, ImportMessage, guess_kind
from quiz.exchange.lossy_export import LossNote, exportable
from quiz.exchange.question_collector import QuestionCollector

LINE_END = re.compile("\r\n|\r|\n")
_OPTION = re.compile(r"[ \t]*([A-Z])[.)](?:[ \t]+(.*)|$)", re.DOTALL)
_ANSWER = re.compile(r"[ \t]*ANSWER:(.*)", re.IGNORECASE | re.DOTALL)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_UNFIT: dict[str, Callable[[Question], bool]] = {
    "prompts that begin like an option or an answer line": lambda question: not _can_begin(_line(question.prompt)),
    f"questions with more than {len(_LETTERS)} options": lambda question: len(question.options) > len(_LETTERS),
}
"""Questions that this format cannot hold: a description, and a test."""


class _Block(msgspec.Struct):
    """The lines of one question that have been read so far."""

    line: int
    prompt: list[str] = []
    options: dict[str, str] = {}
    error: str | None = None
    """Why the question cannot be imported; None if nothing is wrong so far."""


def read(text: str) -> tuple[list[ImportedQuestion], list[ImportMessage]]:
    """Read every question up to its ``ANSWER:`` line."""
    collector = QuestionCollector()
    for block, answer in _blocks(text):
        collector.add(block.line, partial(_question, block, answer))
    return collector.result()


def _blocks(text: str) -> Iterator[tuple[_Block, str | None]]:
    """Each question with the text of its answer line; None if that line is missing."""
    block: _Block | None = None
    after_blank = False
    for number, line in enumerate(LINE_END.split(text), 1):
        if not line.strip():
            after_blank = True
            continue
        answer, option = _ANSWER.fullmatch(line), _OPTION.fullmatch(line)
        if block is not None and block.options and after_blank and not option and not answer:
            yield block, None  # the answer is missing, and the next question begins here
            block = None
        block = block or _Block(number)
        after_blank = False
        if answer:
            yield block, answer[1].strip()
            block = None
        elif option:
            if option[1] in block.options:
                block.error = block.error or f"the letter {option[1]} is used twice (line {number})"
            block.options[option[1]] = option[2] or ""
        elif block.options:
            block.error = block.error or f"line {number} is neither an option nor the answer"
        else:
            block.prompt.append(line.strip())
    if block is not None:
        yield block, None


def _question(block: _Block, answer: str | None) -> ImportedQuestion:
    if block.error is not None:
        raise CannotImportError(block.error)
    if answer is None:
        raise CannotImportError("it has no ANSWER: line")
    letter = answer.upper()
    if letter not in block.options:
        raise CannotImportError(f"{f'ANSWER: {answer}'.strip()} names none of its options")
    right = block.options[letter]
    wrong = tuple(option for key, option in block.options.items() if key != letter)
    prompt = " ".join(block.prompt)
    draft = QuestionDraft(kind=guess_kind([right], wrong), prompt=prompt, answer=(right,), distractors=wrong)
    return ImportedQuestion(line=block.line, draft=draft)


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions with a letter before each option."""
    exported, losses = exportable(questions, ("choice", "true-false"), ())
    for feature, is_unfit in _UNFIT.items():
        left_out = tuple(question.id for question in exported if is_unfit(question))
        if left_out:
            losses.append(LossNote(feature, left_out, drops_questions=True))
        exported = [question for question in exported if not is_unfit(question)]
    return "\n".join(_as_text(question) for question in exported), losses


def _can_begin(prompt: str) -> bool:
    return not _OPTION.fullmatch(prompt) and not _ANSWER.fullmatch(prompt)


def _as_text(question: Question) -> str:
    options = [_line(option) for option in question.distractors]
    # The right option must not always be first. Its place depends only on the id, so that every export is the same.
    place = hashlib.sha256(question.key.encode()).digest()[0] % (len(options) + 1)
    options.insert(place, _line(question.answer[0]))
    lines = [f"{letter}. {option}" for letter, option in zip(_LETTERS, options, strict=False)]
    return "\n".join([_line(question.prompt), *lines, f"ANSWER: {_LETTERS[place]}", ""])


def _line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n") if line.strip())
