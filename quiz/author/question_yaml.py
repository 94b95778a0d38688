"""A question as YAML text: an item of the list under ``questions:``, in the style of the files that people write."""

from collections.abc import Mapping, Sequence

from quiz.author.yaml_scalar import WIDTH, inline, value

KEYS = (
    "id",
    "kind",
    "prompt",
    "according_to",
    "answer",
    "distractors",
    "topic",
    "difficulty",
    "draft",
    "citations",
    "explanation",
    "disputes",
    "silence",
)
"""The keys of a question in the order in which the authoring guide has them."""

Value = str | bool | Sequence["Value"] | Mapping[str, "Value"] | None
"""What can stand under a key."""


def question_yaml(entry: Mapping[str, Value]) -> str:
    """A question as an item of a list: indented by two, with a line end. What is None is left out.

    Read again, it has the very same values: words that YAML would take for something else stand in quotation marks,
    characters that cannot be seen are escaped.
    """
    known = {key: entry[key] for key in KEYS if key in entry}
    return "\n".join(_item({**known, **entry}, 2)) + "\n"


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
    """A key and what stands under it."""
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
    """A value between brackets in one line, as long as it may be; None for what is better read line by line."""
    if isinstance(one, bool):
        return "true" if one else "false"
    if isinstance(one, Mapping):
        if not all(isinstance(inner, str) for inner in one.values()):
            return None
        return f"{{{', '.join(f'{key}: {inline(str(inner), in_flow=True)}' for key, inner in one.items())}}}"
    if isinstance(one, str) or one is None or not all(isinstance(item, str) for item in one):
        return None
    return f"[{', '.join(inline(str(item), in_flow=True) for item in one)}]"
