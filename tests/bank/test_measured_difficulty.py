"""How hard a question is for its players: by the share of right answers, without those that were guessed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.measured_difficulty import MIN_ANSWERS, Share, is_far_apart, known_share, measured_difficulty
from quiz.bank.proof_question import proof_questions
from quiz.bank.question import DIFFICULTIES
from tests import sample
from tests.proof_pack import proof_bank

FOUR = sample.question()
TWO = sample.question("statement", "True", "False", kind="true-false")
SEVERAL = sample.multiple()


@pytest.mark.parametrize(
    ("question", "right", "measured"),
    [
        (FOUR, 12, "easy"), (FOUR, 10, "easy"), (FOUR, 8, "medium"), (FOUR, 6, "hard"), (FOUR, 0, "hard"),
        (TWO, 12, "easy"), (TWO, 9, "medium"), (TWO, 8, "hard"),
        (SEVERAL, 9, "easy"), (SEVERAL, 5, "medium"), (SEVERAL, 4, "hard"),
    ],
)  # fmt: skip
def test_right_guesses_do_not_make_a_question_easier(question: object, right: int, measured: str) -> None:
    assert measured_difficulty(question, Share(right, 12)) == measured  # type: ignore[arg-type]


@pytest.mark.parametrize("share", [None, Share(0, 0), Share(MIN_ANSWERS - 1, MIN_ANSWERS - 1)])
def test_a_few_answers_say_nothing(share: Share | None) -> None:
    assert measured_difficulty(FOUR, share) is None
    assert measured_difficulty(FOUR, Share(MIN_ANSWERS, MIN_ANSWERS)) == "easy"


@given(st.integers(1, 1000).flatmap(lambda answers: st.tuples(st.integers(0, answers), st.just(answers))))
def test_more_right_answers_never_make_a_question_harder(counted: tuple[int, int]) -> None:
    right, answers = counted
    assert known_share(FOUR, Share(right, answers)) <= 1
    if right < answers:
        assert known_share(FOUR, Share(right, answers)) < known_share(FOUR, Share(right + 1, answers))


def test_only_easy_and_hard_are_far_apart() -> None:
    far = {(one, other) for one in DIFFICULTIES for other in DIFFICULTIES if is_far_apart(one, other)}
    assert far == {("easy", "hard"), ("hard", "easy")}


def test_a_question_whose_proof_is_to_be_found_is_as_hard_as_the_question_itself(tmp_path: Path) -> None:
    questions = proof_bank(tmp_path / "pack").questions
    derived = proof_questions(questions)
    assert len(derived) == len(questions) == 3
    for right in range(MIN_ANSWERS + 1):
        share = Share(right, MIN_ANSWERS)
        assert [known_share(one, share) for one in derived] == [known_share(one, share) for one in questions]
