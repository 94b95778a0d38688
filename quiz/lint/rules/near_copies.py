"""A rule about a pack's questions together: nothing is asked twice."""

from collections.abc import Iterator, Sequence

from quiz.bank.kinds.registry import kind_of
from quiz.bank.normalize import normalize
from quiz.bank.question import Question
from quiz.bank.source import Source
from quiz.lint.pack_check import PackFinding, pack_check

NEARLY_THE_SAME = 85.0
"""Of 100: how alike two prompts may be, whatever the order of their words, before they count as copies."""
ALL_COMPARED = 2_000
"""Questions up to which every prompt is held against every other; the time for it grows with their square."""
RARE = 100
"""In a larger pack, prompts are held against each other that share a word which no more prompts than these have."""


@pack_check(
    "Q804",
    "near-copy",
    "No two prompts of a pack are nearly the same, whatever the order of their words. In a pack of more than 2,000 "
    "questions, two prompts are compared only if they share a word that at most 100 prompts have.",
    wrong="prompt: Who is the director of Ballerina?\nprompt: Who is Ballerina’s director?",
    right="prompt: Who is the director of Ballerina?\nprompt: For which film series is that director known?",
)
def near_copy(questions: Sequence[Question], _: Sequence[Source]) -> Iterator[PackFinding]:
    """Find the second of two prompts that ask in nearly the same words."""
    return find_near_copies(questions)


def find_near_copies(
    questions: Sequence[Question], *, all_compared: int = ALL_COMPARED, rare: int = RARE
) -> Iterator[PackFinding]:
    """Find copies; ``all_compared`` and ``rare`` say from which size on, and by which words, prompts are chosen."""
    from rapidfuzz import fuzz, process

    prompts = [_asked(question) for question in questions]
    alike = None if len(prompts) <= all_compared else _sharing(prompts, rare)
    for index, question in enumerate(questions):
        earlier: Sequence[int] = range(index) if alike is None else sorted(alike[index])
        others = prompts[:index] if alike is None else [prompts[one] for one in earlier]
        best = process.extractOne(prompts[index], others, scorer=fuzz.ratio, score_cutoff=NEARLY_THE_SAME)
        if best is not None:
            other = questions[earlier[best[2]]]
            message = f"The prompt is nearly the same as that of {other.id!r} at {other.place}."
            yield question, message, "Ask something else, or delete one of the two."


def _sharing(prompts: Sequence[str], rare: int) -> list[set[int]]:
    """For each prompt, the earlier ones that share a word with it which at most ``rare`` prompts have."""
    having: dict[str, list[int]] = {}
    for index, prompt in enumerate(prompts):
        for word in set(prompt.split()):
            having.setdefault(word, []).append(index)
    found: list[set[int]] = [set() for _ in prompts]
    for places in having.values():
        if len(places) <= rare:
            for number, place in enumerate(places):
                found[place].update(places[:number])
    return found


def _asked(question: Question) -> str:
    """The words of the prompt in the order of the alphabet; what is to be put in order belongs to what is asked."""
    words = [question.prompt, *(question.options if kind_of(question).is_order else ())]
    return " ".join(sorted(normalize(" ".join(words)).casefold().split()))
