"""A question that was asked, in one line of a list: what became of it, its points, its prompt."""

from textual.content import Content
from textual.widgets.option_list import Option

from quiz.bank.question import Question
from quiz.game.game import Verdict
from quiz.tui import pack_text


def verdict_row(question: Question, verdict: Verdict, *, with_points: bool = True) -> Option:
    """The row of a question with its verdict; without points where answers of several games stand together."""
    style = pack_text.COLOURS.get(verdict.outcome, "$text-warning")
    points = f" {pack_text.points(verdict):>4}" if with_points else ""
    sign = Content.styled(f"{pack_text.SIGNS[verdict.outcome]}{points}  ", style)
    return Option(sign + pack_text.plain(question.prompt))
