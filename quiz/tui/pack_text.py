"""Turns text from packs into ``Content``. It is never parsed as markup, and control characters are removed."""

from collections.abc import Iterable
from itertools import pairwise

from rich.text import Text
from textual.content import Content

from quiz.bank.citation import citation_line, date_in_words
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
"""The style of secondary text."""
HIGHLIGHT = "bold $text-accent underline"
"""The style of the words in a quote that carry the answer."""
SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "skipped": "–", "timed out": "!"}
COLOURS = {"right": "$text-success", "partly": "$text-warning", "wrong": "$text-error"}
"""The colour of each outcome. Always used with a sign and a word, so that nobody depends on the colour."""


def plain(text: str, style: str = "") -> Content:
    """Return text from a pack in one style."""
    return Content.styled(printable(text), style) if style else Content(printable(text))


def cell(text: str, style: str = "") -> Text:
    """Return text from a pack for a table cell, which takes no ``Content``. Text that is too long is cut."""
    return Text(printable(text), style=style, no_wrap=True, overflow="ellipsis", end="")


def problem(problem: Problem) -> Content:
    """Return a problem as severity, message, hint, place and rule."""
    sign, style = ("✗", "$text-error") if problem.is_error else ("!", "$text-warning")
    message = Content.styled(f"{sign} {problem.rule.severity}  ", f"bold {style}") + plain(problem.message)
    hint = plain(f"  {problem.hint}", "italic") if problem.hint else Content("")
    return message + hint + plain(f"  {problem.place} {problem.rule.code} {problem.rule.name}", MUTED)


def quote(passage: Passage) -> Content:
    """Return a quote in the article's own characters, with the words that carry the answer highlighted."""
    parts = [
        marked(passage.source, part, ((span, HIGHLIGHT) for span in passage.highlights)) for part in passage.parts
    ]
    return Content.styled(" [...] ", "dim").join(parts)


def marked(source: Source, within: Span, marks: Iterable[tuple[Span, str]]) -> Content:
    """Return a span of an article with styled marks. Where two marks overlap, the earlier in the list wins."""
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
    """Return the citation line below a quote."""
    return Content.styled(citation_line(passage), MUTED)


def article_title(source: Source) -> Content:
    """Return the name of an article with its publisher and date."""
    details = " · ".join(part for part in (source.publisher, date_in_words(source)) if part)
    return plain(source.name, "bold") + plain(f"  {details}", MUTED)


def according_to(source: Source) -> Content:
    """Return the line above a prompt that names the source the question follows."""
    return Content.styled(phrases.according_to(source), f"{MUTED} italic")


def draft(question: Question) -> Content:
    """Return the mark of a draft: that it has no source, or, if it has one, that it is a draft."""
    return Content.styled(phrases.draft_label(question), "bold $text-warning")


def verdict_line(verdict: Verdict, run: int, lives: int | None = None, *, with_points: bool = True) -> Content:
    """Return the verdict as a sign, a word and points, followed by the number of right answers in a row (``run``).

    In games with ``lives``, the remaining lives replace the points.
    """
    style = COLOURS.get(verdict.outcome, "$text-warning")
    stake = points(verdict) if with_points else ""
    if lives is not None:
        stake = "" if verdict.outcome == "right" else phrases.lives_left(lives)
    line = f"{SIGNS[verdict.outcome]} {phrases.OUTCOME_NAMES[verdict.outcome]}  {stake}".rstrip()
    content = Content.styled(line, f"bold {style}")
    if verdict.looked_up:
        content += Content.styled(f"   {phrases.LOOKED_UP}", MUTED)
    streak = phrases.streak_text(run)
    return content + Content.styled(f"   {streak}", "$text-accent") if streak else content
