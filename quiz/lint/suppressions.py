"""Applies suppressions: separates the warnings that authors reject under ``silence:`` from the active problems."""

from collections.abc import Iterable, Mapping, Sequence

from quiz.bank.entry_parser import nearest_word
from quiz.bank.load import PACK_NAME_TAKEN
from quiz.bank.normalize import normalize
from quiz.bank.problem import Problem, Rule
from quiz.bank.source_entry import SOURCE_CHANGED
from quiz.bank.suppression import Suppression
from quiz.lint.difficulty_rule import suppressions_of_players
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
_HARMLESS = (SOURCE_CHANGED, PACK_NAME_TAKEN)
"""Errors of a pack that do not stop any check for warnings."""


def split_suppressed(
    problems: Sequence[Problem], suppressions: Sequence[Suppression], rules: Iterable[Rule]
) -> tuple[list[Problem], list[SuppressedProblem]]:
    """Split problems into active and suppressed ones. An unused suppression becomes an active problem.

    ``rules`` are all rules that a suppression can name.
    """
    by_target = {
        (suppression.question, suppression.rule): suppression
        for suppression in suppressions
        if normalize(suppression.reason)
    }
    active: list[Problem] = []
    suppressed: list[SuppressedProblem] = []
    for problem in problems:
        suppression = None if problem.is_error else by_target.get((problem.question, problem.rule.name))
        if suppression is None:
            active.append(problem)
        else:
            suppressed.append(SuppressedProblem(problem, suppression.reason))
    used = {(warning.problem.question, warning.problem.rule.name) for warning in suppressed}
    not_run = {(one.question, one.rule) for one in suppressions_of_players(suppressions)}  # it needs the records
    unused = [
        suppression for suppression in suppressions if (suppression.question, suppression.rule) not in used | not_run
    ]
    if unused:
        by_name = {rule.name: rule for rule in rules}
        # checks may be skipped in questions with errors, so their suppressions are not reported as unused
        with_errors = {problem.question for problem in problems if problem.is_error and problem.rule not in _HARMLESS}
        active += [
            _unused(suppression, by_name)
            for suppression in unused
            if suppression.question not in with_errors or not _is_valid(suppression, by_name)
        ]
    return active, suppressed


def _is_valid(suppression: Suppression, by_name: Mapping[str, Rule]) -> bool:
    """Whether a suppression has a reason and names a warning."""
    rule = by_name.get(suppression.rule)
    return rule is not None and rule.severity == "warning" and bool(normalize(suppression.reason))


def _unused(suppression: Suppression, by_name: Mapping[str, Rule]) -> Problem:
    rule = by_name.get(suppression.rule)
    if not normalize(suppression.reason):
        message, hint = "The `silence:` has no reason.", "Say why the warning does not apply here."
    elif rule is None:
        warnings = {rule.code: rule.name for rule in by_name.values() if rule.severity == "warning"}
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
