"""What imports what in ``quiz``: nothing imports itself by a roundabout way, and the app is one class."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from textual.app import App

import quiz
from quiz.tui.app import QuizApp

Graph = dict[str, set[str]]


def modules_in(package: Path) -> dict[str, Path]:
    """Every module of a package by its name; a package goes by the name of its folder."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def import_graph(package: Path) -> Graph:
    """What each module of a package imports of it, wherever the import stands: in a function, for types only."""
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
        graph[name] = imported & modules.keys() - {name}
    return graph


def cycle_in(graph: Graph) -> list[str]:
    """The names along a cycle, the first one again at the end; empty where there is none."""
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


def test_no_module_imports_itself_by_way_of_others() -> None:
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
def test_a_cycle_is_named_wherever_the_import_stands(tmp_path: Path, back: str) -> None:
    package = write_package(tmp_path / "toy", __init__="", a="from toy.b import B", b="import toy.c", c=back)
    assert sorted(set(cycle_in(import_graph(package)))) == ["toy.a", "toy.b", "toy.c"]


def test_a_package_counts_with_what_its_init_imports(tmp_path: Path) -> None:
    package = write_package(tmp_path / "toy", __init__="from toy.a import A", a="from toy import A")
    assert set(cycle_in(import_graph(package))) == {"toy", "toy.a"}


def test_the_app_is_one_class_over_textuals() -> None:
    assert [cls for cls in QuizApp.__mro__ if cls.__module__.startswith("quiz.")] == [QuizApp]
    assert QuizApp.__bases__ == (App[None].__origin__,)  # type: ignore[attr-defined]
