"""The answers of a GIFT question, between its braces: options, weights and feedback."""

import re

import msgspec

from quiz.exchange.gift_text import cut, find
from quiz.exchange.imported_question import CannotImportError, parse_true_false

_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_ROUNDING = 0.005


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The options of a question, still with their escapes."""

    kind: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    general: str
    """The general feedback, which is shown whatever was answered; empty if there is none."""
    left_out: tuple[str, ...]
    """What a draft cannot carry."""


class _Option(msgspec.Struct, frozen=True):
    sign: str
    weight: float
    """Its share of the whole answer in per cent; zero or less for a wrong option."""
    text: str


def read_answers(body: str) -> Answers:
    """Read the text between the braces.

    Raises:
        CannotImportError: it is a type of question that cannot be imported.

    """
    options, general = body, ""
    at = find(body, "####")
    if at >= 0:
        options, general = body[:at], body[at + 4 :]
    _refuse_other_types(options)
    pieces = cut(options, "#")
    statement = parse_true_false(pieces[0])
    left_out = () if len(pieces) == 1 else ("the feedback of single options",)
    if statement is not None:
        return Answers(kind="true-false", right=(statement,), wrong=(), general=general, left_out=left_out)
    if find(options, "~") < 0:
        raise CannotImportError("it is a short answer question: there is nothing to choose from")
    return _several(_options(options), general, left_out)


def _refuse_other_types(options: str) -> None:
    """Recognise types without a choice, as Moodle does: matching and short answers have no ``~``."""
    if not options.strip():
        raise CannotImportError("it is an essay question: it has no answers")
    if options.lstrip().startswith("#"):
        raise CannotImportError("it is a numerical question: there is nothing to choose from")
    if find(options, "~") < 0 <= find(options, "=") and "->" in options:
        raise CannotImportError("it is a matching question")


def _options(body: str) -> list[_Option]:
    signs = re.findall(r"\\.|[=~]", body, re.DOTALL)
    before, *pieces = cut(body, "[=~]")
    if before.strip():
        raise CannotImportError("text precedes its first option")
    options = []
    for sign, piece in zip((one for one in signs if len(one) == 1), pieces, strict=True):
        text = cut(piece, "#")[0]
        weight = _WEIGHT.match(text) if sign == "~" else None  # after = a per cent sign is plain text
        if weight:
            options.append(_Option(sign, float(weight[1]), text[weight.end() :]))
        else:
            options.append(_Option(sign, 100.0 if sign == "=" else 0.0, text))
    return options


def _several(options: list[_Option], general: str, left_out: tuple[str, ...]) -> Answers:
    outright = sum(one.sign == "=" for one in options)
    right = [one for one in options if one.weight > 0]
    wrong = [one for one in options if one.weight <= 0]
    if outright > 1:
        raise CannotImportError("several of its options are each fully right")
    if outright and len(right) > 1:
        raise CannotImportError("one of its options is partly right")
    are_simply_wrong = not any(one.weight for one in wrong) or (len(right) > 1 and _are_shares(wrong, -100))
    if not (_are_shares(right, 100) and are_simply_wrong):
        left_out = (*left_out, "the weights of its options")
    return Answers(
        kind="multiple" if len(right) > 1 else "choice",
        right=tuple(one.text for one in right),
        wrong=tuple(one.text for one in wrong),
        general=general,
        left_out=left_out,
    )


def _are_shares(options: list[_Option], whole: int) -> bool:
    """Whether options make up a whole in equal shares, as far as decimals can express a third."""
    return all(abs(one.weight - whole / len(options)) < _ROUNDING for one in options)
