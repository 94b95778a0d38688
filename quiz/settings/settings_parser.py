"""Reading a settings file: good lines count, and each wrong one is a problem with its line."""

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
    """The settings of a file's text, and its problems in the order of their lines.

    ``defaults`` hold where the file says nothing or something wrong; their class declares the settings.
    """
    defaults = defaults or Settings()
    root, found = parse_yaml(text, file)
    problems = [_settings_problem(problem) for problem in found]
    if root is None or problems or root.value is None:
        return defaults, problems
    if not isinstance(root.value, dict):
        return defaults, [SettingsProblem(file, root.line, "Settings are lines with a key, a colon and a value.")]
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
    """The keys of bindings, without the wrong ones, and a problem for each of those."""
    if not isinstance(node.value, dict):
        message = f"{name}: Write one binding and its keys a line below it, as `app.help: f1`."
        return {}, [SettingsProblem(file, node.line, message)]
    keys = {binding: one.value for binding, one in node.value.items() if isinstance(one.value, str)}
    wrong = dict.fromkeys(node.value.keys() - keys.keys(), "Write a key, or several with commas, as `f1, h`.")
    wrong |= validators.wrong_keys(keys)
    problems = [
        SettingsProblem(file, node.value[binding].line, f"{name}: {clipped(printable(binding))}: {message}")
        for binding, message in wrong.items()
    ]
    return {binding: one for binding, one in keys.items() if binding not in wrong}, problems


def _settings_problem(problem: Problem) -> SettingsProblem:
    """A problem of the YAML parser, in one line."""
    message = f"{problem.message} {problem.hint}".strip()
    if problem.rule is YAML_FEATURE:
        message = "Anchors, aliases, tags, merge keys and several documents are not used here."
    return SettingsProblem(problem.place.file, problem.place.line, message)
