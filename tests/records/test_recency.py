"""What a player met lately is not asked while others wait; what they like comes back sooner, what not last."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.question import Question
from quiz.game.challenge_code import encode
from quiz.game.deal import Filters
from quiz.game.game import questions_of, start
from quiz.game.modes import CLASSIC, DAILY, MISSED, PRACTICE, SURVIVAL, TIMED, Mode
from quiz.game.reaction import DISLIKES, LIKES
from quiz.records.challenge import setup_from_code
from quiz.records.game_request import request_for, setup_for
from quiz.records.game_setup import GameRequest, make_setup
from quiz.records.recency import LONGEST_REST, resting
from quiz.records.records import Records
from quiz.records.session import resume_session
from tests import sample
from tests.records.test_records import another_window, keep

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BANK = sample.bank(*sample.questions(100), sample.question("star", topic="Cast"))
ALL = BANK.question_summaries
KEYS = sorted(BANK.by_key)


def wish(mode: Mode = CLASSIC, seed: str = "7", **changes: object) -> GameRequest:
    made = GameRequest(mode=mode, seed=seed, length=mode.length, seconds=mode.seconds, is_personal=True)
    return msgspec.structs.replace(made, **changes)


def play(records: Records, number: int, mode: Mode = CLASSIC) -> tuple[str, ...]:
    """Deal a game, answer its first ten questions, and return their keys."""
    at = NOW + timedelta(days=number)
    setup = make_setup(wish(mode, str(number)), BANK, records, at)
    asked = questions_of(setup, BANK)
    game = records.begin(start(setup, asked, 0.0), at)
    for position, question in enumerate(asked[:10]):
        records.add(game, position, sample.verdict(question.key), at + timedelta(minutes=position))
    records.end(game, "finished", at)
    return tuple(question.key for question in asked[:10])


# Which questions rest


def test_half_of_the_questions_rest_those_met_last() -> None:
    met = KEYS[:70]
    assert resting(ALL, met, {}) == tuple(KEYS[:50])
    assert resting(ALL, KEYS[:3], {}) == tuple(KEYS[:3])
    assert resting(ALL, (), {}) == ()


def test_in_a_large_bank_a_question_rests_for_a_hundred_others() -> None:
    bank = sample.bank(*sample.questions(1000))
    assert len(resting(bank.question_summaries, sorted(bank.by_key), {})) == LONGEST_REST == 100


def test_a_liked_question_rests_half_as_long() -> None:
    met = KEYS[:70]
    assert KEYS[20] in resting(ALL, met, {KEYS[20]: LIKES})
    assert set(resting(ALL, met, {KEYS[30]: LIKES})) == set(KEYS[:50]) - {KEYS[30]}


def test_a_disliked_question_rests_until_all_others_have_been_asked() -> None:
    assert resting(ALL, KEYS[:70], {KEYS[69]: DISLIKES, "gone/q1": DISLIKES}) == tuple(sorted({*KEYS[:50], KEYS[69]}))


def test_only_questions_that_match_count() -> None:
    few = [question for question in ALL if question.key in KEYS[:6]]
    assert resting(few, [*KEYS[50:], *KEYS[:6]], {}) == tuple(KEYS[:3])


@given(
    st.lists(st.sampled_from(KEYS), unique=True),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from([LIKES, DISLIKES])),
)
def test_what_is_not_met_or_disliked_never_rests(met: list[str], reactions: dict[str, object]) -> None:
    found = set(resting(ALL, met, reactions))  # type: ignore[arg-type]
    disliked = {key for key, one in reactions.items() if one == DISLIKES}
    assert disliked <= found <= disliked | set(met)
    assert len(found - disliked) <= len(ALL) // 2


# From game to game


def test_five_games_in_a_row_repeat_no_question(records: Records) -> None:
    games = [play(records, number) for number in range(5)]
    assert len({key for game in games for key in game}) == 50
    sixth = play(records, 5)
    assert not set(sixth) & {key for game in games for key in game}  # the other half waits


def test_ten_games_ask_most_of_a_hundred_questions(records: Records) -> None:
    assert len({key for number in range(10) for key in play(records, number)}) > 80


@pytest.mark.parametrize("mode", [TIMED, SURVIVAL], ids=lambda mode: mode.id)
def test_endless_games_repeat_nothing_of_the_last_games_either(records: Records, mode: Mode) -> None:
    first = play(records, 1)
    assert not set(first) & set(play(records, 2, mode))


def test_another_player_is_asked_what_this_one_has_met(records: Records, tmp_path: Path) -> None:
    play(records, 1)
    with another_window(tmp_path, "Ana") as other:
        assert make_setup(wish(), BANK, other, NOW).postponed == ()


def test_a_disliked_question_is_not_dealt_while_others_wait(records: Records) -> None:
    dealt = questions_of(make_setup(wish(), BANK, records, NOW), BANK)
    records.reactions.put("", dealt[0].key, DISLIKES, NOW)
    records.reactions.put("Ana", dealt[1].key, DISLIKES, NOW)
    again = questions_of(make_setup(wish(), BANK, records, NOW), BANK)
    assert dealt[0] not in again
    assert dealt[1] in again  # another player dislikes it


# Where nothing personal enters


@pytest.mark.parametrize(
    "wanted",
    [wish(DAILY), wish(PRACTICE), wish(MISSED), wish(is_personal=False)],
    ids=["daily", "practice", "missed", "a seed of one's own"],
)
def test_other_games_postpone_nothing(records: Records, wanted: GameRequest) -> None:
    play(records, 1)
    keep(records, sample.verdict(KEYS[0], "wrong", 0))
    assert make_setup(wanted, BANK, records, NOW).postponed == ()


def test_a_game_of_the_command_line_is_personal_unless_a_seed_is_given(records: Records) -> None:
    for seed, personal in ((None, True), ("7", False)):
        assert request_for(BANK, "classic", Filters(), None, None, seed).is_personal is personal


def test_the_code_of_a_personal_game_is_the_same_game_for_somebody_else(records: Records) -> None:
    for number in range(5):
        play(records, number)
    setup = make_setup(wish(seed="9"), BANK, records, NOW)
    assert setup.postponed
    code = encode(setup, ALL)
    friends, warning = setup_from_code(BANK, code)
    assert (friends, warning) == (setup, None)
    assert questions_of(friends, BANK) == questions_of(setup, BANK)
    assert setup_for(BANK, records, code)[0] == setup  # a code is played as it is, whatever its player has met


def test_a_resumed_game_still_has_its_code(records: Records) -> None:
    for number in range(5):
        play(records, number)
    setup = make_setup(wish(seed="9"), BANK, records, NOW)
    questions: tuple[Question, ...] = questions_of(setup, BANK)
    game = records.begin(start(setup, questions, 0.0), NOW)
    records.add(game, 0, sample.verdict(questions[0].key), NOW)
    record = records.open_game(game)
    assert record is not None
    assert resume_session(record, BANK, records, lambda: 0.0).game.setup == setup
