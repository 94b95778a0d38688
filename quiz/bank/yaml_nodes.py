"""Parses YAML into nodes with line and column. Every scalar is the string that was typed.

The nodes are built from the events of the parser, not by its composer, because only events show anchors, aliases and
tags, and because deep nesting cannot exhaust the stack.
"""

import yaml

from quiz.bank.files import FILE_TOO_LARGE, LINE_END, control_characters
from quiz.bank.problem import Place, Problem, Rule
from quiz.bank.yaml_rules import DUPLICATE_KEY, TOO_DEEP, YAML_FEATURE, YAML_SYNTAX

MAX_DEPTH = 16
MOST_VALUES = 500_000
_DEEP, _FLATTEN = f"Nested more than {MAX_DEPTH} levels deep.", "Flatten the file."
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NO_KEYS: dict[str, tuple[int, int]] = {}  # shared by all values that are not mappings, which saves memory


class Node:
    """A value of a YAML file: a string, null, a list of nodes, or a mapping of keys to nodes."""

    __slots__ = ("column", "end", "has_problems", "keys", "line", "start", "value")

    def __init__(self, value: "str | list[Node] | dict[str, Node] | None", line: int, column: int) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.start = self.end = 0
        """Where it begins and ends in the parsed text, in code points, quotation marks included."""
        self.has_problems = False
        """Whether parsing found a problem inside it."""
        self.keys: dict[str, tuple[int, int]] = {} if isinstance(value, dict) else _NO_KEYS
        """For a mapping: the line and column of each key."""

    def at(self, *path: str | int) -> "Node":
        """The node that a path of keys and indexes leads to, or the last one on the way that exists."""
        node = self
        for step in path:
            inner = node.step(step)
            if inner is None:
                break
            node = inner
        return node

    def find(self, *path: str | int) -> "Node | None":
        """The node that a path of keys and indexes leads to, if it is there."""
        node: Node | None = self
        for step in path:
            node = None if node is None else node.step(step)
        return node

    def step(self, step: str | int) -> "Node | None":
        """The node under a key or an index of this one, if it is there."""
        if isinstance(step, str):
            return self.value.get(step) if isinstance(self.value, dict) else None
        return self.value[step] if isinstance(self.value, list) and step < len(self.value) else None

    def text(self, key: str) -> str | None:
        """The text under a key of this mapping; None if there is none."""
        value = self.value[key].value if isinstance(self.value, dict) and key in self.value else None
        return value if isinstance(value, str) else None

    def place(self, file: str, *path: str | int) -> Place:
        """The place in ``file`` of the value that a path leads to."""
        node = self.at(*path)
        return Place(file, node.line, node.column)

    def key_place(self, file: str, key: str) -> Place:
        """The place in ``file`` of a key of this mapping."""
        return Place(file, *self.keys.get(key, (self.line, self.column)))

    def plain(self) -> object:
        """The value as built-in types: ``dict``, ``list``, ``str`` and ``None``."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value


class ValueLimit:
    """Limits the number of keys and values of a file, also if its parts are parsed one by one."""

    def __init__(self, most: int = MOST_VALUES) -> None:
        self.most = self.remaining = most


def parse_yaml(
    text: str, file: str, *, first_line: int = 1, limit: ValueLimit | None = None
) -> tuple[Node | None, list[Problem]]:
    """Read YAML into nodes; ``first_line`` is the line of ``file`` at which ``text`` begins.

    Parts of one file share a ``limit``.

    Returns the root node and every problem. The root is None if the text is empty or cannot be parsed.
    """
    controls = control_characters(text, file, first_line=first_line)
    if controls:  # the parser would stop at the first one with a less helpful message
        return None, controls
    builder = _Builder(file, first_line - 1, text.rstrip(), limit or ValueLimit())
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            if not builder.handle(event):
                break
    except yaml.YAMLError as error:
        builder.syntax_error(error)
        return None, builder.problems
    return builder.root, builder.problems


class _Builder:
    """Builds nodes from parser events, with the open collections on its own stack."""

    def __init__(self, file: str, line_offset: int, text: str, limit: ValueLimit) -> None:
        self.file = file
        self.offset = line_offset
        self.text = text
        self.limit = limit
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[tuple[Node, str | None]] = []  # a collection, and the key whose value comes next
        self._documents = 0
        self._last_end = 0  # the end of the last value

    def handle(self, event: yaml.Event) -> bool:
        """Process the next event. Returns False to stop parsing."""
        if self.limit.remaining <= 0 and isinstance(event, yaml.NodeEvent):
            what = f"The file has more than {self.limit.most:,} keys and values."
            self._stop(FILE_TOO_LARGE, event, what, "Split it into several files.")
            return False
        if isinstance(event, yaml.ScalarEvent):
            plain_null = not event.style and event.value in _NULLS
            self._add(event, None if plain_null else event.value)
        elif isinstance(event, yaml.SequenceStartEvent):
            return self._open_collection(event, self._add(event, []))
        elif isinstance(event, yaml.MappingStartEvent):
            return self._open_collection(event, self._add(event, {}))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the alias *{event.anchor}", "Write the value out where it is used.")
            self._add(event, None)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "a second document", "Write one document per file.")
                return False
        return True

    def syntax_error(self, error: yaml.YAMLError) -> None:
        """Report a syntax error, at the place that the parser gives."""
        what = " ".join(str(error).split())
        place = self._place_of(None)
        if isinstance(error, yaml.MarkedYAMLError):
            what = " ".join(part for part in (error.context, error.problem) if part)
            mark = error.problem_mark or error.context_mark
            if error.context_mark and mark and (mark.index >= len(self.text) or "simple key" in what):
                mark = (
                    error.context_mark
                )  # the beginning of the unclosed value, not the place where the parser noticed
            place = min(self._place_of(mark), self._end())
        if "nesting depth" in what:  # so deep that the parser itself stops
            self.problems.append(Problem(rule=TOO_DEEP, place=place, message=_DEEP, hint=_FLATTEN))
            return
        hint = "Look for a missing quotation mark, a colon inside plain words, or wrong indentation."
        self.problems.append(Problem(rule=YAML_SYNTAX, place=place, message=f"This is not YAML: {what}.", hint=hint))

    def _open_collection(self, event: yaml.Event, node: Node) -> bool:
        self._open.append((node, None))
        if len(self._open) <= MAX_DEPTH:
            return True
        self._stop(TOO_DEEP, event, _DEEP, _FLATTEN)
        return False

    def _stop(self, broken: Rule, event: yaml.Event, message: str, hint: str) -> None:
        self._report(broken, event, message, hint)
        self.root = None

    def _close(self, event: yaml.Event) -> None:
        """Close a collection. Without brackets, it ends where its last value ends."""
        if event.start_mark and event.end_mark and event.end_mark.index > event.start_mark.index:
            self._last_end = event.end_mark.index
        node, _ = self._open.pop()
        node.end = max(self._last_end, node.start)

    def _add(self, event: yaml.NodeEvent, value: str | list[Node] | dict[str, Node] | None) -> Node:
        self.limit.remaining -= 1
        before = len(self.problems)
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the anchor &{event.anchor}", "Delete the anchor.")
        if getattr(event, "tag", None):
            self._refuse(event, "tags like !!int", "Delete the tag: values are strings.")
        start, end = event.start_mark, event.end_mark
        line, column = (start.line, start.column) if start else (0, 0)
        node = Node(value, line + 1 + self.offset, column + 1)
        if start and end:
            node.start, node.end = start.index, end.index
            self._last_end = max(self._last_end, node.end)
        node.has_problems = len(self.problems) > before
        if not self._open:
            self.root = self.root or node
            return node
        parent, key = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif key is None:
            self._open_key(event, parent, node)
        elif isinstance(parent.value, dict):
            parent.value.setdefault(key, node)
            self._open[-1] = (parent, None)
        return node

    def _open_key(self, event: yaml.NodeEvent, parent: Node, node: Node) -> None:
        key = node.value if isinstance(node.value, str) else ""
        if isinstance(node.value, (list, dict)) or key == "<<":
            self._refuse(event, "a merge key or a key that is not a word", "Use the keys of the schema.")
        if key in parent.keys:
            first = parent.keys[key][0]
            message = f"The key {key!r} is repeated. Line {first} already has it."
            self._report(DUPLICATE_KEY, event, message, "Delete one of the two.")
        else:
            parent.keys[key] = (node.line, node.column)
        self._open[-1] = (parent, key)

    def _refuse(self, event: yaml.Event, what: str, hint: str) -> None:
        self._report(YAML_FEATURE, event, f"Packs do not use {what}.", hint)

    def _report(self, broken: Rule, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(Problem(rule=broken, place=self._place(event), message=message, hint=hint))
        for node, _ in self._open:
            node.has_problems = True

    def _place(self, event: yaml.Event) -> Place:
        return self._place_of(event.start_mark)

    def _end(self) -> Place:
        """The end of the last line with content. The parser may report errors after it."""
        lines = LINE_END.split(self.text)
        return Place(self.file, len(lines) + self.offset, len(lines[-1]) + 1)

    def _place_of(self, mark: "yaml.Mark | yaml._yaml.Mark | None") -> Place:
        return (
            Place(self.file, mark.line + 1 + self.offset, mark.column + 1)
            if mark
            else Place(self.file, 1 + self.offset)
        )
