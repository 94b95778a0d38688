"""The rule that no two prompts of a pack are nearly the same."""

from collections.abc import Iterator, Sequence

from quiz.bank.kinds.registry import kind_of
from quiz.bank.normalize import normalize
from quiz.bank.question import Question
from quiz.bank.source import Source
from quiz.lint.pack_check import PackFinding, pack_check

NEARLY_THE_SAME = 85.0
"""The similarity, from 0 to 100, from which on two prompts count as copies."""
ALL_COMPARED = 2_000
"""The largest number of questions of which all prompts are compared; the time grows with its square."""
RARE = 100
"""In a larger pack, two prompts are compared only if they share a word that at most this many prompts have."""


@pack_check(
    "Q804",
    "near-copy",
    "No two prompts of a pack are nearly the same, whatever the order of their words. In a pack of more than 2,000 "
    "questions, two prompts are compared only if they share a word that at most 100 prompts have.",
    wrong="prompt: Who is the director of Ballerina?\nprompt: Who is Ballerina’s director?",
    right="prompt: Who is the director of Ballerina?\nprompt: For which film series is that director known?",
)
def near_copy(questions: Sequence[Question], _: Sequence[Source]) -> Iterator[PackFinding]:
    """Find prompts with nearly the same words as an earlier one."""
    return find_near_copies(questions)


def find_near_copies(
    questions: Sequence[Question], *, all_compared: int = ALL_COMPARED, rare: int = RARE
) -> Iterator[PackFinding]:
    """Find copies. See ``ALL_COMPARED`` and ``RARE`` for the parameters."""
    from rapidfuzz import fuzz, process

    prompts = [_sorted_words(question) for question in questions]
    candidates = None if len(prompts) <= all_compared else _sharing(prompts, rare)
    for index, question in enumerate(questions):
        earlier: Sequence[int] = range(index) if candidates is None else sorted(candidates[index])
        others = prompts[:index] if candidates is None else [prompts[number] for number in earlier]
        best = process.extractOne(prompts[index], others, scorer=fuzz.ratio, score_cutoff=NEARLY_THE_SAME)
        if best is not None:
            other = questions[earlier[best[2]]]
            message = f"The prompt is nearly the same as that of {other.id!r} at {other.place}."
            yield question, message, "Ask something else, or delete one of the two."


def _sharing(prompts: Sequence[str], rare: int) -> list[set[int]]:
    """For each prompt, the indexes of earlier ones that share a word which at most ``rare`` prompts have."""
    prompts_by_word: dict[str, list[int]] = {}
    for index, prompt in enumerate(prompts):
        for word in set(prompt.split()):
            prompts_by_word.setdefault(word, []).append(index)
    shared: list[set[int]] = [set() for _ in prompts]
    for places in prompts_by_word.values():
        if len(places) <= rare:
            for number, place in enumerate(places):
                shared[place].update(places[:number])
    return shared


def _sorted_words(question: Question) -> str:
    """The words of the prompt in alphabetical order, and those of the options if they are to be put in order."""
    words = [question.prompt, *(question.options if kind_of(question).is_order else ())]
    return " ".join(sorted(normalize(" ".join(words)).casefold().split()))
