"""Validates options: they differ, none means the others, and only the answer is right."""

import re
from collections.abc import Iterator
from itertools import combinations

from quiz.bank.amounts import contains, overlap, parse_amount, parse_date
from quiz.bank.kinds.option_count import MOST_OPTIONS
from quiz.bank.kinds.registry import kind_of
from quiz.bank.normalize import normalize
from quiz.bank.problem import Finding, KeyPath
from quiz.bank.quantity import NUMBERS_IN_WORDS
from quiz.bank.question import Question
from quiz.bank.question_check import check
from quiz.bank.words import STOP_WORDS, cased_words, contains_phrase, word_set, words


@check(
    "Q504",
    "empty-words",
    "An id, a prompt, an answer and a distractor must have visible text.",
    wrong='prompt: "  "',
    right="prompt: Who is directing Ballerina?",
)
def empty_words(question: Question) -> Iterator[Finding]:
    """Find fields without visible text."""
    fields: list[tuple[KeyPath, str]] = [(("id",), question.id), (("prompt",), question.prompt)]
    fields += [(("answer",), answer) for answer in question.answer]
    fields += [(("distractors", index), text) for index, text in enumerate(question.distractors)]
    fields += [(("disputes", index, "answer"), dispute.answer) for index, dispute in enumerate(question.disputes)]
    for path, text in fields:
        if not normalize(text):
            yield path, f"{path[0]} has no visible text.", "Write what the player should read."


@check(
    "Q601",
    "option-count",
    f"A question has two to {MOST_OPTIONS} options, so that there is a choice and a key for each. One that "
    "asks for several options has at least one right and one wrong one, because the score depends on both.",
    wrong="distractors: []",
    right="distractors: [Chad Stahelski, Derek Kolstad, David Leitch]",
)
def option_count(question: Question) -> Iterator[Finding]:
    """Find a question with too few options, or with more options than keys."""
    yield from kind_of(question).lint.check_options(question)


@check(
    "Q602",
    "option-repeated",
    "No option is repeated, the answer included. Case and signs count: −2 is not 2.",
    wrong="answer: Len Wiseman\ndistractors: [Len Wiseman, Derek Kolstad]",
    right="answer: Len Wiseman\ndistractors: [Chad Stahelski, Derek Kolstad]",
)
def option_repeated(question: Question) -> Iterator[Finding]:
    """Find distractors that repeat the answer or another distractor."""
    seen = {normalize(answer) for answer in question.answer}
    for index, distractor in enumerate(question.distractors):
        if normalize(distractor) in seen:
            yield (
                ("distractors", index),
                f"The option {distractor!r} is repeated.",
                "Write another distractor.",
            )
        seen.add(normalize(distractor))


@check(
    "Q604",
    "disputed-option",
    "If an option is another source's answer, `according_to:` must say which source the question follows. A true-"
    "false question with disputes always needs it.",
    wrong="distractors: [Late 2023, 'June 7, 2024']\ndisputes: [{answer: 'June 7, 2024', "
    "citation: {source: hollywoodlife-2023, quote: 'on June 7, 2024, according to Variety'}}]",
    right="according_to: featurette-2024\ndistractors: [Late 2023, 'June 7, 2024']\n"
    "disputes: [{answer: 'June 7, 2024', "
    "citation: {source: hollywoodlife-2023, quote: 'on June 7, 2024, according to Variety'}}]",
)
def disputed_option(question: Question) -> Iterator[Finding]:
    """Find an option that is right according to another source, in a question without ``according_to:``."""
    if question.according_to is not None:
        return
    options = {normalize(option) for option in question.options}
    for index, dispute in enumerate(question.disputes):
        if normalize(dispute.answer) in options or kind_of(question).lint.only_answers:
            message = f"The disputed answer {dispute.answer!r} is an option, and the question follows no source."
            yield ("disputes", index, "answer"), message, "Add `according_to:` with the source of the answer."


@check(
    "Q603",
    "answer-in-prompt",
    "The prompt does not contain the words of the answer, unless it contains the words of every option.",
    wrong="prompt: Which film did Len Wiseman, its director, call Ballerina?\nanswer: Len Wiseman",
    right="prompt: Who directs Ballerina?\nanswer: Len Wiseman",
)
def answer_in_prompt(question: Question) -> Iterator[Finding]:
    """Find an answer that is in the prompt."""
    kind = kind_of(question)
    if not kind.words_reveal_answer:
        return
    in_prompt = [_is_in(option, question.prompt) for option in question.options]
    if all(in_prompt):
        return
    for index, answer in enumerate(question.answer):
        if in_prompt[index]:
            path: KeyPath = ("answer", index) if kind.answer_is_list else ("answer",)
            yield path, f"The prompt contains the answer {answer!r}.", "Ask without the words of the answer."


def _is_in(option: str, prompt: str) -> bool:
    phrase = words(option)
    if not contains_phrase(words(prompt), phrase):
        return False
    # "It" and "Us" are also names of films: such words count only in the same case
    return not STOP_WORDS.issuperset(phrase) or contains_phrase(cased_words(prompt), cased_words(option))


