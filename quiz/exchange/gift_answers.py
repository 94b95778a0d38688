"""What stands between a GIFT question's braces: its sort, its options and their weights, its feedback."""

import re

import msgspec

from quiz.exchange.gift_text import cut, find
from quiz.exchange.item import NotTakenError, true_or_false

_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_ROUNDING = 0.005


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The options of a question, still with their escapes."""

    kind: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    general: str | None
    """The general feedback: what is said whatever was answered."""
    left_out: tuple[str, ...]
    """What a question here cannot carry."""


class _Option(msgspec.Struct, frozen=True):
    sign: str
    weight: float
    """Its share of the whole answer in per cent; what is not right has none, or less."""
    words: str


def read_answers(body: str) -> Answers:
    """Read what stands between the braces.

    Raises:
        NotTakenError: it is a sort of question that cannot be taken over.

    """
    options, general = body, None
    at = find(body, "####")
    if at >= 0:
        options, general = body[:at], body[at + 4 :]
    _refuse_other_sorts(options)
    pieces = cut(options, "#")
    said = true_or_false(pieces[0])
    left_out = () if len(pieces) == 1 else ("the feedback of single options",)
    if said is not None:
        return Answers(kind="true-false", right=(said,), wrong=(), general=general, left_out=left_out)
    if find(options, "~") < 0:
        raise NotTakenError("it is a short answer question: there is nothing to choose from")
    return _several(_options(options), general, left_out)


def _refuse_other_sorts(options: str) -> None:
    """Tell apart what is no choice, as Moodle tells it: matching and short answers have no ``~``."""
    if not options.strip():
        raise NotTakenError("it is an essay question: it has no answers")
    if options.lstrip().startswith("#"):
        raise NotTakenError("it is a numerical question: there is nothing to choose from")
    if find(options, "~") < 0 <= find(options, "=") and "->" in options:
        raise NotTakenError("it is a matching question")


def _options(text: str) -> list[_Option]:
    signs = re.findall(r"\\.|[=~]", text, re.DOTALL)
    before, *pieces = cut(text, "[=~]")
    if before.strip():
        raise NotTakenError("words stand before its first option")
    options = []
    for sign, piece in zip((one for one in signs if len(one) == 1), pieces, strict=True):
        words = cut(piece, "#")[0]
        weight = _WEIGHT.match(words) if sign == "~" else None  # after = a per cent sign is a word like others
        if weight:
            options.append(_Option(sign, float(weight[1]), words[weight.end() :]))
        else:
            options.append(_Option(sign, 100.0 if sign == "=" else 0.0, words))
    return options


def _several(options: list[_Option], general: str | None, left_out: tuple[str, ...]) -> Answers:
    outright = sum(one.sign == "=" for one in options)
    right = [one for one in options if one.weight > 0]
    wrong = [one for one in options if one.weight <= 0]
    if outright > 1:
        raise NotTakenError("several of its options are each the whole answer")
    if outright and len(right) > 1:
        raise NotTakenError("one of its options is right by half")
    are_simply_wrong = not any(one.weight for one in wrong) or (len(right) > 1 and _are_shares(wrong, -100))
    if not (_are_shares(right, 100) and are_simply_wrong):
        left_out = (*left_out, "the weights of its options")
    return Answers(
        kind="multiple" if len(right) > 1 else "choice",
        right=tuple(one.words for one in right),
        wrong=tuple(one.words for one in wrong),
        general=general,
        left_out=left_out,
    )


def _are_shares(options: list[_Option], whole: int) -> bool:
    """Whether options make up a whole in equal shares, as far as decimals can say a third."""
    return all(abs(one.weight - whole / len(options)) < _ROUNDING for one in options)
