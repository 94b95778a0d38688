"""A question that was asked, in one line of a list: what became of it, its points, its prompt."""

from textual.content import Content
from textual.widgets.option_list import Option

from quiz.bank.question import Question
from quiz.game.game import Verdict
from quiz.tui import text


def verdict_row(question: Question, verdict: Verdict) -> Option:
    """The row of a question with its verdict."""
    style = text.COLOURS.get(verdict.outcome, "$text-warning")
    sign = Content.styled(f"{text.SIGNS[verdict.outcome]} {text.points(verdict):>4}  ", style)
    return Option(sign + text.plain(question.prompt))
