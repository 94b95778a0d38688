"""A question as YAML text: an item of the list under ``questions:``, in the style of the built-in question files."""

from collections.abc import Mapping, Sequence

from quiz.author.yaml_scalar import WIDTH, inline, value

Value = str | bool | Sequence["Value"] | Mapping[str, "Value"] | None
"""What a key may have as its value."""


def question_yaml(entry: Mapping[str, Value]) -> str:
    """A question as an item of a list: indented by two, with a line end, its keys in the order of ``entry``.

    Keys whose value is None are left out. Read again, it has the very same values.
    """
    return "\n".join(_item(entry, 2)) + "\n"


def _item(mapping: Mapping[str, Value], indent: int) -> list[str]:
    """A mapping as an item of a list whose dashes are indented by ``indent``."""
    first, *others = _mapping(mapping, indent + 2) or ["{}"]
    return [f"{' ' * indent}- {first.lstrip(' ')}", *others]


def _mapping(mapping: Mapping[str, Value], indent: int) -> list[str]:
    return [
        line
        for key, one in mapping.items()
        if one is not None
        for line in _pair(f"{' ' * indent}{key}:", one, indent)
    ]


def _pair(key: str, one: Value, indent: int) -> list[str]:
    """A key and its value."""
    if isinstance(one, str):
        return f"{key} {value(one, len(key) + 1, indent + 2)}".split("\n")
    flow = _flow(one)
    if flow is not None and len(key) + 1 + len(flow) <= WIDTH:
        return [f"{key} {flow}"]
    if isinstance(one, Mapping):
        return [key, *_mapping(one, indent + 2)]
    items = one if isinstance(one, Sequence) else ()
    return [key, *(line for item in items for line in _in_list(item, indent + 2))]


def _in_list(item: Value, indent: int) -> list[str]:
    if isinstance(item, Mapping):
        return _item(item, indent)
    return f"{' ' * indent}- {value(str(item), indent + 2, indent + 2)}".split("\n")


def _flow(one: Value) -> str | None:
    """A value in brackets on one line, however long; None where it must stand line by line."""
    if isinstance(one, bool):
        return "true" if one else "false"
    if isinstance(one, Mapping):
        pairs = [f"{key}: {inline(inner, in_flow=True)}" for key, inner in one.items() if isinstance(inner, str)]
        return f"{{{', '.join(pairs)}}}" if len(pairs) == len(one) else None
    items = [inline(item, in_flow=True) for item in one or () if isinstance(item, str)]
    return f"[{', '.join(items)}]" if len(items) == len(one or ()) else None
