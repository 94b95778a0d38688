"""The article reader: it opens at the quote, marks the other quotes, and goes back to the same question."""

import pytest

from quiz.bank.bank import Bank
from quiz.bank.question import Passage
from quiz.bank.source import Span
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from tests.bank.pack_folder import source_of
from tests.tui.app_player import FURNITURE, Player, bank_of, classic, playing
from tests.tui.test_hostile_text import everywhere


def on_top(player: Player) -> ArticleReaderScreen:
    screen = player.app.screen
    assert isinstance(screen, ArticleReaderScreen)
    return screen


def marked_here(player: Player) -> str:
    """Return the characters that are marked as the current passage, without spaces."""
    strips = player.app.screen._compositor.render_strips()
    marked = (segment.text for strip in strips for segment in strip if segment.style and segment.style.reverse)
    return "".join(FURNITURE.sub("", "".join(marked)).split())


def letters_of(passage: Passage) -> str:
    return "".join("".join(passage.source.words(part) for part in passage.parts).split())


async def test_every_passage_of_an_article_is_in_sight_at_its_turn(builtin: Bank) -> None:
    source = min(builtin.sources, key=lambda source: len(source.text))  # the longest has far more
    spans = sorted({question.passages[n].span for question, n in builtin.passages_of(source)})
    question, n = builtin.passages_of(source)[-1]
    async with playing(builtin, size=(40, 12)) as player:
        player.app.push_screen(ArticleReaderScreen(question.passages[n], builtin))
        await player.settle()
        screen = on_top(player)
        assert [passage.span for passage in screen.passages] == spans
        for step in range(len(spans) + 1):  # the last of which leads round the end
            here = screen.passages[screen.passage_index]
            assert here.span == spans[step - 1]
            assert_in_sight(player, whole=False)
            assert f"quote {screen.passage_index + 1} of {len(spans)} · ¶ {here.paragraph}" in player.shown
            await player.press("right")


def assert_in_sight(player: Player, *, whole: bool) -> None:
    """Assert that the current passage is on the screen: all of it, or its first words."""
    seen, letters = marked_here(player), letters_of(on_top(player).passages[on_top(player).passage_index])
    assert seen, player.shown
    assert seen == letters if whole else letters.startswith(seen), player.shown


@pytest.mark.parametrize("most", [1, pytest.param(None, marks=pytest.mark.slow)], ids=["one", "all"])
async def test_every_source_opens_at_its_last_passage(builtin: Bank, most: int | None) -> None:
    async with playing(builtin) as player:
        for source in builtin.sources[:most]:
            question, n = builtin.passages_of(source)[-1]
            player.app.push_screen(ArticleReaderScreen(question.passages[n], builtin))
            await player.settle()
            assert_in_sight(player, whole=True)
            await player.press("escape")


async def test_s_opens_the_source_of_the_answer_and_escape_leads_back_to_the_same_place(builtin: Bank) -> None:
    async with playing(builtin, setup=classic(builtin), size=(40, 12)) as player:
        await player.press("x", "enter", "x", "enter")
        await player.answer(right=False)
        await player.press("pagedown", "down")
        screen = player.app.screen
        assert isinstance(screen, PlayScreen)
        while screen.view.scroll_y != screen.view.scroll_target_y:  # it glides there
            await player.pilot.pause(0.02)
        before, scrolled = player.shown, screen.view.scroll_y
        assert scrolled > 0

        await player.press("s")
        reader = player.app.screen
        assert isinstance(reader, ReadingScreen)
        proof = player.app.screen_stack[-2].session.game.question.citations[0]
        assert reader.passages[reader.passage_index].span == proof.span
        assert letters_of(proof).startswith(marked_here(player))
        assert proof.source.name.split()[0] in player.shown
        await player.press("right", "pagedown", "escape")

        assert player.app.screen is screen
        assert screen.view.scroll_y == scrolled
        assert player.shown == before
        assert (player.game.index, player.game.phase) == (2, "explaining")
        await player.press("enter")
        assert (player.game.index, player.game.phase) == (3, "asking")


