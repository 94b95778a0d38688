"""Silence: a warning that an author looked at and set aside, with the reason."""

from collections.abc import Sequence

import msgspec

from quiz.bank.entry_parser import nearest_word
from quiz.bank.normalize import normalize
from quiz.bank.problem import RULES, Place, Problem, SuppressedProblem, rule

UNUSED_SUPPRESSION = rule(
    "Q206",
    "idle-silence",
    "A `silence:` names a warning that the question has, or in the catalogue the pack as a whole, with the reason "
    "why it does not hold there. Errors cannot be silenced.",
    wrong="silence: [{rule: answer-not-shown, reason: trust me}]",
    right="answer: Len Wiseman, who made Underworld\ndistractors: [Chad Stahelski, Derek Kolstad]\n"
    "silence: [{rule: answer-length, reason: every actor with a shorter name is in the film}]",
    severity="warning",
)


class Suppression(msgspec.Struct, frozen=True):
    """One entry under the ``silence:`` of a question, or of the catalogue."""

    question: str | None
    """None for what is about the pack as a whole."""
    rule: str
    """The name of a rule."""
    reason: str
    place: Place


def set_aside(
    problems: Sequence[Problem], silences: Sequence[Suppression]
) -> tuple[list[Problem], list[SuppressedProblem]]:
    """The problems that count and those that were silenced; a silence that sets nothing aside is a problem itself."""
    by_target: dict[tuple[str | None, str], Suppression] = {
        (one.question, one.rule): one for one in silences if normalize(one.reason)
    }
    kept: list[Problem] = []
    silenced: list[SuppressedProblem] = []
    for problem in problems:
        found = None if problem.is_error else by_target.get((problem.question, problem.rule.name))
        if found is None:
            kept.append(problem)
        else:
            silenced.append(SuppressedProblem(problem, found.reason))
    used = {(one.problem.question, one.problem.rule.name) for one in silenced}
    flawed = {problem.question for problem in problems if problem.is_error}
    idle = (one for one in silences if (one.question, one.rule) not in used)
    kept += [_idle(one) for one in idle if one.question not in flawed or not _may_hold(one)]
    return kept, silenced


def _may_hold(silence: Suppression) -> bool:
    """Whether a silence is as it should be; not every warning is looked for in a question that has errors."""
    names = {known.name for known in RULES.values() if known.severity == "warning"}
    return silence.rule in names and bool(normalize(silence.reason))


def _idle(silence: Suppression) -> Problem:
    names = {known.name: known for known in RULES.values()}
    if not normalize(silence.reason):
        message, hint = "The silence gives no reason.", "Say why the warning does not hold here."
    elif silence.rule not in names:
        warnings = {known.code: name for name, known in names.items() if known.severity == "warning"}
        likely = warnings.get(silence.rule) or nearest_word(silence.rule, list(warnings.values()))
        message = f"There is no rule called {silence.rule!r}."
        hint = f"Did you mean {likely!r}?" if likely else "`quiz check --explain all` lists the rules."
    elif names[silence.rule].severity == "error":
        message, hint = f"{silence.rule} is an error, and errors cannot be silenced.", "Mend the question."
    else:
        whose = "question" if silence.question is not None else "pack as a whole"
        message, hint = f"The {whose} has no warning {silence.rule}.", "Delete the silence."
    return Problem(
        rule=UNUSED_SUPPRESSION, place=silence.place, message=message, hint=hint, question=silence.question
    )
