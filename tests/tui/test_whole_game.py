"""Complete games with the built-in pack, from the home screen to the results and beyond."""

from collections.abc import Awaitable, Callable

import pytest

from quiz.bank.bank import Bank
from quiz.bank.kinds.registry import kind_of
from quiz.game.result import summarise
from quiz.game.shown_points import shown_points
from quiz.records.records import Records
from quiz.tui import pack_text
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests.tui.app_player import Player, bank_of, classic, playing

SAID = {"right": "✓ Right  +100", "wrong": "✗ Wrong  −", "skipped": "– Skipped  0"}

pytestmark = pytest.mark.usefixtures("every_frame")


async def by_number(player: Player, place: int) -> None:
    await player.press(str(place + 1))


async def by_letter(player: Player, place: int) -> None:
    await player.press("abcdefghi"[place])


async def by_arrow_down(player: Player, place: int) -> None:
    await player.burst(*["down"] * (place + 1), "enter", after=1.0)


async def by_arrow_up(player: Player, place: int) -> None:
    await player.burst(*["up"] * (len(player.game.options) - place), "enter", after=1.0)


async def by_j_and_k(player: Player, place: int) -> None:
    await player.burst(*["j"] * (place + 2), "k", "enter", after=1.0)


HANDS: tuple[Callable[[Player, int], Awaitable[None]], ...] = (
    by_number,
    by_letter,
    by_arrow_down,
    by_arrow_up,
    by_j_and_k,
)


async def play(player: Player, count: int) -> list[str]:
    """Play a game: skip every fifth question, answer every third one wrongly, and check each verdict."""
    outcomes = []
    for number in range(count):
        assert f"{number + 1} of {count}" in player.shown
        assert player.question.prompt.split()[0] in player.shown
        outcome = "skipped" if number % 5 == 4 else "wrong" if number % 3 == 2 else "right"
        if outcome == "skipped":
            await player.press("x")
        elif not kind_of(player.question).is_single:
            await player.answer(right=outcome == "right")
        else:
            place = player.options_that_are(right=outcome == "right")[-1]
            chosen = player.game.options[place]
            await HANDS[number % len(HANDS)](player, place)
            assert player.game.verdicts[-1].chosen == (chosen,)
        assert player.game.verdicts[-1].outcome == outcome
        assert SAID[outcome] in player.shown
        assert_score(player)
        outcomes.append(outcome)
        await player.press(("enter", "space", "n")[number % 3])
    return outcomes


def assert_score(player: Player) -> None:
    """Assert that the line above the question shows the score of the verdicts so far."""
    result = summarise(player.game.verdicts)
    line = next(row for row in player.rows if f" of {len(player.game.questions)} " in row)
    assert f" {pack_text.signed(shown_points(result.score))} " in line
    for sign, word, count in (("✓", "right", result.right), ("✗", "wrong", result.wrong)):
        assert f"{sign} {count}" in line or f"{word} {count}" in line


@pytest.mark.parametrize(
    ("size", "count"), [pytest.param((80, 24), 10, marks=pytest.mark.slow), ((40, 12), 5)], ids=str
)
async def test_a_whole_game_by_keyboard(builtin: Bank, records: Records, size: tuple[int, int], count: int) -> None:
    async with playing(builtin, records, size=size) as player:
        if count == 5:
            player.app.screen.query_one("#lengths").focus()
            await player.burst("home", "enter")
        await player.press("p")
        outcomes = await play(player, count)
        assert isinstance(player.app.screen, ResultsScreen)
        assert_results(player)
        assert [verdict.outcome for verdict in player.game.verdicts] == outcomes
        kept = records.history()
        assert len(kept) == 1
        assert (kept[0].state, kept[0].verdicts) == ("finished", player.game.verdicts)
        assert kept[0].questions == tuple(question.key for question in player.game.questions)
        assert records.interrupted() == ()


def assert_results(player: Player) -> None:
    result = summarise(player.game.verdicts)
    score = pack_text.signed(shown_points(result.score))
    assert f"Classic  {score}  {result.right} of {result.asked} right" in player.shown
    sums = f"✓ right {result.right} ✗ wrong {result.wrong} – skipped {result.skipped}"
    assert sums in player.prose
    assert f" {pack_text.short_time(result.seconds)} " in player.prose


