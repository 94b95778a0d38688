"""Drafts on the screen: they are marked before and after the answer, and may have no source to open."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.question_review import QuestionReviewScreen
from tests.bank.pack_folder import PackFolder, citation, entry, question
from tests.tui.app_player import classic, playing


def bank(folder: Path, **changes: object) -> Bank:
    pack = PackFolder(folder / "pack")
    pack.article()
    pack.write_sources_file(entry())
    pack.questions(question(**{"draft": True, "citations": ..., **changes}), topic="Crew")
    found = load_bank([pack.root], drafts=True)
    assert len(found.questions) == 1
    return found


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
async def test_a_draft_is_marked_by_a_word_before_and_after_the_answer(tmp_path: Path, size: tuple[int, int]) -> None:
    drafts = bank(tmp_path)
    async with playing(drafts, setup=classic(drafts), size=size) as player:
        assert "no source · Crew" in player.shown
        assert "proves the answer" not in player.shown
        await player.answer()
        assert "! no source: nothing here proves the answer" in player.prose


async def test_a_long_topic_does_not_hide_the_mark(tmp_path: Path) -> None:
    drafts = bank(tmp_path, topic="A very long topic " * 12, according_to="review")
    async with playing(drafts, setup=classic(drafts), size=(40, 12)) as player:
        assert "no source · A very long" in player.prose


async def test_there_is_no_source_to_read(tmp_path: Path) -> None:
    drafts = bank(tmp_path)
    async with playing(drafts, setup=classic(drafts)) as player:
        await player.press("s")
        await player.answer()
        assert "s Source" not in player.shown
        assert "Next" in player.shown
        assert "Read the source" not in player.shown
        screen = player.app.screen
        assert isinstance(screen, PlayScreen)
        screen.action_source()
        await player.press("s")
        assert player.app.screen is screen


async def test_a_review_of_a_draft_offers_no_source(tmp_path: Path) -> None:
    drafts = bank(tmp_path)
    [one] = drafts.questions
    async with playing(drafts) as player:
        await player.app.push_screen(QuestionReviewScreen(one, one.options, None))
        await player.settle()
        assert "no source" in player.shown
        assert "s Source" not in player.shown
        await player.press("s")
        assert isinstance(player.app.screen, QuestionReviewScreen)


async def test_a_draft_that_cites_is_a_draft_with_a_source(tmp_path: Path) -> None:
    drafts = bank(tmp_path, citations=[citation()])
    async with playing(drafts, setup=classic(drafts)) as player:
        assert "draft · Crew" in player.shown
        await player.answer()
        assert "no source" not in player.shown
        assert "Read the source" in player.shown
        await player.press("s")
        assert isinstance(player.app.screen, ReadingScreen)


async def test_a_question_with_proof_has_no_mark(tmp_path: Path) -> None:
    proven = bank(tmp_path, citations=[citation()], draft=False)
    async with playing(proven, setup=classic(proven)) as player:
        assert "no source" not in player.shown
        assert "draft" not in player.shown
        await player.answer()
        assert "no source" not in player.shown
