"""Parses a settings file. Valid lines are used; each invalid line gives a problem."""

from typing import Any

import msgspec

from quiz.bank.printable import printable
from quiz.bank.problem import Problem
from quiz.bank.yaml_nodes import Node, parse_yaml
from quiz.bank.yaml_rules import YAML_FEATURE
from quiz.settings.setting import (
    InvalidValueError,
    KeyBindings,
    clipped,
    declarations,
    parse_value,
    quoted,
    suggestion,
)
from quiz.settings.settings import Settings
from quiz.settings.validators import SettingsProblem, Validators


def read_settings(
    text: str, file: str, validators: Validators, defaults: Settings | None = None
) -> tuple[Settings, list[SettingsProblem]]:
    """The settings in a file's text, and its problems in the order of their lines.

    ``defaults`` apply to settings that are missing or invalid. Their class declares the settings.
    """
    defaults = defaults or Settings()
    root, yaml_problems = parse_yaml(text, file)
    problems = [_settings_problem(problem) for problem in yaml_problems]
    if root is None or problems or root.value is None:
        return defaults, problems
    if not isinstance(root.value, dict):
        return defaults, [SettingsProblem(file, root.line, "Write each setting as a key, a colon and a value.")]
    declared = declarations(type(defaults), validators.choices)
    values: dict[str, Any] = {}
    for name, node in root.value.items():
        if name not in declared:
            message = f"The key {quoted(name)} is not known. {suggestion(name, tuple(declared))}"
            problems.append(SettingsProblem(file, root.keys[name][0], message))
        elif node.value is None:
            continue
        elif isinstance(declared[name].values, KeyBindings):
            values[name], wrong = _keys(name, node, file, validators)
            problems += wrong
        else:
            try:
                values[name] = parse_value(declared[name], node.value)
            except InvalidValueError as error:
                problems.append(SettingsProblem(file, node.line, f"{name}: {error}"))
    return msgspec.structs.replace(defaults, **values), sorted(problems, key=lambda problem: problem.line)


def _keys(name: str, node: Node, file: str, validators: Validators) -> tuple[dict[str, str], list[SettingsProblem]]:
    """The valid keys of bindings, and a problem for each invalid one."""
    if not isinstance(node.value, dict):
        message = f"{name}: Write one binding and its keys a line below it, as `app.help: f1`."
        return {}, [SettingsProblem(file, node.line, message)]
    keys = {binding: child.value for binding, child in node.value.items() if isinstance(child.value, str)}
    wrong = dict.fromkeys(node.value.keys() - keys.keys(), "Write a key, or several with commas, as `f1, h`.")
    wrong |= validators.wrong_keys(keys)
    problems = [
        SettingsProblem(file, node.value[binding].line, f"{name}: {clipped(printable(binding))}: {message}")
        for binding, message in wrong.items()
    ]
    return {binding: key for binding, key in keys.items() if binding not in wrong}, problems


def _settings_problem(problem: Problem) -> SettingsProblem:
    """A problem of the YAML parser, in one line."""
    message = f"{problem.message} {problem.hint}".strip()
    if problem.rule is YAML_FEATURE:
        message = "Anchors, aliases, tags, merge keys and several documents are not supported."
    return SettingsProblem(problem.place.file, problem.place.line, message)
