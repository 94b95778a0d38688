"""From a request and earlier answers to the setup of a game, or the reason why there is none."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from quiz.game.deal import Filters, deal
from quiz.game.game import Setup, questions_of, start
from quiz.game.modes import CLASSIC, DAILY, MISSED, PRACTICE, PROOF, TIMED, Mode, daily_seed
from quiz.records.game_setup import GameRequest, NothingToAskError, make_setup, next_due, time_until
from quiz.records.models import AnswerRecord
from quiz.records.question_pool import due_times
from quiz.records.records import Records
from tests import sample
from tests.records.test_records import another_window, keep

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BANK = sample.bank(*sample.questions(4), sample.question("star", topic="Cast"))
Q0, Q1, Q2, Q3, STAR = BANK.by_key
WRONG = sample.verdict(Q0, "wrong", 0)
NOTHING_MISSED = "There is no question that you last answered wrongly."


def wish(mode: Mode = CLASSIC, **changes: object) -> GameRequest:
    made = GameRequest(mode=mode, seed="7", length=mode.length, seconds=mode.seconds)
    return msgspec.structs.replace(made, **changes)


def open_(wanted: GameRequest, records: Records | None = None, now: datetime = NOW) -> Setup:
    return make_setup(wanted, BANK, records, now)


def why_nothing(wanted: GameRequest, records: Records | None = None, now: datetime = NOW) -> str:
    with pytest.raises(NothingToAskError) as told:
        open_(wanted, records, now)
    return str(told.value)


def test_a_wish_becomes_the_setup_of_its_game() -> None:
    filters = Filters(topics=("Cast",), difficulties=("medium",))
    wanted = wish(TIMED, filters=filters, length=3, seconds=90)
    assert open_(wanted) == Setup(mode=TIMED, seed="7", filters=filters, length=3, seconds=90, bank=BANK.digest)


def test_filters_that_let_nothing_through_are_reported() -> None:
    assert why_nothing(wish(filters=Filters(topics=("Music",)))) == (
        "No question matches all of these filters. Remove one."
    )


@pytest.mark.parametrize("mode", [CLASSIC, DAILY, PRACTICE], ids=lambda mode: mode.id)
def test_a_bank_without_questions_is_reported(mode: Mode) -> None:
    with pytest.raises(NothingToAskError, match="quiz check"):
        make_setup(wish(mode), sample.bank(), None, NOW)


# Daily


def test_everyone_with_the_bank_is_asked_the_same_all_day_whatever_they_wished_for() -> None:
    midnight = NOW.astimezone().replace(hour=0, minute=0)
    morning = open_(wish(DAILY), now=midnight)
    evening = open_(wish(DAILY, seed="8", filters=Filters(topics=("Cast",)), length=1), now=midnight + 23 * HOUR)
    assert morning == evening
    assert morning.seed == daily_seed(midnight.date().isoformat(), BANK.digest)
    assert (morning.filters, morning.length, morning.scored) == (Filters(), 10, True)


def test_another_day_and_another_bank_have_dailies_of_their_own() -> None:
    other = make_setup(wish(DAILY), sample.bank(*sample.questions(4)), None, NOW)
    assert len({open_(wish(DAILY)).seed, open_(wish(DAILY), now=NOW + 24 * HOUR).seed, other.seed}) == 3


def test_the_first_attempt_at_a_daily_is_scored_even_if_it_was_left_and_no_later_one(
    records: Records, tmp_path: Path
) -> None:
    first = open_(wish(DAILY), records)
    assert first.scored
    records.begin(start(first, questions_of(first, BANK), 0.0), NOW)
    second = open_(wish(DAILY), records)
    assert second == msgspec.structs.replace(first, scored=False)
    assert open_(wish(DAILY), records, NOW + 24 * HOUR).scored
    with another_window(tmp_path, "Ana") as other:
        assert open_(wish(DAILY), other).scored


def test_a_daily_rehearsed_by_its_code_uses_the_scored_attempt_up(records: Records) -> None:
    unscored = msgspec.structs.replace(open_(wish(DAILY), records), scored=False)
    records.begin(start(unscored, questions_of(unscored, BANK), 0.0), NOW)
    assert not open_(wish(DAILY), records).scored
    assert open_(wish(DAILY), records, NOW + 24 * HOUR).scored


# Practice and missed


def test_missed_asks_what_was_last_answered_wrongly_in_any_game_and_passes_the_filters(records: Records) -> None:
    keep(records, WRONG, sample.verdict(Q1, "right"), at=NOW - 2 * HOUR)
    keep(records, sample.verdict(STAR, "timed out", 0), at=NOW - 3 * HOUR)
    keep(records, sample.verdict(Q2, "wrong", 0), state="open", at=NOW - HOUR)
    setup = open_(wish(MISSED), records)
    assert setup.picked == (STAR, Q0, Q2)  # the longest ago first
    assert open_(wish(MISSED, length=2), records).picked == (STAR, Q0)
    assert {one.key for one in questions_of(setup, BANK)} == {Q0, Q2, STAR}
    assert open_(wish(MISSED, filters=Filters(topics=("Cast",))), records).picked == (STAR,)


def test_practice_asks_no_more_than_is_wanted_the_most_urgent_of_all(records: Records) -> None:
    keep(records, sample.verdict(Q3, "wrong", 0), at=NOW - 48 * HOUR)
    keep(records, sample.verdict(Q2, "wrong", 0), at=NOW - 24 * HOUR)
    new = [one for one in BANK.questions if one.key not in (Q2, Q3)]
    dealt = {length: tuple(one.key for one in deal(new, "7", length, BANK)) for length in (1, 2, 3, None)}
    for length, only in ((1, (Q3,)), (2, (Q3, Q2)), (3, (Q3, Q2, *dealt[3][:1])), (None, (Q3, Q2, *dealt[None]))):
        setup = open_(wish(PRACTICE, length=length), records)
        assert setup.picked == only
        assert tuple(one.key for one in questions_of(setup, BANK)) == only


def test_new_questions_come_in_an_order_that_rests_on_the_seed_and_not_on_the_bank(records: Records) -> None:
    keep(records, sample.verdict(Q3, "wrong", 0), at=NOW - 48 * HOUR)
    backwards = sample.bank(*BANK.questions[::-1])
    orders = set()
    for seed in range(20):
        only = open_(wish(PRACTICE, seed=str(seed), length=None), records).picked
        assert only is not None
        assert (only[0], set(only)) == (Q3, {Q0, Q1, Q2, Q3, STAR})
        assert make_setup(wish(PRACTICE, seed=str(seed), length=None), backwards, records, NOW).picked == only
        orders.add(only)
    assert len(orders) > 5


def test_what_was_skipped_looked_up_or_only_proven_is_new_and_dealt_as_such(records: Records) -> None:
    looked_up = sample.verdict(Q1, "right", 50, looked_up=True)
    keep(records, sample.verdict(Q3, "skipped", 0), looked_up, at=NOW - 2 * HOUR)
    proof = records.begin(sample.game(mode=PROOF), NOW - HOUR)
    records.add(proof, 0, sample.verdict(Q2, "right"), NOW - HOUR)
    for seed in map(str, range(5)):
        dealt = tuple(one.key for one in deal(BANK.questions, seed, None, BANK))
        assert open_(wish(PRACTICE, seed=seed, length=None), records).picked == dealt


def test_without_records_there_is_nothing_missed_and_everything_new() -> None:
    assert set(open_(wish(PRACTICE)).picked or ()) == {Q0, Q1, Q2, Q3, STAR}
    assert why_nothing(wish(MISSED)) == NOTHING_MISSED


def test_the_clock_of_a_whole_game_running_out_misses_nothing(records: Records) -> None:
    kept = records.begin(sample.game(seconds=60), NOW - HOUR)
    records.add(kept, 0, sample.verdict(Q0, "timed out", 0), NOW - HOUR)
    assert why_nothing(wish(MISSED), records) == NOTHING_MISSED


def test_where_nothing_is_due_the_player_hears_when_something_will_be(records: Records) -> None:
    keep(records, *(sample.verdict(key) for key in BANK.by_key), at=NOW)
    due = min(due_times(records.answers()).values())
    assert why_nothing(wish(PRACTICE), records) == (
        f"Nothing is due. The next question is due {time_until(due, NOW)}."
    )
    assert open_(wish(PRACTICE), records, due).picked


def test_the_next_that_is_due_is_one_that_would_be_asked(records: Records) -> None:
    keep(records, sample.verdict(STAR, "right"), at=NOW)
    keep(records, sample.verdict("test/gone", "wrong", 0), WRONG, at=NOW)  # due sooner, and not of the bank or topic
    star = due_times(records.answers())[STAR]
    told = why_nothing(wish(PRACTICE, filters=Filters(topics=("Cast",))), records)
    assert told.endswith(f"due {time_until(star, NOW)}.")


def test_another_players_answers_do_not_count(records: Records, tmp_path: Path) -> None:
    with another_window(tmp_path, "Ana") as other:
        keep(other, WRONG, at=NOW)
    assert why_nothing(wish(MISSED), records) == NOTHING_MISSED


@pytest.mark.parametrize(("waiting", "words"), [(1, "1 more question is"), (2, "2 more questions are")])
def test_what_is_due_already_is_told_by_number(waiting: int, words: str) -> None:
    late = [AnswerRecord(key, "wrong", 2.0, NOW - 48 * HOUR) for key in (Q0, Q1)[:waiting]]
    later = AnswerRecord(Q3, "right", 2.0, NOW)
    assert next_due([*late, later], NOW) == f"{words} due now."
    assert next_due([later], NOW) == f"The next question is due {time_until(due_times([later])[Q3], NOW)}."
    assert next_due([later], due_times([later])[Q3]) == "1 more question is due now."
    assert next_due([], NOW) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-100, "in 1 minute"),
        (0, "in 1 minute"),
        (59, "in 1 minute"),
        (60, "in 1 minute"),
        (120, "in 2 minutes"),
        (540, "in 9 minutes"),
        (59 * 60, "in 59 minutes"),
        (3600, "in 1 hour"),
        (3 * 3600 + 60, "in 3 hours"),
        (23 * 3600, "in 23 hours"),
        (86_400, "in 1 day"),
        (12 * 86_400 + 3600, "in 12 days"),
    ],
)
def test_a_time_to_come_is_told_in_its_largest_unit(seconds: int, words: str) -> None:
    due = NOW + timedelta(seconds=seconds)
    assert time_until(due, NOW) == time_until(due.astimezone(), NOW.astimezone()) == words
