"""Opens an article from another screen: for authors, with everything that is asked about it, or for players."""

from typing import Any

from textual.app import App

from quiz.bank.bank import Bank
from quiz.bank.question import Passage, Question
from quiz.bank.source import Source


def open_article(app: App[Any], place: Passage | Source, bank: Bank) -> None:
    """Open an article for an author, at a passage or at its first sentence without a question of ``bank``."""
    # Imported late: the reader imports code for authors, which a game does not need.
    from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen

    app.push_screen(ArticleReaderScreen(place, bank))


def read_proof(app: App[Any], question: Question) -> None:
    """Open the article that proves an answer, with the passages of this question and of no other.

    If the proof was to be found, it is the article in which that was.
    """
    from quiz.bank.kinds.registry import kind_of
    from quiz.tui.screens.article_reader.reading_screen import ReadingScreen

    article = kind_of(question).article(question)
    first = next((one for one in question.citations if one.source is article), question.citations[0])
    app.push_screen(ReadingScreen(first.source, question.passages, first=first))
