"""Tests patch no private name and no constant of Quiz: what a test must vary is a parameter."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
HIDDEN = re.compile(r"_|[A-Z0-9_]+$")
"""How private names begin, and what constants look like."""
EXCEPT = {
    "tui/conftest.py": "Textual's own parsing and painting, which these tests do less often",
    "tui/test_painting.py": "Textual's own painting, which these tests count",
}


def patched_names(source: str) -> Iterator[tuple[int, str]]:
    """Each private name or constant that a test replaces, with its line."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name))):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        names = []
        if called in ("setattr", "delattr", "object"):  # monkeypatch.setattr, patch.object
            names = [word.rpartition(".")[2] for word in words[:1]]
        elif called == "patch":
            names = [word.rpartition(".")[2] for word in words[:1]]
        if called in ("object", "multiple"):
            names += [one.arg for one in node.keywords if one.arg]
        yield from ((node.lineno, name) for name in names if HIDDEN.match(name))


def test_no_private_name_and_no_constant_is_patched() -> None:
    patches = {
        str(path.relative_to(TESTS)): list(patched_names(path.read_text("utf-8"))) for path in TESTS.rglob("*.py")
    }
    assert {module: names for module, names in patches.items() if names and module not in EXCEPT} == {}
    assert [module for module in EXCEPT if not patches[module]] == []


@pytest.mark.parametrize(
    "source",
    [
        'monkeypatch.setattr(module, "_PATIENCE", 0)',
        'monkeypatch.setattr(module, "PAUSE", 0)',
        'monkeypatch.setattr("quiz.bank.load._cut", print)',
        'setattr(module, "_cut", print)',
        'patch.object(module, "_cut")',
        'patch("quiz.bank.load.MOST")',
        "patch.multiple(module, _cut=print)",
    ],
)
def test_a_patch_is_found_however_it_is_written(source: str) -> None:
    assert len(list(patched_names(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'monkeypatch.setattr(Path, "open", fail)',
        'monkeypatch.setenv("_X", "1")',
        "patch.multiple(sys, argv=[])",
        'monkeypatch.setattr("os.fsync", fail)',
    ],
)
def test_what_stands_for_the_outside_world_is_allowed(source: str) -> None:
    assert list(patched_names(source)) == []
