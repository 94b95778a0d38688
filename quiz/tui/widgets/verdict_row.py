"""An answered question as one row of a list: outcome, points and prompt."""

from textual.content import Content
from textual.widgets.option_list import Option

from quiz.bank.question import Question
from quiz.game.game import Verdict
from quiz.game.phrases import LOOKED_UP
from quiz.tui import pack_text


def verdict_row(question: Question, verdict: Verdict, *, with_points: bool = True) -> Option:
    """Return the row of a question with its verdict. Leave out points if the rows are from different games."""
    style = pack_text.COLOURS.get(verdict.outcome, "$text-warning")
    points = f" {pack_text.points(verdict):>4}" if with_points else ""
    sign = Content.styled(f"{pack_text.SIGNS[verdict.outcome]}{points}  ", style)
    looked_up = Content.styled(f"{LOOKED_UP} · ", pack_text.MUTED) if verdict.looked_up else Content("")
    return Option(sign + looked_up + pack_text.plain(question.prompt))
