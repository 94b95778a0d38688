"""The lines of an article whose sentences can be pointed at: nothing is lost, and each sentence has its place."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.sentences import sentences
from quiz.bank.source import Span
from quiz.tui.widgets.article_layout import ArticleLayout
from tests.bank.pack_folder import source_of

TEXT = "One is first. Two is a longer second sentence. Three.\n\nFour  is\tfourth. Five."
WORDS = st.sampled_from(
    ["One", "two", "東京は", "Mr.", "end.", "So!", "“Three”", "a", "\x1b", "antidisestablishment", "\t"]
)
ARTICLES = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4).map("\n".join)


def shown(layout: ArticleLayout, sentence: int | None) -> str:
    """Return the text of a sentence, without spaces."""
    pieces = (piece.text for line in layout.lines for piece in line.pieces if piece.sentence == sentence)
    return "".join("".join(pieces).split())


def test_paragraphs_are_wrapped_with_their_numbers_and_empty_lines_between_them() -> None:
    layout = ArticleLayout(source_of(TEXT), (), 20, spaced=True)
    lines = ["".join(piece.text for piece in line.pieces) for line in layout.lines]
    assert lines == [
        "One is first. Two is",
        "a longer second",
        "sentence. Three.",
        "",
        "Four is fourth.",
        "Five.",
        "",
    ]
    assert [line.number for line in layout.lines] == [1, None, None, None, 2, None, None]
    assert [layout.rows_of(sentence) for sentence in range(5)] == [(0, 0), (0, 2), (2, 2), (4, 4), (5, 5)]
    assert layout.paragraph_starts == [0, 3]
    assert [layout.first_from(row) for row in (0, 1, 3, 5, 6)] == [0, 2, 3, 4, None]
    assert [layout.lines[0].sentence_at(column) for column in (-1, 0, 12, 14, 19, 20)] == [None, 0, 0, 1, 1, None]


def test_marks_are_where_their_spans_are() -> None:
    source = source_of(TEXT)
    span = Span(TEXT.index("longer"), TEXT.index(" sentence"))
    layout = ArticleLayout(source, [(span, "quote")], 20, spaced=False)
    marked = [piece.text for line in layout.lines for piece in line.pieces if "quote" in piece.marks]
    assert " ".join(marked) == "longer second"


@given(article=ARTICLES, width=st.integers(4, 40), spaced=st.booleans())
def test_every_sentence_is_on_the_lines_that_it_is_said_to_be_on(article: str, width: int, spaced: bool) -> None:
    source = source_of(article)
    layout = ArticleLayout(source, (), width, spaced=spaced)
    for number, (_, span) in enumerate(sentences(source)):
        words = "".join(source.words(span).replace("\x1b", "␛").split())
        assert shown(layout, number) == words
        first, last = layout.rows_of(number)
        on = [row for row, line in enumerate(layout.lines) if any(one.sentence == number for one in line.pieces)]
        assert on == list(range(first, last + 1))
    whole = "".join(shown(layout, number) for number in {p.sentence for line in layout.lines for p in line.pieces})
    assert len(whole) == sum(len("".join(source.words(one.span).split())) for one in source.paragraphs)
