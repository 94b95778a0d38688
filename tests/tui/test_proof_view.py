"""The proof of an answer: quotes, citations, and what other sources say."""

from pathlib import Path

import pytest
from textual.content import Content

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.question import Question
from quiz.tui.widgets.proof_view import quote_items
from tests.bank.pack_folder import PackFolder, citation, entry, question
from tests.tui.app_player import Player, playing

ARTICLE = """Len Wiseman directs “Ballerina”. It opens on June 6, 2025, says nobody.

The director, as was said before, is Len  Wiseman himself.
"""
OTHER = "Quite differently, Chad Stahelski directs it.\n"
UNDATED = "On the whole Len Wiseman is said to direct.\n"


def disputed(folder: Path) -> Bank:
    """A bank of one question with two citations and two disputes, from different kinds of sources."""
    pack = PackFolder(folder)
    pack.article(ARTICLE)
    pack.article(OTHER, "other")
    pack.article(UNDATED, "undated")
    inferred = {"published": "2023", "published_inferred": True, "inferred_from": "Quite differently"}
    pack.write_sources_file(
        entry(
            "review", ARTICLE, title="All About It", label="Not shown", publisher="The Paper", published="2024-12-09"
        ),
        entry("other", OTHER, label="Other article", **inferred),
        entry("undated", UNDATED, label="Undated article"),
    )
    pack.questions(
        question(
            answer="Len Wiseman",
            explanation="He was asked twice.",
            citations=[
                citation('Len Wiseman directs "Ballerina". [...] says nobody.'),
                citation("is Len Wiseman himself", highlight="himself"),
            ],
            disputes=[
                {
                    "answer": "Stahelski, Chad",
                    "citation": {"source": "other", "quote": "Chad Stahelski directs it", "highlight": "directs"},
                    "note": "Said earlier.",
                },
                {"answer": "Hardly anyone", "citation": {"source": "undated", "quote": "is said to direct"}},
            ],
        )
    )
    bank = load_bank([folder])
    assert not bank.problems
    return bank


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return disputed(tmp_path_factory.mktemp("proof") / "pack")


IN_ORDER = (
    "✓ Right +100",
    "He was asked twice.",
    "Len Wiseman directs “Ballerina”. [...] says nobody.",
    "All About It · The Paper · 9 December 2024 · ¶ 1",
    "is Len  Wiseman himself",
    "All About It · The Paper · 9 December 2024 · ¶ 2",
    "! Sources disagree",
    "Stahelski, Chad — Said earlier.",
    "Chad Stahelski directs it",
    "Other article · 2023 (inferred) · ¶ 1",
    "Hardly anyone",
    "is said to direct",
    "Undated article · undated · ¶ 1",
)


async def test_the_proof_is_shown_in_order_and_its_highlights_are_marked(
    bank: Bank,
) -> None:
    async with playing(bank, size=(80, 40)) as player:
        await player.press("p")
        await player.answer()
        assert_in_order(player.prose)
        assert_what_carries_the_answer_stands_out(player)


def assert_in_order(prose: str) -> None:
    begin = 0
    for words in IN_ORDER:
        found = prose.find(" ".join(words.split()), begin)
        assert found >= begin, f"{words!r} does not follow in {prose!r}"
        begin = found + 1


def assert_what_carries_the_answer_stands_out(player: Player) -> None:
    stands_out = {
        "Len Wiseman directs “Ball": 11,
        "himself": 7,
        "directs it": 7,
        "is said to direct": 0,
        "is Len  Wise": 0,
    }
    for words, length in stands_out.items():
        styles = [(segment.text, segment.style) for segment in player.segments_of(words)]
        lit = "".join(text for text, style in styles if style and style.bold and style.underline)
        assert lit == words[:length], words


async def test_the_proof_is_hidden_before_the_answer(bank: Bank) -> None:
    async with playing(bank, size=(80, 40)) as player:
        await player.press("p")
        for words in (*IN_ORDER, "✓", "✗", "the right answer", "¶", "The Paper"):
            assert words not in player.prose.replace("right 0", "").replace("✓ 0", "")
        await player.burst("s", "n", "enter", "space", after=1.0)
        assert "All About It" not in player.shown
        assert player.game.phase == "asking"


@pytest.mark.parametrize(
    ("keys", "said"),
    [("right", "✓ Right  +100"), ("wrong", "✗ Wrong  −50"), ("skip", "– Skipped  0")],
)
async def test_the_verdict_is_a_sign_a_word_and_points(bank: Bank, keys: str, said: str) -> None:
    async with playing(bank, size=(80, 40)) as player:
        await player.press("p")
        if keys == "skip":
            await player.press("x")
        else:
            await player.answer(right=keys == "right")
        assert said in player.shown
        option = next(row for row in player.rows if " Len Wiseman" in row and "directs" not in row)
        assert option.split()[0] == "✓"
        assert ("your answer" if keys == "right" else "the right answer") in option
        assert player.shown.count("✗ ") == (2 if keys == "wrong" else 0)  # the option and the verdict


def as_quote(question: Question) -> list[Content]:
    """Return the quotes of a question as ``Content``."""
    return [quote_items(passage)[0].words for passage in question.passages]


def test_every_quote_of_the_bank_is_the_articles_own_words(builtin: Bank) -> None:
    articles = {source.id: (builtin.packs[0].root / source.file).read_bytes() for source in builtin.sources}
    compared = 0
    for one in builtin.questions:
        for passage, shown in zip(one.passages, as_quote(one), strict=True):
            text = articles[passage.source.id].decode("utf-8-sig")
            assert shown.plain == " [...] ".join(text[part.start : part.end] for part in passage.parts), one.id
            compared += 1
    assert compared >= len(builtin.questions) > 0


def test_every_highlight_of_the_bank_is_marked_and_nothing_else_is(builtin: Bank) -> None:
    for one in builtin.questions:
        for passage, shown in zip(one.passages, as_quote(one), strict=True):
            lit = [shown.plain[span.start : span.end] for span in shown.spans if "bold" in str(span.style)]
            assert lit == [passage.source.words(span) for span in passage.highlights], one.id


def test_every_question_of_the_bank_shows_its_answer_or_says_how_it_follows(builtin: Bank) -> None:
    for one in builtin.questions:
        assert any(passage.highlights for passage in one.citations) or one.explanation, one.id


async def test_a_long_proof_can_be_scrolled_to_its_end_without_leaving_the_verdict(bank: Bank) -> None:
    async with playing(bank, size=(40, 12)) as player:
        await player.press("p")
        await player.answer()
        assert "✓ Right  +100" in player.shown
        seen = await scrolled_through(player)
        assert "Undated article · undated · ¶ 1" in seen
        assert player.game.phase == "explaining"


async def scrolled_through(player: Player) -> str:
    await player.burst(*["pagedown"] * 10)
    return player.prose
