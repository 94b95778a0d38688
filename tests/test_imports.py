"""The imports in ``quiz`` have no cycle, and the app is one class."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from textual.app import App

import quiz
from quiz.tui.app import QuizApp

Graph = dict[str, set[str]]


def modules_in(package: Path) -> dict[str, Path]:
    """Every module of a package by name; an ``__init__`` module has the name of its package."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def import_graph(package: Path) -> Graph:
    """The modules of a package that each of its modules imports, including imports in functions and for types only.

    Importing a module first runs the ``__init__`` of every package around it, so these count as imported, too.
    Packages around the importing module do not: they are being imported already, and may import their own modules.
    """
    modules = modules_in(package)
    graph: Graph = {}
    for name, path in modules.items():
        imported: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}:{node.lineno} imports by a relative name"
                base = node.module or ""
                full = {alias.name: f"{base}.{alias.name}" for alias in node.names}
                imported.update(full[one] if full[one] in modules else base for one in full)
        implicit = {parent for module in imported for parent in packages_of(module)} - packages_of(name)
        graph[name] = (imported | implicit) & modules.keys() - {name}
    return graph


def packages_of(name: str) -> set[str]:
    """The packages around a module: ``a`` and ``a.b`` for ``a.b.c``."""
    parts = name.split(".")
    return {".".join(parts[:count]) for count in range(1, len(parts))}


def cycle_in(graph: Graph) -> list[str]:
    """The names along a cycle, ending with the first name again; empty if there is no cycle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def write_package(folder: Path, **sources: str) -> Path:
    folder.mkdir()
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source, "utf-8")
    return folder


def test_there_is_no_import_cycle() -> None:
    graph = import_graph(Path(quiz.__file__).parent)
    assert len(graph) > 200
    assert " -> ".join(cycle_in(graph)) == ""


@pytest.mark.parametrize(
    "back",
    [
        "from toy.a import A",
        "from toy import a",
        "import toy.a",
        "def late():\n    from toy.a import A\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from toy.a import A\n",
    ],
)
def test_a_cycle_is_found_wherever_the_import_is(tmp_path: Path, back: str) -> None:
    package = write_package(tmp_path / "toy", __init__="", a="from toy.b import B", b="import toy.c", c=back)
    assert sorted(set(cycle_in(import_graph(package)))) == ["toy.a", "toy.b", "toy.c"]


def test_a_package_counts_with_what_its_init_imports(tmp_path: Path) -> None:
    package = write_package(tmp_path / "toy", __init__="from toy.a import A", a="from toy import A")
    assert set(cycle_in(import_graph(package))) == {"toy", "toy.a"}


def test_importing_a_module_imports_the_packages_around_it(tmp_path: Path) -> None:
    package = write_package(tmp_path / "toy", __init__="", screen="from toy.commands.play import play")
    commands = write_package(package / "commands", __init__="from toy.screen import screen", play="")
    assert set(cycle_in(import_graph(package))) == {"toy.commands", "toy.screen"}
    (commands / "__init__.py").write_text("from toy.commands import play", "utf-8")
    assert cycle_in(import_graph(package)) == []


def test_the_command_line_has_no_code_that_every_command_imports() -> None:
    """``quiz.cli`` is imported before each of its modules, so its ``__init__`` imports nothing."""
    assert import_graph(Path(quiz.__file__).parent)["quiz.cli"] == set()


def test_the_app_is_one_class_over_textuals() -> None:
    assert [cls for cls in QuizApp.__mro__ if cls.__module__.startswith("quiz.")] == [QuizApp]
    assert QuizApp.__bases__ == (App[None].__origin__,)  # type: ignore[attr-defined]
