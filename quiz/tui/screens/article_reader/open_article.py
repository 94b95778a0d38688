"""Opens the article reader from another screen."""

from typing import Any

from textual.app import App

from quiz.bank.bank import Bank
from quiz.bank.question import Passage
from quiz.bank.source import Source


def open_article(app: App[Any], place: Passage | Source, bank: Bank) -> None:
    """Open an article at a passage, or at its first sentence without a question; ``bank`` has its questions."""
    # Imported late: the reader imports code for authors, which a game does not need.
    from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen

    app.push_screen(ArticleReaderScreen(place, bank))
