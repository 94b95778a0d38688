"""The rule about difficulty as players find it. It needs the records, so it runs apart from the other rules."""

from collections.abc import Mapping, Sequence

import msgspec

from quiz.bank.measured_difficulty import Share, is_far_apart, measured_difficulty
from quiz.bank.problem import Problem, Rule
from quiz.bank.question import Question
from quiz.bank.suppression import Suppression
from quiz.lint.report import Report, SuppressedProblem

DIFFICULTY_FAR_FROM_PLAYERS = Rule(
    "Q807",
    "difficulty-far-from-players",
    "A question that is called hard is not easy for its players, and the other way round. What counts is the answers "
    "in the records, once a question has ten; right guesses are taken off.",
    wrong="difficulty: easy  # and 3 of 12 players were right",
    right="difficulty: hard  # and 3 of 12 players were right",
    severity="warning",
)


def with_players_share(report: Report, questions: Sequence[Question], shares: Mapping[str, Share]) -> Report:
    """Return a report that also has the problems of this rule. ``shares`` are by the keys of questions."""
    active, suppressed = list(report.problems), list(report.suppressed)
    reasons = {(one.place.file, one.question): one.reason for one in report.suppressions_of_players}
    for question in questions:
        problem = _problem(question, shares.get(question.key))
        if problem is not None:
            reason = reasons.get((question.place.file, question.id))
            if reason is None:
                active.append(problem)
            else:
                suppressed.append(SuppressedProblem(problem, reason))
    return msgspec.structs.replace(
        report,
        problems=tuple(sorted(active, key=lambda one: (one.place, one.rule.code))),
        suppressed=tuple(sorted(suppressed, key=lambda one: (one.problem.place, one.problem.rule.code))),
    )


def _problem(question: Question, share: Share | None) -> Problem | None:
    measured = measured_difficulty(question, share)
    if share is None or measured is None or not is_far_apart(question.difficulty, measured):
        return None
    return Problem(
        rule=DIFFICULTY_FAR_FROM_PLAYERS,
        place=question.place,
        message=f"It is called {question.difficulty}, but {share.right} of {share.answers} answers were right: "
        f"{measured}.",
        hint=f"Write `difficulty: {measured}`, or ask what the question does not say clearly.",
        question=question.id,
    )


def suppressions_of_players(suppressions: Sequence[Suppression]) -> tuple[Suppression, ...]:
    """Return those suppressions that name this rule and give a reason."""
    name = DIFFICULTY_FAR_FROM_PLAYERS.name
    return tuple(one for one in suppressions if one.rule == name and one.reason.strip())
