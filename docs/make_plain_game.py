"""Writes the game line by line in the README: a question on which the sources disagree, played by the program."""

import re
from collections.abc import Iterable
from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.question import Question
from quiz.game.game import Setup
from quiz.game.modes import CLASSIC
from quiz.plain.plain_game import PlainGame
from quiz.records.session import new_session

PAGE = Path(__file__).parents[1] / "README.md"
_PART = re.compile(
    r"(<!-- begin game: python docs/make_plain_game\.py -->\n).*?(<!-- end -->)",
    re.DOTALL,
)
_LENGTH = 10


def page(text: str, bank: Bank) -> str:
    """The page with its game played anew."""
    game = "\n".join(played(bank))
    return _PART.sub(lambda found: f"{found[1]}```text\n{game}\n```\n{found[2]}", text)


def example(bank: Bank) -> Question:
    """The question with the fewest words that shows what an answer can come with.

    It names whom it follows, is explained, and another source's answer is among its wrong options, or at least
    beside it.
    """
    disputed = [one for one in bank.questions if one.kind == "choice" and one.disputes and one.explanation]
    if not disputed:
        raise ValueError("no question to choose from has an explanation and a dispute")

    def rank(question: Question) -> tuple[bool, bool, int]:
        offers_dispute = any(one.answer in question.distractors for one in question.disputes)
        quotes = (passage.words for passage in question.passages)
        words = (question.prompt, question.explanation or "", *question.options, *quotes)
        return question.according_to is None, not offers_dispute, sum(map(len, words))

    return min(disputed, key=rank)


def played(bank: Bank) -> list[str]:
    """The lines of the first question of a game, answered with the other source's answer or another wrong one."""
    asked = example(bank)
    others = [one for one in bank.questions if one.kind == "choice" and one is not asked]
    setup = Setup(mode=CLASSIC, seed="7", length=_LENGTH)
    script = _Script()
    session = new_session(setup, [asked, *others[: _LENGTH - 1]], None, lambda: script.now)
    wrong = next((one.answer for one in asked.disputes if one.answer in asked.distractors), asked.distractors[0])
    script.line = str(session.game.options.index(wrong) + 1)
    PlainGame(session, None, script).play()
    first = next(index for index, line in enumerate(script.lines) if line.startswith("Question "))
    last = next(index for index, line in enumerate(script.lines) if line.startswith("Score: "))
    return [line.replace("\u00a0", " ") for line in script.lines[first : last + 1]]


class _Script:
    """Line input and output: it types one line, and then the input ends."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: str | None = None
        self.now = 0.0

    def say(self, lines: Iterable[str]) -> None:
        self.lines += lines

    def ask(self, prompt: str, timeout: float | None = None) -> str | None:
        line, self.line = self.line, None
        if line is None:
            raise EOFError
        self.lines.append(prompt + line)
        self.now += 1.0
        return line

    def wait(self, seconds: float) -> None:
        self.now += max(0.0, seconds)


if __name__ == "__main__":
    bank = load_bank()
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), bank), encoding="utf-8")
    print(f"{PAGE}: {example(bank).id}")
