"""Rules about answer cues: what lets a player guess the answer without knowing it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from quiz.bank.amounts import is_quantity, parse_rough_amount, parse_rough_date
from quiz.bank.kinds.registry import kind_of
from quiz.bank.normalize import normalize
from quiz.bank.problem import Finding
from quiz.bank.question import Question
from quiz.bank.question_check import check
from quiz.bank.words import cased_words, content_words, word_set, words_without_names
from quiz.lint.grammar import has_article, is_plural, takes_an

LONGER, SHORTER = 1.25, 0.75
"""An option stands out if it is more than a quarter longer, or shorter, than every other."""
NOTICED = 3
"""Differences of fewer characters are not noticed."""
MAGNITUDE = 10
"""The factor from which on a number is of another order of magnitude."""

_ABSOLUTES = word_set(
    """always never only all every everyone everybody everything none nobody nothing must completely entirely totally
    absolutely invariably"""
)
_HEDGES = word_set(
    """may might could often usually sometimes probably perhaps possibly maybe likely generally typically mostly
    partly somewhat occasionally frequently some"""
)
_ROUGHLY = frozenset(("about", "almost", "nearly", "roughly", "approximately"))
_UNITS = word_set("year month week day hour minute decade century dozen hundred thousand million half")
_NO_AMOUNT = frozenset(("none", "never", "nobody", "nothing"))


def _sides(question: Question) -> tuple[Sequence[str], Sequence[str]]:
    """The right and the wrong options, or nothing if their words cannot reveal the answer."""
    can_reveal = kind_of(question).words_reveal_answer and question.answer and question.distractors
    return (question.answer, question.distractors) if can_reveal else ((), ())


def _is_only_answer(question: Question, has: Callable[[str], bool | None], value: bool = True) -> bool:
    """Whether ``has`` returns ``value`` for all right options and the opposite for all wrong ones.

    ``has`` returns None for an option that cannot be compared; then the result is False. It is also False for two
    options, of which each is the only one of its sort.
    """
    right, wrong = _sides(question)
    if len(right) + len(wrong) < 3:
        return False
    return all(has(option) is value for option in right) and all(has(option) is (not value) for option in wrong)


@check(
    "Q701",
    "answer-length",
    "The answer is not more than a quarter longer, or shorter, than every other option. Differences of fewer than "
    "three characters do not count.",
    wrong="answer: Len Wiseman, who made Underworld\ndistractors: [Chad Stahelski, Derek Kolstad]",
    right="answer: Len Wiseman\ndistractors: [Chad Stahelski, Derek Kolstad]",
    severity="warning",
)
def answer_length(question: Question) -> Iterator[Finding]:
    """Find an answer that is much longer or shorter than the other options."""
    right, wrong = _sides(question)
    if not right or all(is_quantity(option) for option in question.options):
        return
    right_lengths = [len(normalize(option)) for option in right]
    wrong_lengths = [len(normalize(option)) for option in wrong]
    subject = "The answer is" if len(right) == 1 else "The right options are"
    if min(right_lengths) > LONGER * max(wrong_lengths) and min(right_lengths) - max(wrong_lengths) >= NOTICED:
        message = f"{subject} much longer than the others: {min(right_lengths)} characters to {max(wrong_lengths)}."
        yield ("answer",), message, "Shorten the answer, or write longer distractors."
    if max(right_lengths) < SHORTER * min(wrong_lengths) and min(wrong_lengths) - max(right_lengths) >= NOTICED:
        message = f"{subject} much shorter than the others: {max(right_lengths)} characters to {min(wrong_lengths)}."
        yield ("answer",), message, "Write shorter distractors."


@check(
    "Q702",
    "one-sided-word",
    "Absolute words (always, only, must) and hedging words (may, often, some) are in right and wrong options, or in"
    " none. Guessers choose the hedged option and avoid the absolute one.",
    wrong="answer: It is often remade\ndistractors: [It is set in Prague, It is told in reverse]",
    right="answer: It is remade\ndistractors: [It is set in Prague, It is told in reverse]",
    severity="warning",
)
def one_sided_word(question: Question) -> Iterator[Finding]:
    """Find absolute or hedging words only in right, or only in wrong options."""
    right, wrong = _sides(question)
    hint = "Delete it, or use it in right and wrong options."
    for options, others, side, path in ((right, wrong, "right", "answer"), (wrong, right, "wrong", "distractors")):
        for find, sort in ((_absolutes, "absolute"), (_hedges, "hedging")):
            listed = ", ".join(map(repr, _matches(find, options)))
            if listed and not _matches(find, others) and not (find is _hedges and _matches(_rough_words, others)):
                yield (path,), f"Only {side} options have {sort} words: {listed}.", hint


def _matches(find: Callable[[str], Iterable[str]], options: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(word for option in options for word in find(option)))


def _absolutes(option: str) -> Iterable[str]:
    return (word for word in words_without_names(option) if word in _ABSOLUTES)


def _rough_words(option: str) -> Iterable[str]:
    return (word for word in words_without_names(option) if word in _ROUGHLY)


def _hedges(option: str) -> Iterator[str]:
    """Hedging words. "About" is one before "a year", but not before a number, nor in "a film about a dog"."""
    option_words = words_without_names(option)
    for index, word in enumerate(option_words):
        after = [word for word in option_words[index + 1 : index + 3] if word not in ("a", "an")][:1]
        if word in _HEDGES or (word in _ROUGHLY and after and _UNITS.issuperset(after)):
            yield word


@check(
    "Q703",
    "shared-word",
    "No word of four letters or more is in the prompt and the answer but in no distractor: guessers would connect "
    "the two.",
    wrong="prompt: Which Underworld maker directs Ballerina?\nanswer: The man behind Underworld",
    right="prompt: Who directs Ballerina?\nanswer: The man behind Underworld",
    severity="warning",
)
def shared_word(question: Question) -> Iterator[Finding]:
    """Find words that only the prompt and the answer share."""
    right, wrong = _sides(question)
    shared = content_words(question.prompt) & set().union(*map(content_words, right))
    linking = shared.difference(*map(content_words, wrong))
    listed = ", ".join(repr(word) for word in sorted(linking) if len(word) >= 4 and word.isalpha())
    if listed:
        message = f"The prompt shares words with the answer only: {listed}."
        yield ("answer",), message, "Use other words, or use them in a distractor too."


@check(
    "Q704",
    "grammar-fits-answer",
    "Grammar does not reveal the answer: it is not the only option that fits an “a” or “an” before it, that has an "
    "article or none, or that is singular or plural.",
    wrong="answer: The director\ndistractors: [Producer, Writer]",
    right="answer: The director\ndistractors: [The producer, The writer]",
    severity="warning",
)
def grammar_fits_answer(question: Question) -> Iterator[Finding]:
    """Find an answer whose grammar differs from that of the other options."""
    last = "".join(cased_words(question.prompt)[-1:])
    if last in ("a", "an") and _is_only_answer(question, takes_an, last == "an"):
        yield ("prompt",), f"Only the answer fits the “{last}” before it.", "Move the article into the options."
    if any(parse_rough_amount(option) is not None for option in question.options):
        return  # "a year" beside "two months"
    for has, yes, no in (
        (has_article, "begins with an article", "has no article"),
        (is_plural, "is in the plural", "is in the singular"),
    ):
        for value, what in ((True, yes), (False, no)):
            if _is_only_answer(question, has, value):
                yield ("answer",), f"Only the answer {what}.", "Give all options the same grammar."


@check(
    "Q706",
    "mixed-options",
    "Options are of one kind: all are numbers of one unit, or all are dates, or none is either. The answer is not "
    "the only option of its order of magnitude, nor the only one that begins with a capital or with a small letter.",
    wrong="answer: 5 months\ndistractors: [In Prague, With Keanu Reeves]",
    right="answer: 5 months\ndistractors: [3 months, 8 months]",
    severity="warning",
)
def mixed_options(question: Question) -> Iterator[Finding]:
    """Find options that are of another kind than the others."""
    right, wrong = _sides(question)
    mixture = _mixture([*right, *wrong])
    if mixture:
        yield ("distractors",), mixture, "Write options of one kind."
    elif _is_far_off([_size(option) for option in right], [_size(option) for option in wrong]):
        message = f"The answer is {MAGNITUDE} times or more away from every distractor."
        yield ("answer",), message, "Write distractors of the same order of magnitude."
    for capital, letter in ((True, "capital"), (False, "small letter")):
        if _is_only_answer(question, _has_capital, capital):
            yield ("answer",), f"Only the answer begins with a {letter}.", "Begin all options the same way."


def _mixture(options: Sequence[str]) -> str | None:
    """The problem with options of several kinds, as a sentence; None if they are of one kind."""
    quantities = [option for option in options if is_quantity(option)]
    others = [option for option in options if option not in quantities and parse_rough_amount(option) is None]
    if quantities and any(normalize(other).casefold() not in _NO_AMOUNT for other in others):
        named = any(option.isalnum() for option in quantities)  # 300, 1917 and Seven are films too
        return None if named else "Some options are numbers or dates and some are not."
    dated = [option for option in quantities if parse_rough_date(option) is not None]
    amounts = [parse_rough_amount(option) for option in quantities if option not in dated]
    measures = {amount.measure[0] for amount in amounts if amount is not None and amount.measure is not None}
    if dated and measures:
        return "Some options are dates and some are amounts."
    return "The options are numbers of different units." if len(measures) > 1 else None


def _size(option: str) -> float:
    """The size of an amount, in seconds or meters if it is a time or a length; 0 for everything else."""
    amount = None if parse_rough_date(option) is not None else parse_rough_amount(option)
    return 0.0 if amount is None else amount.size * (amount.measure[1] if amount.measure else 1)


def _is_far_off(right: Sequence[float], wrong: Sequence[float]) -> bool:
    if len(right) + len(wrong) < 3 or min(*right, *wrong) <= 0:
        return False
    return min(right) >= MAGNITUDE * max(wrong) or max(right) * MAGNITUDE <= min(wrong)


def _has_capital(option: str) -> bool | None:
    """Whether an option begins with a capital; None if it begins with a digit, and for names like iPhone."""
    first = "".join(cased_words(option)[:1])
    return first[0].isupper() if first[:1].isupper() or first.islower() else None
