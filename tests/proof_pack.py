"""A pack in which proofs are to be found: an article of several paragraphs, and questions that quote it."""

from pathlib import Path

from quiz.bank.bank import Bank
from tests.bank.pack_folder import PackFolder, entry, question

ARTICLE = """date 2024-12-09 Header of the review

Everybody talks about the ballerina. Some of it is even true.

Len Wiseman directs Ballerina. It opens in theaters on June 6, 2025. Nobody had hoped for an earlier season.

“It’s not reshoots, it’s new shoots,” Ian McShane said. The budget is a secret. So is the end.

Ana de Armas trained for four months. Her knees still know it. She would do it again.

The music is by two composers. One of them hums it at home. His cat has heard all of it.

It was shot in Prague. The snow was real. The swans were not.
"""
QUESTIONS = (
    question("director", citations=[{"source": "review", "quote": "Len Wiseman directs Ballerina"}]),
    question(
        "city",
        prompt="Where was it shot?",
        answer="Prague",
        distractors=["Budapest", "Rome"],
        explanation="Prague plays itself.",
        citations=[{"source": "review", "quote": "It was shot in Prague. The snow was real"}],
    ),
    question(
        "training",
        kind="true-false",
        prompt="Ana de Armas trained for half a year.",
        answer=False,
        distractors=...,
        citations=[{"source": "review", "quote": "trained for four months", "highlight": "four months"}],
    ),
)


def proof_pack(root: Path, *questions: object, article: str = ARTICLE) -> PackFolder:
    """Write a pack with questions about one article, by default those above."""
    folder = PackFolder(root)
    folder.article(article)
    header = [{"from": ARTICLE.splitlines()[0], "why": "header"}] if article == ARTICLE else []
    folder.write_sources_file(entry(text=article, label="Review", published="2024-12-09", off_limits=header))
    folder.questions(*(questions or QUESTIONS))
    return folder


def proof_bank(root: Path, *questions: object, article: str = ARTICLE) -> Bank:
    """Return the bank of such a pack."""
    return Bank((proof_pack(root, *questions, article=article).read(),))
