"""Scripted input: a player who types given lines, and a clock that only moves as they type."""

from collections.abc import Iterable

from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import Question
from quiz.game.game import Setup, questions_of
from quiz.game.option_order import arrange
from quiz.plain.plain_game import PlainGame
from quiz.records.records import Records
from quiz.records.session import Session, new_session
from tests.tui.app_player import Clock, bank_of

Typed = tuple[str, float]
"""A line, and after how many seconds it is typed."""


class Script:
    """Line input and output: it stores what is printed, and types each line some seconds after its prompt."""

    def __init__(self, clock: Clock, *lines: Typed | str) -> None:
        """A line without seconds is typed one second after its prompt. After the last one the input ends."""
        self.clock = clock
        self.said: list[str] = []
        self._lines = [(line, 1.0) if isinstance(line, str) else line for line in lines]

    def say(self, lines: Iterable[str]) -> None:
        self.said += lines

    def ask(self, prompt: str, timeout: float | None = None) -> str | None:
        self.said.append(prompt)
        if not self._lines:
            raise EOFError
        line, after = self._lines.pop(0)
        if line == CTRL_C:
            raise KeyboardInterrupt
        if timeout is not None and after > timeout:
            self.clock.now += timeout
            self._lines.insert(0, (line, after - timeout))
            return None
        self.clock.now += after
        return line

    def wait(self, seconds: float) -> None:
        self.clock.now += max(0.0, seconds)

    @property
    def left(self) -> int:
        """How many lines nobody has asked for."""
        return len(self._lines)


CTRL_C = "\x03"


def typed(asked: Question, seed: str, *, right: bool = True) -> str:
    """The line that answers a question rightly or wrongly, whatever its kind."""
    kind = kind_of(asked)
    wrong = asked.answer[::-1] if kind.is_order else asked.distractors[:1] if kind.is_single else asked.distractors
    right_ones = asked.answer[:1] if kind.is_single else asked.answer
    options = arrange(asked, seed)
    return " ".join(str(options.index(option) + 1) for option in (right_ones if right else wrong))


class Table:
    """A plain game of questions, played by a script."""

    def __init__(
        self, setup: Setup, asked: Iterable[Question], *lines: Typed | str, records: Records | None = None
    ) -> None:
        bank = bank_of(asked)
        self.talk = Script(Clock(), *lines)
        questions = questions_of(setup, bank)
        self.session: Session = new_session(setup, questions, records, self.talk.clock)
        self.ended = PlainGame(self.session, records, self.talk).play()

    @property
    def outcomes(self) -> list[str]:
        return [verdict.outcome for verdict in self.session.game.verdicts]

    @property
    def said(self) -> list[str]:
        return self.talk.said
