"""JSON Schemas of a pack's files, made from the types that read them, for editors that complete and underline.

They accept whatever the reader accepts. What else is wrong in a file is for `quiz check` to report.
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
"""The types that a text may have in an editor: ``2003``, ``3.10`` and ``no`` are read as they were typed."""
_SEEN = r"\S"
"""A text has a visible character."""
_DATE = "^([0-9]{4}(-[0-9]{2}){0,2}|null|Null|NULL|~|)$"
"""A date, or null as it is typed: some programs read every value as a string."""
_SHA256 = "^[0-9A-Fa-f]{64}$"


def schema_of(file: File) -> str:
    """The JSON Schema (draft 2020-12) of the question files or of sources.yaml, as text."""
    made = question_file() if file == "questions" else catalogue()
    return printable_json(made) + "\n"


def question_file() -> Schema:
    """The schema of a file in ``questions/``: its questions, each by its kind."""
    _, parts = msgspec.json.schema_components([kind.entry for kind in KINDS.values()])
    for name, kind in KINDS.items():
        part = parts[kind.entry.__name__]
        properties = part["properties"]
        properties["kind"] = {"const": name}
        properties["id"]["pattern"] = f"^{ID.pattern}$"
        properties["prompt"]["pattern"] = _SEEN
        part |= {"if": _is_draft(), "else": {"$ref": "#/$defs/Proven"}}
        options = properties["distractors" if "distractors" in properties else "answer"]
        if options.get("type") == "array":
            options["minItems"] = kind.min_list_length
            options["items"]["pattern"] = _SEEN
    parts["Proven"] = {"required": ["citations"], "properties": {"citations": {"minItems": 1}}}
    return _file(
        "A pack's questions",
        {
            "topic": {"type": "string", "description": "For every question of the file that names none of its own."},
            "questions": {"type": "array", "items": _by_kind()},
        },
        ["questions"],
        parts,
    )


def _is_draft() -> Schema:
    """What holds for drafts, which need no citation yet."""
    return {"properties": {"draft": {"enum": [True, "true", "True", "TRUE", "1"]}}, "required": ["draft"]}


def _by_kind() -> Schema:
    """The schema of a question: editors complete the keys of its kind, which is the first where none is said."""
    branches = []
    for name, kind in KINDS.items():
        said: Schema = {"properties": {"kind": {"const": name}}}
        if name != DEFAULT_KIND:
            said["required"] = ["kind"]
        branches.append({"if": said, "then": {"$ref": f"#/$defs/{kind.entry.__name__}"}})
    known = {"enum": list(KINDS), "default": DEFAULT_KIND, "description": "What sort of question it is."}
    return {"type": "object", "properties": {"kind": known}, "allOf": branches}


def catalogue() -> Schema:
    """The schema of ``seeds/sources.yaml``."""
    _, parts = msgspec.json.schema_components([SourceEntry, SilenceEntry])
    properties = parts[SourceEntry.__name__]["properties"]
    properties["sha256"]["pattern"] = _SHA256
    for one in properties["published"]["anyOf"]:
        if one["type"] == "string":
            one["pattern"] = _DATE
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
    """A schema in which a text may look like a number to an editor, and true and false like a text."""
    if isinstance(part, list):
        return [_as_typed(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _as_typed(value) for key, value in part.items()}
    if made.get("type") == "string":
        made["type"] = _WORDS
    elif made.get("type") == "boolean":
        made |= {"type": ["boolean", "string"], "pattern": "^([Tt]rue|TRUE|[Ff]alse|FALSE|[01])$"}
    return made
