"""Parses YAML nodes into typed entries, and reports every mistake with its place."""

from functools import cache
from typing import TypeVar

import msgspec
from msgspec import inspect

from quiz.bank.problem import Problem, Rule
from quiz.bank.yaml_nodes import Node

UNKNOWN_KEY = Rule(
    "Q201",
    "unknown-key",
    "A file has only keys of the schema. A misspelled key would otherwise be ignored silently.",
    wrong="distracters: [Chad Stahelski, Derek Kolstad]",
    right="distractors: [Chad Stahelski, Derek Kolstad]",
)
MISSING_KEY = Rule(
    "Q202",
    "missing-key",
    "Every key that the schema requires must be there and have a value.",
    wrong="- id: director\n  answer: Len Wiseman\n  distractors: [Chad Stahelski, Derek Kolstad]",
    right="- id: director\n  prompt: Who is directing Ballerina?\n  answer: Len Wiseman\n"
    "  distractors: [Chad Stahelski, Derek Kolstad]",
)
WRONG_VALUE = Rule(
    "Q203",
    "wrong-value",
    "A value must have the type that its key takes: text, a list, a mapping, or one of a few fixed words.",
    wrong="difficulty: tough",
    right="difficulty: hard",
)

E = TypeVar("E", bound=msgspec.Struct)


def read_entry(node: Node, cls: type[E], file: str, question: str | None = None) -> tuple[E | None, list[Problem]]:
    """Read a node as an entry of type ``cls``.

    Returns the entry, or None if the node is not valid, and all problems of the node, not only the first. Unknown
    keys are reported and removed from the node, so that the other mistakes can be found.
    """
    try:
        return msgspec.convert(node.plain(), cls, strict=False), []
    except msgspec.ValidationError as error:
        reader = _Explainer(file, question)
        reader.explain(node, _shape(cls), "")
        if not reader.problems:  # msgspec rejects the node, so there must be a problem
            reader.report(node, WRONG_VALUE, f"{error}.", "")
        only_unknown_keys = all(problem.rule is UNKNOWN_KEY for problem in reader.problems)
        return (_convert(node, cls) if only_unknown_keys else None), reader.problems


@cache
def _shape(cls: type[msgspec.Struct]) -> inspect.Type:
    """The fields of a type. Cached: the inspection takes a millisecond, and a bad file has many bad entries."""
    return inspect.type_info(cls)


def _convert(node: Node, cls: type[E]) -> E | None:
    try:
        return msgspec.convert(node.plain(), cls, strict=False)
    except msgspec.ValidationError:
        return None


def read_list(
    root: Node, key: str, others: tuple[str, ...], file: str, lists: tuple[str, ...] = (), *, required: bool = True
) -> tuple[list[Node], list[Problem]]:
    """The items of the list under the top-level ``key`` of a file, and the problems of the top level.

    ``others`` are further allowed keys, whose values are text. ``lists`` are allowed keys that the caller reads. If
    ``key`` is not ``required``, it may be left out.
    """
    reader = _Explainer(file, None)
    if not isinstance(root.value, dict):
        reader.report(root, WRONG_VALUE, f"The file must be a mapping with the key {key!r}.", f"Begin with `{key}:`.")
        return [], reader.problems
    for unknown in root.value.keys() - {key, *others, *lists}:
        reader.unknown_key(root, unknown, [key, *others, *lists])
    for other in others:
        if other in root.value and not isinstance(root.value[other].value, str):
            reader.report(root.value[other], WRONG_VALUE, f"{other} must be text.", "Write one value.")
    node = root.value.get(key)
    if node is None:
        if required:
            reader.report(root, MISSING_KEY, f"The key {key!r} is missing.", f"Add `{key}:` with a list below it.")
    elif not isinstance(node.value, list):
        reader.report(node, WRONG_VALUE, f"{key} must be a list.", "Write one `- ` for each entry.")
    items = node.value if node is not None and isinstance(node.value, list) else []
    return items, reader.problems


def read_texts(root: Node, key: str, file: str) -> tuple[list[Node], list[Problem]]:
    """The items of a list of texts under the top-level ``key`` of a file, if it is there, and their problems."""
    node = root.find(key)
    if node is None:
        return [], []
    reader = _Explainer(file, None)
    if not isinstance(node.value, list):
        reader.report(node, WRONG_VALUE, f"{key} must be a list.", "Write one `- ` for each entry.")
        return [], reader.problems
    for item in node.value:
        if not isinstance(item.value, str):
            reader.report(item, WRONG_VALUE, f"An item of {key} must be text.", "Write one value.")
    return [item for item in node.value if isinstance(item.value, str)], reader.problems


