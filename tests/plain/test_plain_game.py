"""A plain game has the same rules and records as in the app, and loses nothing however it is left."""

from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.citation import citation_line
from quiz.game.challenge_code import encode
from quiz.game.game import ANSWER_DELAY, Setup, questions_of
from quiz.game.modes import CLASSIC, DAILY, MODES, PRACTICE, SURVIVAL
from quiz.game.phrases import SOURCES_DISAGREE
from quiz.plain.plain_game import PlainGame, run_plain
from quiz.plain.question_lines import CONTINUE_HINT, CONTINUE_PROMPT
from quiz.records.challenge import GameRequestError
from quiz.records.game_setup import GameRequest
from quiz.records.models import GameRecord
from quiz.records.records import Records, RecordsError
from quiz.records.session import interrupted, new_session
from tests import sample
from tests.plain.scripted_input import CTRL_C, Script, Table, Typed, typed
from tests.proof_pack import proof_bank
from tests.records.test_records import keep
from tests.tui.app_player import Clock, bank_of, classic, playing
from tests.tui.mode_games import setup_of

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SECONDS = 30
KINDS = (
    sample.question("choice"),
    sample.question("claim", "True", "False", kind="true-false"),
    sample.multiple(),
    sample.order(),
)
ALIKE = tuple(sample.question(f"q{n}", "north", "south", "east", "west") for n in range(4))
BANK = bank_of(ALIKE)


def timed(seconds: int = SECONDS) -> Setup:
    return classic(BANK, seconds=seconds)


def wish(bank: Bank, mode: str = "classic", **more: object) -> GameRequest:
    chosen = MODES[mode]
    return GameRequest(**{"mode": chosen, "seed": "7", "length": chosen.length, "seconds": chosen.seconds, **more})  # type: ignore[arg-type]


def run(bank: Bank, wanted: GameRequest | str, folder: Path, *lines: Typed | str, player: str = "") -> list[str]:
    """Play through the front door; what was said."""
    talk = Script(Clock(), *lines)
    run_plain(bank, lambda: Records(folder, player), wanted, talk, clock=talk.clock, now=lambda: AT)
    return talk.said


# A whole game


@pytest.mark.parametrize("right", [True, False])
def test_every_kind_is_asked_answered_and_judged(right: bool) -> None:
    setup = classic(bank_of(KINDS))
    asked = questions_of(setup, bank_of(KINDS))
    lines = [line for one in asked for line in (typed(one, setup.seed, right=right), "")][:-1]
    table = Table(setup, KINDS, *lines)
    assert (table.ended, table.talk.left, len(table.outcomes)) == (True, 0, 4)
    assert set(table.outcomes) == ({"right"} if right else {"wrong"})


def test_every_quote_and_every_dispute_of_the_bank_is_said_in_the_articles_own_words(builtin: Bank) -> None:
    table = Table(classic(builtin, length=None), builtin.questions, *["s", ""] * len(builtin.questions))
    assert table.ended
    for one in builtin.questions:
        assert one.prompt in table.said
        told = [f"{SOURCES_DISAGREE}: {dispute.answer}" for dispute in one.disputes]
        quotes = [f"Quote: {passage.words}" for passage in one.passages]
        citations = [f"Source: {citation_line(passage)}" for passage in one.passages]
        assert {*told, *quotes, *citations} <= {*table.said}


def test_the_last_verdict_waits_for_nothing() -> None:
    table = Table(classic(BANK, length=1), ALIKE, "1")
    assert table.ended
    assert CONTINUE_PROMPT not in table.said


def test_what_cannot_be_understood_costs_a_line_and_no_answer() -> None:
    table = Table(classic(BANK, length=1), ALIKE, "", "7", "yes", "s")
    assert table.outcomes == ["skipped"]
    assert table.said.count("Type one number from 1 to 4; s skips, q leaves.") == 3


