"""What players think of a question, for its author: how many were right, and how many like it."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from quiz.bank.measured_difficulty import Share
from quiz.game.phrases import counted
from quiz.game.reaction import REASONS
from quiz.records.reaction_store import ReactionRecord


class Opinion(msgspec.Struct, frozen=True):
    """What all players of the records think of a question, in numbers."""

    right: int = 0
    answers: int = 0
    likes: int = 0
    dislikes: int = 0
    """How many dislike it, for any reason or none."""
    reasons: Mapping[str, int] = {}
    """How many dislike it for each reason."""

    @property
    def text(self) -> str:
        """The numbers in one line: ``Players: 3 of 4 right · 2 like it · 1 dislikes it (dull 1)``."""
        parts = [f"{self.right} of {self.answers} right"] if self.answers else []
        if self.likes:
            parts.append(f"{counted(self.likes, 'likes it', 'like it')}")
        if self.dislikes:
            why = ", ".join(f"{reason} {self.reasons[reason]}" for reason in REASONS if self.reasons.get(reason))
            parts.append(counted(self.dislikes, "dislikes it", "dislike it") + (f" ({why})" if why else ""))
        return f"Players: {' · '.join(parts)}" if parts else ""


def opinions(reactions: Iterable[ReactionRecord], shares: Mapping[str, Share]) -> dict[str, Opinion]:
    """Return what players think of each question that they answered or reacted to, by its key."""
    listed = tuple(reactions)
    likes = Counter(one.question for one in listed if one.reaction.likes)
    dislikes = Counter(one.question for one in listed if not one.reaction.likes)
    reasons: dict[str, Counter[str]] = {}
    for one in listed:
        if one.reaction.reason is not None:
            reasons.setdefault(one.question, Counter())[one.reaction.reason] += 1
    return {
        key: Opinion(*shares.get(key, (0, 0)), likes[key], dislikes[key], dict(reasons.get(key, {})))
        for key in dict.fromkeys((*shares, *likes, *dislikes))
    }
