"""The model of a question: properties computed from its parts."""

from quiz.bank.source import Span
from tests.bank.pack_folder import ARTICLE, PackFolder, citation, question


def test_a_passage_shows_the_articles_words_and_where_some_are_left_out(pack: PackFolder) -> None:
    pack.questions(question(citations=[citation("\"It's not reshoots [...] McShane said")], explanation="So."))
    [passage] = pack.read().questions[0].passages
    assert passage.words == "“It’s not reshoots [...] McShane said"
    assert passage.paragraph == 3
    assert passage.span == Span(ARTICLE.index("“It’s"), ARTICLE.index(" The budget") - 1)


def test_a_questions_passages_are_those_of_its_disputes_too_its_sources_are_not(pack: PackFolder) -> None:
    other = citation("opens in theaters")
    pack.questions(question(citations=[citation(), other], disputes=[{"answer": "It", "citation": other}]))
    [one] = pack.read().questions
    assert [passage.words for passage in one.passages] == [
        "Len Wiseman directs Ballerina",
        "opens in theaters",
        "opens in theaters",
    ]
    assert one.sources == ("review",)
    assert one.key == "pack/director"
    assert one.options == ("Len Wiseman", "Chad Stahelski", "Derek Kolstad")
