"""Reading a settings file: what of it is good counts, and all that is wrong is said in a line each."""

from collections.abc import Callable
from typing import Any, get_args

import msgspec

from quiz.bank.entry_parser import nearest_word
from quiz.bank.printable import printable
from quiz.bank.problem import Problem
from quiz.bank.yaml_nodes import Node, parse_yaml
from quiz.bank.yaml_rules import YAML_FEATURE
from quiz.game.modes import LEAST_SECONDS, MOST_QUESTIONS, MOST_SECONDS
from quiz.game.option_order import Order
from quiz.settings.settings import Settings
from quiz.settings.validators import SettingsProblem, Validators

_LONGEST = 40
"""Characters of a wrong value that are shown."""
_TRUTH = {"true": True, "false": False}


class BadValueError(Exception):
    """A setting cannot have this value; the message says what it can have."""


def read_settings(text: str, file: str, known: Validators) -> tuple[Settings, list[SettingsProblem]]:
    """The settings of a file, as far as they are good, and everything that is wrong with the others."""
    root, problems = parse_yaml(text, file)
    flaws = [_told(problem) for problem in problems]
    if root is None or flaws or root.value is None:
        return Settings(), flaws
    if not isinstance(root.value, dict):
        return Settings(), [SettingsProblem(file, root.line, "Settings are lines with a key, a colon and a value.")]
    good: dict[str, Any] = {}
    for key, node in root.value.items():
        if key not in READERS:
            message = f"The key {_shown(key)} is not known. {_nearest(key, tuple(READERS))}"
            flaws.append(SettingsProblem(file, root.keys[key][0], message))
        elif key == "keys":
            good[key], wrong = _keys(node, file, known)
            flaws += wrong
        elif node.value is not None:
            try:
                good[key] = READERS[key](node.value, known)
            except BadValueError as error:
                flaws.append(SettingsProblem(file, node.line, f"{key}: {error}"))
    return msgspec.structs.replace(Settings(), **good), sorted(flaws, key=lambda flaw: flaw.line)


def _keys(node: Node, file: str, known: Validators) -> tuple[dict[str, str], list[SettingsProblem]]:
    """The keys that bindings are to have; those that are wrong are left out."""
    if node.value is None:
        return {}, []
    if not isinstance(node.value, dict):
        said = "keys: Write one binding and its keys a line below it, as `app.help: f1`."
        return {}, [SettingsProblem(file, node.line, said)]
    wanted = {name: one.value for name, one in node.value.items() if isinstance(one.value, str)}
    wrong = dict.fromkeys(node.value.keys() - wanted.keys(), "Write a key, or several with commas, as `f1, h`.")
    wrong |= known.wrong_keys(wanted)
    flaws = [
        SettingsProblem(file, node.value[name].line, f"keys: {_named(name)}: {said}") for name, said in wrong.items()
    ]
    return {name: keys for name, keys in wanted.items() if name not in wrong}, flaws


def _told(problem: Problem) -> SettingsProblem:
    message = f"{problem.message} {problem.hint}".strip()
    if problem.rule is YAML_FEATURE:
        message = "Anchors, aliases, tags, merge keys and several documents are not used here."
    return SettingsProblem(problem.place.file, problem.place.line, message)


# Each value by itself, from a file or the command line


def _theme(value: object, known: Validators) -> str:
    return _one_of(value, known.themes) if known.themes else _word(value)


def _questions(value: object, _: Validators) -> int | str:
    if value == "all":
        return "all"
    return _number(value, 1, MOST_QUESTIONS, ", or all")


def _seconds(value: object, _: Validators) -> int:
    return _number(value, LEAST_SECONDS, MOST_SECONDS)


def _truth(value: object, _: Validators) -> bool:
    word = _word(value).lower()
    if word not in _TRUTH:
        raise BadValueError(f"It is {_shown(word)}; write true or false.")
    return _TRUTH[word]


def _order(value: object, _: Validators) -> str:
    return _one_of(value, get_args(Order))


READERS: dict[str, Callable[[object, Validators], Any]] = {
    "theme": _theme, "questions": _questions, "seconds": _seconds, "animation": _truth, "timer": _truth,
    "options": _order, "keys": lambda value, _: value,
}  # fmt: skip
"""What each key of the file is read by.

Raises:
    BadValueError: the value is none that the key can have.
"""


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise BadValueError("Write one value, not a list or a mapping.")
    return value


def _one_of(value: object, choices: tuple[str, ...]) -> str:
    word = _word(value)
    if word not in choices:
        raise BadValueError(f"{_shown(word)} is none of them. {_nearest(word, choices)}")
    return word


def _number(value: object, least: int, most: int, more: str = "") -> int:
    word = _word(value)
    if not (word.isascii() and word.isdigit() and len(word) < 9 and least <= int(word) <= most):
        raise BadValueError(f"It is {_shown(word)}; write a number from {least} to {most}{more}.")
    return int(word)


def _nearest(word: str, choices: tuple[str, ...]) -> str:
    likely = nearest_word(word, list(choices))
    return f"Did you mean {likely!r}?" if likely else f"Write one of: {', '.join(choices)}."


def _shown(word: str) -> str:
    return repr(_clipped(word))


def _named(word: str) -> str:
    """What a binding is called, in one line."""
    return _clipped(printable(word))


def _clipped(word: str) -> str:
    return word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
