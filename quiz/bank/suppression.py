"""A suppression: an author's word, under ``silence:``, that a warning does not hold here."""

import msgspec

from quiz.bank.problem import Place


class Suppression(msgspec.Struct, frozen=True):
    """One entry under the ``silence:`` of a question, or of the catalogue."""

    question: str | None
    """The id of the question; None for what is about the pack as a whole."""
    rule: str
    """The name of a rule."""
    reason: str
    place: Place
