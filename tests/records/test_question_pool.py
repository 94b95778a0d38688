"""Earlier answers decide what to ask: missed questions, and those due by FSRS."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.game.game import Outcome
from quiz.game.modes import MODES
from quiz.records.models import AnswerRecord
from quiz.records.question_pool import POOLS, any_question, due_then_new, due_times, last_missed
from tests import sample

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BANK = sample.questions(4)
Q0, Q1, Q2, Q3 = (question.key for question in BANK)


def answers(*given: tuple[str, Outcome], ago: timedelta = timedelta(hours=1)) -> list[AnswerRecord]:
    """Answers a second apart, the last of them so long ago."""
    first = NOW - ago - timedelta(seconds=len(given) - 1)
    return [
        AnswerRecord(key, outcome, 2.0, first + timedelta(seconds=place))
        for place, (key, outcome) in enumerate(given)
    ]


def test_every_pool_that_a_mode_names_is_there() -> None:
    assert {mode.pool for mode in MODES.values()} == set(POOLS)


def test_most_modes_draw_from_any_question() -> None:
    assert any_question(BANK, answers((Q0, "wrong")), NOW) is None


# Missed


@pytest.mark.parametrize(
    ("given", "missed"),
    [
        ([], ()),
        ([(Q0, "right")], ()),
        ([(Q0, "wrong"), (Q1, "partly"), (Q2, "timed out")], (Q0, Q1, Q2)),
        ([(Q0, "right"), (Q0, "wrong")], (Q0,)),
        ([(Q0, "wrong"), (Q0, "right")], ()),
        ([(Q0, "wrong"), (Q0, "skipped")], (Q0,)),
        ([(Q0, "right"), (Q0, "skipped")], ()),
        ([(Q0, "skipped")], ()),
        ([(Q0, "wrong"), (Q1, "wrong"), (Q0, "wrong")], (Q1, Q0)),
        ([("test/gone", "wrong"), (Q3, "wrong")], (Q3,)),
    ],
    ids=str,
)
def test_missed_is_what_was_not_right_when_last_answered_the_longest_ago_first(
    given: list[tuple[str, Outcome]], missed: tuple[str, ...]
) -> None:
    assert last_missed(BANK, answers(*given), NOW) == missed


# Due


def test_a_right_answer_is_due_later_than_a_wrong_one() -> None:
    due = due_times(answers((Q0, "right"), (Q1, "wrong"), (Q2, "timed out"), (Q3, "partly"), ago=timedelta()))
    assert NOW < max(due[Q1], due[Q2], due[Q3]) < due[Q0]


def test_a_question_answered_rightly_again_and_again_is_due_ever_later() -> None:
    at, waits, given = NOW, [], []
    for _ in range(5):
        given.append(AnswerRecord(Q0, "right", 2.0, at))
        due = due_times(given)[Q0]
        waits.append(due - at)
        at = due
    assert waits == sorted(waits)
    assert waits[-1] > timedelta(days=30)
    assert due_times([*given, AnswerRecord(Q0, "wrong", 2.0, at)])[Q0] - at < timedelta(days=1)


def test_a_skipped_question_is_as_it_was() -> None:
    assert due_times(answers((Q0, "skipped"))) == {}
    right = answers((Q0, "right"), (Q0, "skipped"))
    assert due_times(right) == due_times(right[:1])


def test_the_same_answers_are_due_at_the_same_times() -> None:
    given = answers(*[(Q0, "right"), (Q1, "wrong")] * 4)
    assert due_times(given) == due_times(given)


def test_what_is_due_comes_first_the_longest_overdue_before_the_others_then_what_is_new() -> None:
    given = [*answers((Q3, "wrong"), ago=timedelta(days=2)), *answers((Q1, "wrong"), ago=timedelta(days=1))]
    assert due_then_new(BANK, given, NOW) == (Q3, Q1, Q0, Q2)
    assert due_then_new(BANK[::-1], given, NOW) == (Q3, Q1, Q2, Q0)


def test_what_is_not_yet_due_is_left_out_until_its_moment() -> None:
    given = answers((Q0, "right"), ago=timedelta())
    due = due_times(given)[Q0]
    assert due_then_new(BANK, given, due - timedelta(microseconds=1)) == (Q1, Q2, Q3)
    assert due_then_new(BANK, given, due) == (Q0, Q1, Q2, Q3)


def test_questions_that_are_not_asked_about_are_left_out() -> None:
    given = answers(("test/gone", "wrong"), (Q0, "wrong"), ago=timedelta(days=1))
    assert due_then_new(BANK[:2], given, NOW) == (Q0, Q1)
