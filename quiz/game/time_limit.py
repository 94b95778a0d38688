"""The time limit of a question: from its length in words and the number of questions asked before it."""

from quiz.bank.question import Question

WORDS_PER_SECOND = 4.0
"""Silent reading of English non-fiction, 238 words a minute: Brysbaert, "How many words do we read per minute?",
Journal of Memory and Language 109 (2019)."""
ANSWERING_SECONDS = 6.0
"""Added to the reading time, for thinking and pressing a key."""
LIMIT_DECAY = 0.97
"""The time limit is multiplied by this factor for each question asked before, …"""
FLOOR = 0.4
"""… but by no less than this in all."""


def question_time_limit(question: Question, asked: int) -> float:
    """Return the time limit of a question in seconds; ``asked`` is the number of questions asked before it."""
    from quiz.bank.kinds.registry import kind_of  # not needed by the home screen

    kind = kind_of(question)
    words = sum(len(text.split()) for text in (question.prompt, *kind.options(question)))
    seconds = words / WORDS_PER_SECOND + ANSWERING_SECONDS + kind.extra_seconds(question)
    return seconds * max(FLOOR, LIMIT_DECAY**asked)
