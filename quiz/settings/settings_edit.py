"""Changes one setting in the text of a settings file. No other character changes, comments included.

A library that preserves comments would do less. ruamel.yaml rewrites the whole file: CRLF, indentation and spaces of
unchanged lines are lost, and ``False`` becomes ``false``. It would also be one more dependency, which takes 25 ms to
import. The edits below share code with `quiz check --fix`, and are imported only when a setting changes.
"""

from quiz.author.yaml_edits import Edit, apply_edits
from quiz.author.yaml_scalar import inline
from quiz.bank.yaml_nodes import Node, parse_yaml

_INDENT = "  "


def with_value(text: str, name: str, value: str) -> str:
    """The text with a new value of a setting."""
    root = _root(text)
    node = root.step(name) if root is not None else None
    return _added(text, f"{name}: {inline(value)}\n") if node is None else apply_edits(text, [_replaced(node, value)])


def with_key(text: str, name: str, keys: str | None) -> str:
    """The text with new keys of a binding, or without the binding if ``keys`` is None."""
    root = _root(text)
    bindings = root.step("keys") if root is not None else None
    entry = f"{inline(name)}: {inline(keys)}\n" if keys is not None else ""
    if bindings is None:
        return _added(text, f"keys:\n{_INDENT}{entry}") if entry else text
    current = bindings.value if isinstance(bindings.value, dict) else {}
    if current and text[bindings.start] == "{":
        return apply_edits(text, [_in_braces(bindings, current, name, keys)])
    if name in current:
        edit = _removed(text, bindings, name) if keys is None else _replaced(current[name], keys)
        return apply_edits(text, [edit])
    if not entry:
        return text
    if not current:
        return apply_edits(text, [Edit(bindings.start, bindings.end, f"\n{_INDENT}{entry.rstrip()}")])
    first = _start_of(text, bindings, next(iter(current)))
    indent = text[text.rfind("\n", 0, first) + 1 : first]
    return apply_edits(text, [Edit(first, first, f"{entry}{indent}")])


def _root(text: str) -> Node | None:
    return parse_yaml(text, "")[0]


def _added(text: str, lines: str) -> str:
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{lines}"


def _replaced(node: Node, value: str) -> Edit:
    """The edit that replaces a value, which may be empty."""
    return Edit(node.start, node.end, inline(value) if node.end > node.start else f" {inline(value)}")


def _in_braces(bindings: Node, current: dict[str, Node], name: str, keys: str | None) -> Edit:
    """The edit that rewrites a mapping of bindings in braces."""
    changed = {other: node.value for other, node in current.items() if isinstance(node.value, str)} | {name: keys}
    pairs = (
        f"{inline(binding, in_flow=True)}: {inline(value, in_flow=True)}"
        for binding, value in changed.items()
        if value is not None
    )
    return Edit(bindings.start, bindings.end, f"{{{', '.join(pairs)}}}")


def _removed(text: str, bindings: Node, name: str) -> Edit:
    """The edit that removes a binding's line. Removing the last binding leaves an empty mapping."""
    if isinstance(bindings.value, dict) and len(bindings.value) == 1:
        return Edit(bindings.start, bindings.end, "{}")
    start = text.rfind("\n", 0, _start_of(text, bindings, name)) + 1
    end = text.find("\n", bindings.at(name).end)
    return Edit(start, len(text) if end < 0 else end + 1, "")


def _start_of(text: str, bindings: Node, name: str) -> int:
    """The position where the name of a binding begins."""
    line, column = bindings.keys[name]
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1
