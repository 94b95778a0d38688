"""A kept game, opened from the records with all its questions."""

import pytest

from quiz.records.records import Records
from quiz.tui.screens.kept_game import KeptGameScreen
from quiz.tui.screens.records import RecordsScreen
from quiz.tui.screens.review import ReviewScreen
from tests import making
from tests.records.test_kept import AT
from tests.tui.modes import keep, setup_of
from tests.tui.player import bank_of, playing


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_best_opens_with_its_questions_and_each_of_them_with_its_quote(
    records: Records, size: tuple[int, int]
) -> None:
    bank = bank_of(making.questions(3))
    keep(records, bank, setup_of("classic", bank, seed="1"), "right", "wrong", "right", at=AT)
    async with playing(bank, records, size=size) as player:
        await player.press("b", "enter")
        assert isinstance(player.app.screen, KeptGameScreen)
        assert "Classic 3 questions" in player.prose
        (kept,) = records.history()
        for verdict, key in zip(kept.verdicts, ("enter", "down", "down"), strict=True):
            await player.press(*(["o"] if key == "enter" else [key, "enter"]))
            assert isinstance(player.app.screen, ReviewScreen)
            assert f"What about {verdict.question.partition('/')[2]}?" in player.prose or size == (40, 12)
            assert "your answer" in player.prose or size == (40, 12)
            assert "The director is Len Wiseman." in player.prose
            await player.press("escape")
        await player.press("escape")
        assert isinstance(player.app.screen, RecordsScreen)


async def test_questions_that_have_left_the_bank_are_counted(records: Records) -> None:
    whole, less = bank_of(making.questions(3)), bank_of(making.questions(2))
    keep(records, whole, setup_of("classic", whole, seed="1"), "right", "right", "right", at=AT)
    async with playing(less, records) as player:
        await player.press("b", "enter")
        assert "1 question no longer in the bank" in player.shown
        assert player.shown.count("What about") == 2