_SCALE = frozenset(("most", "some", "half", "few", "many", "several", "part", *NUMBERS_IN_WORDS))
_ABOVE = r"(?:above|others?|other options|foregoing|preceding)"
_OF_THEM = (
    rf"(?:of )?(?:the |these |those )*(?:{_ABOVE}|them|these|those|options|answers|choices)(?: options| answers)?"
)
_VERDICT = r"(?:is|are) (?:all |both )?(?:correct|right|true|wrong|incorrect|false|possible)"
_COUNT = r"(?: of)?(?: the)? (?:two|three|four|five)"
_REFERS_TO_OTHERS = re.compile(
    rf"(?:all|none|any|both|neither|either|no one)(?:{_COUNT})?(?: {_OF_THEM})?(?: {_VERDICT})?"
    r"|(?:both|neither|either|only)(?: options?| answers?)? (?:[a-i]|\d),?(?: (?:and|or|nor) (?:[a-i]|\d))+"
    r"|(?:options |answers )?[a-i] (?:and|or) [a-i] only|(?:options|answers) (?:[a-i]|\d) (?:and|or) (?:[a-i]|\d)"
    rf"|(?:no|every|each)(?: other| of the)? (?:option|answer|choice)s?(?: {_ABOVE})?(?: {_VERDICT})?"
)
_FIRST_WORDS = word_set("all none any both neither either only no every each options answers a b c d e f g h i")
_PAIR = re.compile(r"(?:both|neither|either) (.+) (?:and|nor|or) (.+)")


@check(
    "Q606",
    "all-of-the-above",
    "No option means all, none or both of the others. Options are shuffled, and such an option can be judged "
    "without knowing the subject. To ask for all that apply, use `kind: multiple`.",
    wrong="distractors: [Chad Stahelski, Derek Kolstad, None of the above]",
    right="distractors: [Chad Stahelski, Derek Kolstad, David Leitch]",
)
def all_of_the_above(question: Question) -> Iterator[Finding]:
    """Find options that refer to the other options."""
    for path, option in _paths(question):
        if _FIRST_WORDS.isdisjoint(words(option)[:1]):
            continue
        text = " ".join(words(option))
        others = [" ".join(words(other)) for other in question.options if other is not option]
        pair = _PAIR.fullmatch(text)
        if (pair and pair[1] in others and pair[2] in others) or (
            _REFERS_TO_OTHERS.fullmatch(text) and ("above" in text or not _is_on_a_scale(text, others))
        ):
            yield path, f"The option {option!r} refers to the others.", "Write an option that makes sense on its own."


def _is_on_a_scale(text: str, others: list[str]) -> bool:
    """Whether "all" and "none" are quantities among others, such as "most", "half" or 3."""
    firsts = {other.partition(" ")[0] for other in others}
    return text.startswith(("all", "none", "any")) and any(first in _SCALE or first.isdigit() for first in firsts)


def _paths(question: Question) -> Iterator[tuple[KeyPath, str]]:
    """Every option with its path in the entry."""
    kind = kind_of(question)
    if not kind.options(question):
        return
    for index, option in enumerate(question.answer):
        yield ("answer", index) if kind.answer_is_list else ("answer",), option
    for index, option in enumerate(question.distractors):
        yield ("distractors", index), option


@check(
    "Q607",
    "overlapping-numbers",
    "Options that are numbers, ranges or dates do not overlap, and no two of them are the same value in other words.",
    wrong="answer: 4–6\ndistractors: [5–8, 9–12]",
    right="answer: 4–6\ndistractors: [7–8, 9–12]",
)
def overlapping_numbers(question: Question) -> Iterator[Finding]:
    """Find options that overlap with an earlier one."""
    quantities = [
        (path, option)
        for path, option in _paths(question)
        if parse_amount(option) is not None or parse_date(option) is not None
    ]
    seen = set()
    for (earlier, first), (later, second) in combinations(quantities, 2):
        if (
            later not in seen
            and normalize(first) != normalize(second)
            and _clash(question, earlier, first, second, later)
        ):
            seen.add(later)
            yield later, f"{first!r} and {second!r} can both be right.", "Write numbers or dates that do not overlap."


def _clash(question: Question, earlier: KeyPath, first: str, second: str, later: KeyPath) -> bool:
    exclusive = kind_of(question).lint.exclusive
    if exclusive == "all":
        return overlap(first, second)
    if exclusive == "sides" and earlier[0] != later[0]:  # two right options may overlap
        return contains(second, first)
    return contains(first, second) and contains(second, first)


@check(
    "Q608",
    "agreeing-dispute",
    "The answer of a dispute differs from the question's answer. In a true-false question it is true or false.",
    wrong="disputes: [{answer: Len Wiseman, citation: {source: review, quote: Len Wiseman directs}}]",
    right="disputes: [{answer: Someone else, citation: {source: review, quote: Len Wiseman directs}}]",
)
def agreeing_dispute(question: Question) -> Iterator[Finding]:
    """Find disputes with the same answer as the question."""
    only = kind_of(question).lint.only_answers
    for index, dispute in enumerate(question.disputes):
        path = ("disputes", index, "answer")
        if only and dispute.answer not in only:
            message = f"{dispute.answer!r} is neither {' nor '.join(only).lower()}."
            yield path, message, f"Write {' or '.join(only).lower()}."
        elif _same(dispute.answer, question.answer):
            yield path, f"The dispute gives the same answer {dispute.answer!r}.", "Cite it as a proof, or delete it."


def _same(disputed: str, answer: tuple[str, ...]) -> bool:
    expected = [word for part in answer for word in words(part)]
    if len(answer) == 1 and contains(disputed, answer[0]) and contains(answer[0], disputed):
        return True
    return list(words(disputed)) == expected if expected else normalize(disputed) == normalize("".join(answer))
