"""Changes one setting in the text of a settings file; every other character, comments included, stays as it is.

A library that keeps comments does less here: ruamel.yaml writes the whole file anew, so that it loses CRLF, the
indentation and the spaces of lines that nobody changed, and ``False`` becomes ``false``. It would be one more
dependency that takes 25 ms to import. The edits below share their parts with `quiz check --fix` and are imported only
when a setting is changed.
"""

from quiz.author.yaml_edits import Edit, apply
from quiz.author.yaml_scalar import inline
from quiz.bank.yaml_nodes import Node, parse_yaml

_INDENT = "  "


def with_value(text: str, name: str, value: str) -> str:
    """The text with another value of a setting."""
    root = _root(text)
    node = root.step(name) if root is not None else None
    return _added(text, f"{name}: {inline(value)}\n") if node is None else apply(text, [_replaced(node, value)])


def with_key(text: str, name: str, keys: str | None) -> str:
    """The text with other keys of a binding; with None, without the binding."""
    root = _root(text)
    bindings = root.step("keys") if root is not None else None
    entry = f"{inline(name)}: {inline(keys)}\n" if keys is not None else ""
    if bindings is None:
        return _added(text, f"keys:\n{_INDENT}{entry}") if entry else text
    known = bindings.value if isinstance(bindings.value, dict) else {}
    if known and text[bindings.start] == "{":
        return apply(text, [_in_braces(bindings, known, name, keys)])
    if name in known:
        edit = _removed(text, bindings, name) if keys is None else _replaced(known[name], keys)
        return apply(text, [edit])
    if not entry:
        return text
    if not known:
        return apply(text, [Edit(bindings.start, bindings.end, f"\n{_INDENT}{entry.rstrip()}")])
    first = _start_of(text, bindings, next(iter(known)))
    indent = text[text.rfind("\n", 0, first) + 1 : first]
    return apply(text, [Edit(first, first, f"{entry}{indent}")])


def _root(text: str) -> Node | None:
    return parse_yaml(text, "")[0]


def _added(text: str, lines: str) -> str:
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{lines}"


def _replaced(node: Node, value: str) -> Edit:
    """Another value in place of one that may be empty."""
    return Edit(node.start, node.end, inline(value) if node.end > node.start else f" {inline(value)}")


def _in_braces(bindings: Node, known: dict[str, Node], name: str, keys: str | None) -> Edit:
    """The mapping of bindings in braces, written anew."""
    written = {one: node.value for one, node in known.items() if isinstance(node.value, str)} | {name: keys}
    pairs = (
        f"{inline(one, in_flow=True)}: {inline(now, in_flow=True)}" for one, now in written.items() if now is not None
    )
    return Edit(bindings.start, bindings.end, f"{{{', '.join(pairs)}}}")


def _removed(text: str, bindings: Node, name: str) -> Edit:
    """The removal of a binding's line; of the last one, an empty mapping."""
    if isinstance(bindings.value, dict) and len(bindings.value) == 1:
        return Edit(bindings.start, bindings.end, "{}")
    start = text.rfind("\n", 0, _start_of(text, bindings, name)) + 1
    end = text.find("\n", bindings.at(name).end)
    return Edit(start, len(text) if end < 0 else end + 1, "")


def _start_of(text: str, bindings: Node, name: str) -> int:
    """Where the name of a binding begins."""
    line, column = bindings.keys[name]
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1
