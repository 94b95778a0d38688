"""JSON Schemas of a pack's files, for editors that complete keys and underline mistakes.

They are made from the types that parse the files, and accept every file that the parser accepts. Everything else that
can be wrong in a file is reported by `quiz check`.
"""

from typing import Any, Literal

import msgspec

from quiz.bank.kinds.registry import KINDS
from quiz.bank.printable import printable_json
from quiz.bank.question_entry import DEFAULT_KIND, SilenceEntry
from quiz.bank.resolver import ID
from quiz.bank.source_entry import SourceEntry

Schema = dict[str, Any]
File = Literal["questions", "sources"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORDS = ["string", "number", "boolean"]
"""The types that an editor may see where a text is expected: ``2003``, ``3.10`` and ``no`` are texts as typed."""
_VISIBLE = r"\S"
"""Matches a text with a visible character."""
_DATE = "^([0-9]{4}(-[0-9]{2}){0,2}|null|Null|NULL|~|)$"
"""Matches a date, or one of YAML's words for null: some editors read every value as a string."""
_SHA256 = "^[0-9A-Fa-f]{64}$"


def schema_of(file: File) -> str:
    """The JSON Schema (draft 2020-12) of the question files or of sources.yaml, as text."""
    schema = question_file() if file == "questions" else sources_file()
    return printable_json(schema) + "\n"


def question_file() -> Schema:
    """The schema of a file in ``questions/``: its questions, each by its kind."""
    _, parts = msgspec.json.schema_components([kind.entry for kind in KINDS.values()])
    for name, kind in KINDS.items():
        part = parts[kind.entry.__name__]
        properties = part["properties"]
        properties["kind"] = {"const": name}
        properties["id"]["pattern"] = f"^{ID.pattern}$"
        properties["prompt"]["pattern"] = _VISIBLE
        part |= {"if": _is_draft(), "else": {"$ref": "#/$defs/Proven"}}
        options = properties["distractors" if "distractors" in properties else "answer"]
        if options.get("type") == "array":
            options["minItems"] = kind.min_list_length
            options["items"]["pattern"] = _VISIBLE
    parts["Proven"] = {"required": ["citations"], "properties": {"citations": {"minItems": 1}}}
    return _file(
        "A pack's questions",
        {
            "topic": {"type": "string", "description": "For every question of the file that names none of its own."},
            "questions": {"type": "array", "items": _by_kind()},
            "retired": {
                "type": "array",
                "items": {"type": "string"},
                "description": "The ids of questions that the pack had earlier. They are not used again.",
            },
        },
        [],
        parts,
    ) | {"anyOf": [{"required": ["questions"]}, {"required": ["retired"]}]}


def _is_draft() -> Schema:
    """A condition that matches drafts, which need no citation."""
    return {"properties": {"draft": {"enum": [True, "true", "True", "TRUE", "1"]}}, "required": ["draft"]}


def _by_kind() -> Schema:
    """The schema of a question, by its kind. Without a key ``kind``, the default kind applies."""
    branches = []
    for name, kind in KINDS.items():
        condition: Schema = {"properties": {"kind": {"const": name}}}
        if name != DEFAULT_KIND:
            condition["required"] = ["kind"]
        branches.append({"if": condition, "then": {"$ref": f"#/$defs/{kind.entry.__name__}"}})
    known = {"enum": list(KINDS), "default": DEFAULT_KIND, "description": "What sort of question it is."}
    return {"type": "object", "properties": {"kind": known}, "allOf": branches}


def sources_file() -> Schema:
    """The schema of ``seeds/sources.yaml``."""
    _, parts = msgspec.json.schema_components([SourceEntry, SilenceEntry])
    properties = parts[SourceEntry.__name__]["properties"]
    properties["sha256"]["pattern"] = _SHA256
    for alternative in properties["published"]["anyOf"]:
        if alternative["type"] == "string":
            alternative["pattern"] = _DATE
    pack = {"type": "string", "description": "What records are kept under; the folder's name where this is left out."}
    sources = {"type": "array", "items": {"$ref": f"#/$defs/{SourceEntry.__name__}"}}
    silence = {
        "type": "array",
        "items": {"$ref": f"#/$defs/{SilenceEntry.__name__}"},
        "description": "Warnings about the pack as a whole that do not hold.",
    }
    return _file("A pack's sources", {"pack": pack, "sources": sources, "silence": silence}, ["sources"], parts)


def _file(title: str, properties: Schema, required: list[str], parts: Schema) -> Schema:
    return {
        "$schema": _DIALECT,
        "title": title,
        "type": "object",
        "properties": _as_typed(properties),
        "required": required,
        "additionalProperties": False,
        "$defs": {name: _as_typed(part) for name, part in sorted(parts.items())},
    }


def _as_typed(part: Any) -> Any:
    """A schema that accepts values as editors see them: a text may look like a number, others like a text."""
    if isinstance(part, list):
        return [_as_typed(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    schema = {key: _as_typed(value) for key, value in part.items()}
    if schema.get("type") == "string":
        schema["type"] = _WORDS
    elif schema.get("type") == "boolean":
        schema |= {"type": ["boolean", "string"], "pattern": "^([Tt]rue|TRUE|[Ff]alse|FALSE|[01])$"}
    elif any(isinstance(value, int) for value in schema.get("enum", ()) if not isinstance(value, bool)):
        schema["enum"] = [*schema["enum"], *map(str, schema["enum"])]
    return schema
