"""The lines of the results."""

import msgspec

from quiz.bank.kinds.registry import answer_line
from quiz.game.events import Stop
from quiz.game.game import advance
from quiz.game.modes import DAILY, SURVIVAL, TIMED
from quiz.plain.result_lines import results_lines
from tests import sample


def test_the_results_say_the_score_the_sums_the_place_the_missed_ones_and_the_code() -> None:
    game = sample.played(sample.game(4), "right", "wrong", "skipped", "right")
    missed = [game.questions[1], game.questions[2]]
    assert results_lines(game, place="2nd of your 5 runs", code="ABC", notes=("Mastered: Cast.", "More is due.")) == [
        "",
        "The results.",
        "Classic, 4 questions: plus 167 points. 2 of 4 right. 2nd of your 5 runs.",
        "Right 2, wrong 1, skipped 1, 67% of answers, 8 seconds, median 2.0 seconds.",
        "Missed:",
        missed[0].prompt,
        f"Wrong. Right: {answer_line(missed[0])}",
        missed[1].prompt,
        f"Skipped. Right: {answer_line(missed[1])}",
        "Mastered: Cast.",
        "More is due.",
        "Challenge a friend: quiz play --code ABC",
    ]


def test_a_game_without_a_fault_names_nothing_missed() -> None:
    lines = results_lines(sample.played(sample.game(2), "right", "right"), place="A new best!", code="ABC")
    assert lines[2:] == [
        "Classic, 2 questions: plus 200 points. Every answer right. Take a bow. A new best!",
        "Right 2, wrong 0, 100% of answers, 4 seconds, median 2.0 seconds, 2 in a row.",
        "Challenge a friend: quiz play --code ABC",
    ]


def test_a_game_in_which_nothing_was_answered_says_so() -> None:
    game = advance(sample.game(seconds=60, mode=TIMED), Stop(), 1001.0)
    assert results_lines(game, place="", code="ABC")[2:] == [
        "Timed, 1 minute: 0 points. Nothing was answered.",
        "Challenge a friend: quiz play --code ABC",
    ]


def test_survival_is_scored_by_right_answers_and_names_a_question_missed_twice_once() -> None:
    game = sample.played(sample.game(2, mode=SURVIVAL), "right", "wrong", "wrong", "wrong")
    lines = results_lines(game, place="", code="ABC")
    assert lines[2] == "Survival, 3 lives: 1 right."
    assert len(lines[lines.index("Missed:") + 1 : -1]) == 2 * len({verdict.question for verdict in game.verdicts[1:]})


def test_another_attempt_at_a_daily_is_called_practice() -> None:
    game = sample.played(sample.game(1, mode=DAILY), "right")
    again = msgspec.structs.replace(game, setup=msgspec.structs.replace(game.setup, scored=False))
    assert results_lines(again, place="", code="A")[2].endswith("Practice: the first attempt counts.")
