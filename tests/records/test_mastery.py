"""Which topics a player has mastered, by the last answer to each of their questions."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.game import Outcome
from quiz.records.mastery import Mastery, mastered, mastered_text, mastery
from quiz.records.models import AnswerRecord
from quiz.tui.widgets.wedges import wedge
from tests import sample

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BANK = (
    sample.question("a", topic="Story"),
    sample.question("b", topic="Cast"),
    sample.question("c", topic="Story"),
)
LETTERS: dict[str, Outcome] = {"r": "right", "w": "wrong", "p": "partly", "s": "skipped", "t": "timed out"}


def answers(given: str) -> list[AnswerRecord]:
    """Answers as ``ar bw``: a question and an outcome."""
    return [
        AnswerRecord(f"test/{name}", LETTERS[letter], 2.0, AT + timedelta(seconds=place), letter == "t")
        for place, (name, letter) in enumerate(given.split())
    ]


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("", (0, 0)),
        ("ar", (1, 0)),
        ("ar cr br", (2, 1)),
        ("ar cr cw", (1, 0)),
        ("aw cr ar", (2, 0)),
        ("ar cr cp", (1, 0)),
        ("ar cr cs ct", (2, 0)),
        ("as at", (0, 0)),
        ("zr", (0, 0)),
    ],
)
def test_the_last_answer_to_each_question_decides(given: str, known: tuple[int, int]) -> None:
    assert mastery(BANK, answers(given)) == (Mastery("Story", known[0], 2), Mastery("Cast", known[1], 1))


def test_time_that_ran_out_for_the_question_itself_shows_that_it_was_not_known() -> None:
    late = AnswerRecord("test/b", "timed out", 9.0, AT + timedelta(hours=1))
    assert mastery(BANK, [*answers("br"), late])[1] == Mastery("Cast", 0, 1)


def test_a_topic_is_mastered_when_all_of_it_is_known_and_a_new_question_opens_it_again() -> None:
    known = answers("ar cr")
    assert mastered(mastery(BANK, known)) == ("Story",)
    assert mastered_text(mastery(BANK, known)) == "1 of 2 topics mastered"
    assert mastered(mastery([*BANK, sample.question("new", topic="Story")], known)) == ()
    assert mastered_text(mastery(BANK[:1], known)) == "1 of 1 topic mastered"
    assert mastery((), known) == ()


@given(st.integers(1, 300), st.data())
def test_a_wedge_is_empty_full_or_in_between_and_grows(questions: int, data: st.DataObject) -> None:
    known = data.draw(st.integers(0, questions))
    sign = wedge(Mastery("Story", known, questions))
    assert (sign == "○", sign == "●") == (known == 0, known == questions)
    more = wedge(Mastery("Story", min(known + 1, questions), questions))
    assert "○◔◑◕●".index(sign) <= "○◔◑◕●".index(more)
