"""Suppressions: warnings that an author looked at and rejects, each with the reason."""

from collections.abc import Iterable, Mapping, Sequence

from quiz.bank.entry_parser import nearest_word
from quiz.bank.load import PACK_NAME_TAKEN
from quiz.bank.normalize import normalize
from quiz.bank.problem import Problem, Rule
from quiz.bank.source_entry import SOURCE_CHANGED
from quiz.bank.suppression import Suppression
from quiz.lint.report import SuppressedProblem

UNUSED_SUPPRESSION = Rule(
    "Q206",
    "idle-silence",
    "A `silence:` names a warning of the question (in sources.yaml: of the pack as a whole), and gives the reason "
    "why it does not apply. Errors cannot be silenced.",
    wrong="silence: [{rule: answer-not-shown, reason: trust me}]",
    right="answer: Len Wiseman, who made Underworld\ndistractors: [Chad Stahelski, Derek Kolstad]\n"
    "silence: [{rule: answer-length, reason: every actor with a shorter name is in the film}]",
    severity="warning",
)
_HIDE_NOTHING = (SOURCE_CHANGED, PACK_NAME_TAKEN)
"""Errors of a pack in spite of which every warning is looked for."""


def split_suppressed(
    problems: Sequence[Problem], suppressions: Sequence[Suppression], rules: Iterable[Rule]
) -> tuple[list[Problem], list[SuppressedProblem]]:
    """Split active problems from suppressed ones. An unused suppression is an active problem itself.

    ``rules`` are all that a suppression might name.
    """
    by_target = {(one.question, one.rule): one for one in suppressions if normalize(one.reason)}
    active: list[Problem] = []
    suppressed: list[SuppressedProblem] = []
    for problem in problems:
        found = None if problem.is_error else by_target.get((problem.question, problem.rule.name))
        if found is None:
            active.append(problem)
        else:
            suppressed.append(SuppressedProblem(problem, found.reason))
    used = {(one.problem.question, one.problem.rule.name) for one in suppressed}
    unused = [one for one in suppressions if (one.question, one.rule) not in used]
    if unused:
        by_name = {rule.name: rule for rule in rules}
        hiding = {one.question for one in problems if one.is_error and one.rule not in _HIDE_NOTHING}
        active += [_unused(one, by_name) for one in unused if one.question not in hiding or not _is_fit(one, by_name)]
    return active, suppressed


def _is_fit(suppression: Suppression, by_name: Mapping[str, Rule]) -> bool:
    """Whether a suppression may be of use; not every warning is looked for in a question that has errors."""
    rule = by_name.get(suppression.rule)
    return rule is not None and rule.severity == "warning" and bool(normalize(suppression.reason))


def _unused(suppression: Suppression, by_name: Mapping[str, Rule]) -> Problem:
    rule = by_name.get(suppression.rule)
    if not normalize(suppression.reason):
        message, hint = "The `silence:` has no reason.", "Say why the warning does not apply here."
    elif rule is None:
        warnings = {one.code: one.name for one in by_name.values() if one.severity == "warning"}
        likely = warnings.get(suppression.rule) or nearest_word(suppression.rule, list(warnings.values()))
        message = f"There is no rule called {suppression.rule!r}."
        hint = f"Did you mean {likely!r}?" if likely else "`quiz check --explain all` lists the rules."
    elif rule.severity == "error":
        message, hint = f"{suppression.rule} is an error, and errors cannot be silenced.", "Fix the question."
    else:
        whose = "question" if suppression.question is not None else "pack as a whole"
        message, hint = f"The {whose} has no warning {suppression.rule}.", "Delete the `silence:`."
    return Problem(
        rule=UNUSED_SUPPRESSION,
        place=suppression.place,
        message=message,
        hint=hint,
        question=suppression.question,
    )
