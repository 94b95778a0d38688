"""The proof mode on the screen: moving in the article by keys and mouse, and the verdict that lights it up."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from quiz.bank.bank import Bank
from quiz.game.deal import Filters
from quiz.game.game import Setup
from quiz.records.records import Records
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from quiz.tui.widgets.sentence_options import SentenceOptions
from tests.bank.pack_folder import PackFolder, entry, question
from tests.proof_pack import proof_bank, proof_pack
from tests.tui.app_player import FURNITURE, Player, playing
from tests.tui.mode_games import give, keep, setup_of, tick

SIZES = [(40, 12), (80, 24), (120, 40)]


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return proof_bank(tmp_path / "pack")


def proof(bank: Bank, seed: str = "7") -> Setup:
    return setup_of("proof", bank, seed=seed)


def article(player: Player) -> SentenceOptions:
    return player.app.screen.query_one(SentenceOptions)


def under_cursor(player: Player) -> str:
    """Return the words in reverse on the screen, in one line."""
    rows = player.app.screen._compositor.render_strips()
    pieces = [[one.text for one in row if one.style and one.style.reverse] for row in rows]
    return " ".join(FURNITURE.sub("", " ".join("".join(row) for row in pieces)).split())


def lit(player: Player) -> str:
    """Return the bold words of the article on the screen: the quote that proves the answer."""
    area = article(player).region
    rows = player.app.screen._compositor.render_strips()[area.y : area.bottom]
    pieces = [one.text for row in rows for one in row if one.style and one.style.bold]
    return " ".join("".join(pieces).replace("✓", "").split())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_game_is_played_to_its_end_by_keyboard(bank: Bank, records: Records, size: tuple[int, int]) -> None:
    async with playing(bank, records, setup=proof(bank), size=size) as player:
        for right in (True, False, True):
            prompt, answer = player.question.prompt, player.question.answer
            assert prompt in player.prose
            assert "Find the sentence that proves" in player.prose
            await player.answer(right=right)
            assert player.game.verdicts[-1].outcome == ("right" if right else "wrong")
            assert prompt in player.prose  # it stays in view
            assert "✓ Right  +100" in player.shown or "✗ Wrong  −" in player.shown
            assert ("Another sentence proves it: ¶" in player.prose) is not right
            assert player.find("✓")[1] < player.find("✓ Right" if right else "✗ Wrong")[1]
            words = answer[0].split()
            assert " ".join(words[:3]) in player.prose  # the right one is in view
            await player.press("enter")
        await give(player, "timed out")
        assert isinstance(player.app.screen, ResultsScreen)
        assert "right 2" in player.shown
        await player.press("enter")
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert "The answer:" in player.prose
    [game] = records.history()
    assert (game.mode, game.state, game.seconds) == ("proof", "finished", 120)
    assert [one.outcome for one in game.verdicts] == ["right", "wrong", "right", "timed out"]
    assert {one.question for one in game.verdicts} == {"pack/director", "pack/city", "pack/training"}


async def test_keys_move_by_sentences_paragraphs_and_pages(bank: Bank) -> None:
    async with playing(bank, setup=proof(bank), size=(40, 12)) as player:
        await player.press("enter")  # nothing is under the cursor yet
        assert player.game.verdicts == ()
        seen = []
        for key in ("down", "j", "right", "right", "left", "k", "up", "up", "up"):
            await player.press(key)
            seen.append(under_cursor(player).split()[0])
        assert seen == ["Everybody", "Some", "Len", "“It’s", "Len", "Some", "Everybody", "Everybody", "Everybody"]
        await player.press("end")
        assert under_cursor(player) == "The swans were not."
        await player.press("down", "right", "pagedown")
        assert under_cursor(player) == "The swans were not."
        last = article(player).cursor or 0
        assert last == len(player.game.options) - 1
        await player.press("pageup")
        assert last - 8 < (article(player).cursor or 0) < last
        assert under_cursor(player)
        await player.press("home")
        assert article(player).scroll_offset.y == 0
        await player.press("pagedown")
        assert 2 < (article(player).cursor or 0) < 9


async def test_the_cursor_starts_where_the_article_was_scrolled_to(bank: Bank) -> None:
    async with playing(bank, setup=proof(bank), size=(40, 12)) as player:
        await player.wheel_down("Everybody", turns=12)
        await player.press("down")
        first = under_cursor(player)
        assert first
        assert (article(player).cursor or 0) > 2


async def test_a_sentence_is_pointed_at_with_the_mouse(bank: Bank) -> None:
    only = setup_of("proof", bank, seed="7")
    async with playing(bank, setup=only, size=(80, 40)) as player:
        await player.click("Review")  # the name of the article is no sentence
        await player.click("   2 Len")  # neither is the number of a paragraph
        assert player.game.verdicts == ()
        right = player.question.answer[0]
        await player.click(right[:12])
        assert player.game.verdicts[-1].chosen == (right,)
        assert player.game.verdicts[-1].outcome == "right"
        await player.click("snow was" if right.startswith("Len") else "Nobody had")  # the question is over
        assert len(player.game.verdicts) == 1
        await player.click("Next")
        await player.click("Everybody talks")
        assert player.game.verdicts[-1].chosen == ("Everybody talks about the ballerina.",)
        assert "✗  1 Everybody talks" in player.shown


async def test_the_found_sentence_lights_up_with_its_quote(tmp_path: Path) -> None:
    quote = {"source": "review", "quote": "trained for four months", "highlight": "four months"}
    ask = question("training", prompt="How long did she train?", answer="Four months", citations=[quote])
    bank = proof_bank(tmp_path / "pack", ask)
    async with playing(bank, setup=proof(bank)) as player:
        await player.answer()
        assert lit(player).endswith("trained for four months")
        assert all(one.style and one.style.underline for one in player.segments_of("four months"))
        assert all(one.style and one.style.reverse for one in player.segments_of("trained for"))
        assert not any(one.style and one.style.reverse for one in player.segments_of("Ana de Armas"))
        assert "The answer: Four months" in player.shown
        assert "█ Review · 9 December 2024 · ¶ 4" in player.shown
        assert player.shown.count("trained for four months") == 1  # it is not told twice
        assert "Another sentence" not in player.shown


async def test_without_colours_the_signs_say_which_is_which(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(bank, setup=proof(bank), size=(80, 50)) as player:
        await player.press("down")
        assert "▸  1 Everybody" in player.shown
        assert under_cursor(player) == "Everybody talks about the ballerina."
        await player.answer(right=False)
        assert "✗  1 Everybody" in player.shown
        rows = [row for row in player.rows if row.strip().startswith("✓")]
        assert len(rows) == 1


async def test_a_sentence_that_is_out_of_view_is_scrolled_into_it(bank: Bank) -> None:
    async with playing(bank, setup=proof(bank), size=(40, 12)) as player:
        while player.question.id != "city":
            await player.press("x", "enter")
        await player.press("home", "enter")
        for size in SIZES:
            await player.resize(*size)
            assert "It was shot in" in player.shown
            assert player.prose.count("Another sentence proves it: ¶ 6.") == 1


async def test_after_the_verdict_the_arrows_scroll_what_does_not_fit(bank: Bank) -> None:
    async with playing(bank, setup=proof(bank), size=(40, 12)) as player:
        while player.question.id != "city":
            await player.press("x", "enter")
        await player.answer(right=False)
        await player.press(*["down"] * 9)
        assert "Review · 9 December 2024 · ¶ 6" in player.prose
        await player.press("enter")
        await player.resize(80, 24)
        await player.answer(right=False)
        await player.press("pageup", "pageup")
        before = player.shown
        await player.press("down", "pagedown")
        assert player.shown != before
        assert player.question.prompt in player.shown


async def test_the_next_question_begins_at_the_top_without_a_cursor(bank: Bank) -> None:
    async with playing(bank, setup=proof(bank), size=(40, 12)) as player:
        await player.answer()
        await player.press("enter")
        assert "Find the sentence" in player.shown
        assert under_cursor(player) == ""
        await player.burst("enter", after=1.0)
        assert len(player.game.verdicts) == 1


async def test_the_clock_runs_and_the_ghost_runs_along(bank: Bank, records: Records) -> None:
    keep(records, bank, proof(bank), "right", "timed out", seconds=20)
    async with playing(bank, records, setup=proof(bank, "8")) as player:
        assert "2:00" in player.shown
        await tick(player, after=21)
        assert "1:39" in player.shown
        assert "100 behind" in player.shown
        await give(player, "right", "right", "timed out")
        assert "A new best" in player.shown


async def test_another_size_keeps_the_cursor_in_view(bank: Bank) -> None:
    async with playing(bank, setup=proof(bank), size=(120, 40)) as player:
        await player.press("end")
        for size in ((40, 12), (30, 9), (200, 60), (80, 24)):
            await player.resize(*size)
            assert under_cursor(player) == "The swans were not.", player.shown


async def test_an_article_of_one_sentence_has_no_proof_to_find(tmp_path: Path) -> None:
    only = question(citations=[{"source": "review", "quote": "Len Wiseman directs Ballerina"}])
    bank = proof_bank(tmp_path / "pack", only, article="Len Wiseman directs Ballerina.\n")
    async with playing(bank) as player:
        await player.click("○ Proof")
        await player.press("p")
        assert isinstance(player.app.screen, HomeScreen)
        assert "There is no proof to find: each article has only one sentence." in player.toasts


async def test_a_game_is_started_from_home_and_played_again(bank: Bank, records: Records) -> None:
    async with playing(bank, records) as player:
        await player.click("○ Proof")
        await player.click("○ 60 s")
        await player.press("p")
        assert isinstance(player.app.screen, PlayScreen)
        assert player.game.setup.seconds == 60
        await give(player, "wrong", "timed out")
        await player.press("m")
        assert player.game.setup.mode.id == "missed"
        assert {one.kind for one in player.game.questions} <= {"choice", "true-false"}
        await player.press("escape", "e", "h", "b", "enter")  # the game in the records
        assert "Proof" in player.shown
        await player.press("enter")
        assert "The answer:" in player.prose
        assert article(player).is_revealed
        await player.press("pageup", "pageup")
        assert article(player).scroll_offset.y == 0
        await player.press("down", "pagedown")
        assert article(player).scroll_offset.y > 1


async def test_it_cannot_be_left_for_later(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=proof(bank)) as player:
        await player.answer()
        await player.press("escape")
        assert "Leave and resume later" not in player.shown


async def test_the_words_of_an_article_are_shown_and_not_read_as_markup(tmp_path: Path) -> None:
    article = "First [red]comes[/] this. Then [@click=app.quit]that[/] \x1b[31m comes. The [bold]end.\n"
    only = question(citations=[{"source": "review", "quote": "The [bold]end"}], explanation="So [b]it[/b] was.")
    bank = proof_bank(tmp_path / "pack", only, article=article)
    async with playing(bank, setup=proof(bank)) as player:
        assert "First [red]comes[/] this. Then [@click=app.quit]that[/] ␛[31m comes. The [bold]end." in player.prose
        await player.press("end")
        assert under_cursor(player) == "The [bold]end."
        await player.click("]that")
        assert player.game.verdicts[-1].chosen == ("Then [@click=app.quit]that[/] ␛[31m comes.",)
        assert player.app.is_running
        assert "The [bold]end" in player.shown


async def test_home_counts_the_questions_whose_proof_can_be_asked_for(tmp_path: Path) -> None:
    several = question("several", kind="multiple", answer=["Len Wiseman"])
    pack = proof_pack(tmp_path / "pack")
    pack.questions(several, file="lists.yaml", topic="Lists")
    bank = Bank((pack.read(),))
    async with playing(bank) as player:
        assert "4 of 4 questions" in player.shown
        await player.click("○ Proof")
        assert "3 of 4 questions" in player.shown
        await player.click("□ Lists")
        assert "no question has a proof" in player.shown
        await player.press("p")
        assert isinstance(player.app.screen, HomeScreen)
        reason = "There is no proof to find: no question has one right answer and a source."
        assert reason in player.toasts


async def test_the_source_of_a_found_proof_is_the_article_in_which_it_was_sought(tmp_path: Path) -> None:
    pack = PackFolder(tmp_path / "pack")
    texts = {"first": "One is the first. It ends.\n", "second": "Two is the second. It ends.\n"}
    for name, text in texts.items():
        pack.article(text, name)
    pack.write_sources_file(*(entry(name, text, title=f"The {name} article") for name, text in texts.items()))
    quotes = [{"source": "first", "quote": "One is the first"}, {"source": "second", "quote": "Two is the second"}]
    pack.questions(question(citations=quotes, answer="Two", explanation="Len Wiseman."))
    bank = Bank((pack.read(),))
    [second] = [source.name for source in bank.summary.sources if "second" in source.name]
    wanted = replace(proof(bank), filters=Filters(sources=(second,)))
    async with playing(bank, setup=wanted) as player:
        assert "The second article" in player.shown
        await player.answer()
        await player.press("s")
        assert "The second article" in player.shown
        assert "Two is the second." in player.shown
