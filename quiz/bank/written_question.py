"""A question as its author wrote it: where it is in its file, and what was read of it."""

from typing import NamedTuple

from quiz.bank.problem import Place, Problem
from quiz.bank.question import Question
from quiz.bank.suppression import Suppression
from quiz.bank.yaml_nodes import Node


class WrittenQuestion(NamedTuple):
    """One entry under ``questions:``, whether or not it can be played."""

    node: Node
    """The entry in its file, with the line and column of every key and value; empty where it is not YAML."""
    place: Place
    question: Question | None = None
    """What it says; None where that cannot be read. It may have errors."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with it, as far as loading looks."""
    suppressions: tuple[Suppression, ...] = ()
    """The warnings that its author suppresses."""

    @property
    def id(self) -> str | None:
        """Its id, if there is one."""
        return self.node.text("id")

    @property
    def is_valid(self) -> bool:
        """Whether it can be played."""
        return (
            self.question is not None
            and not self.node.has_problems
            and not any(problem.is_error for problem in self.problems)
        )
