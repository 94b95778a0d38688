"""A question in lines, and what is meant by the line that is typed under it."""

from math import ceil

from quiz.bank.question import Question
from quiz.game.events import Answer, Skip, Stop
from quiz.game.game import Game
from quiz.game.grading import is_answer
from quiz.game.phrases import according_to, draft_label, spoken_time
from quiz.plain.answer_lines import PLAIN_KINDS

SKIP, LEAVE = "s", "q"
GO_ON = f"Enter to go on, {LEAVE} to leave: "
ONLY_ENTER = f"Only Enter goes on; {LEAVE} leaves."
"""What is said to whatever else is typed under a verdict: an answer to a question that nobody has read, say."""


def question_lines(game: Game) -> list[str]:
    """The open question of a game: its place, what it is about, the prompt, the options with their numbers."""
    asked = game.question
    if asked is None:
        return []
    of = "" if game.setup.mode.endless else f" of {len(game.questions)}"
    head = [f"Question {game.index + 1}{of}."]
    if asked.draft:
        head.append(f"{draft_label(asked).capitalize()}.")
    head.append(f"{asked.topic}, {asked.difficulty}.")
    if game.setup.mode.timed_questions and game.allowance is not None:
        head.append(f"{spoken_time(ceil(game.allowance))} to answer.")
    lines = ["", " ".join(head)]
    if asked.according_to is not None:
        lines.append(according_to(asked.according_to))
    instruction = PLAIN_KINDS[asked.kind].instruction
    options = [f"{number}. {option}" for number, option in enumerate(game.options, start=1)]
    return [*lines, asked.prompt, *([instruction] if instruction else []), *options]


def prompt_for(question: Question) -> str:
    """What stands before the place where the answer is typed."""
    return f"{PLAIN_KINDS[question.kind].prompt(question)}, {SKIP} to skip, {LEAVE} to leave: "


def hint_for(question: Question) -> str:
    """What can be typed."""
    return f"{PLAIN_KINDS[question.kind].hint(question)}; {SKIP} skips, {LEAVE} leaves."


def meant(line: str, game: Game) -> Answer | Skip | Stop | None:
    """What a line says to the open question of a game; None where it says nothing that can be done."""
    asked, typed = game.question, line.strip()
    if typed.lower() == LEAVE:
        return Stop()
    if typed.lower() == SKIP:
        return Skip(game.index)
    chosen = None if asked is None else PLAIN_KINDS[asked.kind].read(typed, game.options)
    if asked is None or chosen is None or not is_answer(asked, chosen):
        return None
    return Answer(game.index, chosen)
