"""The lines of a question, and what the player types in reply."""

from math import ceil

from quiz.bank.question import Question
from quiz.game.events import Answer, Skip, Stop
from quiz.game.game import Game
from quiz.game.grading import is_answer
from quiz.game.phrases import according_to, draft_label, spoken_time
from quiz.game.reaction import REASONS
from quiz.plain.answer_lines import PLAIN_KINDS

SKIP, LEAVE = "s", "q"
CONTINUE_PROMPT = f"Enter to continue, + or - to rate it, {LEAVE} to leave: "
CONTINUE_HINT = (
    f"Press Enter to continue, or type {LEAVE} to leave. "
    f"+ says that you like the question, - that you do not; {', '.join(f'- {reason}' for reason in REASONS)} say why."
)
"""Printed if anything else is typed after a verdict, such as an answer to the next question, not yet asked."""


def question_lines(game: Game, difficulty: str | None = None) -> list[str]:
    """Return the lines of the current question: number, topic, difficulty, prompt and numbered options.

    ``difficulty`` is how hard it is, if not as its author says.
    """
    asked = game.question
    if asked is None:
        return []
    total = "" if game.setup.mode.endless else f" of {len(game.questions)}"
    head = [f"Question {game.index + 1}{total}."]
    if not game.setup.scored:
        head.append("Practice.")
    if asked.draft:
        head.append(f"{draft_label(asked).capitalize()}.")
    head.append(f"{asked.topic}, {difficulty or asked.difficulty}.")
    if game.setup.mode.timed_questions and game.allowance is not None:
        head.append(f"{spoken_time(ceil(game.allowance))} to answer.")
    lines = ["", " ".join(head)]
    if asked.according_to is not None:
        lines.append(according_to(asked.according_to))
    instruction = PLAIN_KINDS[asked.kind].instruction
    options = [f"{number}. {option}" for number, option in enumerate(game.options, start=1)]
    return [*lines, asked.prompt, *([instruction] if instruction else []), *options]


def prompt_for(question: Question) -> str:
    """Return the input prompt of a question."""
    return f"{PLAIN_KINDS[question.kind].prompt(question)}, {SKIP} to skip, {LEAVE} to leave: "


def hint_for(question: Question) -> str:
    """Return the line that is printed after invalid input."""
    return f"{PLAIN_KINDS[question.kind].hint(question)}; {SKIP} skips, {LEAVE} leaves."


def parse_line(line: str, game: Game) -> Answer | Skip | Stop | None:
    """Convert a typed line to an event for the open question; None if the line is invalid."""
    asked, typed = game.question, line.strip()
    if typed.lower() == LEAVE:
        return Stop()
    if typed.lower() == SKIP:
        return Skip(game.index)
    chosen = None if asked is None else PLAIN_KINDS[asked.kind].read(typed, game.options)
    if asked is None or chosen is None or not is_answer(asked, chosen):
        return None
    return Answer(game.index, chosen)
