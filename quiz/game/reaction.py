"""Reactions: whether a player likes a question, said after its verdict, and why not."""

from typing import Literal, get_args

import msgspec

Reason = Literal["wrong", "unclear", "dull"]
"""Why a player dislikes a question: its answer is wrong, it is not clear what it asks, or it is dull."""
REASONS: tuple[Reason, ...] = get_args(Reason)
Sign = Literal["+", "-"]


class Reaction(msgspec.Struct, frozen=True):
    """What a player thinks of a question."""

    likes: bool
    reason: Reason | None = None
    """Why they dislike it, if they said so."""


LIKES = Reaction(likes=True)
DISLIKES = Reaction(likes=False)


def pressed(reaction: Reaction | None, sign: Sign) -> Reaction | None:
    """Return the reaction after a sign was given once more; None if that takes it back.

    A second plus takes the first one back. Each further minus names the next reason, and the last one takes it back.
    """
    if sign == "+":
        return None if reaction == LIKES else LIKES
    stages: list[Reaction | None] = [DISLIKES, *(Reaction(likes=False, reason=reason) for reason in REASONS), None]
    return stages[stages.index(reaction) + 1] if reaction in stages[:-1] else DISLIKES


def parse_reaction(line: str) -> Reaction | None:
    """Return the reaction that a typed line gives: ``+``, ``-`` or ``- dull``; None if it gives none."""
    sign, words = line.strip()[:1].replace("−", "-"), line.strip()[1:].split()
    if sign == "+" and not words:
        return LIKES
    if sign == "-" and len(words) <= 1:
        reason = next((known for known in REASONS if words == [known]), None)
        return Reaction(likes=False, reason=reason) if reason or not words else None
    return None
