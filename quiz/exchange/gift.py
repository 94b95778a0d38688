"""GIFT, Moodle's text format: a prompt, followed by its answers between braces."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import dropwhile

import msgspec

from quiz.author.question_draft import QuestionDraft
from quiz.bank.question import Question
from quiz.exchange.gift_answers import Answers, read_answers
from quiz.exchange.gift_text import escape, find_unescaped, split_format, split_unescaped, strip_tags, unescape
from quiz.exchange.imported_question import CannotImportError, ImportedQuestion, ImportMessage
from quiz.exchange.lossy_export import LossNote, exportable
from quiz.exchange.question_collector import QuestionCollector

_SUPPORTED = ("ids", "topics", "explanations", "line breaks")
_LINE_END = re.compile("\r\n|\r|\n")
_CATEGORY = "$CATEGORY:"


class _Block(msgspec.Struct, frozen=True):
    """The lines between two empty lines, without comments."""

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
    """The topic for the path of a category. A doubled slash is a slash in a name."""
    parts = [part.replace("\0", "/").strip() for part in path.strip().replace("//", "\0").split("/")]
    own = dropwhile(lambda part: part in ("", "top") or re.fullmatch(r"\$\w+\$", part), parts[:-1])
    return " / ".join(part for part in (*own, parts[-1]) if part)


def _question(block: _Block) -> ImportedQuestion:
    title, rest = _title(block.text)
    begin = find_unescaped(rest, r"\{")
    if begin < 0:
        raise CannotImportError("it has no answers in braces: it is a description")
    end = begin + 1 + find_unescaped(rest[begin + 1 :], r"\}")
    if end == begin:
        raise CannotImportError("its brace is not closed before the next empty line")
    if rest[end + 1 :].strip():
        raise CannotImportError("text follows its answers: it is a missing word question")
    answers = read_answers(rest[begin + 1 : end])
    form, prompt = split_format(rest[:begin])
    draft = QuestionDraft(
        id=title,
        kind=answers.kind,
        prompt=_plain_text(prompt, form),
        answer=tuple(_option_text(option, form) for option in answers.right),
        distractors=tuple(_option_text(option, form) for option in answers.wrong),
        topic=block.topic,
        explanation=_option_text(answers.general, form),
    )
    return ImportedQuestion(line=block.line, draft=draft, warnings=_warnings(form, answers))


def _warnings(form: str | None, answers: Answers) -> tuple[str, ...]:
    """What a draft cannot express; ``form`` is the text format of the prompt."""
    warnings = tuple(f"{what} cannot be imported" for what in answers.left_out)
    options = (*answers.right, *answers.wrong, answers.general)
    if "markdown" in (form, *(split_format(option)[0] for option in options)):
        warnings += ("it is in Markdown, whose markup stays in the text",)
    return warnings


def _title(text: str) -> tuple[str, str]:
    """The title between double colons, and the text after it; the title is empty if there is none."""
    start = text.lstrip()
    if not start.startswith("::"):
        return "", text
    title = split_unescaped(start[2:], "::")[0]
    if len(title) == len(start) - 2:
        raise CannotImportError("its title is not closed by ::")
    return unescape(title), start[2 + len(title) + 2 :]


def _option_text(text: str, form: str | None) -> str:
    """An option or feedback as plain text; ``form`` is the question's text format, which an option can override."""
    own, rest = split_format(text)
    return _plain_text(rest, own or form)


def _plain_text(text: str, form: str | None) -> str:
    text = unescape(text)
    if form != "html":
        return text
    bare = strip_tags(text)
    if bare is None:
        raise CannotImportError("it has HTML that cannot become plain text")
    return bare


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions under their topics, each with its id as the title."""
    exported, losses = exportable(questions, _ANSWERS, _SUPPORTED)
    blocks: list[str] = []
    topic: str | None = None
    for question in exported:
        if question.topic != topic:
            topic = question.topic
            blocks.append(f"{_CATEGORY} {' '.join(topic.split(chr(10))).replace('/', '//')}\n")
        blocks.append(_as_text(question))
    return "\n".join(blocks), losses


def _as_text(question: Question) -> str:
    head = f"::{escape(question.id)}::[plain]{escape(question.prompt)} {{"
    feedback = f"####{_option(question.explanation)}" if question.explanation else ""
    return head + _ANSWERS[question.kind](question, feedback) + "}\n"


def _true_false(question: Question, feedback: str) -> str:
    return f"{question.answer[0].upper()}{feedback}"


def _choice(question: Question, feedback: str) -> str:
    right = f"={_option(question.answer[0])}"
    return _lines([right, *(f"~{_wrong_option(option)}" for option in question.distractors)], feedback)


def _multiple(question: Question, feedback: str) -> str:
    if len(question.answer) == 1:  # a single right answer has no weight
        return _choice(question, feedback)
    right = [f"~{_weight(len(question.answer))}{_option(option)}" for option in question.answer]
    wrong = [f"~{_weight(-len(question.distractors))}{_option(option)}" for option in question.distractors]
    return _lines([*right, *wrong], feedback)


_ANSWERS: dict[str, Callable[[Question, str], str]] = {
    "choice": _choice,
    "true-false": _true_false,
    "multiple": _multiple,
}
"""For each kind that the format has, the text between the braces, which ends with the feedback."""


def _lines(options: list[str], feedback: str) -> str:
    return "\n\t".join(["", *options, *([feedback] if feedback else [])]) + "\n"


def _wrong_option(option: str) -> str:
    """A wrong option. If its text could be read as a weight, it gets a weight of zero."""
    text = _option(option)
    return f"%0%{text}" if text.startswith("%") else text


def _weight(count: int) -> str:
    """The weight of one of ``count`` options, as Moodle writes it; negative for wrong ones."""
    share = f"{100 / count:.5f}".rstrip("0").rstrip(".")
    return f"%{share}%"


def _option(option: str) -> str:
    text = escape(option)
    return f"[plain]{text}" if split_format(text)[0] else text
