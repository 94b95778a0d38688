"""The text with which a game is shared."""

import msgspec
import pytest

from quiz.game.game import Game, Outcome
from quiz.game.modes import CLASSIC, DAILY, MODES, SURVIVAL, TIMED, Mode, daily_seed
from quiz.game.share_text import share_text
from tests import sample

OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "right", "skipped")
OF_TODAY = daily_seed("2026-11-20", "0123456789abcdef")


def game(mode: Mode, *outcomes: Outcome, seed: str = "7", count: int = 4) -> Game:
    begun = sample.game(count, mode=mode, seconds=mode.seconds)
    return sample.played(
        msgspec.structs.replace(begun, setup=msgspec.structs.replace(begun.setup, seed=seed)), *outcomes
    )


@pytest.mark.parametrize(
    ("played", "text"),
    [
        (game(CLASSIC, *OUTCOMES), "Quiz classic · 2 of 4 · right wrong right skipped"),
        (game(CLASSIC, "right"), "Quiz classic · 1 of 4 · right"),
        (game(CLASSIC), "Quiz classic · 0 of 4"),
        (game(DAILY, *OUTCOMES, seed=OF_TODAY), "Quiz daily 2026-11-20 · 2 of 4 · right wrong right skipped"),
        (
            game(TIMED, "right", "wrong", "right", "timed out"),
            "Quiz timed 60 s · 2 right · +167 · right wrong right timed out",
        ),
        (game(TIMED, "wrong"), "Quiz timed 60 s · 0 right · −33 · wrong"),
        (game(TIMED), "Quiz timed 60 s · 0 right · +0"),
        (
            game(SURVIVAL, "right", "wrong", "timed out", "skipped"),
            "Quiz survival · 1 right · right wrong timed out skipped",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_words_say_mode_sum_and_what_became_of_each_question(played: Game, text: str) -> None:
    assert share_text(played) == text


def test_signs_follow_on_a_line_of_their_own_one_for_each_question() -> None:
    played = game(TIMED, "right", "wrong", "skipped", "right", "timed out", count=3)
    assert share_text(played, signs=True) == f"{share_text(played)}\n🟩🟥⬜🟩⬛"


def test_there_are_no_signs_of_a_game_without_answers() -> None:
    assert share_text(game(CLASSIC), signs=True) == share_text(game(CLASSIC))


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_every_mode_can_be_shared_in_one_line_that_says_no_answer(mode: Mode) -> None:
    text = share_text(game(mode, "right", "wrong"))
    assert text.startswith(f"Quiz {mode.id}")
    assert text.endswith("right wrong")
    assert "\n" not in text
    assert " of 0" not in text  # the options of the makers' questions end so


def test_signs_stand_in_a_grid_of_five_in_a_row() -> None:
    ten = game(CLASSIC, *["right"] * 6, "wrong", "skipped", "right", "right", count=10)
    assert share_text(ten, signs=True).splitlines()[1:] == ["🟩🟩🟩🟩🟩", "🟩🟥⬜🟩🟩"]
    eleven = game(CLASSIC, *["wrong"] * 11, count=11)
    assert [len(row) for row in share_text(eleven, signs=True).splitlines()[1:]] == [5, 5, 1]


def test_a_daily_that_is_practice_is_shared_as_practice() -> None:
    first = game(DAILY, "right", seed=OF_TODAY)
    again = msgspec.structs.replace(first, setup=msgspec.structs.replace(first.setup, scored=False))
    assert share_text(again) == "Quiz daily 2026-11-20 practice · 1 of 4 · right"
