"""Recency: which questions a player met so lately, or likes so little, that others are asked first."""

from collections.abc import Mapping, Sequence

from quiz.bank.question_index import QuestionLike
from quiz.game.reaction import Reaction

LONGEST_REST = 100
"""A question rests until so many others have been met, or half of those that match the filters if they are fewer."""
_LIKED_SHARE = 0.5
"""A question that the player likes rests for this share of the time."""


def resting(
    questions: Sequence[QuestionLike], met: Sequence[str], reactions: Mapping[str, Reaction]
) -> tuple[str, ...]:
    """Return the keys of the questions that are asked only when all others have been asked, sorted.

    ``met`` are the keys of the questions that the player has met, the latest first, each once. A question that the
    player likes comes back sooner. One that they dislike comes back last.
    """
    keys = {question.key for question in questions}
    rest = min(LONGEST_REST, len(keys) // 2)
    late = [key for key in met if key in keys]
    recent = set(late[:rest])
    for key in late[int(rest * _LIKED_SHARE) : rest]:
        reaction = reactions.get(key)
        if reaction is not None and reaction.likes:
            recent.remove(key)
    disliked = {key for key, reaction in reactions.items() if not reaction.likes and key in keys}
    return tuple(sorted(recent | disliked))
