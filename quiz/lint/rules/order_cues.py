"""The rule about cues in options to be put in order, which reveal their own place."""

import re
from collections.abc import Iterator

from quiz.bank.kinds.registry import kind_of
from quiz.bank.problem import Finding
from quiz.bank.quantity import MONTHS
from quiz.bank.question import Question
from quiz.bank.question_check import check
from quiz.bank.words import cased_words, word_set, words_without_names

_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth")
_PLACES = word_set(
    """
    last then finally after afterwards before later earlier next previously initially eventually originally firstly
    secondly lastly
    """
)
_DETERMINERS = word_set("a an the its his her their this that another")
_NUMBER = re.compile(r"\d(?:st|nd|rd|th|s)?$")
_YEAR = re.compile(r"1\d\d\d|2[01]\d\d")
_BY_SIZE = re.compile(
    r"\b(?:smallest|largest|biggest|fewest|most|least|lowest|highest|greatest|shortest|longest|cheapest)\b",
    re.IGNORECASE,
)


@check(
    "Q712",
    "order-told",
    "No option to be put in order reveals its place by a number, a date or a word like first, then or finally. A "
    "number in a name and a “first” before a noun are allowed if no other option has one.",
    wrong="kind: order\nanswer: [First trailer, Second trailer, Premiere]",
    right="kind: order\nanswer: [Filming, Trailer, Premiere]",
    severity="warning",
)
def order_revealed(question: Question) -> Iterator[Finding]:
    """Find options that reveal their own place."""
    if not kind_of(question).is_order:
        return
    in_time = _BY_SIZE.search(question.prompt) is None
    cues = [dict(_places(option, in_time)) for option in question.answer]
    if len({tuple(words) for words in cues}) == 1:  # the same number in every option reveals nothing
        return
    compared = {sort for sort in ("number", "ordinal") if sum(sort in words.values() for words in cues) > 1}
    for index, (option, words) in enumerate(zip(question.answer, cues, strict=True)):
        word = next((word for word, sort in words.items() if sort == "alone" or sort in compared), None)
        if word is not None:
            yield ("answer", index), f"{word!r} in {option!r} reveals its place.", "Delete it."


def _places(option: str, in_time: bool) -> Iterator[tuple[str, str]]:
    """The words of an option that may reveal its place, each with its sort.

    "alone" reveals the place in any case; "number" and "ordinal" only if another option has one too. Dates and words
    of time count only in an order of time.
    """
    before = ""
    for word, small in zip(cased_words(option), words_without_names(option), strict=True):
        if _NUMBER.search(word):
            if in_time or not _YEAR.fullmatch(word):
                yield word, "number" if before[:1].isupper() and not _YEAR.fullmatch(word) else "alone"
        elif in_time and small in _ORDINALS:
            yield word, "ordinal" if before.casefold() in _DETERMINERS or before.endswith("'s") else "alone"
        elif in_time and (small in _PLACES or (word[0].isupper() and word != "May" and word.casefold() in MONTHS)):
            yield word, "alone"
        before = word
