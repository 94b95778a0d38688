"""The time limit of one question, from how long it takes to read and how far the run has come."""

from quiz.bank.question import Question

WORDS_PER_SECOND = 4.0
"""Silent reading of English non-fiction, 238 words a minute: Brysbaert, "How many words do we read per minute?",
Journal of Memory and Language 109 (2019)."""
ANSWERING_SECONDS = 6.0
"""For thinking and for the key, beside the reading."""
SHRINKS_BY = 0.97
"""With every question that was asked, the limit of the next is this share of what it would have been …"""
FLOOR = 0.4
"""… but never a smaller share than this of it."""


def limit_of(question: Question, asked: int) -> float:
    """Seconds for a question when ``asked`` questions were asked before it in this game."""
    from quiz.bank.kinds.registry import kind_of  # the home screen does without

    kind = kind_of(question)
    words = sum(len(text.split()) for text in (question.prompt, *kind.options(question)))
    more = kind.extra_seconds(question)
    return (words / WORDS_PER_SECOND + ANSWERING_SECONDS + more) * max(FLOOR, SHRINKS_BY**asked)
