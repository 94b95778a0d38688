"""Text from packs is shown literally: it is never markup and never a control sequence for the terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.question import Dispute, Passage, Question
from quiz.bank.source import Source, Span
from quiz.records.records import Records
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.hostile import ACTING, HOSTILE, as_seen, hostile_pack
from tests.tui.app_player import Player, bank_of, classic, playing

TALL = (130, 100)
_CUT = 14
"""The minimum number of characters of a topic that a list shows."""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """A pack with every hostile text in every field."""
    found = hostile_pack(tmp_path_factory.mktemp("hostile") / "pack")
    assert not found.problems
    assert len(found.questions) == len(HOSTILE)
    return found


def assert_harmless(player: Player) -> None:
    acting = ACTING.search(player.shown)
    assert acting is None, f"U+{ord(acting[0]):04X} reaches the terminal"
    for strip in player.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.control is None
            assert segment.style is None or (segment.style.link is None and "@click" not in segment.style.meta)


def assert_shown(player: Player, *words: str) -> None:
    prose = player.prose
    for each in words:
        assert as_seen(each) in prose, f"{as_seen(each)!r} is not on the screen:\n{player.shown}"
    assert_harmless(player)


def number_of(question: Question) -> int:
    return int(question.id[1:])


async def test_home_lists_hostile_topics_and_sources(bank: Bank) -> None:
    async with playing(bank, size=TALL) as player:
        shown = player.shown
        for number, hostile in enumerate(HOSTILE):
            for words in (f"{hostile} topic {number}", f"{hostile} label {number}"):
                assert f"□ {as_seen(words)[:_CUT]}" in shown, words
        assert_harmless(player)
        screen = player.app.screen
        assert isinstance(screen, HomeScreen)
        screen.picker.topics.focus()
        for _ in range(5):
            await player.press("down", "space")
        assert len(screen.picker.filters.topics) == 5
        picked = screen.picker.filters.topics
        assert all(f"■ {as_seen(topic)[:_CUT]}" in player.shown for topic in picked)


async def test_a_game_shows_hostile_words_in_every_field(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, length=None), size=(100, 50)) as player:
        for _ in HOSTILE:
            await play_one(player)
        assert isinstance(player.app.screen, ResultsScreen)
        await player.resize(100, 90)
        assert_harmless(player)
        shown = player.prose
        await player.press("end")
        assert_harmless(player)
        shown += player.prose
        for hostile in HOSTILE:
            assert as_seen(f"Which {hostile} is it?") in shown


async def play_one(player: Player) -> None:
    number, hostile = number_of(player.question), HOSTILE[number_of(player.question)]
    asked = (f"Which {hostile} is it?", f"The {hostile} right", f"The {hostile} wrong")
    assert_shown(player, *asked)
    about = f"{hostile} topic {number} · medium According to {hostile} publisher {number}, 2024"
    assert player.prose_of("QuestionHead") == f"{as_seen(about)} {as_seen(asked[0])}"
    assert f"Because {as_seen(hostile)} so." not in player.shown
    await player.answer(right=number % 2 == 0)
    line = f"{hostile} title {number} · {hostile} publisher {number} · 9 December 2024 · ¶ "
    assert_shown(player, *asked, f"Because {hostile} so.", f"first {hostile} of", f"{line}1", f"{line}2")
    assert_shown(player, f"Other {hostile} answer — Said {hostile} later.", f"second {hostile} of {number}")
    await player.press("enter")


@pytest.mark.parametrize(("kind", "right"), [("multiple", 5), ("order", 9)])
async def test_options_of_every_kind_show_hostile_words(kind: str, right: int) -> None:
    options = [f"The {hostile} one {number}" for number, hostile in enumerate(HOSTILE[-9:])]
    asked = sample.question("q", *options, kind=kind, right=right)
    bank = bank_of([asked])
    async with playing(bank, setup=classic(bank), size=TALL) as player:
        assert_shown(player, *options)
        await player.press("1", "2", "3", "enter")
        assert_shown(player, *options)
        if player.game.phase == "asking":
            await player.press("4", "5", "6", "7", "8", "enter")
        assert player.game.phase == "explaining"
        assert_shown(player, *options)
        player.app.push_screen(QuestionReviewScreen(asked, asked.options, None))
        await player.settle()
        assert_shown(player, *options)


@pytest.mark.parametrize("hostile", [HOSTILE[5], HOSTILE[9]], ids=ascii)
async def test_the_screens_behind_a_question_show_hostile_words(bank: Bank, records: Records, hostile: str) -> None:
    number = HOSTILE.index(hostile)
    single = bank_of([bank.questions[number]])
    async with playing(single, records, setup=classic(single), size=(80, 24)) as player:
        await player.press("escape")
        assert_shown(player, "Leave this game?")
        await player.press("escape", "question_mark")
        assert_shown(player, "Keys")
        await player.press("escape")

        await player.answer()
        await player.press("s")
        assert isinstance(player.app.screen, ReadingScreen)
        assert_shown(player, f"{hostile} title {number}", f"{hostile} publisher {number}")
        assert_shown(player, f"The first {hostile} of {number}.", f"The second {hostile} of {number}.")
        await player.press("escape", "enter", "enter")
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert_shown(player, f"Which {hostile} is it?", f"The {hostile} right · your answer", f"first {hostile} of")


async def complain(folder: Path, look: Callable[[Player], None]) -> None:
    """Check a notification that contains the name of a folder."""
    records = Records(folder)
    bank = bank_of(sample.questions(2))
    async with playing(bank, records, setup=classic(bank), size=(120, 60)) as player:
        await player.answer()
        await player.press("escape", "l")
        records._connection.execute("PRAGMA query_only = ON")
        await player.press("r")
        assert player.toasts.startswith("The game cannot be resumed")
        look(player)
    records.close()


async def test_a_notification_shows_markup_as_it_is(tmp_path: Path) -> None:
    said = ["[red]x", "[$primary]x", "[b]y[", "]]", "\\[b]", "[@click=app.quit]x"]

    def look(player: Player) -> None:
        for words in said:
            assert words in player.toasts.replace(" ", "")

    await complain(tmp_path / "-".join(said), look)


async def test_a_notification_lets_no_control_character_through(tmp_path: Path) -> None:
    await complain(tmp_path / "a\x1b[31mb-a\x07b-a\u202eb", assert_harmless)


async def test_why_a_game_is_not_saved_is_said_without_control_characters(tmp_path: Path) -> None:
    bank = bank_of(sample.questions(1))
    records = Records(tmp_path / "a\x1b[31mb[/foo]")
    async with playing(bank, records, setup=classic(bank), size=(120, 60)) as player:
        records._connection.execute("PRAGMA query_only = ON")
        await player.answer()
        assert "Not saved" in player.shown
        assert "a␛[31mb[/foo]" in "".join(player.prose.split())
        assert_harmless(player)
        await player.press("enter")
        assert isinstance(player.app.screen, ResultsScreen)
        assert "Not saved" in player.shown
        assert_harmless(player)
    records.close()


# What no file of a pack can hold, and what is only long


def everywhere(words: str, *, article: str | None = None, topic: str | None = None) -> Question:
    """Return a question and a source with a text in all of their fields."""
    text = f"It was {words} first.\r\nIt was {words} then." if article is None else article
    source = Source(id="s", pack="test", file="s.txt", title=words, label=words, publisher=words, text=text)
    first, second = source.blocks
    passages = [
        Passage(
            source=source, span=span, paragraph=n, parts=(span,), highlights=(Span(span.start + 7, span.end - 6),)
        )
        for n, span in enumerate((first, second), start=1)
    ]
    return Question(
        id="q",
        pack="test",
        kind="choice",
        prompt=words,
        answer=(words,),
        distractors=(f"{words} not",),
        topic=topic or words,
        difficulty="hard",
        citations=(passages[0],),
        explanation=words,
        according_to=source,
        disputes=(Dispute(answer=words, passage=passages[1], note=words),),
        place=sample.question().place,
    )


async def through_every_screen(
    bank: Bank, records: Records, size: tuple[int, int], look: Callable[[Player], None]
) -> None:
    """Open every screen of a game of one question and check each."""
    async with playing(bank, records, size=size) as player:
        for keys in (["p"], ["1"], ["s"], ["right"], ["escape", "enter"], ["enter"], ["escape"]):
            await player.press(*keys)
            look(player)
        await player.press("h")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("a\ud83db a\r\nb a\nb a\u2028b", "a\ufffdb a b a b a b"),
        ("a\u061cb", "a\ufffdb"),  # ARABIC LETTER MARK, the bidirectional control that is easily forgotten
    ],
    ids=ascii,
)
async def test_control_characters_are_replaced_on_every_screen(records: Records, words: str, seen: str) -> None:
    article = words.replace("\r\n", "\n").replace("\n", "-")
    bank = bank_of([everywhere(words, article=f"It was {article} first.\nIt was not then.")])

    def look(player: Player) -> None:
        assert seen in player.prose, player.shown
        assert_harmless(player)

    await through_every_screen(bank, records, (120, 40), look)


@pytest.mark.slow
async def test_a_word_of_ten_thousand_letters_hides_nothing_else(records: Records) -> None:
    bank = bank_of([everywhere("long" * 2500, topic="Length")])

    def look(player: Player) -> None:
        assert "long" in player.shown, player.shown
        assert_harmless(player)

    await through_every_screen(bank, records, (40, 12), look)
    assert len(records.history()) == 1