class _Explainer:
    """Compares a node with the type that it should have, and reports every difference."""

    def __init__(self, file: str, question: str | None) -> None:
        self.file = file
        self.question = question
        self.problems: list[Problem] = []

    def report(self, node: Node, broken: Rule, message: str, hint: str) -> None:
        place = node.place(self.file)
        self.problems.append(Problem(rule=broken, place=place, message=message, hint=hint, question=self.question))

    def explain(self, node: Node, kind: inspect.Type, name: str) -> None:
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        if isinstance(kind, inspect.StructType):
            self._mapping(node, kind, name)
        elif isinstance(kind, inspect.VarTupleType):
            self._list(node, kind, name)
        else:
            self._scalar(node, kind, name)

    def _mapping(self, node: Node, kind: inspect.StructType, name: str) -> None:
        if not isinstance(node.value, dict):
            keys = ", ".join(field.encode_name for field in kind.fields)
            self.report(
                node,
                WRONG_VALUE,
                f"{name or 'This'} must be a mapping of keys to values.",
                f"Its keys: {keys}.",
            )
            return
        fields = {field.encode_name: field for field in kind.fields}
        generated: tuple[str, ...] = getattr(kind.cls, "GENERATED_KEYS", ())
        for key, value in list(node.value.items()):
            if key not in fields:
                self.unknown_key(node, key, list(fields))
                del node.value[key]
            elif value.value is not None or not fields[key].required:
                self.explain(value, fields[key].type, key)
        for key, field in fields.items():
            if field.required and (key not in node.value or node.value[key].value is None):
                where = node.value.get(key, node)
                fix = ", or let `quiz check --fix` make one" if key in generated else ""
                self.report(
                    where,
                    MISSING_KEY,
                    f"The key {key!r} is missing or empty.",
                    f"Add `{key}:` and its value{fix}.",
                )

    def unknown_key(self, node: Node, key: str, known: list[str]) -> None:
        likely = nearest_word(key, known)
        hint = f"Did you mean {likely!r}?" if likely else f"The keys here: {', '.join(known)}."
        self.problems.append(
            Problem(
                rule=UNKNOWN_KEY,
                place=node.key_place(self.file, key),
                message=f"The key {key!r} is not known.",
                hint=hint,
                question=self.question,
            )
        )

    def _list(self, node: Node, kind: inspect.VarTupleType, name: str) -> None:
        if not isinstance(node.value, list):
            self.report(
                node,
                WRONG_VALUE,
                f"{name} must be a list.",
                f"Write `{name}: [one, two]` or one `- ` for each item.",
            )
            return
        for item in node.value:
            self.explain(item, kind.item_type, f"an item of {name}")

    def _scalar(self, node: Node, kind: inspect.Type, name: str) -> None:
        types = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
        nullable = any(isinstance(type_, inspect.NoneType) for type_ in types)
        if node.value is None and not nullable:
            hint = 'Write a value; for the word itself, put quotation marks around it: "null".'
            self.report(node, WRONG_VALUE, f"{name} is empty (null).", hint)
        elif isinstance(node.value, (list, dict)):
            self.report(node, WRONG_VALUE, f"{name} must be text, not a list or a mapping.", "Write one value.")
        elif isinstance(node.value, str):
            self._word(node, node.value, types, name)

    def _word(self, node: Node, word: str, types: tuple[inspect.Type, ...], name: str) -> None:
        choices = [str(value) for type_ in types if isinstance(type_, inspect.LiteralType) for value in type_.values]
        if choices and word not in choices:
            likely = nearest_word(word, choices)
            hint = f"Did you mean {likely!r}?" if likely else f"Write one of: {', '.join(choices)}."
            self.report(node, WRONG_VALUE, f"{name} cannot be {word!r}.", hint)
        elif any(isinstance(type_, inspect.BoolType) for type_ in types) and word.lower() not in (
            "true",
            "false",
            "1",
            "0",
        ):
            self.report(node, WRONG_VALUE, f"{name} is {word!r}; it must be true or false.", "Write true or false.")
        elif not _fits_number(word, types):
            self.report(node, WRONG_VALUE, f"{name} is {word!r}; it must be a number.", "Write digits.")


def _fits_number(word: str, types: tuple[inspect.Type, ...]) -> bool:
    """Whether a word fits a numeric type: an integer or a float. True for all other types."""
    sorts = {type(type_) for type_ in types} - {inspect.NoneType}
    if not sorts or not sorts <= {inspect.IntType, inspect.FloatType}:
        return True
    try:
        msgspec.convert(word, float if inspect.FloatType in sorts else int, strict=False)
    except msgspec.ValidationError:
        return False
    return True


def nearest_word(word: str, known: list[str]) -> str | None:
    """The known word that ``word`` is most likely a misspelling of, or None if none is similar."""
    from rapidfuzz import distance, process

    best = process.extractOne(word, known, scorer=distance.JaroWinkler.similarity, score_cutoff=0.8)
    return best[0] if best else None
