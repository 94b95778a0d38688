"""GIFT, Moodle's text format: a prompt, and its answers between braces."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import dropwhile

import msgspec

from quiz.author.question_draft import QuestionDraft
from quiz.bank.question import Question
from quiz.exchange.gift_answers import Answers, read_answers
from quiz.exchange.gift_text import cut, escaped, find, marker, unescaped, without_tags
from quiz.exchange.imported_question import CannotImportError, ImportedQuestion, ImportMessage
from quiz.exchange.lossy_export import LossNote, exportable
from quiz.exchange.question_collector import QuestionCollector

_CARRIED = ("ids", "topics", "explanations", "line breaks")
_LINE_END = re.compile("\r\n|\r|\n")
_CATEGORY = "$CATEGORY:"


class _Block(msgspec.Struct, frozen=True):
    """The lines between two empty ones, without comments."""

    line: int
    text: str
    topic: str


def read(text: str) -> tuple[list[ImportedQuestion], list[ImportMessage]]:
    """Read every question; empty lines separate them."""
    collector = QuestionCollector()
    for block in _blocks(text):
        collector.add(block.line, partial(_question, block))
    return collector.result()


def _blocks(text: str) -> Iterator[_Block]:
    topic = ""
    begin, lines = 0, list[str]()
    for number, line in enumerate([*_LINE_END.split(text), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            continue
        if bare and not bare.startswith(_CATEGORY):
            begin = begin if lines else number
            lines.append(line)
            continue
        if lines:
            yield _Block(begin, "\n".join(lines), topic)
        lines = []
        if bare:
            topic = _topic(bare.removeprefix(_CATEGORY))


def _topic(path: str) -> str:
    """The topic that a category's path means; a doubled slash is a slash of its name."""
    parts = [part.replace("\0", "/").strip() for part in path.strip().replace("//", "\0").split("/")]
    own = dropwhile(lambda part: part in ("", "top") or re.fullmatch(r"\$\w+\$", part), parts[:-1])
    return " / ".join(part for part in (*own, parts[-1]) if part)


def _question(block: _Block) -> ImportedQuestion:
    title, rest = _title(block.text)
    begin = find(rest, r"\{")
    if begin < 0:
        raise CannotImportError("it has no answers in braces: it is a description")
    end = begin + 1 + find(rest[begin + 1 :], r"\}")
    if end == begin:
        raise CannotImportError("its brace is not closed before the next empty line")
    if rest[end + 1 :].strip():
        raise CannotImportError("text follows its answers: it is a missing word question")
    answers = read_answers(rest[begin + 1 : end])
    form, prompt = marker(rest[:begin])
    draft = QuestionDraft(
        id=title,
        kind=answers.kind,
        prompt=_plain_text(prompt, form),
        answer=tuple(_option_text(one, form) for one in answers.right),
        distractors=tuple(_option_text(one, form) for one in answers.wrong),
        topic=block.topic,
        explanation=_option_text(answers.general, form),
    )
    return ImportedQuestion(line=block.line, draft=draft, warnings=_warnings(form, answers))


def _warnings(form: str | None, answers: Answers) -> tuple[str, ...]:
    """What a draft of the question lacks; ``form`` is the text format of its prompt."""
    warnings = tuple(f"{what} cannot be imported" for what in answers.left_out)
    options = (*answers.right, *answers.wrong, answers.general)
    if "markdown" in (form, *(marker(one)[0] for one in options)):
        warnings += ("it is in Markdown, whose markup stays in the text",)
    return warnings


def _title(text: str) -> tuple[str, str]:
    """The title between double colons, and what follows it."""
    start = text.lstrip()
    if not start.startswith("::"):
        return "", text
    title = cut(start[2:], "::")[0]
    if len(title) == len(start) - 2:
        raise CannotImportError("its title is not closed by ::")
    return unescaped(title), start[2 + len(title) + 2 :]


def _option_text(text: str, form: str | None) -> str:
    """An option or feedback; ``form`` is the text format of its question, unless it has its own."""
    own, rest = marker(text)
    return _plain_text(rest, own or form)


def _plain_text(text: str, form: str | None) -> str:
    text = unescaped(text)
    if form != "html":
        return text
    bare = without_tags(text)
    if bare is None:
        raise CannotImportError("it has HTML that cannot become plain text")
    return bare


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions under their topics, each with its id as its title."""
    kept, lost = exportable(questions, _ANSWERS, _CARRIED)
    blocks: list[str] = []
    topic: str | None = None
    for one in kept:
        if one.topic != topic:
            topic = one.topic
            blocks.append(f"{_CATEGORY} {' '.join(topic.split(chr(10))).replace('/', '//')}\n")
        blocks.append(_as_text(one))
    return "\n".join(blocks), lost


def _as_text(question: Question) -> str:
    head = f"::{escaped(question.id)}::[plain]{escaped(question.prompt)} {{"
    feedback = f"####{_option(question.explanation)}" if question.explanation else ""
    return head + _ANSWERS[question.kind](question, feedback) + "}\n"


def _true_false(question: Question, feedback: str) -> str:
    return f"{question.answer[0].upper()}{feedback}"


def _choice(question: Question, feedback: str) -> str:
    right = f"={_option(question.answer[0])}"
    return _lines([right, *(f"~{_wrong_option(option)}" for option in question.distractors)], feedback)


def _multiple(question: Question, feedback: str) -> str:
    if len(question.answer) == 1:  # it is the whole answer, without a weight
        return _choice(question, feedback)
    right = [f"~{_weight(len(question.answer))}{_option(option)}" for option in question.answer]
    wrong = [f"~{_weight(-len(question.distractors))}{_option(option)}" for option in question.distractors]
    return _lines([*right, *wrong], feedback)


_ANSWERS: dict[str, Callable[[Question, str], str]] = {
    "choice": _choice,
    "true-false": _true_false,
    "multiple": _multiple,
}
"""By kind, for those that the format has: the text between the braces, which ends with the feedback."""


def _lines(options: list[str], feedback: str) -> str:
    return "\n\t".join(["", *options, *([feedback] if feedback else [])]) + "\n"


def _wrong_option(option: str) -> str:
    """A wrong option; one that begins as a weight does gets a weight of zero."""
    text = _option(option)
    return f"%0%{text}" if text.startswith("%") else text


def _weight(count: int) -> str:
    """The weight of one of ``count`` options, as Moodle writes it; negative for wrong ones."""
    share = f"{100 / count:.5f}".rstrip("0").rstrip(".")
    return f"%{share}%"


def _option(option: str) -> str:
    text = escaped(option)
    return f"[plain]{text}" if marker(text)[0] else text
