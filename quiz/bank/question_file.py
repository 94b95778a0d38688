"""Parses a question file into YAML nodes, even if parts of the file are not valid YAML."""

from pathlib import Path
from typing import NamedTuple

from quiz.bank.entry_parser import read_list, read_texts
from quiz.bank.files import FILE_TOO_LARGE
from quiz.bank.partial_parse import split_items
from quiz.bank.problem import Problem
from quiz.bank.yaml_nodes import Node, ValueLimit, parse_yaml


class QuestionFile(NamedTuple):
    """A parsed question file. Its questions are nodes that are not yet read as entries."""

    topic: str | None
    """The default topic of its questions, if the file has one."""
    nodes: list[Node]
    problems: list[Problem]
    """The problems of the file, not of its questions."""
    unreadable: tuple[Node, ...] = ()
    """The questions that are not valid YAML. Only their first lines are known."""
    retired: tuple[str, ...] = ()
    """The ids of questions that the pack had earlier."""
    is_list_of_retired: bool = False
    """Whether the file has retired ids and no list of questions."""


def parse_question_file(text: str, file: str) -> QuestionFile:
    """Parse a question file. A syntax error in one question does not affect the others."""
    root, problems = parse_yaml(text, file)
    if root is not None:
        return _read_root(root, file, problems)
    if not problems or problems[-1].rule is FILE_TOO_LARGE:
        return QuestionFile(None, [], problems)
    items = _parse_one_by_one(text, file)
    return items if items.problems else items._replace(problems=problems)


def _parse_one_by_one(text: str, file: str) -> QuestionFile:
    """Parse the questions of a file one by one, because the file is not valid YAML.

    The problems of parsing the whole file are dropped, because the parser reports an open quotation mark only where a
    later question begins.
    """
    nodes: list[Node] = []
    unreadable: list[Node] = []
    problems: list[Problem] = []
    rest = text.splitlines(keepends=True)
    limit = ValueLimit()
    for line, chunk in split_items(text, "questions"):
        root, chunk_problems = parse_yaml(chunk, file, first_line=line, limit=limit)
        problems += chunk_problems
        if limit.remaining <= 0:
            break
        if root is not None and isinstance(root.value, list):
            nodes += root.value
        else:
            unreadable.append(Node({}, line, 1))
        count = len(chunk.splitlines())
        rest[line - 1 : line - 1 + count] = ["\n"] * count
    root, rest_problems = parse_yaml("".join(rest), file)
    topic = root.text("topic") if root else None
    retired = _retired(root, file)[0] if root else ()
    return QuestionFile(topic, nodes, [*rest_problems, *problems], tuple(unreadable), retired)


def _read_root(root: Node, file: str, problems: list[Problem]) -> QuestionFile:
    """The parts of a file that is valid YAML. ``problems`` are those of parsing it."""
    only_retired = root.find("retired") is not None and root.find("questions") is None
    nodes, more = read_list(root, "questions", ("topic",), file, lists=("retired",), required=not only_retired)
    retired, mistakes = _retired(root, file)
    found = [*problems, *more, *mistakes]
    return QuestionFile(root.text("topic"), nodes, found, retired=retired, is_list_of_retired=only_retired)


def _retired(root: Node, file: str) -> tuple[tuple[str, ...], list[Problem]]:
    items, problems = read_texts(root, "retired", file)
    return tuple(item.value for item in items if isinstance(item.value, str)), problems


def topic_by_name(path: Path) -> str:
    """The topic of a question file without ``topic:``, from its name, without characters that UTF-8 cannot encode."""
    name = path.stem.encode("utf-8", "replace").decode()
    return name.replace("-", " ").replace("_", " ").capitalize()
