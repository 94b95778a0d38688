"""No code compares the name of a kind: it uses the kind object, or a table with an entry for each kind."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import quiz
from quiz.author.json_schema import question_file
from quiz.bank.kinds.registry import DERIVED_KINDS, KINDS
from quiz.exchange.importable_kinds import IMPORTABLE_KINDS
from quiz.plain.answer_lines import PLAIN_KINDS
from quiz.tui.screens.question_form.kind_fields import KIND_FIELDS
from quiz.tui.widgets.kind_widgets import KIND_WIDGETS
from tests.kinds import toy

ROOT = Path(quiz.__file__).parent
NAMES = {"choice", "true-false", "multiple", "order"}


def branches(text: str) -> Iterator[int]:
    """Yield the lines of a module that compare something with the name of a kind."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare):
            compared = [one for side in (node.left, *node.comparators) for one in ast.walk(side)]
            if any(isinstance(one, ast.Constant) and one.value in NAMES for one in compared):
                yield node.lineno
        elif isinstance(node, ast.MatchValue) and isinstance(node.value, ast.Constant) and node.value.value in NAMES:
            yield node.value.lineno


def test_branches_are_detected() -> None:
    written = 'if one.kind == "order": pass\nif one.kind in ("choice", x): pass\nmatch k:\n  case "multiple": pass\n'
    assert list(branches(written)) == [1, 2, 4]


def test_no_module_branches_on_the_name_of_a_kind() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted(ROOT.rglob("*.py"))
        for line in branches(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_kind_is_registered_for_every_interface() -> None:
    assert set(KINDS) == NAMES | {toy.NAME}
    assert set(KIND_FIELDS) == set(KINDS)
    assert set(KIND_WIDGETS) == set(PLAIN_KINDS) == {*KINDS, *DERIVED_KINDS}
    assert set(IMPORTABLE_KINDS) == NAMES
    assert [name for name, kind in (KINDS | DERIVED_KINDS).items() if kind.name != name] == []


def test_a_derived_kind_is_nothing_that_can_be_written() -> None:
    assert set(DERIVED_KINDS) == {"proof"}
    assert DERIVED_KINDS.keys().isdisjoint(KINDS)
    assert "proof" not in json.dumps(question_file())
