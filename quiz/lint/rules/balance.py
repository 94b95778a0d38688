"""Rules about the balance of a pack: the places and lengths of answers, the sources and the kinds."""

from collections.abc import Callable, Iterator, Sequence

from quiz.bank.kinds.registry import KINDS, kind_of
from quiz.bank.normalize import normalize
from quiz.bank.question import Question
from quiz.bank.sentences import sentences
from quiz.bank.source import Source
from quiz.lint.chi_square import Evenness, evenness
from quiz.lint.pack_check import PackFinding, pack_check

UNLIKELY = 0.01
"""The p-value below which uneven counts are seen as a habit of the author, not as chance: one pack in a hundred."""
FEWEST = 20
"""With fewer questions, no habit can be recognized."""
MOST_OF_ITS_SHARE = 1.5
"""The largest ratio of a source's share of the citations to its share of the words."""

_Cells = tuple[int, Sequence[int]]
"""The number of places, and the places of the answer: several if they are tied."""


def place_distribution(questions: Sequence[Question]) -> Evenness:
    """How evenly the answers are spread over the places among their options.

    Only options with a fixed order count: numbers and dates, True and False. All others are shuffled in every game.
    """
    return _distribution(questions, _place_of_answer)


def length_distribution(questions: Sequence[Question]) -> Evenness:
    """How evenly the answers are spread over the ranks of length among their options. Ties share their ranks."""
    return _distribution(questions, _length_rank_of_answer)


def _place_of_answer(question: Question) -> _Cells | None:
    shown = kind_of(question).fixed_order(question)
    return None if shown is None else (len(shown), [shown.index(question.answer[0])])


def _length_rank_of_answer(question: Question) -> _Cells | None:
    if _place_of_answer(question) is not None:
        return None  # the length of a number or a date is no cue
    sizes = sorted(len(normalize(option)) for option in question.options)
    own = len(normalize(question.answer[0]))
    return len(sizes), [rank for rank, size in enumerate(sizes) if size == own]


def _distribution(questions: Sequence[Question], cells: Callable[[Question], _Cells | None]) -> Evenness:
    groups: dict[int, list[float]] = {}
    for question in questions:
        answer_cells = cells(question) if kind_of(question).is_single else None
        if answer_cells is not None:
            size, own = answer_cells
            counts = groups.setdefault(size, [0.0] * size)
            for place in own:
                counts[place] += 1 / len(own)
    return evenness([groups[size] for size in sorted(groups)])


def _is_habit(what: Evenness) -> bool:
    """Whether enough answers were counted, and they are too uneven for chance."""
    counted = round(sum(map(sum, what.counts)))  # the shares of ties do not add up exactly to integers
    return counted >= FEWEST and what.probability < UNLIKELY


@pack_check(
    "Q801",
    "uneven-places",
    "If options have a fixed order, the answer is not first, in the middle or last more often than by chance (chi-"
    "square, p at least 0.01, from 20 questions on).",
    wrong="the right year is the second of four in every question",
    right="the right year is as often the first, the second, the third and the last",
)
def uneven_places(questions: Sequence[Question], _: Sequence[Source]) -> Iterator[PackFinding]:
    """Find a habit of putting the right number or date in one place, or of writing true statements."""
    result = place_distribution(questions)
    if _is_habit(result):
        yield (
            None,
            f"The places of the answers are uneven. {result}.",
            "Choose other numbers or dates as distractors.",
        )


@pack_check(
    "Q802",
    "uneven-lengths",
    "The answer is not the longest, a middle or the shortest option more often than by chance (chi-square, p at "
    "least 0.01, from 20 questions on).",
    wrong="the answer is the longest option in every other question",
    right="the answer is as often the shortest option as the longest",
)
def uneven_lengths(questions: Sequence[Question], _: Sequence[Source]) -> Iterator[PackFinding]:
    """Find a habit of writing the answer longer or shorter than the distractors."""
    result = length_distribution(questions)
    if _is_habit(result):
        message = f"The answers' lengths are uneven, from the shortest to the longest option. {result}."
        yield None, message, "Write distractors that are as long as the answer, or longer."


@pack_check(
    "Q805",
    "source-overused",
    "In a pack of 20 questions or more, a source's share of the citations is at most 1.5 times its share of the "
    "words. Only words of sentences that are not exempt count.",
    wrong="four questions of five cite the shortest of five articles",
    right="long articles are cited often and short ones seldom",
)
def source_overused(questions: Sequence[Question], sources: Sequence[Source]) -> Iterator[PackFinding]:
    """Find a source that is cited more often than its length justifies."""
    words = {source.id: _words_to_cite(source) for source in sources}
    cited = [passage.source.id for question in questions for passage in question.citations]
    for name, count in words.items() if len(questions) >= FEWEST else ():
        share, due = cited.count(name) / max(1, len(cited)), count / max(1, sum(words.values()))
        if share > MOST_OF_ITS_SHARE * due:
            message = (
                f"{share:.0%} of the citations are from {name}, which has {due:.0%} of the words that are not exempt."
            )
            yield None, message, "Ask more about the other sources."


def _words_to_cite(source: Source) -> int:
    """The number of words of a source in sentences that are not exempt."""
    spans = [
        span for _, span in sentences(source) if not any(exemption.span.overlaps(span) for exemption in source.exempt)
    ]
    return sum(len(source.words(span).split()) for span in spans)


@pack_check(
    "Q806",
    "many-true-false",
    "In a pack of 20 questions or more, at most a fifth are true-false: half of those can be guessed.",
    wrong="8 true-false questions among 20",
    right="4 true-false questions among 20",
)
def many_true_false(questions: Sequence[Question], _: Sequence[Source]) -> Iterator[PackFinding]:
    """Find a pack with too many true-false questions."""
    limited = {name: kind.lint.max_share for name, kind in KINDS.items() if kind.lint.max_share is not None}
    for name, most in limited.items() if len(questions) >= FEWEST else ():
        count = sum(question.kind == name for question in questions)
        if count > most * len(questions):
            yield None, f"{count} of {len(questions)} questions are {name}.", "Ask some of them as choices."
