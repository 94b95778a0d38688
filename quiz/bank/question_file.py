"""Question files: their questions as YAML nodes, also where a file is not YAML as a whole."""

from pathlib import Path
from typing import NamedTuple

from quiz.bank.entry_parser import read_list
from quiz.bank.files import FILE_TOO_LARGE
from quiz.bank.partial_parse import split_items
from quiz.bank.problem import Problem
from quiz.bank.yaml_nodes import Node, ValueLimit, parse_yaml


class QuestionFile(NamedTuple):
    """A question file as YAML: its questions are nodes, which nobody has read yet."""

    topic: str | None
    """That of the questions which have none of their own, if the file says so."""
    nodes: list[Node]
    problems: list[Problem]
    """What is wrong with the file, rather than with a question."""
    unreadable: tuple[Node, ...] = ()
    """The questions that are not YAML: of them, only their first lines are known."""


def parse_question_file(text: str, file: str) -> QuestionFile:
    """Parse a question file; what is not YAML in one question stays in that question."""
    root, problems = parse_yaml(text, file)
    if root is not None:
        nodes, more = read_list(root, "questions", ("topic",), file)
        return QuestionFile(root.text("topic"), nodes, problems + more)
    if not problems or problems[-1].rule is FILE_TOO_LARGE:
        return QuestionFile(None, [], problems)
    items = _parse_one_by_one(text, file)
    return items if items.problems else items._replace(problems=problems)


def _parse_one_by_one(text: str, file: str) -> QuestionFile:
    """Parse a file that is not YAML as a whole.

    What the parser said of the whole file is dropped: it reports an open quotation mark in a later question.
    """
    nodes: list[Node] = []
    unreadable: list[Node] = []
    found: list[Problem] = []
    rest = text.splitlines(keepends=True)
    allowance = ValueLimit()
    for line, chunk in split_items(text, "questions"):
        root, problems = parse_yaml(chunk, file, first_line=line, allowance=allowance)
        found += problems
        if allowance.left <= 0:
            break
        if root is not None and isinstance(root.value, list):
            nodes += root.value
        else:
            unreadable.append(Node({}, line, 1))
        count = len(chunk.splitlines())
        rest[line - 1 : line - 1 + count] = ["\n"] * count
    root, problems = parse_yaml("".join(rest), file)
    return QuestionFile(root.text("topic") if root else None, nodes, [*problems, *found], tuple(unreadable))


def topic_by_name(path: Path) -> str:
    """The topic of a question file that has no ``topic:``, in characters that can be written."""
    name = path.stem.encode("utf-8", "replace").decode()
    return name.replace("-", " ").replace("_", " ").capitalize()
