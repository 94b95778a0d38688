"""`+` and `-` after a verdict: seen at once, kept in the records, and shown to the author in the bank browser."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from quiz.bank.pack_library import open_library
from quiz.game.reaction import LIKES, Reaction
from quiz.records.records import Records
from tests import sample
from tests.bank.pack_folder import pack_of, question
from tests.records.test_records import keep
from tests.tui.app_player import Player, bank_of, classic, playing

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)
BANK = bank_of(sample.questions(4))


def reactions(records: Records) -> dict[str, object]:
    return {key: one.reason or one.likes for key, one in records.reactions.of("").items()}


async def test_keys_say_what_a_player_thinks_and_take_it_back(records: Records) -> None:
    async with playing(BANK, records, setup=classic(BANK)) as player:
        key = player.question.key
        await player.press("+", "-")  # the question is still open
        assert reactions(records) == {}
        assert "Like" not in player.rows[-1]
        await player.answer()
        assert "+ Like" in player.rows[-1]
        assert "- Dislike" in player.rows[-1]
        await player.press("+")
        assert "You like this question." in player.shown
        assert "+ Liked" in player.shown
        assert reactions(records) == {key: True}
        for stage, told in (
            (False, "You dislike this question."), ("wrong", "question: wrong."), ("unclear", "question: unclear."),
            ("dull", "question: dull."),
        ):  # fmt: skip
            await player.press("-")
            assert (reactions(records), told in player.shown) == ({key: stage}, True)
        await player.press("-")
        assert (reactions(records), "this question" in player.shown) == ({}, False)
        await player.click("+ Like")
        assert reactions(records) == {key: True}
        await player.press("enter")
        assert "this question" not in player.shown
        await player.answer(right=False)
        await player.click("− Dislike")
        await player.click("− Disliked")
        assert "− Wrong" in player.shown
        assert set(reactions(records).values()) == {True, "wrong"}


async def test_an_earlier_reaction_is_shown_again_and_small_terminals_tell_it_too(records: Records) -> None:
    for asked in BANK.questions:
        records.reactions.put("", asked.key, LIKES, AT)
    async with playing(BANK, records, setup=classic(BANK), size=(40, 12)) as player:
        await player.answer()
        assert "You like this question." in player.shown
        await player.press("-", "-", "-")
        assert "You dislike this question: unclear." in player.shown


async def test_a_reaction_is_seen_even_if_the_verdict_was_scrolled_away(records: Records) -> None:
    told = [msgspec.structs.replace(asked, explanation="So it was. " * 60) for asked in BANK.questions]
    bank = bank_of(told)
    async with playing(bank, records, setup=classic(bank), size=(40, 12)) as player:
        await player.answer()
        await player.burst(*["down"] * 12)
        assert "Right" not in player.shown
        await player.press("+")
        assert "You like this question." in player.shown


async def test_without_records_a_reaction_is_still_shown() -> None:
    async with playing(BANK, setup=classic(BANK)) as player:
        await player.answer()
        await player.press("=")  # the same key without shift
        assert "You like this question." in player.shown


async def test_difficulty_follows_what_players_got_right(records: Records) -> None:
    for _ in range(10):
        keep(records, *(sample.verdict(asked.key, "wrong", 0) for asked in BANK.questions))
    async with playing(BANK, records, setup=classic(BANK)) as player:
        assert player.question.difficulty == "medium"
        for _ in range(2):
            assert "Crew · hard" in player.shown
            await player.answer()
            await player.press("enter")


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_the_bank_browser_shows_what_players_think(
    records: Records, tmp_path: Path, size: tuple[int, int]
) -> None:
    pack = pack_of(tmp_path / "pack", question(explanation="He made Underworld."))
    keep(records, sample.verdict("pack/director"), sample.verdict("pack/director", "wrong", 0))
    records.reactions.put("Ana", "pack/director", LIKES, AT)
    records.reactions.put("Bo", "pack/director", Reaction(likes=False, reason="unclear"), AT)
    library = open_library([pack.root])
    async with playing(library.bank, records, library=library, size=size) as player:
        await browse(player)
        assert "Players: 1 of 2 right · 1 likes it · 1 dislikes it (unclear 1)" in player.prose


async def browse(player: Player) -> None:
    """Open the bank browser, and the question in it."""
    await player.press("e")
    await player.app.workers.wait_for_complete()
    await player.settle()
    await player.press("enter")
