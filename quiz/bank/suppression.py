"""A suppression: an entry under ``silence:``, with which an author rejects a warning."""

import msgspec

from quiz.bank.problem import Place


class Suppression(msgspec.Struct, frozen=True):
    """One entry under ``silence:`` of a question or of the sources file."""

    question: str | None
    """The id of the question; None for the pack as a whole."""
    rule: str
    """The name of a rule."""
    reason: str
    place: Place