@pytest.fixture
def choices(builtin: Bank) -> Bank:
    """The questions with one right option among four."""
    return bank_of(one for one in builtin.questions if one.kind == "choice" and len(one.options) == 4)


async def test_on_from_the_results_by_keyboard(choices: Bank, records: Records) -> None:
    async with playing(choices, records, setup=classic(choices, length=3)) as player:
        first = player.game
        await player.answer()
        await player.press("enter", "x", "enter")
        await player.answer(right=False)
        await player.press("enter")

        signs = [row.split()[:2] for row in player.rows if row.strip()[:1] in "✓✗–" and row.strip()[3:4]][-3:]
        assert signs == [["–", "0"], ["✗", "−33"], ["✓", "+100"]]  # the missed ones first

        await player.press("enter")  # the cursor stands on the first that was missed
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert first.questions[1].prompt.split()[-1] in player.shown
        assert "– Skipped  0" in player.shown
        assert "the right answer" in player.shown
        await player.press("s")
        assert isinstance(player.app.screen, ReadingScreen)
        await player.press("escape", "escape", "down", "o")
        assert "✗ Wrong  −33" in player.shown
        assert "your answer" in player.shown

        await player.press("escape", "a")
        assert isinstance(player.app.screen, PlayScreen)
        assert player.game.setup.seed != first.setup.seed
        assert len(player.game.questions) == 3
        await player.answer()
        await player.press("enter", "escape", "e")
        assert "1 of 1 right" in player.shown
        await player.press("h")
        assert isinstance(player.app.screen, HomeScreen)
        assert [(len(game.verdicts), game.state) for game in records.history()] == [(1, "stopped"), (3, "finished")]


async def test_what_was_missed_is_played_again_until_nothing_is(builtin: Bank, records: Records) -> None:
    async with playing(builtin, records, setup=classic(builtin, length=3)) as player:
        asked = [question.key for question in player.game.questions]
        await player.press("x", "enter")
        await player.answer()
        await player.press("enter")
        await player.answer(right=False)
        await player.press("enter", "m")
        assert isinstance(player.app.screen, PlayScreen)
        assert {question.key for question in player.game.questions} == {asked[0], asked[2]}
        for _ in range(2):
            await player.answer()
            await player.press("enter")
        assert "Every answer right." in player.shown
        await player.press("m")
        assert isinstance(player.app.screen, ResultsScreen)
        assert [(len(game.verdicts), game.state) for game in records.history()] == [(2, "finished"), (3, "finished")]


@pytest.mark.slow
async def test_a_whole_game_by_mouse_alone(choices: Bank, records: Records) -> None:
    async with playing(choices, records) as player:
        await player.click("○ 5")
        await player.click("  Play  ")
        assert isinstance(player.app.screen, PlayScreen)
        for number in range(5):
            place = player.options_that_are(right=number != 1)[0]
            await player.click(f"{place + 1}  {player.game.options[place][:20]}")
            assert player.game.verdicts[-1].chosen == (player.game.options[place],)
            assert ("in a row" in player.shown) is (number == 4)  # the third right one after the one that was wrong
            if number == 0:
                await player.click("Read the source")
                assert isinstance(player.app.screen, ReadingScreen)
                await player.click("esc Back")
            await player.click("Next  ")
        assert isinstance(player.app.screen, ResultsScreen)
        assert "4 of 5 right" in player.shown

        missed = player.game.questions[1]
        await player.click(missed.prompt[:30])
        assert isinstance(player.app.screen, QuestionReviewScreen)
        await player.click("esc Back")
        await player.click("Play missed")
        assert [question.key for question in player.game.questions] == [missed.key]
        await player.click("esc Leave")
        await player.click("End and see the results")
        await player.click("Play again")
        assert isinstance(player.app.screen, PlayScreen)
        await player.click("esc Leave")
        await player.click("End and see the results")
        await player.click("Home ")
        assert isinstance(player.app.screen, HomeScreen)
        assert [len(game.verdicts) for game in records.history()] == [5]  # a game of no answer leaves no trace
