"""A question as YAML text: an item of the list under ``questions:``, in the style of the built-in question files."""

from collections.abc import Mapping, Sequence

from quiz.author.yaml_scalar import WIDTH, inline, scalar

Value = str | bool | Sequence["Value"] | Mapping[str, "Value"] | None
"""A value of a key."""


def question_yaml(entry: Mapping[str, Value]) -> str:
    """A question as a list item: indented by two spaces, ending with a line end, its keys in the order of ``entry``.

    Keys whose value is None are left out. Parsing the result gives the same values.
    """
    return "\n".join(_item(entry, 2)) + "\n"


def _item(mapping: Mapping[str, Value], indent: int) -> list[str]:
    """A mapping as an item of a list whose dashes are indented by ``indent``."""
    first, *others = _mapping(mapping, indent + 2) or ["{}"]
    return [f"{' ' * indent}- {first.lstrip(' ')}", *others]


def _mapping(mapping: Mapping[str, Value], indent: int) -> list[str]:
    return [
        line
        for key, child in mapping.items()
        if child is not None
        for line in _pair(f"{' ' * indent}{key}:", child, indent)
    ]


def _pair(key: str, value: Value, indent: int) -> list[str]:
    """A key and its value."""
    if isinstance(value, str):
        return f"{key} {scalar(value, len(key) + 1, indent + 2)}".split("\n")
    flow = _flow(value)
    if flow is not None and len(key) + 1 + len(flow) <= WIDTH:
        return [f"{key} {flow}"]
    if isinstance(value, Mapping):
        return [key, *_mapping(value, indent + 2)]
    items = value if isinstance(value, Sequence) else ()
    return [key, *(line for item in items for line in _in_list(item, indent + 2))]


def _in_list(item: Value, indent: int) -> list[str]:
    if isinstance(item, Mapping):
        return _item(item, indent)
    return f"{' ' * indent}- {scalar(str(item), indent + 2, indent + 2)}".split("\n")


def _flow(value: Value) -> str | None:
    """A value in flow style, in one line of any length; None if it contains more than strings."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        pairs = [f"{key}: {inline(child, in_flow=True)}" for key, child in value.items() if isinstance(child, str)]
        return f"{{{', '.join(pairs)}}}" if len(pairs) == len(value) else None
    items = [inline(item, in_flow=True) for item in value or () if isinstance(item, str)]
    return f"[{', '.join(items)}]" if len(items) == len(value or ()) else None
