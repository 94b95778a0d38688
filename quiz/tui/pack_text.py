"""The one way from the bank's text to the screen: it becomes ``Content`` and is never read as markup."""

from collections.abc import Iterable
from itertools import pairwise

from rich.text import Text
from textual.content import Content

from quiz.bank.citation import citation_line
from quiz.bank.printable import printable
from quiz.bank.problem import Problem
from quiz.bank.question import Passage, Question
from quiz.bank.source import Source, Span
from quiz.game import phrases
from quiz.game.game import Verdict
from quiz.game.phrases import counted as counted
from quiz.game.phrases import ordinal as ordinal
from quiz.game.phrases import points as points
from quiz.game.phrases import short_time as short_time
from quiz.game.phrases import signed as signed

MUTED = "$foreground 68%"
"""A quieter tone for what is read second."""
CARRIES = "bold $text-accent underline"
"""The words of a quote that carry the answer."""
SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "skipped": "–", "timed out": "!"}
COLOURS = {"right": "$text-success", "partly": "$text-warning", "wrong": "$text-error"}
"""Only ever beside a sign and a word."""


def plain(text: str, style: str = "") -> Content:
    """Text of a pack as it is, in one style."""
    return Content.styled(printable(text), style) if style else Content(printable(text))


def cell(words: str, style: str = "") -> Text:
    """Text of a pack as it is, for a cell of a table: those take no ``Content``. What has no room is cut."""
    return Text(printable(words), style=style, no_wrap=True, overflow="ellipsis", end="")


def problem(found: Problem) -> Content:
    """A problem: a sign and a word, what is wrong, where, and what to do about it."""
    sign, style = ("✗", "$text-error") if found.is_error else ("!", "$text-warning")
    said = Content.styled(f"{sign} {found.rule.severity}  ", f"bold {style}") + plain(found.message)
    hint = plain(f"  {found.hint}", "italic") if found.hint else Content("")
    return said + hint + plain(f"  {found.place} {found.rule.code} {found.rule.name}", MUTED)


def quote(passage: Passage) -> Content:
    """A quote in the article's own characters, the words that carry the answer highlighted."""
    parts = [marked(passage.source, part, ((span, CARRIES) for span in passage.highlights)) for part in passage.parts]
    return Content.styled(" [...] ", "dim").join(parts)


def marked(source: Source, within: Span, marks: Iterable[tuple[Span, str]]) -> Content:
    """Some characters of an article with marks on them; where two marks meet, the earlier in the list wins."""
    style_of: dict[Span, str] = {}
    for span, style in marks:
        style_of.setdefault(span, style)
    edges = sorted({within.start, within.end, *(edge for span in style_of for edge in (span.start, span.end))})
    pieces: list[Content] = []
    for start, end in pairwise(edge for edge in edges if within.start <= edge <= within.end):
        piece = Span(start, end)
        style = next((style for span, style in style_of.items() if span.overlaps(piece)), "")
        pieces.append(plain(source.words(piece), style))
    return Content("").join(pieces)


def citation(passage: Passage) -> Content:
    """The line under a quote."""
    return Content.styled(citation_line(passage), MUTED)


def according_to(source: Source) -> Content:
    """Which source a question follows, as it stands above the prompt."""
    return Content.styled(phrases.according_to(source), f"{MUTED} italic")


def draft(question: Question) -> Content:
    """What a draft is marked with: that it has no source, or, where it cites one already, what it is."""
    return Content.styled(phrases.draft_label(question), "bold $text-warning")


def verdict_line(verdict: Verdict, run: int, lives: int | None = None) -> Content:
    """What became of a question, in a sign, a word and points; and the run of right answers it belongs to.

    Where a game is played for ``lives``, what is left of them stands in the place of points.
    """
    style = COLOURS.get(verdict.outcome, "$text-warning")
    stake = points(verdict)
    if lives is not None:
        stake = "" if verdict.outcome == "right" else phrases.lives_left(lives)
    line = f"{SIGNS[verdict.outcome]} {phrases.OUTCOME_NAMES[verdict.outcome]}  {stake}".rstrip()
    said = Content.styled(line, f"bold {style}")
    row = phrases.streak_text(run)
    return said + Content.styled(f"   {row}", "$text-accent") if row else said
