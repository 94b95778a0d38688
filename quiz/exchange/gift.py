"""GIFT, Moodle's text format: a prompt, and its answers between braces."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import dropwhile

import msgspec

from quiz.bank.question import Question
from quiz.exchange.gift_answers import Answers, read_answers
from quiz.exchange.gift_text import cut, escaped, find, marker, unescaped, without_tags
from quiz.exchange.item import Item, LossNote, NotTakenError, Trouble
from quiz.exchange.item_collector import ItemCollector
from quiz.exchange.lossy_export import sort_out

_CARRIED = ("ids", "topics", "explanations", "line breaks")
_LINE_END = re.compile("\r\n|\r|\n")
_CATEGORY = "$CATEGORY:"


class _Block(msgspec.Struct, frozen=True):
    """What stands between two empty lines, without its comments."""

    line: int
    text: str
    topic: str | None


def read(text: str) -> tuple[list[Item], list[Trouble]]:
    """Read every question; between two there is an empty line."""
    reading = ItemCollector()
    for block in _blocks(text):
        reading.take(block.line, partial(_item, block))
    return reading.result()


def _blocks(text: str) -> Iterator[_Block]:
    topic: str | None = None
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


def _topic(path: str) -> str | None:
    """The topic that a category's path means; a doubled slash is one of its own words."""
    parts = [part.replace("\0", "/").strip() for part in path.strip().replace("//", "\0").split("/")]
    own = dropwhile(lambda part: part in ("", "top") or re.fullmatch(r"\$\w+\$", part), parts[:-1])
    return " / ".join(part for part in (*own, parts[-1]) if part) or None


def _item(block: _Block) -> Item:
    title, rest = _title(block.text)
    begin = find(rest, r"\{")
    if begin < 0:
        raise NotTakenError("it has no answers in braces: it is a description")
    end = begin + 1 + find(rest[begin + 1 :], r"\}")
    if end == begin:
        raise NotTakenError("its brace is not closed before the next empty line")
    if rest[end + 1 :].strip():
        raise NotTakenError("words stand after its answers: it is a missing word question")
    answers = read_answers(rest[begin + 1 : end])
    form, prompt = marker(rest[:begin])
    return Item(
        line=block.line,
        kind=answers.kind,
        prompt=_as_read(prompt, form),
        answer=tuple(_words(one, form) for one in answers.right),
        distractors=tuple(_words(one, form) for one in answers.wrong),
        topic=block.topic,
        explanation=None if answers.general is None else _words(answers.general, form),
        id=title,
        notes=_notes(form, answers),
    )


def _notes(form: str | None, answers: Answers) -> tuple[str, ...]:
    """What a question loses here; ``form`` is the text format of its prompt."""
    notes = tuple(f"{what} cannot be taken over" for what in answers.left_out)
    options = (*answers.right, *answers.wrong, answers.general or "")
    if "markdown" in (form, *(marker(one)[0] for one in options)):
        notes += ("it is in Markdown, whose signs stay in its words",)
    return notes


def _title(text: str) -> tuple[str | None, str]:
    """The title between double colons, and what follows it."""
    words = text.lstrip()
    if not words.startswith("::"):
        return None, text
    title = cut(words[2:], "::")[0]
    if len(title) == len(words) - 2:
        raise NotTakenError("its title is not closed by ::")
    return unescaped(title), words[2 + len(title) + 2 :]


def _words(text: str, form: str | None) -> str:
    """An option or feedback; ``form`` is the text format of its question, which it may set aside."""
    own, words = marker(text)
    return _as_read(words, own or form)


def _as_read(text: str, form: str | None) -> str:
    words = unescaped(text)
    if form != "html":
        return words
    bare = without_tags(words)
    if bare is None:
        raise NotTakenError("it has HTML that words cannot stand for")
    return bare


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions under their topics, each with its id as its title."""
    kept, lost = sort_out(questions, _ANSWERS, _CARRIED)
    blocks: list[str] = []
    topic: str | None = None
    for one in kept:
        if one.topic != topic:
            topic = one.topic
            blocks.append(f"{_CATEGORY} {' '.join(topic.split(chr(10))).replace('/', '//')}\n")
        blocks.append(_written(one))
    return "\n".join(blocks), lost


def _written(question: Question) -> str:
    head = f"::{escaped(question.id)}::[plain]{escaped(question.prompt)} {{"
    feedback = f"####{_option(question.explanation)}" if question.explanation else ""
    return head + _ANSWERS[question.kind](question, feedback) + "}\n"


def _statement(question: Question, feedback: str) -> str:
    return f"{question.answer[0].upper()}{feedback}"


def _one_of(question: Question, feedback: str) -> str:
    right = f"={_option(question.answer[0])}"
    return _listed([right, *(f"~{_weighed(option)}" for option in question.distractors)], feedback)


def _some_of(question: Question, feedback: str) -> str:
    if len(question.answer) == 1:  # a whole answer by itself
        return _one_of(question, feedback)
    right = [f"~{_weight(len(question.answer))}{_option(option)}" for option in question.answer]
    wrong = [f"~{_weight(-len(question.distractors))}{_option(option)}" for option in question.distractors]
    return _listed([*right, *wrong], feedback)


_ANSWERS: dict[str, Callable[[Question, str], str]] = {
    "choice": _one_of,
    "true-false": _statement,
    "multiple": _some_of,
}
"""What stands between the braces, by the kinds that the format has: the answers, and the feedback behind them."""


def _listed(options: list[str], feedback: str) -> str:
    return "\n\t".join(["", *options, *([feedback] if feedback else [])]) + "\n"


def _weighed(option: str) -> str:
    """A wrong option; one that begins as a weight does has one before it."""
    written = _option(option)
    return f"%0%{written}" if written.startswith("%") else written


def _weight(count: int) -> str:
    """The share of one among so many, as Moodle writes it; negative for wrong ones."""
    share = f"{100 / count:.5f}".rstrip("0").rstrip(".")
    return f"%{share}%"


def _option(words: str) -> str:
    written = escaped(words)
    return f"[plain]{written}" if marker(written)[0] else written