async def test_left_goes_back_and_round_the_beginning(builtin: Bank) -> None:
    async with playing(builtin) as player:
        question, n = builtin.passages_of(builtin.sources[0])[0]
        player.app.push_screen(ArticleReaderScreen(question.passages[n], builtin))
        await player.settle()
        screen = on_top(player)
        places = []
        for key in ("left", "left", "right", "right"):
            await player.press(key)
            places.append(screen.passage_index)
            assert letters_of(screen.passages[screen.passage_index]) == marked_here(player)
        last = len(screen.passages) - 1
        assert places == [last, last - 1, last, 0]


async def test_every_quoted_passage_is_underlined_and_what_is_off_limits_is_dim(builtin: Bank) -> None:
    source = next(one for one in builtin.sources if one.off_limits)
    question, n = builtin.passages_of(source)[0]
    async with playing(builtin, size=(100, 200)) as player:
        player.app.push_screen(ArticleReaderScreen(question.passages[n], builtin))
        await player.settle()
        strips = player.app.screen._compositor.render_strips()[: on_top(player).article.region.bottom]
        segments = [segment for strip in strips for segment in strip if segment.style]

        def letters(text: str) -> str:
            return "".join(text.split())

        quoted = letters("".join(one.text for one in segments if one.style.underline or one.style.reverse))
        parts = [part for passage in on_top(player).passages for part in passage.parts]
        covered = sorted({at for part in parts for at in range(part.start, part.end)})
        assert FURNITURE.sub("", quoted) == letters("".join(source.text[at] for at in covered))

        def colours(span: Span) -> set[object]:
            return {segment.style.color for segment in player.segments_of(source.words(span)[:12]) if segment.style}

        ordinary = colours(next(part for part in parts if part != parts[0]))
        assert len(ordinary) == 1
        for span in source.off_limits:
            assert len(colours(span)) == 1
            assert colours(span) != ordinary


async def test_the_paragraphs_are_numbered_as_citations_number_them(builtin: Bank) -> None:
    source = builtin.sources[0]
    question, n = builtin.passages_of(source)[0]
    async with playing(builtin, size=(100, 200)) as player:
        player.app.push_screen(ArticleReaderScreen(question.passages[n], builtin))
        await player.settle()
        for paragraph in source.paragraphs:
            first = source.words(paragraph.span).split()[0]
            rows = (row.replace("○", " ").split()[:2] for row in player.rows)
            assert [str(paragraph.number), first] in rows, paragraph.number


async def test_a_passage_that_no_question_of_the_bank_quotes_opens_too(builtin: Bank) -> None:
    source = source_of("One line.\nTwo lines here.\nThree.")
    loose = Passage(source=source, span=Span(10, 19), paragraph=2, parts=(Span(10, 19),))
    async with playing(builtin) as player:
        player.app.push_screen(ArticleReaderScreen(loose, builtin))
        await player.settle()
        assert marked_here(player) == "Twolines"
        assert "quote 1 of 1 · ¶ 2" in player.shown
        await player.press("right", "left")
        assert marked_here(player) == "Twolines"


async def test_a_quote_deep_inside_a_huge_paragraph_is_in_sight() -> None:
    filler = " ".join(f"word{n}" for n in range(3000))
    bank = bank_of([everywhere("Where", article=f"Intro one two.\n{filler} needle {filler}")])
    source = bank.sources[0]
    start = source.text.index("needle")
    deep = Passage(source=source, span=Span(start, start + 6), paragraph=2, parts=(Span(start, start + 6),))
    async with playing(bank, size=(40, 12)) as player:
        player.app.push_screen(ArticleReaderScreen(deep, bank))
        await player.settle()
        assert marked_here(player) == "needle"
