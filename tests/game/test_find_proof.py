"""The proof mode as a game: it asks for sentences, and its questions are those of the bank."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from quiz.bank.bank import Bank
from quiz.game.challenge_code import decode, encode
from quiz.game.deal import Filters, deal
from quiz.game.events import LookUp
from quiz.game.game import Setup, advance, as_asked, questions_of, start
from quiz.game.ghost import curve
from quiz.game.modes import CLASSIC, PROOF
from quiz.game.share_text import share_text
from tests import sample
from tests.bank.pack_folder import question
from tests.proof_pack import QUESTIONS, proof_bank


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    ordered = question(
        "order", kind="order", prompt="Put them in order.", answer=["One", "Two"], distractors=..., explanation="So."
    )
    return proof_bank(tmp_path / "pack", *QUESTIONS, ordered)


def setup(bank: Bank, **changes: object) -> Setup:
    return replace(Setup(mode=PROOF, seed="7", seconds=120, bank=bank.digest), **changes)


def test_it_asks_for_the_proof_of_every_question_that_has_one_in_a_sentence(bank: Bank) -> None:
    asked = questions_of(setup(bank), bank)
    assert {(one.id, one.kind) for one in asked} == {("director", "proof"), ("city", "proof"), ("training", "proof")}
    assert {one.key for one in asked} < set(bank.by_key)
    assert questions_of(setup(bank), bank) == asked


def test_other_modes_ask_the_questions_themselves(bank: Bank) -> None:
    assert as_asked(bank.questions, CLASSIC, Filters()) == bank.questions


def test_a_game_is_played_like_any_other_against_the_clock(bank: Bank) -> None:
    game = sample.played(
        start(setup(bank), questions_of(setup(bank), bank), 0.0), "right", "wrong", "skipped", "right"
    )
    assert game.question is not None  # the second round
    assert [verdict.outcome for verdict in game.verdicts] == ["right", "wrong", "skipped", "right"]
    assert [verdict.chosen for verdict in game.verdicts][2] == ()
    assert game.verdicts[0].chosen[0] in game.question_at(0).answer
    assert -13 < game.verdicts[1].points < 0
    over = sample.played(game, "timed out")
    assert over.phase == "over"
    assert share_text(over).startswith("Quiz proof 120 s · 2 right")
    assert len(curve(over.verdicts)) == 6


def test_its_code_gives_the_same_game(bank: Bank) -> None:
    wanted = setup(bank, seconds=180, filters=Filters(topics=bank.topics[:1]))
    read, same = decode(encode(wanted, bank.question_summaries), bank.question_summaries, bank.digest)
    assert (read, same) == (wanted, True)
    assert questions_of(read, bank) == questions_of(wanted, bank)


def test_there_is_nothing_to_look_up_where_the_article_is_open(bank: Bank) -> None:
    game = start(setup(bank), questions_of(setup(bank), bank), 0.0)
    assert not game.can_look_up
    assert not advance(game, LookUp(0), 5.0).is_looked_up


def test_the_deal_leaves_no_place_to_questions_whose_proof_cannot_be_asked_for(tmp_path: Path) -> None:
    lists = [
        question(f"list-{number}", kind="multiple", prompt=f"Who are the {number}?", answer=["Len Wiseman"], appeal=3)
        for number in range(30)
    ]
    bank = proof_bank(tmp_path / "pack", *QUESTIONS, *lists)
    for seed in map(str, range(20)):
        game = questions_of(setup(bank, seed=seed), bank)
        alone = [one for one in bank.questions if one.kind != "multiple"]
        assert [one.key for one in game] == [one.key for one in deal(alone, seed, None, bank)]
