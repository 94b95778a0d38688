"""The questions of a game or a topic, opened from the records screen."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.pack import Pack
from quiz.records.records import Records
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.records.game_detail import GameDetailScreen
from quiz.tui.screens.records.records_screen import RecordsScreen
from tests import sample
from tests.records.test_models import AT
from tests.tui.app_player import bank_of, playing
from tests.tui.mode_games import keep, setup_of


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_best_opens_with_its_questions_and_each_of_them_with_its_quote(
    records: Records, size: tuple[int, int]
) -> None:
    bank = bank_of(sample.questions(3))
    keep(records, bank, setup_of("classic", bank, seed="1"), "right", "wrong", "right", at=AT)
    async with playing(bank, records, size=size) as player:
        await player.press("b", "enter")
        assert isinstance(player.app.screen, GameDetailScreen)
        assert "Classic 3 questions" in player.prose
        (kept,) = records.history()
        for verdict, key in zip(kept.verdicts, ("enter", "down", "down"), strict=True):
            await player.press(*(["o"] if key == "enter" else [key, "enter"]))
            assert isinstance(player.app.screen, QuestionReviewScreen)
            assert f"What about {verdict.question.partition('/')[2]}?" in player.prose or size == (40, 12)
            assert "your answer" in player.prose or size == (40, 12)
            assert "The director is Len Wiseman." in player.prose
            await player.press("escape")
        await player.press("escape")
        assert isinstance(player.app.screen, RecordsScreen)


async def test_questions_that_have_left_the_bank_are_counted(records: Records) -> None:
    whole, less = bank_of(sample.questions(3)), bank_of(sample.questions(2))
    keep(records, whole, setup_of("classic", whole, seed="1"), "right", "right", "right", at=AT)
    async with playing(less, records) as player:
        await player.press("b", "enter")
        assert "1 question no longer in the bank" in player.shown
        assert player.shown.count("What about") == 2


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_retired_questions_are_named_as_such_and_the_others_can_be_opened(
    records: Records, size: tuple[int, int]
) -> None:
    asked = sample.questions(4)
    whole = bank_of(asked)
    keep(records, whole, setup_of("classic", whole, seed="1"), "right", "right", "wrong", "right", at=AT)
    left = Pack(name="test", root=Path(), questions=asked[:1], retired=frozenset({asked[1].id, asked[2].id}))
    async with playing(Bank((left,)), records, size=size) as player:
        await player.press("b", "enter")
        assert "2 questions retired: the answers count, but are not shown" in player.prose
        assert "1 question no longer in the bank" in player.prose
        assert player.shown.count("What about") == 1
        await player.press("enter")
        assert isinstance(player.app.screen, QuestionReviewScreen)


async def test_a_topic_opens_with_the_last_answers_to_its_questions(records: Records) -> None:
    bank = bank_of([sample.question("q0", topic="Cast"), sample.question("q1", topic="Crew")])
    setup = setup_of("classic", bank, seed="1")
    keep(records, bank, setup, "wrong", "wrong", at=AT)
    keep(records, bank, setup, "right", "wrong", at=AT)
    (first, _), (again, _) = (game.verdicts for game in records.history())
    assert first.question == again.question
    async with playing(bank, records) as player:
        topics = [bank.by_key[key].topic for key in bank.by_key]
        await player.press("b", "tab", *["down"] * sorted(topics).index(bank.by_key[first.question].topic), "enter")
        assert isinstance(player.app.screen, GameDetailScreen)
        assert f"✓  What about {first.question.partition('/')[2]}?" in player.shown
        assert player.shown.count("What about") == 1
        await player.press("enter")
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert "The director is Len Wiseman." in player.shown
