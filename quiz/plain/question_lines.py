"""A question in lines, and what is meant by the line that is typed under it."""

import re
from math import ceil
from typing import NamedTuple

from quiz.bank.question import Pick, Question
from quiz.game.events import Answer, Skip, Stop
from quiz.game.game import Game, is_answer
from quiz.game.phrases import ALL_THAT_APPLY, according_to, draft, time_spoken

SKIP, LEAVE = "s", "q"
GO_ON = f"Enter to go on, {LEAVE} to leave: "
ONLY_ENTER = f"Only Enter goes on; {LEAVE} leaves."
"""What is said to whatever else is typed under a verdict: an answer to a question that nobody has read, say."""


class Way(NamedTuple):
    """How a kind of question is answered in a line; ``{last}`` is the number of its last option."""

    told: str
    """What stands above the options."""
    prompt: str
    hint: str
    """What can be typed, for whoever typed something else."""


WAYS: dict[Pick, Way] = {
    "one": Way("", "Answer (1 to {last})", "Type one number from 1 to {last}"),
    "some": Way(
        ALL_THAT_APPLY,
        "Answers (1 to {last}, with spaces)",
        "Type the numbers of all that apply, from 1 to {last}, with spaces between them",
    ),
    "order": Way(
        "Put all of them in order.",
        "Order (all of 1 to {last}, with spaces)",
        "Type every number from 1 to {last} once, in the right order, with spaces between them",
    ),
}
"""By how a question is answered."""


def question_lines(game: Game) -> list[str]:
    """The open question of a game: its place, what it is about, the prompt, the options with their numbers."""
    asked = game.question
    if asked is None:
        return []
    of = "" if game.setup.mode.endless else f" of {len(game.questions)}"
    head = [f"Question {game.index + 1}{of}."]
    if asked.draft:
        head.append(f"{draft(asked).capitalize()}.")
    head.append(f"{asked.topic}, {asked.difficulty}.")
    if game.setup.mode.limited and game.allowance is not None:
        head.append(f"{time_spoken(ceil(game.allowance))} to answer.")
    lines = ["", " ".join(head)]
    if asked.according_to is not None:
        lines.append(according_to(asked.according_to))
    told = WAYS[asked.pick].told
    options = [f"{number}. {option}" for number, option in enumerate(game.options, start=1)]
    return [*lines, asked.prompt, *([told] if told else []), *options]


def prompt_for(question: Question) -> str:
    """What stands before the place where the answer is typed."""
    said = WAYS[question.pick].prompt.format(last=len(question.options))
    return f"{said}, {SKIP} to skip, {LEAVE} to leave: "


def hint_for(question: Question) -> str:
    """What can be typed."""
    said = WAYS[question.pick].hint.format(last=len(question.options))
    return f"{said}; {SKIP} skips, {LEAVE} leaves."


def meant(line: str, game: Game) -> Answer | Skip | Stop | None:
    """What a line says to the open question of a game; None where it says nothing that can be done."""
    asked, typed = game.question, line.strip().lower()
    if typed == LEAVE:
        return Stop()
    if typed == SKIP:
        return Skip(game.index)
    places = {str(number): place for place, number in enumerate(range(1, len(game.options) + 1))}
    numbers = re.split(r"[\s,;]+", typed.strip(",;"))
    if asked is None or not all(number in places for number in numbers):
        return None
    chosen = [places[number] for number in numbers]
    if asked.pick == "some":
        chosen.sort()  # kept as they are shown, in whatever order they are named
    options = tuple(game.options[place] for place in chosen)
    return Answer(game.index, options) if is_answer(asked, options) else None
