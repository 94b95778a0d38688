"""The answers of a GIFT question, between its braces: options, weights and feedback."""

import re

import msgspec

from quiz.exchange.gift_text import find_unescaped, split_unescaped
from quiz.exchange.imported_question import CannotImportError, parse_true_false

_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_ROUNDING = 0.005


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The options of a question, with their escapes."""

    kind: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    general: str
    """The feedback that is shown after any answer; empty if there is none."""
    left_out: tuple[str, ...]
    """What a draft cannot express."""


class _Option(msgspec.Struct, frozen=True):
    sign: str
    weight: float
    """The option's share of the full score, in per cent; zero or less for a wrong option."""
    text: str


def read_answers(body: str) -> Answers:
    """Read the text between the braces.

    Raises:
        CannotImportError: a question of this type cannot be imported.

    """
    options, general = body, ""
    at = find_unescaped(body, "####")
    if at >= 0:
        options, general = body[:at], body[at + 4 :]
    _reject_other_types(options)
    pieces = split_unescaped(options, "#")
    statement = parse_true_false(pieces[0])
    left_out = () if len(pieces) == 1 else ("the feedback of single options",)
    if statement is not None:
        return Answers(kind="true-false", right=(statement,), wrong=(), general=general, left_out=left_out)
    if find_unescaped(options, "~") < 0:
        raise CannotImportError("it is a short answer question: there is nothing to choose from")
    return _several(_options(options), general, left_out)


def _reject_other_types(options: str) -> None:
    """Reject types of questions without options. As in Moodle, matching and short answer questions have no ``~``."""
    if not options.strip():
        raise CannotImportError("it is an essay question: it has no answers")
    if options.lstrip().startswith("#"):
        raise CannotImportError("it is a numerical question: there is nothing to choose from")
    if find_unescaped(options, "~") < 0 <= find_unescaped(options, "=") and "->" in options:
        raise CannotImportError("it is a matching question")


def _options(body: str) -> list[_Option]:
    signs = re.findall(r"\\.|[=~]", body, re.DOTALL)
    before, *pieces = split_unescaped(body, "[=~]")
    if before.strip():
        raise CannotImportError("text precedes its first option")
    options = []
    for sign, piece in zip((sign for sign in signs if len(sign) == 1), pieces, strict=True):
        text = split_unescaped(piece, "#")[0]
        weight = _WEIGHT.match(text) if sign == "~" else None  # after =, a per cent sign is plain text
        if weight:
            options.append(_Option(sign, float(weight[1]), text[weight.end() :]))
        else:
            options.append(_Option(sign, 100.0 if sign == "=" else 0.0, text))
    return options


def _several(options: list[_Option], general: str, left_out: tuple[str, ...]) -> Answers:
    fully_right = sum(option.sign == "=" for option in options)
    right = [option for option in options if option.weight > 0]
    wrong = [option for option in options if option.weight <= 0]
    if fully_right > 1:
        raise CannotImportError("several of its options are each fully right")
    if fully_right and len(right) > 1:
        raise CannotImportError("one of its options is partly right")
    are_simply_wrong = not any(option.weight for option in wrong) or (len(right) > 1 and _are_shares(wrong, -100))
    if not (_are_shares(right, 100) and are_simply_wrong):
        left_out = (*left_out, "the weights of its options")
    return Answers(
        kind="multiple" if len(right) > 1 else "choice",
        right=tuple(option.text for option in right),
        wrong=tuple(option.text for option in wrong),
        general=general,
        left_out=left_out,
    )


def _are_shares(options: list[_Option], total: int) -> bool:
    """Whether the weights are equal shares of a total, apart from rounding: a third has no exact decimal."""
    return all(abs(option.weight - total / len(options)) < _ROUNDING for option in options)
