"""Looking a question up: once it is looked up, it is worth half, right and wrong."""

from fractions import Fraction
from itertools import combinations

import pytest

from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import Question
from quiz.game.events import Answer, LookUp, Next, Tick
from quiz.game.game import ANSWER_DELAY, Game, Outcome, advance, start
from quiz.game.modes import CLASSIC, MODES, SURVIVAL, TIMED
from quiz.game.result import summarise
from quiz.game.share_text import share_text
from tests import sample


def looked_up(game: Game, index: int = 0, after: float = 1.0) -> Game:
    return advance(game, LookUp(index), game.opened_at + after)


def judged(game: Game, outcome: Outcome) -> Game:
    return advance(game, sample.event(game, outcome), game.now + 1 if outcome != "timed out" else game.deadline or 0)


@pytest.mark.parametrize(
    ("outcome", "points"), [("right", Fraction(50)), ("wrong", Fraction(-50, 3)), ("skipped", Fraction(0))]
)
def test_it_halves_the_points_of_this_question_and_of_no_other(outcome: Outcome, points: Fraction) -> None:
    game = judged(looked_up(sample.game()), outcome)
    verdict = game.verdicts[-1]
    assert (verdict.outcome, verdict.points, verdict.looked_up) == (outcome, points, True)
    later = judged(advance(game, Next(0), game.now), "right")
    assert (later.verdicts[-1].points, later.verdicts[-1].looked_up) == (100, False)
    assert summarise(later.verdicts).looked_up == 1


def test_a_game_with_an_answer_that_was_looked_up_is_not_perfect() -> None:
    assert sample.played(sample.game(2), "right", "right").is_perfect
    assert not sample.played(looked_up(sample.game(2)), "right", "right").is_perfect


def test_looking_again_costs_no_more() -> None:
    assert judged(looked_up(looked_up(sample.game()), after=2.0), "right").score == 50


def test_it_leaves_the_question_open_and_the_clock_running() -> None:
    before = sample.game(seconds=60, mode=TIMED)
    game = looked_up(before, after=10.0)
    assert (game.phase, game.index, game.deadline) == ("asking", 0, before.deadline)
    assert game.time_left(game.now) == 50
    late = advance(game, Tick(), game.deadline or 0)
    assert (late.verdicts[-1].outcome, late.verdicts[-1].looked_up) == ("timed out", True)


def test_a_held_key_a_closed_question_and_another_index_look_nothing_up() -> None:
    game = sample.game()
    assert not looked_up(game, after=ANSWER_DELAY / 2).is_looked_up
    assert not looked_up(game, index=1).is_looked_up
    closed = judged(game, "right")
    assert closed.can_look_up is False
    assert not advance(closed, LookUp(0), closed.now + 1).is_looked_up
    late = sample.game(seconds=60, mode=TIMED)
    assert looked_up(late, after=60.0).verdicts[-1].looked_up is False


def test_it_is_offered_where_points_count_and_the_article_is_not_open_already() -> None:
    assert {mode.id for mode in MODES.values() if mode.allows_looking_up} == set(MODES) - {"survival", "proof"}
    assert not looked_up(sample.game(mode=SURVIVAL)).is_looked_up
    assert not sample.game(mode=SURVIVAL).can_look_up


def test_what_has_no_source_cannot_be_looked_up() -> None:
    game = start(sample.setup(mode=CLASSIC), [sample.question("draft", sources=())], 0.0)
    assert not game.can_look_up
    assert not looked_up(game).is_looked_up


@pytest.mark.parametrize("question", [sample.question(), sample.multiple()], ids=lambda one: one.kind)
def test_blind_guesses_gain_nothing_after_looking_either(question: Question) -> None:
    def score(chosen: tuple[str, ...]) -> Fraction:
        game = looked_up(start(sample.setup(), [question], 0.0))
        return advance(game, Answer(0, chosen), game.now + 1).score

    sizes = range(1, 2 if kind_of(question).is_single else len(question.options) + 1)
    assert sum(score(some) for size in sizes for some in combinations(question.options, size)) == 0


def test_the_text_to_share_says_how_many_were_looked_up() -> None:
    game = judged(looked_up(sample.game(1)), "right")
    assert share_text(game) == "Quiz classic · 1 of 1 · 1 looked up · right"
    assert share_text(judged(sample.game(1), "right")) == "Quiz classic · 1 of 1 · right"
