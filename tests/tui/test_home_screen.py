"""The home screen: the bank in numbers, and the choice of the next game."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from tests import sample
from tests.bank.pack_folder import PackFolder, entry, question
from tests.tui.app_player import Player, bank_of, playing


def home(player: Player) -> HomeScreen:
    screen = player.app.screen
    assert isinstance(screen, HomeScreen)
    return screen


@pytest.fixture
def small() -> Bank:
    """Six questions: two topics, two sources, all difficulties; no hard one is about the plot."""
    return bank_of(
        [
            sample.question("q1", topic="Cast", difficulty="easy", sources=["paper"]),
            sample.question("q2", topic="Cast", difficulty="medium", sources=["paper"]),
            sample.question("q3", topic="Cast", difficulty="hard", sources=["paper", "blog"]),
            sample.question("q4", topic="Plot", difficulty="easy", sources=["blog"]),
            sample.question("q5", topic="Plot", difficulty="easy", sources=["blog"]),
            sample.question("q6", topic="Plot", difficulty="medium", sources=["paper"]),
        ]
    )


async def test_it_counts_what_is_in_the_bank(builtin: Bank, small: Bank) -> None:
    async with playing(small) as player:
        assert "6 questions · 2 sources · 2 topics" in player.shown
        assert "!" not in player.shown  # a sound bank has no notice
        for words in ("Cast  3", "Plot  3", "Paper  4", "Blog  3", "easy  3", "medium  2", "hard  1"):
            assert f"□ {words}" in player.shown
        assert "6 of 6 questions" in player.shown
    async with playing(builtin) as player:
        counts = (len(builtin.questions), len(builtin.sources), len(builtin.topics))
        assert "{} questions · {} sources · {} topics".format(*counts) in player.shown
        assert f"10 of {counts[0]} questions" in player.shown
    async with playing(bank_of(sample.questions(1))) as player:
        assert "1 question · 1 source · 1 topic" in player.shown


async def test_filters_by_mouse_narrow_the_game(small: Bank) -> None:
    async with playing(small) as player:
        await player.click("□ Cast")
        assert "■ Cast" in player.shown
        assert "3 of 3 questions" in player.shown
        await player.click("□ Blog")
        assert "1 of 1 question" in player.shown
        await player.click("■ Cast")
        assert "3 of 3 questions" in player.shown
        await player.click("□ easy")
        await player.click("Play ")
        assert isinstance(player.app.screen, PlayScreen)
        assert {one.id for one in player.game.questions} == {"q4", "q5"}


async def test_filters_by_keyboard_narrow_the_game(small: Bank) -> None:
    async with playing(small) as player:
        home(player).picker.topics.focus()
        await player.press("home", "down", "space")
        assert home(player).picker.filters.topics == ("Plot",)
        await player.press("tab")
        assert player.app.focused is home(player).picker.sources
        await player.press("home", "enter", "tab", "home", "down", "enter")
        assert home(player).picker.filters.sources == ("paper",)
        assert home(player).picker.filters.difficulties == ("medium",)
        await player.press("p")
        assert [one.id for one in player.game.questions] == ["q6"]
        assert player.game.setup.filters.topics == ("Plot",)


async def test_every_choice_is_reached_with_the_tab_key(small: Bank) -> None:
    async with playing(small) as player:
        reached = set()
        for _ in range(8):
            await player.press("tab")
            reached.add(player.app.focused.id if player.app.focused else None)
        assert {"modes", "lengths", "topics", "sources", "difficulties", "play"} <= reached


async def test_where_no_question_matches_there_is_nothing_to_play(small: Bank) -> None:
    async with playing(small) as player:
        await player.click("□ Plot")
        await player.click("□ hard")
        assert "No question matches. Clear the filters with x." in player.shown
        await player.press("p")
        await player.click("Play ")
        home(player)

        await player.press("x")
        assert "■" not in player.shown
        assert "6 of 6 questions" in player.shown
        await player.click("Play ")
        assert isinstance(player.app.screen, PlayScreen)


async def test_the_length_is_chosen_and_never_more_than_there_is(builtin: Bank, small: Bank) -> None:
    async with playing(builtin) as player:
        everything = len(builtin.questions)
        for shown, length in (("○ 5", 5), ("○ 20", 20), ("○ All", everything), ("○ 10", 10)):
            await player.click(shown)
            assert f"{length} of {everything} questions" in player.shown
            assert player.shown.count("●") == 2  # one mode and one length
        await player.click("○ 20")
        await player.press("p")
        assert len(player.game.questions) == 20
    async with playing(small) as player:
        await player.click("○ 5")
        await player.press("p")
        assert len(player.game.questions) == 5
        assert len({one.id for one in player.game.questions}) == 5


async def test_two_games_are_not_the_same(builtin: Bank) -> None:
    async with playing(builtin) as player:
        games = []
        for _ in range(2):
            await player.press("p")
            games.append([one.id for one in player.game.questions])
            await player.press("escape", "e", "h")
        assert games[0] != games[1]


async def test_an_empty_bank_says_so_and_offers_no_game(tmp_path: Path) -> None:
    async with playing(Bank(())) as player:
        assert "0 questions · 0 sources · 0 topics" in player.shown
        assert "The bank is empty. Run `quiz check` to see why." in player.shown
        await player.press("p", "enter")
        await player.click("Play ")
        home(player)


@pytest.mark.parametrize(("broken", "said"), [(1, "1 problem in the bank"), (2, "2 problems in the bank")])
async def test_problems_of_the_bank_are_shown_and_the_valid_questions_stay(
    tmp_path: Path, broken: int, said: str
) -> None:
    pack = PackFolder(tmp_path / "pack")
    pack.article()
    pack.write_sources_file(entry())
    pack.questions(question(), *(question(f"bad{n}", distractors=[]) for n in range(broken)))
    async with playing(load_bank([tmp_path / "pack"])) as player:
        assert said in player.shown
        assert "quiz check" in player.shown
        assert "1 of 1 question" in player.shown
        await player.press("p")
        assert [one.id for one in player.game.questions] == ["director"]


async def test_the_theme_is_chosen_from_home(small: Bank) -> None:
    async with playing(small) as player:
        before = player.app.theme
        await player.press("t", *"matinee", "enter", after=0)
        assert (before, player.app.theme) == ("curtain", "matinee")


async def test_q_leaves(small: Bank) -> None:
    async with playing(small) as player:
        player.app._driver.send_message(player.key("q"))
        for _ in range(200):
            if player.app._exit:
                break
            await player.pilot.pause(0)
        assert player.app._exit


async def test_help_lists_the_keys_of_the_screen_and_what_is_offered_now(small: Bank) -> None:
    async with playing(small) as player:
        await player.press("question_mark")
        for words in ("p  Play", "q  Quit", "Theme"):
            assert words in player.shown
        assert "Resume" not in player.shown
        await player.press("escape", "p", "question_mark")
        for words in ("4 d  Answer", "x  Skip", "esc  Leave", "A right answer"):
            assert words in player.shown
        assert "  Next" not in player.shown
        await player.press("escape")
        assert player.game.verdicts == ()
