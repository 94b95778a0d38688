"""The lines of a question, and what the player types in reply."""

from itertools import groupby
from math import ceil

from quiz.bank.kinds.registry import kind_of
from quiz.bank.proof_question import proving_article, sentence_text
from quiz.bank.question import Question
from quiz.bank.sentences import sentences
from quiz.game.events import Answer, LookUp, Skip, Stop
from quiz.game.game import Game
from quiz.game.grading import is_answer
from quiz.game.phrases import WORTH_HALF, according_to, article_name, draft_label, spoken_time
from quiz.game.reaction import REASONS
from quiz.plain.answer_lines import PLAIN_KINDS

SKIP, LEAVE, LOOK_UP = "s", "q", "l"
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
    article = kind_of(asked).article(asked)
    name = [f"The article: {article_name(article)}"] if article is not None else []
    return [*lines, asked.prompt, *([instruction] if instruction else []), *name, *options]


def prompt_for(question: Question, *, can_look_up: bool = False) -> str:
    """Return the input prompt of a question; ``can_look_up`` is whether the player may still look it up."""
    look_up = f", {LOOK_UP} to look it up" if can_look_up else ""
    return f"{PLAIN_KINDS[question.kind].prompt(question)}{look_up}, {SKIP} to skip, {LEAVE} to leave: "


def hint_for(question: Question) -> str:
    """Return the line that is printed after invalid input."""
    return f"{PLAIN_KINDS[question.kind].hint(question)}; {SKIP} skips, {LEAVE} leaves."


def looked_up_lines(game: Game) -> list[str]:
    """Return the article that proves the answer of the current question, a line for each paragraph.

    There are none unless the question is looked up.
    """
    if game.question is None or not game.is_looked_up:
        return []
    source = proving_article(game.question)
    by_paragraph = groupby(sentences(source), key=lambda one: one[0].number)  # without what is off limits
    paragraphs = (" ".join(sentence_text(source, span) for _, span in group) for _, group in by_paragraph)
    return [f"The article: {article_name(source)}", *paragraphs, f"{WORTH_HALF}."]


def parse_line(line: str, game: Game) -> Answer | LookUp | Skip | Stop | None:
    """Convert a typed line to an event for the open question; None if the line is invalid."""
    asked, typed = game.question, line.strip()
    if typed.lower() == LEAVE:
        return Stop()
    if typed.lower() == SKIP:
        return Skip(game.index)
    if typed.lower() == LOOK_UP and game.can_look_up:
        return LookUp(game.index)
    chosen = None if asked is None else PLAIN_KINDS[asked.kind].read(typed, game.options)
    if asked is None or chosen is None or not is_answer(asked, chosen):
        return None
    return Answer(game.index, chosen)
