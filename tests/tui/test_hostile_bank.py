"""The bank browser shows text from packs literally: in the table, in the preview and in messages."""

from pathlib import Path

import pytest

from quiz.bank.pack_library import open_library
from quiz.bank.pack_loader import DUPLICATE_ID
from quiz.bank.problem import Place, Problem
from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen
from quiz.tui.screens.bank_browser.question_detail import QuestionDetailScreen
from tests.bank.pack_folder import PackFolder, entry, question
from tests.hostile import HOSTILE, as_seen, hostile_pack, scalar
from tests.tui.app_player import Player, bank_of, playing
from tests.tui.test_hostile_text import assert_harmless, everywhere

pytestmark = pytest.mark.usefixtures("every_frame")


def table(player: Player) -> str:
    assert isinstance(player.app.screen, BankBrowserScreen)
    return " ".join(player.prose_of("EntryTable").split())


async def test_the_table_and_the_entry_show_hostile_words(tmp_path: Path) -> None:
    bank = hostile_pack(tmp_path / "pack")
    async with playing(bank, size=(250, 60)) as player:
        await player.press("e")
        for hostile in HOSTILE:
            said = as_seen(f"Which {hostile} is it?")
            assert " ".join(said.split())[:40] in table(player), said
        assert_harmless(player)
        for number in (0, 9, 5):
            words = (
                HOSTILE[number],
                f"Because {HOSTILE[number]} so.",
                f"first {HOSTILE[number]} of",
                f"{number} · medium",
            )
            await player.burst("home", "ctrl+home", *["down"] * number)
            shown = player.prose_of("#entry")
            for each in words:
                assert " ".join(as_seen(each).split()) in shown, each
            assert_harmless(player)
        await player.burst("slash", *"[red]", "enter")
        assert table(player).count("q4") == 1
        assert "q5" not in table(player)


async def test_problems_with_hostile_words_are_shown_literally(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path / "[b]pack\x1b[31m")
    folder.article()
    folder.write_sources_file(entry())
    words = [f"  - {{id: {scalar(hostile)}, prompt: {scalar(hostile)}, {scalar(hostile)}: 1}}" for hostile in HOSTILE]
    folder.write("questions/a.yaml", "questions:\n" + "\n".join(words) + "\n")
    folder.questions(question("fine"), file="[@click=app.quit]b.yaml", colour=HOSTILE[4])
    library = open_library([folder.root])
    async with playing(library.bank, library=library, size=(250, 60)) as player:
        await player.press("e")
        await player.app.workers.wait_for_complete()
        await player.settle()
        screen = player.app.screen
        assert isinstance(screen, BankBrowserScreen)
        assert len(screen.entries) >= len(HOSTILE)
        for row in screen.entries:
            assert " ".join(as_seen(row.prompt).split())[:30] in table(player), row.prompt
        for row in screen.entries[::4]:
            await player.burst("ctrl+home", *["down"] * screen.entries.index(row))
            shown = player.prose_of("#entry")
            assert " ".join(as_seen(row.problems[0].message).split()) in shown
            assert "".join(as_seen(row.place.file).split()) in "".join(shown.split())
            assert_harmless(player)
        await player.press("enter")
        assert isinstance(player.app.screen, QuestionDetailScreen)
        assert_harmless(player)


@pytest.mark.parametrize(
    "words",
    ["a\ud83db a\r\nb a\u2028b\u061c[/]", pytest.param("long" * 2500, marks=pytest.mark.slow)],
    ids=["unprintable", "long"],
)
async def test_no_text_crashes_the_browser(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    article = "It was a first.\nIt was not then." if len(words) < 100 else None
    asked = everywhere(words, article=article, topic="Topic")
    problem = Problem(rule=DUPLICATE_ID, place=Place(words, 3), message=words, hint=words, question=words)
    monkeypatch.setenv("EDITOR", words.replace("\ud83d", ""))
    async with playing(bank_of([asked], problems=(problem,)), size=(40, 12)) as player:
        await player.press("e")
        for keys in (["down"], ["enter"], ["escape", "e"], ["up", "s"], ["escape", "slash", "i", "escape"]):
            await player.press(*keys)
            assert_harmless(player)
        await player.resize(80, 24)
        assert_harmless(player)
