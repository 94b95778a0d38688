"""The question form: opened from an article, checked while typing, and saved to a file of a pack."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.widgets import Button

from quiz.bank.pack_library import open_library
from quiz.bank.pack_loader import read_pack
from quiz.bank.question import Question
from quiz.tui.messages import ReadSource
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.dialogs.confirm import ConfirmDialog
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.question_form import form_screen
from quiz.tui.screens.question_form.cycle_select import CycleSelect
from quiz.tui.screens.question_form.form_screen import QuestionFormScreen
from quiz.tui.screens.question_form.text_field import TextField
from tests.bank.pack_folder import PackFolder, entry, question
from tests.hostile import HOSTILE, as_seen
from tests.tui.app_player import Player, classic, playing
from tests.tui.test_hostile_text import assert_harmless

ARTICLE = """Len Wiseman directs Ballerina. It opens in “June”. Ana de Armas plays Eve. No.

Nobody dances in it. The budget is unknown. No.
"""
FILE = """topic: Cast
questions:
    - id: director     # the first
      prompt: Who directs Ballerina?
      answer: Len Wiseman
      distractors: [Chad Stahelski, Derek Kolstad]
      citations: [{source: review, quote: Len Wiseman directs Ballerina}]
"""
WIDE = (112, 36)


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    folder = PackFolder(tmp_path / "pack")
    folder.article(ARTICLE)
    folder.write_sources_file(entry(text=ARTICLE))
    (folder.root / "questions" / "cast.yaml").write_text(FILE, newline="")
    return folder


@asynccontextmanager
async def form(pack: PackFolder, *keys: str, size: tuple[int, int] = WIDE, **more: Any) -> AsyncIterator[Player]:
    """Open the form by pressing keys in the reader, which opens at the second sentence."""
    library = open_library(more.pop("packs", [pack.root]))
    source = next(one for one in library.bank.sources if one.pack == "pack")
    async with playing(library.bank, library=library, read_source=ReadSource(source), size=size) as player:
        await player.press(*keys, "n")
        yield player


def on_top(player: Player) -> QuestionFormScreen:
    screen = player.app.screen
    assert isinstance(screen, QuestionFormScreen), player.shown
    return screen


async def fill(player: Player, **fields: str) -> None:
    """Type into fields, and wait for the check."""
    for name, words in fields.items():
        on_top(player).query_one(f"#{name.replace('_', '-')}", TextField).text = words
    await player.settle()
    await on_top(player).check()
    await player.settle()


async def on_save(player: Player) -> None:
    """Click on Save even if a dialog covers it, as a click does that was already queued."""
    form = next(screen for screen in player.app.screen_stack if isinstance(screen, QuestionFormScreen))
    button = form.query_one("#save", Button)
    button.active_effect_duration = 0  # else it is deaf to the next click for a while, by the wall clock
    button.press()
    await player.settle()


async def turn(player: Player, name: str, meant: str) -> None:
    choice = on_top(player).query_one(f"#{name}", CycleSelect)
    choice.focus()
    while choice.value != meant:
        await player.press("right")


GOOD = {
    "prompt": "When does Ballerina open?",
    "answer": "June",
    "distractors": "July\nAugust",
    "explanation": "Its makers had hoped for an earlier season and were disappointed.",
}


def saved(pack: PackFolder, name: str = "when-does-ballerina-open") -> Question:
    return next(one for one in read_pack(pack.root).questions if one.id == name)


async def test_a_question_is_written_from_a_sentence_and_the_reader_shows_it(pack: PackFolder) -> None:
    async with form(pack) as player:
        assert "It opens in “June”." in player.shown
        assert "The key 'prompt' is missing or empty." in player.prose
        assert {bool(one.styles.text_style.bold) for one in on_top(player).query(".heading")} == {True}
        for key in "When does Ballerina open?":
            await player.press(key)
        await player.press("enter", *"June", "enter", *"July", "enter", *"August", "tab", *"Later.")
        await fill(player, explanation=GOOD["explanation"])
        assert "✓ No problems." in player.shown
        assert "June · the right answer" in player.prose
        assert "when-does-ballerina-open" in player.shown
        await player.press("ctrl+s")
        assert isinstance(player.app.screen, ArticleReaderScreen)
        assert "Saved to questions/cast.yaml." in player.toasts
        assert "5 of 7 sentences unquoted" in player.shown
        assert "pack/when-does-ballerina-open" in player.app.bank.by_key
        assert player.segments_of("It opens")[0].style.underline or player.segments_of("It opens")[0].style.reverse
    written = (pack.root / "questions" / "cast.yaml").read_text()
    first = "    - id: when-does-ballerina-open\n      prompt: When does Ballerina open?\n      answer: June\n"
    assert written.startswith(FILE + first)
    assert "topic" not in written.removeprefix(FILE)
    assert saved(pack).citations[0].words == "It opens in “June”."
    assert saved(pack).explanation == GOOD["explanation"]


async def test_several_sentences_make_a_quote_a_paragraph_and_after_is_filled_in(pack: PackFolder) -> None:
    async with form(pack, "space", "down", "space", "down", "down", "space", "down", "down", "space") as player:
        screen = on_top(player)
        fields = [screen.query_one(f"#quote-{number}", TextField).text for number in (1, 2)]
        assert fields == ["It opens in “June”. Ana de Armas plays Eve.", "Nobody dances in it. [...] No."]
        await player.press("escape", "escape", "up", "up", "up", "n")
        assert [one.quote for one in on_top(player).form.question.citations] == ["No."]
        assert on_top(player).form.question.citations[0].after == "de Armas plays Eve."
        assert "after: de Armas plays Eve." in player.prose


async def test_a_quote_can_be_shortened_and_a_wrong_one_is_reported(pack: PackFolder) -> None:
    async with form(pack) as player:
        await fill(player, **GOOD, quote_1="opens in “June”", highlight_1="June")
        assert "✓ No problems." in player.shown
        await fill(player, highlight_1="July")
        assert "The words 'July' are not in the quote." in player.prose
        await fill(player, quote_1="opened in “June”")
        assert "is not in review" in player.prose
        assert "Appears when there are no errors." in player.prose


async def test_it_is_checked_when_the_author_pauses(pack: PackFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[object] = []
    check = form_screen.DraftChecker.check
    monkeypatch.setattr(form_screen.DraftChecker, "check", lambda *args: checks.append(args) or check(*args))
    async with form(pack) as player:
        await player.until(lambda: on_top(player)._check_timer is None)
        on_top(player).pause = 3600.0
        checks.clear()
        await player.press(*"Who")
        assert not checks
        assert "'prompt' is missing" in player.prose
        on_top(player).pause = 0.01
        await player.burst("e", "?", "!")
        await player.until(lambda: "'prompt' is missing" not in player.prose)
        assert len(checks) == 1


async def test_keys_pressed_twice_open_one_form_and_save_one_question(pack: PackFolder) -> None:
    async with form(pack) as player:
        await player.press("escape")
        await player.burst("n", "n")
        assert [type(screen) for screen in player.app.screen_stack].count(QuestionFormScreen) == 1
        await fill(player, **GOOD)
        await player.click(" Save ", times=2)
        assert isinstance(player.app.screen, ArticleReaderScreen)
    assert [one.id for one in read_pack(pack.root).questions] == ["director", "when-does-ballerina-open"]


async def test_another_kind_and_difficulty_are_chosen_and_saved(pack: PackFolder) -> None:
    async with form(pack, "space", "down", "space") as player:
        await turn(player, "kind", "order")
        await fill(player, prompt="Put what is told into its order.", answer="One\nTwo\n\n Three ", id="it")
        assert on_top(player).form.question.answer == ("One", "Two", "Three")
        await turn(player, "kind", "true-false")
        await turn(player, "answer-choice", "false")
        await fill(player, prompt="Ballerina opens in June.", highlight_1="June", explanation=GOOD["explanation"])
        await turn(player, "difficulty", "hard")
        await turn(player, "appeal", "3")
        await player.press("ctrl+s")
        if isinstance(player.app.screen, ConfirmDialog):
            await player.press("down", "enter")
        assert isinstance(player.app.screen, ArticleReaderScreen), player.shown
    found = saved(pack, "it")
    assert (found.kind, found.answer, found.distractors) == ("true-false", ("False",), ("True",))
    assert (found.difficulty, found.appeal) == ("hard", 3)


async def test_fields_follow_what_was_chosen_until_they_are_written_by_hand(pack: PackFolder) -> None:
    pack.questions(question("two", prompt="Which one is it?"), file="set.yaml", topic="On the set")
    async with form(pack) as player:
        screen = on_top(player)
        await fill(player, prompt="Director", distractors="July\nAugust")
        assert screen.form.question.id == "director-2"
        await fill(player, prompt="Who is it?")
        assert screen.form.question.id == "who-is-it"
        await fill(player, prompt="Who else?", id="director")
        assert screen.form.question.id == "director"
        await fill(player, answer="June")
        assert "The id 'director' is taken" in player.prose
        await turn(player, "kind", "order")
        assert "August" not in player.shown
        await turn(player, "kind", "choice")
        assert "August" in player.shown
        assert screen.form.question.topic == "Cast"
        await turn(player, "file", "set.yaml")
        assert screen.form.question.topic == "On the set"
        await fill(player, **GOOD, id="it", topic="Release: dates")
        await turn(player, "file", "")
        await fill(player, new_file="../release")
        await player.press("ctrl+s")
        assert "✗ Not saved. questions/../release.yaml is outside the pack" in player.prose
        await fill(player, new_file="release")
        await player.press("ctrl+s")
        assert isinstance(player.app.screen, ArticleReaderScreen), player.shown
    written = (pack.root / "questions" / "release.yaml").read_text()
    assert written.startswith('topic: "Release: dates"\nquestions:\n  - id: it\n')
    assert saved(pack, "it").topic == "Release: dates"


async def test_errors_block_saving_warnings_ask_once_and_nothing_typed_is_lost(pack: PackFolder) -> None:
    async with form(pack) as player:
        await fill(player, prompt=GOOD["prompt"])
        await player.press("ctrl+s")
        assert "✗ Not saved. The key 'answer' is missing or empty." in player.prose
        assert (pack.root / "questions" / "cast.yaml").read_text() == FILE
        await fill(player, answer="June", distractors="The second of the two summers before\nIn the year after that")
        await player.burst("ctrl+s", "ctrl+s")
        await on_save(player)
        assert "Save with these warnings?" in player.shown
        assert [type(screen) for screen in player.app.screen_stack].count(ConfirmDialog) == 1
        await player.press("escape")
        assert (pack.root / "questions" / "cast.yaml").read_text() == FILE
        (pack.root / "questions" / "cast.yaml").chmod(0o444)
        await player.press("ctrl+s", "down", "enter")
        assert "✗ Not saved. cast.yaml is read-only: nothing was written." in player.prose
        (pack.root / "questions" / "cast.yaml").chmod(0o644)
        (pack.root / "questions" / "cast.yaml").write_text("questions:\n  - id: 'open\n")
        await player.press("ctrl+s")
        assert "✗ Not saved. questions/cast.yaml:2:9: This is not YAML" in player.prose
        assert on_top(player).form.question.prompt == GOOD["prompt"]
        (pack.root / "questions" / "cast.yaml").write_text(FILE)
        await player.click(" Save ")
        assert isinstance(player.app.screen, ArticleReaderScreen), player.shown  # it does not ask again
    assert saved(pack).answer == ("June",)


async def test_typed_text_is_discarded_only_after_confirmation(pack: PackFolder) -> None:
    async with form(pack) as player:
        await player.press("escape")
        assert isinstance(player.app.screen, ArticleReaderScreen)
        await player.press("n", "x", "escape")
        assert "Leave this question unsaved?" in player.shown
        await player.press("escape")
        assert on_top(player).form.question.prompt == "x"
        await player.press("escape")
        await player.click("Discard it")
        assert isinstance(player.app.screen, ArticleReaderScreen)
        # the end of the app asks as well
        await player.press("n", "x", "ctrl+q")
        assert "Leave this question unsaved?" in player.shown
        await player.press("ctrl+q", "escape")
        assert on_top(player).form.question.prompt == "x"
        assert player.app.return_code is None
        await player.press("ctrl+q")
        await player.click("Discard it")
        assert player.app.return_code == 0


@pytest.mark.parametrize("heights", [range(28, 29), pytest.param(range(26, 31), marks=pytest.mark.slow)])
async def test_the_layout_of_a_form_that_just_fits_ends(pack: PackFolder, heights: range) -> None:
    """A scroll bar makes the fields narrower, so they may need another line, which in turn needs the scroll bar."""
    async with form(pack, size=(80, 24)) as player:
        await fill(player, quote_1="It opens in “June”, " * 5 + "and so.")
        for height in heights:
            for width in (60, 80, 60, 79):
                await player.resize(width, height)
        assert "and so. Highlight" in player.prose


async def test_a_field_survives_an_undo_of_many_lines_and_a_moment_without_width(pack: PackFolder) -> None:
    async with form(pack) as player:
        field = on_top(player).query_one("#distractors", TextField)
        field.focus()
        await player.paste("\n".join(f"wrong {number}" for number in range(30)))
        await player.press("ctrl+z")
        assert field.text == ""
        await player.press("ctrl+y")
        assert field.text.count("\n") == 29
        hint = on_top(player).query_one("#answer", TextField)
        assert not hint.text
        assert hint.placeholder
        hint.styles.width = 0
        assert [strip.cell_length for strip in hint.render_lines(Region(0, 0, 0, 1))] == [0]


async def test_a_read_only_pack_is_reported_and_another_with_the_article_is_offered(
    pack: PackFolder, tmp_path: Path
) -> None:
    folder = pack.root / "questions"
    folder.chmod(0o555)
    others = []
    for name in ("mine", "yours"):
        other = PackFolder(tmp_path / name)
        other.article(ARTICLE, "same")
        other.write_sources_file(entry("same", ARTICLE))
        others.append(other)
    try:
        async with form(pack) as player:
            assert isinstance(player.app.screen, ArticleReaderScreen)
            assert "The pack pack is read-only. Create your own pack with `quiz init DIR`" in player.toasts
        async with form(pack, packs=[pack.root, *(other.root for other in others)]) as player:
            assert "! The pack pack is read-only. The question goes into mine." in player.prose
            await fill(player, **GOOD)
            await turn(player, "pack", str(others[1].root))
            await fill(player, new_file="first", topic="Release", id="it")
            assert "✓ No problems." in player.shown
            await player.press("ctrl+s")
            assert isinstance(player.app.screen, ArticleReaderScreen), player.shown
    finally:
        folder.chmod(0o755)
    assert saved(others[1], "it").citations[0].source.id == "same"
    assert not (others[0].root / "questions" / "first.yaml").exists()


@pytest.mark.slow
async def test_hostile_words_in_every_field_are_shown_and_saved_as_they_are_seen(tmp_path: Path) -> None:
    hostile = " · ".join(words for words in HOSTILE if len(words.splitlines()) == 1)  # a line is a distractor
    seen = as_seen(hostile)
    text = f"The first is {hostile} so. The second is {hostile} so.\n"
    folder = PackFolder(tmp_path / "pack")
    folder.article(text)
    folder.write_sources_file(entry(text=text, title=HOSTILE[4]))
    typed = {
        "prompt": f"{hostile} 1", "answer": f"{hostile} 2", "distractors": f"{hostile} 3\r\n\x1b\n{hostile} 4",
        "explanation": f"{hostile}\n5", "topic": f"{hostile} 6",
    }  # fmt: skip
    async with form(folder, size=(120, 80)) as player:
        assert text.startswith(on_top(player).form.question.citations[0].quote)
        assert_harmless(player)
        for name, words in typed.items():
            on_top(player).query_one(f"#{name}", TextField).focus()
            on_top(player).query_one(f"#{name}", TextField).select_all()
            await player.paste(words)
        await fill(player, id="it")
        assert_harmless(player)
        assert f"{seen} 1" in player.prose_of("#preview QuestionHead")
        await player.press("ctrl+s")
        assert_harmless(player)
        if isinstance(player.app.screen, ConfirmDialog):
            await player.press("down", "enter")
        assert isinstance(player.app.screen, ArticleReaderScreen), player.shown
        assert_harmless(player)
    found = saved(folder, "it")
    assert (found.prompt, found.explanation, found.topic) == (f"{seen} 1", f"{seen} 5", f"{seen} 6")
    assert found.options == (f"{seen} 2", f"{seen} 3", "␛", f"{seen} 4")


def is_in_sight(player: Player) -> bool:
    """Return whether the focused widget is visible."""
    focused = player.app.screen.focused
    window = player.app.screen.query_one("#writing").region
    return focused is not None and (focused.id == "save" or focused.region.overlaps(window))


async def test_every_field_can_be_reached_and_seen_in_a_small_and_in_a_wide_terminal(pack: PackFolder) -> None:
    wanted = {
        "kind", "prompt", "answer", "distractors", "explanation", "difficulty", "appeal", "file", "topic", "id",
        "save",
    }  # fmt: skip
    async with form(pack, "shift+up", "shift+up", size=(40, 12)) as player:
        await player.until(lambda: "the question" in player.shown)
        player.app.animation_level = "none"
        for size in ((40, 12), (120, 40)):  # one column, and two
            await player.resize(*size)
            reached = set()
            for _ in range(13):
                focused = player.app.screen.focused
                assert focused is not None
                reached.add(focused.id)
                await player.until(lambda: is_in_sight(player))
                await player.press("tab")
            assert reached == wanted | {"quote-1", "highlight-1"}
            assert player.app.screen.query_one("#summed-up").region.height > 0


async def test_a_question_can_be_written_in_the_middle_of_a_game(pack: PackFolder) -> None:
    library = open_library([pack.root])
    async with playing(library.bank, library=library, setup=classic(library.bank), size=WIDE) as player:
        await player.answer()
        before = player.game
        await player.press("s", "n")
        assert isinstance(player.app.screen, ReadingScreen)  # players are not told what could be asked
        await player.press("escape")
        player.app.post_message(ReadSource(library.bank.sources[0]))
        await player.settle()
        await player.press("down", "down", "n")
        await fill(player, **GOOD)
        await player.press("ctrl+s")
        assert "5 of 7 sentences unquoted" in player.shown
        await player.press("escape")
        assert isinstance(player.app.screen, PlayScreen)
        assert player.game == before
    assert saved(pack).answer == ("June",)
