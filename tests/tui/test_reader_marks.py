"""The article reader: unquoted sentences are marked, and sentences are picked by keyboard and by mouse."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from quiz.bank.pack_library import PackLibrary, open_library
from quiz.tui.messages import ReadSource
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.home.home_screen import HomeScreen
from tests.bank.pack_folder import PackFolder, entry, question
from tests.tui.app_player import Player, playing
from tests.tui.test_hostile_text import assert_harmless

ARTICLE = """Reviewed here

Len Wiseman directs Ballerina. It opens in June. Ana de Armas plays Eve.

Nobody dances in it. The budget is unknown. It was shot in Prague.
"""


@pytest.fixture
def library(tmp_path: Path) -> PackLibrary:
    folder = PackFolder(tmp_path / "pack")
    folder.article(ARTICLE)
    folder.write_sources_file(entry(text=ARTICLE, exempt=[{"why": "heading", "sentences": ["Reviewed here"]}]))
    folder.questions(question(citations=[{"source": "review", "quote": "Len Wiseman directs Ballerina"}]))
    return open_library([folder.root])


def reader(player: Player) -> ArticleReaderScreen:
    screen = player.app.screen
    assert isinstance(screen, ArticleReaderScreen), screen
    return screen


def is_marked(player: Player, words: str) -> bool:
    return all(segment.style is not None and segment.style.italic for segment in player.segments_of(words))


def picked(player: Player) -> list[str]:
    screen = reader(player)
    return [screen.sentences[number].words for number in screen.selection.effective]


def reading(library: PackLibrary, size: tuple[int, int] = (80, 24)) -> AbstractAsyncContextManager[Player]:
    return playing(library.bank, size=size, library=library, read_source=ReadSource(library.bank.sources[0]))


async def test_unquoted_sentences_are_marked_and_counted(library: PackLibrary) -> None:
    async with reading(library) as player:
        assert "5 of 6 sentences unquoted" in player.shown
        assert [is_marked(player, words) for words in ("Ana de", "Prague", "Len", "Reviewed")] == [
            True, True, False, False,
        ]  # fmt: skip
        assert "3○ Nobody" in player.shown
        assert "○ unquoted" in player.shown
        await player.press("m")
        assert not is_marked(player, "Prague")
        assert "○" not in player.shown
        assert "5 of 6 sentences" in player.shown
        await player.press("m")
        assert is_marked(player, "Prague")
        await player.resize(40, 12)
        assert "· 5 unquoted" in player.shown


async def test_the_reader_opens_at_an_unquoted_sentence_and_moves_by_sentences(library: PackLibrary) -> None:
    async with reading(library) as player:
        assert picked(player) == ["It opens in June."]
        assert "sentence 3 of 7 · ¶ 2" in player.shown
        await player.press("up")
        assert picked(player) == ["Len Wiseman directs Ballerina."]
        assert "".join(part.text for part in player.segments_of("Len Wiseman") if part.style.reverse) == "Len Wiseman"
        await player.press("w", "down", "j")
        assert picked(player) == ["Nobody dances in it."]
        await player.press("w", "w", "w")
        assert picked(player) == ["It opens in June."]


async def test_sentences_are_picked_and_unpicked_by_key(library: PackLibrary) -> None:
    async with reading(library) as player:
        await player.press("shift+down", "shift+down")
        assert picked(player) == ["It opens in June.", "Ana de Armas plays Eve.", "Nobody dances in it."]
        assert "3 picked" in player.shown
        await player.press("shift+up", "down", "space", "down", "down", "space")
        assert picked(player) == ["Nobody dances in it.", "It was shot in Prague."]
        assert "2✓" not in player.shown
        await player.press("up", "space", "k", "k", "up")
        assert "3✓ Nobody" in player.shown
        await player.press("escape")
        assert "picked" not in player.shown
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_sentences_are_picked_by_mouse(library: PackLibrary) -> None:
    async with reading(library) as player:
        await player.click("budget")
        assert picked(player) == ["The budget is unknown."]
        await player.click("Len", ctrl=True)
        assert picked(player) == ["Len Wiseman directs Ballerina.", "The budget is unknown."]
        await player.click("budget", ctrl=True)
        assert picked(player) == ["Len Wiseman directs Ballerina."]
        await player.click("Nobody", shift=True)
        assert picked(player) == ["Len Wiseman directs Ballerina.", "Nobody dances in it.", "The budget is unknown."]
        await player.drag("opens", "Ana")
        assert picked(player) == ["It opens in June.", "Ana de Armas plays Eve."]
        await player.click("Reviewed here")
        assert picked(player) == ["Reviewed here"]
        await player.click("5 of 6")
        assert picked(player) == ["Reviewed here"]


async def test_the_cursor_moves_between_quotes_and_sentences(library: PackLibrary) -> None:
    async with reading(library) as player:
        await player.press("right")
        assert "quote 1 of 1 · ¶ 2" in player.shown
        await player.press("n")
        assert "Choose a sentence first" in player.toasts
        await player.press("down")
        assert picked(player) == ["Len Wiseman directs Ballerina."]
        await player.press("space", "left")
        assert "quote 1 of 1" in player.shown
        assert picked(player) == ["Len Wiseman directs Ballerina."]


async def test_an_article_of_no_sentences_can_be_opened(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path / "pack")
    folder.article("* * *\n")
    folder.write_sources_file(entry(text="* * *\n"))
    empty = open_library([folder.root])
    async with reading(empty) as player:
        await player.press("down", "space", "shift+down", "w", "right", "m", "n")
        assert "Choose a sentence first" in player.toasts
        assert "wait" not in player.shown
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_the_reader_scrolls_to_the_cursor(library: PackLibrary) -> None:
    async with reading(library, (40, 12)) as player:
        for _ in range(5):
            await player.press("down")
        assert "Prague" in player.shown
        assert "n New question" in player.shown
        await player.press("home")
        assert "Reviewed" in player.shown
        await player.press("w")
        assert "It opens" in player.shown
        assert_harmless(player)


async def test_with_several_articles_the_author_chooses_one(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path / "pack")
    words = "[/] [red]x"
    folder.article(ARTICLE)
    folder.article("Another one.\n", "other")
    folder.write_sources_file(entry(text=ARTICLE), entry("other", "Another one.\n", title=words))
    two = open_library([folder.root])
    async with playing(two.bank, library=two, read_source=ReadSource(None)) as player:
        assert "Which article?" in player.shown
        assert words in player.shown
        await player.press("end", "enter")
        assert reader(player).source.id == "other"
