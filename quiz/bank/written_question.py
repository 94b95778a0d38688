"""A question with its YAML: what an author wrote, and what was read from it."""

from typing import NamedTuple

from quiz.bank.problem import Place, Problem
from quiz.bank.question import Question
from quiz.bank.suppression import Suppression
from quiz.bank.yaml_nodes import Node


class WrittenQuestion(NamedTuple):
    """One entry under ``questions:``, valid or not."""

    node: Node
    """The entry, with the line and column of every key and value. Empty if it is not YAML."""
    place: Place
    question: Question | None = None
    """The question; None if the entry is not valid. It may have errors."""
    problems: tuple[Problem, ...] = ()
    """The problems that loading found."""
    suppressions: tuple[Suppression, ...] = ()
    """Its entries under ``silence:``."""

    @property
    def id(self) -> str | None:
        """Its id, if it has one."""
        return self.node.text("id")

    @property
    def is_valid(self) -> bool:
        """Whether it can be played."""
        return (
            self.question is not None
            and not self.node.has_problems
            and not any(problem.is_error for problem in self.problems)
        )
