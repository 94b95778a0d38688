"""Looking a question up while the clock runs, and reading articles before a game and after an answer."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.look_up_screen import LookUpScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.bank.pack_folder import PackFolder, entry, question
from tests.proof_pack import proof_bank
from tests.tui.app_player import Player, bank_of, classic, playing
from tests.tui.mode_games import give, outcomes, play_screen, setup_of


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return proof_bank(tmp_path / "pack")


def marked(player: Player) -> str:
    """Return what is in reverse or underlined above the footer, in one line."""
    rows = player.app.screen._compositor.render_strips()[2:-2]
    pieces = [[one.text for one in row if one.style and (one.style.reverse or one.style.underline)] for row in rows]
    return " ".join("".join(row) for row in pieces if row)


async def test_it_opens_the_article_without_marks_and_the_question_is_worth_half(
    bank: Bank, records: Records
) -> None:
    async with playing(bank, records, setup=classic(bank)) as player:
        await player.press("l")
        assert isinstance(player.app.screen, LookUpScreen)
        assert "Review" in player.shown
        assert "Len Wiseman directs Ballerina." in player.shown
        assert "Looked up: worth half" in player.shown
        assert marked(player) == ""
        await player.press("escape")
        assert isinstance(player.app.screen, PlayScreen)
        assert player.game.phase == "asking"
        assert "Cast · medium · looked up" in player.shown
        await player.press("escape", "l")
        assert "Interrupted: Classic, 0 of 3" in player.shown
        await player.press("r")
        assert "Cast · medium · looked up" in player.shown
        await player.answer()
        assert "✓ Right  +50   looked up" in player.shown
        await player.press("enter")
        assert "Cast · medium" in player.shown
        assert "looked up" not in player.shown
        await give(player, "wrong", "right")
        assert isinstance(player.app.screen, ResultsScreen)
        assert "1 looked up" in player.shown
        assert "+50  looked up · " in player.shown
    [game] = records.history()
    assert [verdict.looked_up for verdict in game.verdicts] == [True, False, False]
    assert game.verdicts[0].points == 50


async def test_it_is_opened_again_for_nothing_and_closed_with_its_own_key(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("l", "l")
        assert isinstance(player.app.screen, PlayScreen)
        await player.press("l", "s")
        await player.answer()
        assert player.game.verdicts[-1].points == 50


async def test_the_clock_runs_meanwhile_and_is_shown_and_its_end_closes_the_article(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank, seconds=60)) as player:
        await player.press("l", after=10.0)
        asked = play_screen(player).session.game.question
        assert asked is not None
        assert asked.prompt in player.prose
        assert "0:50 left · Looked up: worth half" in player.shown
        await player.resize(40, 12)
        assert "0:50 left · Looked up: worth half" in player.shown
        await player.resize(80, 24)
        await tick_below(player, after=20.0)
        assert "0:30 left" in player.shown
        await tick_below(player, after=31.0)
        assert isinstance(player.app.screen, PlayScreen)
        assert outcomes(player) == ["timed out"]
        assert "! Time ran out" in player.shown


@pytest.mark.parametrize("keys", [("question_mark",), ("ctrl+p",)], ids=["help", "palette"])
async def test_the_end_of_the_time_below_a_dialog_closes_the_article_after_the_dialog(
    bank: Bank, keys: tuple[str, ...]
) -> None:
    async with playing(bank, setup=setup_of("timed", bank, seconds=60)) as player:
        await player.press("l", *keys)
        dialog = player.app.screen
        assert not isinstance(dialog, LookUpScreen)
        await tick_below(player, after=61.0)
        assert player.app.screen is dialog
        await player.press("escape")
        assert isinstance(player.app.screen, PlayScreen)
        assert "! Time ran out" in player.shown
        await player.press("s", "escape", "enter")
        assert isinstance(player.app.screen, ResultsScreen)


async def tick_below(player: Player, *, after: float) -> None:
    """Move the clock and wait until the game below the article has seen it."""
    player.clock.now += after
    await player.until(lambda: play_screen(player).bar._now == player.clock.now)


async def test_it_is_hidden_after_the_verdict_and_in_modes_without_points(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        assert "l Look it up" in player.shown
        await player.answer()
        assert "Look it up" not in player.shown
        await player.press("l")
        assert isinstance(player.app.screen, PlayScreen)
    async with playing(bank, setup=setup_of("proof", bank)) as player:
        await player.press("l")
        assert isinstance(player.app.screen, PlayScreen)
        assert "Look it up" not in player.shown


async def test_a_held_key_looks_nothing_up(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("l", after=0.1)
        assert isinstance(player.app.screen, PlayScreen)
        assert not player.game.is_looked_up


async def test_after_a_verdict_only_the_passages_of_its_question_are_marked(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank), size=(100, 40)) as player:
        while player.question.id != "city":
            await player.press("x", "enter")
        await player.press("x", "s")
        assert isinstance(player.app.screen, ReadingScreen)
        assert marked(player) == "It was shot in Prague. The snow was real"
        assert "quote 1 of 1 · ¶ 6" in player.shown
        for told in ("unquoted", "New question", "○", "Next quote"):
            assert told not in player.shown


async def test_arrows_go_through_the_passages_of_the_question(tmp_path: Path) -> None:
    quotes = [{"source": "review", "quote": words} for words in ("Len Wiseman directs Ballerina", "So is the end")]
    bank = proof_bank(tmp_path / "pack", question(citations=quotes))
    async with playing(bank, setup=classic(bank), size=(60, 12)) as player:
        await player.answer()
        await player.press("s")
        assert "quote 1 of 2 · ¶ 2" in player.shown
        await player.press("right")
        assert "quote 2 of 2 · ¶ 3" in player.shown
        assert "So is the end" in player.prose
        await player.press("right")
        assert "quote 1 of 2 · ¶ 2" in player.shown
        await player.press("left", "down", "k", "escape")
        assert isinstance(player.app.screen, PlayScreen)


# Reading first


async def test_an_article_is_read_from_home_without_any_marks(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path / "pack")
    for name in ("review", "report"):
        folder.article(f"The {name} says much. It says it well.\n\nThen it ends.\n", name)
    texts = {name: f"The {name} says much. It says it well.\n\nThen it ends.\n" for name in ("review", "report")}
    folder.write_sources_file(*(entry(name, text, title=f"A {name}") for name, text in texts.items()))
    folder.questions(question(citations=[{"source": "report", "quote": "The report says much"}]))
    bank = Bank((folder.read(),))
    async with playing(bank, size=(40, 12)) as player:
        for size in ((40, 12), (80, 24), (120, 40)):
            await player.resize(*size)
            await player.press("a")
            assert "Which article?" in player.shown
            await player.press("down", "enter")
            assert isinstance(player.app.screen, ReadingScreen)
            assert "The report says much. It says it" in player.prose
            assert marked(player) == ""
            for told in ("unquoted", "quote", "New question", "○", "worth half"):
                assert told not in player.shown
            await player.press("n", "right", "escape")
            assert isinstance(player.app.screen, HomeScreen)


async def test_home_says_by_which_key_an_article_opens_and_the_only_one_opens_at_once(bank: Bank) -> None:
    async with playing(bank) as player:
        assert "a Read one" in player.shown
        await player.press("a")
        assert isinstance(player.app.screen, ReadingScreen)
        await player.press("q")
        assert isinstance(player.app.screen, HomeScreen)


async def test_an_article_is_named_once(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path / "pack")
    for name in ("review", "report"):
        folder.article(name=name)
    titled = entry("report", title="What it is about", label="Report")
    folder.write_sources_file(entry(label="Review", published="2024-12-09"), titled)
    folder.questions(question())
    async with playing(Bank((folder.read(),))) as player:
        await player.press("a")
        rows = [row.strip("│ ") for row in player.rows if "Review" in row or "Report" in row]
        assert any("Review, 2024" in row and row.count("Review") == 1 for row in rows), player.shown
        assert any("Report, undated  What it is about" in row for row in rows), player.shown


async def test_a_pack_without_an_article_says_so() -> None:
    async with playing(Bank()) as player:
        await player.press("a")
        assert "no article that can be read" in player.toasts


async def test_a_question_without_a_source_has_nothing_to_look_up() -> None:
    bank = bank_of([sample.question("draft", sources=())])
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("l")
        assert isinstance(player.app.screen, PlayScreen)
        assert "Look it up" not in player.shown