async def test_the_records_are_those_that_the_app_keeps(tmp_path: Path) -> None:
    bank = bank_of(KINDS)
    app = Records(tmp_path / "app")
    async with playing(bank, app, setup=classic(bank)) as player:
        for right in (True, False, True, False):
            await player.answer(right=right, after=2.0)
            await player.press("enter", after=5.0)
    asked = questions_of(classic(bank), bank)
    answers = [typed(one, "7", right=right) for one, right in zip(asked, (True, False, True, False), strict=True)]
    run(bank, wish(bank), tmp_path / "plain", *(line for one in answers for line in ((one, 2.0), ("", 5.0))))
    plain = Records(tmp_path / "plain")
    kept, expected = (told(records) for records in (plain, app))
    app.close()
    plain.close()
    assert kept == expected
    assert expected["state"] == "finished"


def told(records: Records) -> dict[str, object]:
    """All that is kept of the one game of the records, but for its name and the hour."""
    (game,) = records.history()
    return {
        name: getattr(game, name)
        for name in GameRecord.__struct_fields__
        if name not in ("id", "started_at", "ended_at")
    }


# Time


@pytest.mark.parametrize("late", [SECONDS, SECONDS + 0.001, 3600.0])
def test_an_answer_at_or_after_the_deadline_is_late_and_answers_no_other_question(late: float) -> None:
    table = Table(timed(), ALIKE, ("1", late))
    assert table.outcomes == ["timed out"]
    assert "Time ran out, 0 points." in table.said
    assert table.ended


def test_an_answer_just_before_the_deadline_counts() -> None:
    assert Table(timed(), ALIKE, ("1", SECONDS - 0.001)).outcomes[0] in ("right", "wrong")


def test_time_that_runs_out_is_said_when_it_does_and_not_when_a_line_comes() -> None:
    setup = setup_of("survival", BANK)
    table = Table(setup, ALIKE, ("1", 1000.0))
    assert "Time ran out, 2 lives left." in table.said
    assert table.said[-4:-1] == [
        CONTINUE_PROMPT,
        CONTINUE_HINT,
        CONTINUE_PROMPT,
    ]  # what came too late neither answers nor opens another one
    assert table.outcomes == ["timed out"]


def test_the_clock_pauses_until_enter_is_pressed() -> None:
    table = Table(timed(), ALIKE, ("1", 10.0), ("", 1000.0), ("1", 19.9), ("", 1000.0), ("1", 0.2))
    assert "timed out" not in table.outcomes[:2]
    assert table.outcomes[2:] == ["timed out"]


def test_wrong_input_stops_no_clock() -> None:
    assert Table(timed(), ALIKE, ("x", 20.0), ("1", 10.0)).outcomes == ["timed out"]


def test_lines_that_are_there_already_wait_until_their_question_has_stood_long_enough() -> None:
    table = Table(classic(BANK, length=2), ALIKE, ("1", 0.0), ("", 0.0), ("s", 0.0))
    assert [verdict.seconds for verdict in table.session.game.verdicts] == [ANSWER_DELAY, ANSWER_DELAY]
    assert table.outcomes[1] == "skipped"


def test_an_answer_typed_under_a_verdict_is_not_taken_for_the_next_question() -> None:
    table = Table(classic(BANK, length=2), ALIKE, "1", "2", "s", "", "s")
    assert table.outcomes[1:] == ["skipped"]
    assert table.said.count(CONTINUE_HINT) == 2


# Leaving


@pytest.mark.parametrize("lines", [("1", "q"), ("1", "", "q"), ("1",), ("1", ""), ("1", CTRL_C), ("1", "", CTRL_C)])
def test_a_game_that_is_left_can_be_resumed(lines: tuple[str, ...], tmp_path: Path) -> None:
    said = run(BANK, wish(BANK), tmp_path, *lines)
    assert said[-1] == "The game is interrupted after 1 question, and saved. `quiz` resumes it."
    records = Records(tmp_path)
    kept = interrupted(records, BANK, AT)
    records.close()
    assert kept is not None
    assert len(kept.verdicts) == 1


def test_a_game_that_is_broken_off_after_its_last_answer_is_finished(tmp_path: Path) -> None:
    class Hasty(Script):
        def say(self, lines: Iterable[str]) -> None:
            super().say(lines)
            if self.said[-1].startswith("Score: "):
                raise KeyboardInterrupt

    talk = Hasty(Clock(), "s")
    run_plain(BANK, lambda: Records(tmp_path), wish(BANK, length=1), talk, clock=talk.clock, now=lambda: AT)
    assert talk.said[-1] == "The game was over after 1 question."
    records = Records(tmp_path)
    assert [kept.state for kept in records.history()] == ["finished"]
    records.close()


