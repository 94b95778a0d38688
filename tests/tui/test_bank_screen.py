"""The bank browser: filtering, sorting, problems, and the preview of a question."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary, open_library
from quiz.lint.linter import lint_packs
from quiz.tui.external_editor import EditorError
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.bank_browser import browser_screen as bank_screen
from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen
from quiz.tui.screens.bank_browser.question_detail import QuestionDetailScreen
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from tests import sample
from tests.bank.pack_folder import PackFolder, entry, question
from tests.tui.app_player import Player, bank_of, playing


def browser(player: Player) -> BankBrowserScreen:
    screen = player.app.screen
    assert isinstance(screen, BankBrowserScreen), screen
    return screen


def ids(player: Player) -> list[str]:
    """Return the ids of the rows of the table, in order."""
    table = browser(player).table
    return [str(table.get_cell_at((row, 1))) for row in range(table.row_count)]  # type: ignore[arg-type]


def selected(player: Player) -> str:
    entry = browser(player).table.entry
    return entry.id if entry is not None else ""


async def opened(player: Player) -> BankBrowserScreen:
    """Open the browser and wait until all problems are shown."""
    await player.press("e")
    await done(player)
    return browser(player)


async def done(player: Player) -> None:
    await player.settle()
    await player.app.workers.wait_for_complete()
    await player.settle()


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    """A pack of four questions: a good one, one with warnings, one with an error, and one that asks for an order."""
    folder = PackFolder(tmp_path / "pack")
    folder.article()
    folder.write_sources_file(entry(title="A review"))
    save(folder)
    return folder


def save(folder: PackFolder, **bad: object) -> None:
    steps = {"kind": "order", "answer": ["One", "Two", "Three"], "distractors": ..., "explanation": "As it was told."}
    folder.questions(
        question("good", prompt="Who’s the director?", topic="Crew"),
        question("long", prompt="Who said so?", distractors=["A", "B"], difficulty="easy", topic="Cast"),
        question("bad", **{"prompt": "Which is broken?", "distractors": [], **bad}),
        question("steps", prompt="In which order?", difficulty="hard", **steps),
    )


@pytest.fixture
def library(pack: PackFolder) -> PackLibrary:
    return open_library([pack.root])


async def test_it_lists_every_question_and_marks_problems(library: PackLibrary, pack: PackFolder) -> None:
    async with playing(library.bank, library=library, size=(120, 40)) as player:
        assert "1 problem in the bank" in player.shown
        await opened(player)
        assert ids(player) == ["good", "long", "bad", "steps"]
        assert "4 · ! 3 with problems" in player.shown
        assert "✗ 1 error " in player.shown
        assert "! 1 warning " in player.shown
        assert selected(player) == "good"
        for words in ("Crew · medium", "Who’s the director?", "Len Wiseman · the right answer", "Chad Stahelski",
                      "Len Wiseman directs Ballerina", "A review · undated · ¶ 2"):  # fmt: skip
            assert words in player.prose_of("#entry"), words
        await player.press("down")
        warning = next(one for one in lint_packs(library.load()).problems if one.question == "long")
        shown = player.prose_of("#entry")
        for words in ("! warning", warning.message, warning.hint, warning.rule.code, "Who said so?"):
            assert words in shown, words
        assert f"{warning.place}" in "".join(shown.split())  # a path may be longer than a line
        await player.press("down")
        error = next(one for one in library.bank.problems if one.question == "bad")
        shown = player.prose_of("#entry")
        for words in ("✗ error", error.message, "Not asked until", "Which is broken?"):
            assert words in shown, words
        await player.press("down")
        assert "As it was told." in player.prose_of("#entry")
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_the_cursor_is_on_the_first_entry_when_those_with_errors_come_in_above(pack: PackFolder) -> None:
    pack.questions(question("bad", distractors=[]), question("good", prompt="Who’s the director?"))
    library = open_library([pack.root])
    async with playing(library.bank, library=library, size=(120, 40)) as player:
        await opened(player)
        assert ids(player) == ["bad", "good"]
        assert selected(player) == "bad"


async def test_typing_filters_and_keys_and_headers_sort(library: PackLibrary) -> None:
    async with playing(library.bank, library=library, size=(120, 40)) as player:
        await opened(player)
        await player.press("down")
        await player.burst("slash", *"who's")  # faster than the screen
        assert ids(player) == ["good"]
        assert "1 of 4" in player.shown
        assert selected(player) == "good"
        await player.press(" ", *"xe")  # letters are typed, whatever they mean elsewhere
        assert ids(player) == []
        assert "0 of 4" in player.shown
        assert player.prose_of("#entry") == ""
        await player.press("/")
        assert browser(player).filter_input.value == "who's xe/"
        await player.press("escape")
        assert player.app.focused is browser(player).table
        for nothing in ("e", "s", "enter"):
            await player.press(nothing)
            browser(player)
        await player.press("x")
        assert ids(player) == ["good", "long", "bad", "steps"]

        await player.press("down", "o")
        assert (ids(player), selected(player)) == (["bad", "steps", "long", "good"], "long")
        assert "Problems ▲" in player.shown
        await player.press("o")
        assert ids(player) == ["bad", "good", "long", "steps"]
        assert "Id ▲" in player.shown
        await player.press("r")
        assert ids(player) == ["steps", "long", "good", "bad"]
        assert "Id ▼" in player.shown
        assert selected(player) == "long"
        await player.click("Prompt")
        assert ids(player) == ["steps", "bad", "long", "good"]
        await player.click("Prompt")
        assert ids(player) == ["good", "long", "bad", "steps"]
        await player.burst("slash", *"who", "enter")
        assert ids(player) == ["good", "long"]
        await player.press("r")
        assert ids(player) == ["long", "good"]
        await player.burst("o", "o", "o", "o", "o")
        assert ids(player) == ["good", "long"]  # as they stand in the file
        await player.press("slash", "down", "down")
        assert selected(player) == "long"


async def test_a_narrow_terminal_shows_the_entry_behind_enter(library: PackLibrary) -> None:
    async with playing(library.bank, library=library, size=(40, 12)) as player:
        await opened(player)
        assert "✗ 1 error" in player.shown
        assert "the right answer" not in player.shown
        await player.press("enter")
        assert isinstance(player.app.screen, QuestionDetailScreen)
        assert "Len Wiseman directs Ballerina" in player.prose
        await player.press("s")
        assert isinstance(player.app.screen, ArticleReaderScreen)
        await player.press("escape", "escape", "down", "down", "enter")
        assert "✗ error" in player.shown
        await player.press("s")  # it has no quote that could be shown
        assert isinstance(player.app.screen, QuestionDetailScreen)
        await player.press("escape")
        assert selected(player) == "bad"
        await player.press("s")
        browser(player)
        await player.press("up", "s")
        assert isinstance(player.app.screen, ArticleReaderScreen)
        await player.press("escape")
        await player.resize(80, 24)
        assert "Who said so?" in player.prose_of("#entry")
        await player.press("tab")
        assert player.app.focused is not browser(player).table  # what is long can be scrolled


async def test_an_edited_file_is_shown_as_it_is_now(
    library: PackLibrary, pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited: list[tuple[Path, int]] = []

    def edit(app: object, path: Path, line: int) -> None:
        edited.append((path, line))
        save(pack, distractors=["A", "B", "C"], prompt="Which is mended?")

    monkeypatch.setattr(bank_screen, "edit", edit)
    async with playing(library.bank, library=library, size=(120, 40)) as player:
        await opened(player)
        await player.burst("slash", *"which")
        await player.press("enter", "o")
        assert ids(player) == ["bad", "steps"]
        await player.press("e")
        await done(player)
        path = pack.root / "questions" / "cast.yaml"
        assert edited == [(path, next(one.place.line for one in browser(player).entries if one.id == "bad"))]
        assert browser(player).filter_input.value == "which"
        assert browser(player).table.column == "problems"
        assert selected(player) == "bad"
        assert "Which is mended?" in player.prose_of("#entry")
        assert "the right answer" in player.prose_of("#entry")

        def spoil(app: object, path: Path, line: int) -> None:
            save(pack, prompt="Which is worse?")
            raise EditorError("vim[/] exited with code 1.")

        monkeypatch.setattr(bank_screen, "edit", spoil)
        await player.press("enter", "e")
        await done(player)
        assert "vim[/] exited with code 1." in player.toasts
        assert selected(player) == "bad"
        assert "Which is worse?" in player.prose_of("#entry")
        monkeypatch.undo()
        await player.press("e")
        await done(player)
        assert "The app cannot be suspended" in player.toasts or "No editor" in player.toasts

        save(pack, distractors=["A", "B", "C"])
        await player.press("escape", "escape")
        assert "4 of 4 questions" in player.shown  # home has taken it up
        assert "problem" not in player.shown


async def test_added_questions_appear_and_removed_ones_disappear(library: PackLibrary, pack: PackFolder) -> None:
    async with playing(library.bank, library=library) as player:
        await opened(player)
        await player.press("down", "down")
        pack.questions(question("good"), question("fresh"), question("other"))
        await player.press("question_mark", "escape")
        await done(player)
        assert ids(player) == ["good", "fresh", "other"]
        assert selected(player) == "other"
        pack.questions(question("good"))
        player.app.app_focus = False
        await done(player)
        player.app.app_focus = True  # back from the window of an editor
        await done(player)
        assert ids(player) == ["good"]
        shown = browser(player).table.entry
        await player.press("question_mark", "escape")
        await done(player)
        assert browser(player).table.entry is shown  # nothing has changed, and nothing is read


async def test_the_cursor_can_move_fast(builtin: Bank) -> None:
    async with playing(builtin) as player:
        await player.press("e")
        await player.burst(*["down"] * 12, *["up"] * 4)
        shown = browser(player).table.entry
        assert shown is not None
        assert shown.id == builtin.questions[8].id
        assert player.app.screen.query_one("#entry").children[0].entry is shown  # type: ignore[attr-defined]
        assert len(player.app.screen.query_one("#entry").children) == 1
        await player.press("end")
        assert selected(player) == builtin.questions[8].id
        await player.press("pagedown")
        assert len(ids(player)) == len(builtin.questions)


async def test_it_is_offered_at_home_and_nowhere_in_a_game() -> None:
    bank = bank_of(sample.questions(3))
    async with playing(bank) as player:
        await player.press("question_mark")
        assert "e  Bank" in player.shown
        await player.press("escape")
        offered = [command.title for command in player.app.get_system_commands(player.app.screen)]
        assert "Bank" in offered
        await player.press("e", "question_mark")
        for words in ("/  Filter", "e  Edit", "o  Sort", "esc  Back"):
            assert words in player.shown
        await player.press("escape", "escape", "p", "e")
        assert isinstance(player.app.screen, PlayScreen)
        assert "Bank" not in [command.title for command in player.app.get_system_commands(player.app.screen)]
    async with playing(Bank(()), setup=None) as player:
        await player.press("e")
        assert ids(player) == []
        assert "0 · no problems" in player.shown


async def test_entries_of_two_packs_show_their_pack(pack: PackFolder, tmp_path: Path) -> None:
    other = PackFolder(tmp_path / "other")
    other.article()
    other.write_sources_file(entry())
    other.questions(question("good"))
    library = open_library([pack.root, other.root])
    async with playing(library.bank, library=library) as player:
        await opened(player)
        assert ids(player) == ["pack/good", "pack/long", "pack/bad", "pack/steps", "other/good"]
        await player.burst("slash", *"other", "enter")
        assert ids(player) == ["other/good"]
