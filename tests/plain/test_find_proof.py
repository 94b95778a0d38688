"""The proof mode and looking up, line by line."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.game.modes import PROOF
from quiz.plain.console import LineIO
from quiz.plain.plain_game import run_plain
from quiz.records.challenge import GameRequestError
from quiz.records.game_setup import GameRequest
from quiz.records.records import Records
from tests import sample
from tests.bank.pack_folder import question
from tests.plain.scripted_input import Script, Table, Typed
from tests.proof_pack import ARTICLE, proof_bank
from tests.tui.app_player import Clock, classic
from tests.tui.mode_games import setup_of

ASKED = question("training", prompt="How long did she train?", answer="Four months",
                 citations=[{"source": "review", "quote": "trained for four months"}])  # fmt: skip


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return proof_bank(tmp_path / "pack", ASKED)


def proof(bank: Bank, *lines: Typed | str) -> Table:
    return Table(setup_of("proof", bank), bank.questions, *lines)


def test_the_sentences_of_the_article_are_numbered(bank: Bank) -> None:
    said = proof(bank).said
    begun = said.index("How long did she train?")
    assert said[begun + 1 : begun + 5] == [
        "Find the sentence that proves the answer.",
        "The article: Review · 9 December 2024",
        "1. Everybody talks about the ballerina.",
        "2. Some of it is even true.",
    ]
    assert said[begun + 19] == "17. The swans were not."
    assert said[begun + 20] == "Sentence (1 to 17), s to skip, q to leave: "


def test_a_game_is_played_to_its_end(bank: Bank, tmp_path: Path) -> None:
    with_records = Records(tmp_path / "data")
    script = Script(Clock(), "9", "", "1", "", "2 3", "19", "l", "s", "", ("1", 1000.0))
    request = GameRequest(mode=PROOF, seed="7", seconds=120)
    run_plain(bank, lambda: with_records, request, script, clock=script.clock)
    said = script.said
    assert said[0] == "Proof, 2 minutes, 1 question."
    assert "Right, plus 100 points." in said
    wrong = said.index("Wrong, minus 6 points.")
    assert said[wrong + 1 : wrong + 5] == [
        "Another sentence proves it: number 9.",
        "The answer: Four months",
        "Quote: trained for four months",
        "Source: Review · 9 December 2024 · ¶ 4",
    ]
    assert said.count("Type the number of one sentence, from 1 to 17; s skips, q leaves.") == 3
    skipped = said.index("Skipped, 0 points.")
    assert said[skipped + 1 : skipped + 3] == ["The proof: number 9.", "The answer: Four months"]
    assert any(line.startswith("Proof, 2 minutes: plus 94 points. 1 of 4 right.") for line in said)
    records = Records(tmp_path / "data")
    [game] = records.history()
    records.close()
    assert (game.mode, game.state, len(game.verdicts)) == ("proof", "finished", 4)
    assert game.verdicts[0].chosen == ("Ana de Armas trained for four months.",)


def test_an_article_of_one_sentence_is_refused_in_a_line(tmp_path: Path) -> None:
    only = question(citations=[{"source": "review", "quote": "Len Wiseman directs Ballerina"}])
    bank = proof_bank(tmp_path / "pack", only, article="Len Wiseman directs Ballerina.\n")
    io: LineIO = Script(Clock())
    request = GameRequest(mode=PROOF, seed="7", seconds=120)
    with pytest.raises(GameRequestError, match="each article has only one sentence"):
        run_plain(bank, lambda: Records(tmp_path / "data"), request, io)


# Looking up


def test_a_question_is_looked_up_for_half_the_points(bank: Bank) -> None:
    table = Table(classic(bank), bank.questions, "l", sample_right(bank))
    said = table.said
    options = [line for line in said if line.endswith(": ")]
    assert "l to look it up" in options[0]
    assert "l to look it up" not in options[1]
    begun = said.index("The article: Review · 9 December 2024")
    paragraphs = [line for line in ARTICLE.splitlines() if line][1:]
    assert said[begun + 1 : begun + 1 + len(paragraphs)] == paragraphs
    assert said[begun + 1 + len(paragraphs)] == "Looked up: worth half."
    assert "Right, plus 50 points, looked up." in said
    assert table.session.game.verdicts[0].looked_up


def sample_right(bank: Bank) -> str:
    """The line that answers the only question right."""
    from tests.plain.scripted_input import typed

    return typed(bank.questions[0], "7")


def test_the_opening_tells_the_price_and_the_results_tell_how_many_were_looked_up(bank: Bank, tmp_path: Path) -> None:
    from quiz.game.modes import CLASSIC

    script = Script(Clock(), "l", sample_right(bank))
    request = GameRequest(mode=CLASSIC, seed="7", length=10)
    run_plain(bank, lambda: Records(tmp_path / "data"), request, script, clock=script.clock)
    assert "l looks a question up in its article, for half the points." in script.said[:4]
    assert "Right 1, wrong 0, 100% of answers, 2 seconds, median 2.0 seconds, 1 looked up." in script.said


@pytest.mark.parametrize("mode", ["survival", "proof"])
def test_where_it_is_not_allowed_it_is_not_offered(bank: Bank, mode: str) -> None:
    table = Table(setup_of(mode, bank), bank.questions, "l")
    assert not any("look it up" in line for line in table.said)
    assert not table.session.game.is_looked_up


def test_what_has_no_source_cannot_be_looked_up() -> None:
    draft = sample.question("draft", sources=())
    table = Table(classic(sample.bank(draft)), [draft], "l", "1")
    assert not any("look it up" in line for line in table.said)
    assert "Type one number from 1 to 4; s skips, q leaves." in table.said