@pytest.mark.parametrize("lines", [("q",), (), (CTRL_C,)])
def test_a_game_that_is_left_at_once_leaves_nothing_behind(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert run(BANK, wish(BANK), tmp_path, *lines)[-1] == "The game was left before anything was answered."
    records = Records(tmp_path)
    assert records.interrupted() == records.history() == ()
    records.close()


@pytest.mark.parametrize(("mode", "lines"), [("daily", ()), ("daily", ("q",)), ("classic", ("l", "q"))])
def test_a_daily_or_a_look_up_without_an_answer_can_be_resumed(
    mode: str, lines: tuple[str, ...], tmp_path: Path
) -> None:
    told = "The game is interrupted after 0 questions, and saved. `quiz` resumes it."
    bank = proof_bank(tmp_path / "pack")
    assert run(bank, wish(bank, mode), tmp_path, *lines)[-1] == told
    records = Records(tmp_path)
    assert len(records.interrupted()) == 1
    records.close()


@pytest.mark.parametrize("lines", [("1", "q"), ("1",), ("1", "", CTRL_C)])
def test_a_game_against_time_that_is_left_is_stopped_and_kept(lines: tuple[str, ...], tmp_path: Path) -> None:
    said = run(BANK, wish(BANK, "timed"), tmp_path, *lines)
    records = Records(tmp_path)
    (kept,) = records.history()
    records.close()
    assert (kept.state, len(kept.verdicts)) == ("stopped", 1)
    assert ("The results." in said) == ("q" in lines)  # whoever asks to leave is there to read them
    if "q" not in lines:
        stopped = "The game was stopped after 1 question, and saved as far as it went."
        assert said[-1] == f"{stopped} A game against time cannot be resumed."


def test_a_game_that_is_not_kept_says_so_when_it_is_left() -> None:
    table = Table(classic(BANK), ALIKE, "1")
    assert table.said[-1] == "The game was left after 1 question. Games are not saved."
    assert Table(classic(BANK), ALIKE, "1", "q").ended  # as in the app, there is nothing but its results


# Before and after


def test_the_mode_and_the_number_of_questions_are_said_first(tmp_path: Path) -> None:
    assert run(BANK, wish(BANK), tmp_path)[:2] == ["Classic, 4 questions.", CLASSIC.summary]
    assert run(BANK, wish(BANK, "timed"), tmp_path)[0] == "Timed, 1 minute, 4 questions."
    assert run(BANK, wish(BANK, "survival"), tmp_path)[:2] == ["Survival, 3 lives, 4 questions.", SURVIVAL.summary]


def test_an_interrupted_game_is_mentioned_and_a_new_one_begins(tmp_path: Path) -> None:
    run(BANK, wish(BANK), tmp_path, "s")
    said = run(BANK, wish(BANK), tmp_path, "s")
    assert "Interrupted: Classic, 1 of 4, 0 points. `quiz` resumes it." in said
    assert "Question 1 of 4. Crew, medium." in said


def test_the_results_say_the_place_among_the_runs_and_the_code_of_the_game(tmp_path: Path) -> None:
    setup = classic(BANK)
    asked = questions_of(setup, BANK)
    lines = [line for one in asked for line in (typed(one, "7"), "")]
    run(BANK, wish(BANK), tmp_path, "s", "", "s", "", "s", "", "s")
    said = run(BANK, wish(BANK), tmp_path, *lines)
    assert "Classic, 4 questions: plus 400 points. Every answer right. Take a bow. A new best, by 400!" in said
    assert said[-1] == f"Challenge a friend: quiz play --code {encode(setup, BANK.questions)}"
    assert "2nd of your 3 runs." in " ".join(run(BANK, wish(BANK), tmp_path, *["s", ""] * 4))


def test_a_code_plays_its_game(tmp_path: Path) -> None:
    setup = classic(BANK, length=2, seed="c0de")
    said = run(BANK, encode(setup, BANK.questions), tmp_path, "s", "", "s")
    assert said[0] == "Classic, 2 questions."
    assert [line for line in said if line.startswith("What about")][:2] == [
        one.prompt for one in questions_of(setup, BANK)
    ]
    other = bank_of([*ALIKE, sample.question("more")])
    assert run(other, encode(setup, BANK.questions), tmp_path)[2].startswith("This code was made with another bank")


def test_another_attempt_at_a_daily_is_practice(tmp_path: Path) -> None:
    daily = GameRequest(mode=DAILY, seed="7")
    assert "Practice: the first attempt counts." not in run(BANK, daily, tmp_path, "s")
    assert "Practice: the first attempt counts." in run(BANK, daily, tmp_path, "s")


def test_after_practice_it_says_when_the_next_question_is_due(tmp_path: Path) -> None:
    said = run(BANK, GameRequest(mode=PRACTICE, seed="7", length=1), tmp_path, "1")
    assert "due" in said[-2]


def test_what_cannot_be_had_is_refused_before_anything_is_said(tmp_path: Path) -> None:
    talk = Script(Clock())
    for wanted in (wish(BANK, "missed"), "no code"):
        with pytest.raises(GameRequestError):
            run_plain(BANK, lambda: Records(tmp_path), wanted, talk, clock=talk.clock, now=lambda: AT)
    assert talk.said == []


def test_records_that_cannot_be_opened_stop_no_game(tmp_path: Path) -> None:
    def broken() -> Records:
        raise RecordsError("The records are broken.")

    talk = Script(Clock(), "1")
    run_plain(BANK, broken, wish(BANK, length=1), talk, clock=talk.clock, now=lambda: AT)
    assert "Games are not saved. The records are broken." in talk.said
    assert "The results." in talk.said


def test_records_that_fail_in_the_middle_are_reported_once_and_the_game_goes_on(tmp_path: Path) -> None:
    records = Records(tmp_path)
    setup = classic(BANK, length=3)

    class Closing(Script):
        def say(self, lines: Iterable[str]) -> None:
            super().say(lines)
            if any(line.startswith("Question 2") for line in self.said):
                records.close()

    talk = Closing(Clock(), "s", "", "s", "", "s")
    session = new_session(setup, questions_of(setup, BANK), records, talk.clock)
    assert PlainGame(session, records, talk).play()
    assert len([line for line in talk.said if line.startswith("Not saved. ")]) == 1


# Reactions


def test_after_a_verdict_a_player_says_what_they_think_of_the_question(tmp_path: Path) -> None:
    asked = questions_of(classic(BANK), BANK)
    lines = [typed(asked[0], "7"), "+", "- dull", "boring", "", typed(asked[1], "7"), "+", "", "s", "", "s"]
    said = run(BANK, wish(BANK), tmp_path, *lines)
    assert [line for line in said if line.startswith("You ")] == [
        "You like this question.", "You dislike this question: dull.", "You like this question.",
    ]  # fmt: skip
    assert said.count(CONTINUE_HINT) == 1
    assert "- wrong, - unclear, - dull" in CONTINUE_HINT
    with closing(Records(tmp_path)) as records:
        found = {key: one.reason or one.likes for key, one in records.reactions.of("").items()}
    assert found == {asked[0].key: "dull", asked[1].key: True}


def test_what_a_player_said_before_is_read_out_with_the_verdict(tmp_path: Path) -> None:
    asked = questions_of(classic(BANK), BANK)
    run(BANK, wish(BANK), tmp_path, typed(asked[0], "7"), "+")
    assert "You like this question." in run(BANK, wish(BANK), tmp_path, typed(asked[0], "7"))


def test_difficulty_follows_what_players_got_right(tmp_path: Path) -> None:
    key = questions_of(classic(BANK), BANK)[0].key
    with closing(Records(tmp_path, "Ana")) as records:
        for _ in range(10):
            keep(records, sample.verdict(key, "wrong", 0))
    said = run(BANK, wish(BANK), tmp_path, "s")
    assert [line for line in said if line.startswith("Question 1")] == ["Question 1 of 4. Crew, hard."]
