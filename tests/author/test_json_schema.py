"""The schemas for editors: what ships fits them, what the reader takes fits them, what is wrong is refused."""

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

from quiz.author.json_schema import File, question_file, schema_of, sources_file
from quiz.bank.load import load
from quiz.bank.pack_paths import builtin_pack
from quiz.lint.linter import lint_packs
from quiz.lint.registry import RULES
from tests.bank.pack_folder import PackFolder, citation, entry, question

ROOT = builtin_pack()
QUESTIONS = Draft202012Validator(question_file())
SOURCES = Draft202012Validator(sources_file())
SHIPPED = [*sorted((ROOT / "questions").glob("*.yaml")), ROOT / "seeds" / "sources.yaml"]


class Typed(yaml.CSafeLoader):
    """Reads YAML as editors do: with the types of YAML 1.2, where a date is a word."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for tag, pattern, first in (
    ("null", "^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", "^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", "^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    Typed.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def strings(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes nothing but strings


def typed(text: str) -> Any:
    return yaml.load(text, Typed)  # noqa: S506 - a safe loader with fewer types


def validator(path: Path) -> Draft202012Validator:
    return SOURCES if path.name == "sources.yaml" else QUESTIONS


def wrong_with(data: Any, of: Draft202012Validator = QUESTIONS) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in of.iter_errors(data)]


@pytest.mark.parametrize("name", ["questions", "sources"])
def test_it_is_a_schema_and_the_copy_in_the_docs_is_the_one_that_the_types_make(name: File) -> None:
    made = schema_of(name)
    Draft202012Validator.check_schema(json.loads(made))
    assert json.loads(made)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    kept = ROOT / "docs" / "schemas" / f"{name}.schema.json"
    assert kept.read_text(encoding="utf-8") == made, f"run quiz schema {name} > docs/schemas/{name}.schema.json"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
@pytest.mark.parametrize("read", [strings, typed])
def test_what_ships_fits_its_schema_and_names_it_first(path: Path, read: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert wrong_with(read(text), validator(path)) == []
    said = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert said is not None
    assert (path.parent / said[1]).resolve().is_file()
    kept = json.loads((path.parent / said[1]).read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(validator(path).schema))


KINDS = [
    question(),
    question(kind="choice", draft="true", citations=...),
    question(answer=2003, distractors=[3.1, True]),
    question(kind="true-false", answer=True, distractors=...),
    question(
        kind="true-false", answer="FALSE", distractors=..., disputes=[{"answer": False, "citation": citation()}]
    ),
    question(kind="multiple", answer=["a", "b"]),
    question(kind="order", answer=["a", "b"], distractors=..., explanation=None, difficulty="hard"),
    question(appeal=3),
    question(appeal="1"),
]


@pytest.mark.parametrize("one", KINDS)
def test_every_kind_fits(one: object) -> None:
    assert wrong_with({"topic": "T", "questions": [one]}) == []


@pytest.mark.parametrize(
    "one",
    [
        question(kind="true_false"),
        question(kind="order"),  # an order has no distractors
        question(kind="true-false", answer="maybe", distractors=...),
        question(kind="multiple", answer="one"),
        question(kind="order", answer=["alone"], distractors=...),
        question(id="Who directs it?"),
        question(prompt="  "),
        question(distractors=[]),
        question(distractors=["a", ""]),
        question(distractors=None),
        question(citations=[]),
        question(citations=...),
        question(citations=..., draft=False),
        question(citations=[citation(page=3)]),
        question(difficulty="tough"),
        question(appeal=4),
        question(appeal="much"),
        question(answer=...),
        question(answer=["a", "list"]),
    ],
)
def test_what_is_wrong_with_a_question_is_underlined(one: object) -> None:
    assert wrong_with({"questions": [question("other"), one]})


@pytest.mark.parametrize(
    "changes",
    [{"sha256": "123"}, {"published": "9 December 2024"}, {"paragraphs": "words"}, {"file": ...}, {"author": "me"},
     {"published_inferred": "perhaps"}, {"off_limits": [{"from": "x"}]}],
)  # fmt: skip
def test_what_is_wrong_with_a_source_is_underlined(changes: dict[str, Any]) -> None:
    assert (
        wrong_with({"pack": "p", "sources": [entry(published=2023, label=None, published_inferred="true")]}, SOURCES)
        == []
    )
    assert wrong_with({"sources": [entry(**changes)]}, SOURCES)


def test_what_is_silenced_for_the_whole_pack_fits() -> None:
    silence = [{"rule": "answers-uneven", "reason": "three questions"}]
    assert wrong_with({"sources": [], "silence": silence}, SOURCES) == []
    assert wrong_with({"sources": [], "silence": [{"rule": "answers-uneven"}]}, SOURCES)


@pytest.mark.parametrize(
    "data", [{}, [], None, {"questions": {}}, {"questions": [], "title": "x"}, {"questions": ["x"]}]
)
def test_a_file_of_another_form_is_underlined(data: object) -> None:
    assert wrong_with(data)


ABOUT_KEYS_AND_VALUES = {
    "question": ["Q109", "Q110", "Q201", "Q203", "Q502", "Q503", "Q504", "Q601", "Q602"],
    "citation": ["Q401", "Q407", "Q410"],
    "source": ["Q302", "Q307", "Q308"],
}


def laid_out(pairs: str, without: dict[str, object], indent: int) -> str:
    """A mapping whose first keys are those of an example, as it is written in the docs."""
    keys = re.findall(r"^([a-z_]+):", pairs, re.MULTILINE)
    rest = [f"{key}: {json.dumps(value)}" for key, value in without.items() if key not in keys]
    return ("\n" + " " * indent).join([*pairs.splitlines(), *rest])


@pytest.mark.parametrize(
    ("where", "code"), [(where, one) for where, codes in ABOUT_KEYS_AND_VALUES.items() for one in codes]
)
def test_every_wrong_example_about_keys_and_values_fails_the_schema_or_the_check(
    pack: PackFolder, where: str, code: str
) -> None:
    example = RULES[code].wrong.replace("featurete-2024", "nobody")
    if where == "source":
        text = f"sources:\n  - {laid_out(example, entry(), 4)}\n"
        pack.write("seeds/sources.yaml", text)
        of = SOURCES
    else:
        inner = citation()
        one = question() if where == "question" else question(citations=...)
        text = f"questions:\n  - {laid_out(example if where == 'question' else 'id: director', one, 4)}\n"
        if where == "citation":
            text += f"    citations:\n      - {laid_out(example, inner, 8)}\n"
        pack.write("questions/cast.yaml", text)
        of = QUESTIONS
    found = {problem.rule.code for problem in lint_packs(load([pack.root])).problems}
    refused = "*" not in text and bool(wrong_with(strings(text), of))
    assert refused or code in found, text


def test_a_missing_key_fails_both() -> None:
    data = strings("questions:\n" + re.sub("^", "  ", RULES["Q202"].wrong, flags=re.MULTILINE))
    assert any("'prompt' is a required property" in one for one in wrong_with(data))


def test_a_file_has_questions_or_retired_ids_or_both() -> None:
    assert wrong_with({"retired": ["theme-song"]}) == []
    assert wrong_with({"topic": "Cast", "retired": ["theme-song"], "questions": [question()]}) == []
    assert wrong_with({"topic": "Cast"})
    assert wrong_with({"retired": "theme-song"})
    assert wrong_with({"retired": [{"id": "theme-song"}]})
