"""The modes, and a game of a mode that is declared in a test."""

from typing import Any

import pytest

from quiz.game.challenge_code import _MODE_LETTERS
from quiz.game.events import Next, Skip, Stop
from quiz.game.game import Game, Outcome, Setup, advance, start
from quiz.game.modes import CLASSIC, MAX_SECONDS, MIN_SECONDS, MODES, SURVIVAL, TIMED, Mode, daily_seed
from tests import sample

SUDDEN_DEATH = Mode(id="sudden-death", name="Sudden death", summary="One life.", lives=1, endless=True)
ROUNDS = Mode(id="rounds", name="Rounds", summary="Round after round.", endless=True)
WRONG: tuple[Outcome, ...] = ("wrong", "skipped")


def keys(game: Game) -> list[str]:
    return [verdict.question for verdict in game.verdicts]


def after(mode: Mode, *outcomes: Outcome, count: int = 3) -> Game:
    return sample.played(sample.game(count, mode=mode, seconds=mode.seconds), *outcomes)


# The entries


def test_modes_are_found_under_their_own_ids() -> None:
    assert {key: mode.id for key, mode in MODES.items()} == {key: key for key in MODES}
    assert MODES["classic"] is CLASSIC


def test_the_beginning_of_an_id_tells_each_mode_from_every_other_so_that_codes_can_name_it() -> None:
    assert len({mode.id[:_MODE_LETTERS] for mode in MODES.values()}) == len(MODES)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("classic", {"length": 10}),
        ("timed", {"seconds": 60, "endless": True}),
        (
            "proof",
            {"seconds": 120, "endless": True, "find_proof": True, "suggested_seconds": (60, 120, 180)},
        ),
        ("survival", {"lives": 3, "timed_questions": True, "endless": True, "scored_by": "right"}),
        ("daily", {"length": 10, "daily": True}),
        ("practice", {"length": 10, "pool": "due"}),
        ("missed", {"pool": "missed"}),
    ],
)
def test_each_mode_has_the_rules_that_are_written_of_it_and_no_others(name: str, rules: dict[str, Any]) -> None:
    mode = MODES[name]
    assert mode == Mode(id=name, name=mode.name, summary=mode.summary, **rules)


def test_a_clock_can_be_set_from_ten_seconds_to_an_hour() -> None:
    assert (MIN_SECONDS, MAX_SECONDS) == (10, 3600)


def test_a_daily_seed_is_its_own_for_each_day_and_bank() -> None:
    seeds = {daily_seed(day, bank) for day in ("2026-11-19", "2026-11-20") for bank in ("ab", "cd")}
    assert len(seeds) == 4
    assert all(seed.startswith("2026-11-") for seed in seeds)


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_every_mode_says_what_it_is_and_can_be_played(mode: Mode) -> None:
    assert mode.name
    assert mode.summary.endswith(".")
    assert mode.length is None or mode.length > 0
    game = start(Setup(mode=mode, seed="1", length=mode.length), sample.questions(2), 0.0)
    assert advance(game, Skip(0), 1.0).verdicts[0].outcome == "skipped"


def test_a_mode_cannot_be_changed_while_it_is_played() -> None:
    with pytest.raises(AttributeError):
        CLASSIC.length = 3  # type: ignore[misc]


# Lives


@pytest.mark.parametrize("outcome", ["wrong", "skipped", "timed out"])
def test_whatever_is_not_right_costs_a_life_and_the_third_ends_the_run(outcome: Outcome) -> None:
    assert after(SURVIVAL).lives == after(SURVIVAL, "right").lives == 3
    game = after(SURVIVAL, outcome, "right", outcome, "right")
    assert (game.lives, game.phase, game.complete) == (1, "asking", False)
    last = sample.played(game, outcome)
    assert (last.lives, last.phase, last.complete, last.question) == (0, "over", True, None)


def test_the_question_that_cost_the_last_life_is_explained_before_the_run_is_over() -> None:
    game = after(SURVIVAL, "wrong", "wrong")
    dead = advance(game, sample.event(game, "wrong"), game.opened_at + 1)
    assert (dead.phase, dead.complete, dead.deadline) == ("explaining", True, None)
    assert advance(dead, Stop(), dead.now).complete


def test_a_game_without_lives_has_none_to_lose() -> None:
    assert after(CLASSIC, "wrong", "wrong").lives is None
    assert after(TIMED, *WRONG * 5).phase == "asking"


def test_sudden_death_is_nothing_but_an_entry() -> None:
    game = after(SUDDEN_DEATH, *["right"] * 7)
    assert (game.phase, game.lives, game.score, game.deadline) == ("asking", 1, 700, None)
    over = sample.played(game, "wrong")
    assert (over.phase, over.complete, len(over.verdicts)) == ("over", True, 8)


# Rounds


@pytest.mark.parametrize("mode", [ROUNDS, SURVIVAL], ids=lambda mode: mode.id)
def test_no_question_comes_twice_until_all_were_asked_and_each_round_has_an_order_of_its_own(mode: Mode) -> None:
    asked = keys(after(mode, *["right"] * 24, count=6))
    rounds = [tuple(asked[begin : begin + 6]) for begin in range(0, 24, 6)]
    assert [len(set(one)) for one in rounds] == [6, 6, 6, 6]
    assert len(set(rounds)) == 4


def test_the_same_seed_gives_the_same_rounds_and_another_seed_others() -> None:
    def rounds(seed: str) -> list[str]:
        game = start(sample.setup(seed=seed, mode=ROUNDS), sample.questions(6), 0.0)
        return keys(sample.played(game, *["right"] * 24))[6:]

    assert rounds("1") == rounds("1")
    assert rounds("1") != rounds("2")


def test_the_question_at_a_place_is_the_one_that_is_asked_and_judged_there() -> None:
    game = sample.game(4, mode=ROUNDS)
    foretold = [game.question_at(index) for index in range(15)]
    for question in foretold:
        assert game.question == question
        assert sorted(game.options) == sorted(question.options)
        game = sample.played(game, "right")
    assert keys(game) == [question.key for question in foretold]


def test_an_endless_game_of_one_question_asks_it_again_and_a_stop_ends_it() -> None:
    game = after(ROUNDS, "right", "wrong", "skipped", count=1)
    assert (game.index, game.phase, game.complete) == (3, "asking", False)
    stopped = advance(game, Stop(), game.now)
    assert (stopped.phase, stopped.complete) == ("over", False)


def test_an_endless_game_can_be_resumed_in_a_later_round() -> None:
    game = after(ROUNDS, *["right"] * 7)
    again = start(game.setup, game.questions, 50.0, game.verdicts)
    assert (again.index, again.question, again.options) == (7, game.question, game.options)


# The clock


def test_the_clock_of_a_timed_game_runs_through_its_rounds_and_ends_it() -> None:
    game = after(TIMED, *["right"] * 29)
    assert (game.seconds_used, game.phase, game.out_of_time) == (58, "asking", False)
    assert game.deadline == game.opened_at + 2
    last = advance(game, sample.event(game, "right"), game.opened_at + 2)
    assert (last.verdicts[-1].outcome, last.seconds_used, last.complete) == ("timed out", 60, True)
    assert advance(last, Next(last.index), last.now).phase == "over"


def test_the_clock_pauses_however_long_each_answer_is_read() -> None:
    game = after(TIMED)
    for _ in range(10):
        game = advance(game, sample.event(game, "right"), game.now + 2)
        game = advance(game, Next(game.index), game.now + 600)
    assert (game.seconds_used, game.time_left(game.now)) == (20, 40)
