"""The examples of the rules: what is shown as wrong is found, and what is shown as right is not.

Most of them are run beside the rules themselves (lint/rules/test_wording.py, author/test_json_schema.py); here are
those that need articles, a catalogue or a file of their own. An example told in prose is tried where its rule is
tested.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.bank.load import load
from quiz.lint.linter import lint_packs
from quiz.lint.registry import RULES
from tests.author.test_json_schema import ABOUT_KEYS_AND_VALUES
from tests.lint.rules.test_wording import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]
CITES = {"Q402": "release-date-2023", "Q404": "release-date-2023", "Q405": "release-date-2023"}
"""Of examples about a citation, the source; else it is the first of the articles."""
OF_CITATION = ("Q402", "Q403", "Q404", "Q405", "Q406")
OF_QUESTION = ("Q206", "Q408", "Q409", "Q411", "Q604", "Q605")
OF_SOURCE = ("Q305", "Q311")
OF_FILE = ("Q108", "Q111", "Q202")
TOLD = (
    "Q101", "Q102", "Q103", "Q104", "Q105", "Q106", "Q107", "Q112", "Q303", "Q306", "Q310", "Q501", "Q505", "Q801",
    "Q802", "Q804", "Q805", "Q806", "Q807",
)  # fmt: skip
QUESTION: dict[str, Any] = {
    "id": "director",
    "prompt": "Who is directing Ballerina?",
    "answer": "Len Wiseman",
    "distractors": ["Chad Stahelski", "Derek Kolstad", "David Leitch"],
    "explanation": "Whatever is written here.",
    "citations": [{"source": "featurette-2024", "quote": "director Len Wiseman said"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack with the articles of the built-in one, and no question yet."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "questions").mkdir()
    return tmp_path


def read(words: str) -> dict[str, Any]:
    return yaml.load(words, yaml.CBaseLoader)  # noqa: S506 - strings alone


def written(folder: Path, code: str, example: str) -> None:
    """Write a pack in which an example stands."""
    asked = dict(QUESTION)
    text = None
    if code in OF_CITATION:
        asked["citations"] = [{"source": CITES.get(code, "featurette-2024"), "quote": "Ballerina", **read(example)}]
    elif code in OF_QUESTION:
        asked |= read(example)
        if code == "Q408":
            del asked["explanation"]
    elif code in OF_SOURCE:
        catalogue = read((folder / "seeds" / "sources.yaml").read_text(encoding="utf-8"))
        about = "world-guide" if code == "Q311" else "featurette-2024"
        source = next(one for one in catalogue["sources"] if one["id"] == about)
        source |= read(example)
        (folder / "seeds" / "sources.yaml").write_text(json.dumps(catalogue), encoding="utf-8")
    elif code == "Q108":
        text = f"questions:\n  - id: director\n    {example}\n"
    else:
        text = f"questions:\n{example}\n" if code == "Q202" else example
    (folder / "questions" / "crew.yaml").write_text(text or json.dumps({"questions": [asked]}), encoding="utf-8")


@pytest.mark.parametrize("code", [*OF_CITATION, *OF_QUESTION, *OF_SOURCE, *OF_FILE])
def test_the_wrong_example_is_found_and_the_right_one_is_not(folder: Path, code: str) -> None:
    def found(example: str) -> set[str]:
        written(folder, code, example)
        return {problem.rule.code for problem in lint_packs(load([folder])).problems}

    assert code in found(RULES[code].wrong)
    assert code not in found(RULES[code].right)


def test_every_example_that_can_be_run_is_run() -> None:
    elsewhere = {rule.code for rule in EXAMPLES}.union(*ABOUT_KEYS_AND_VALUES.values())
    here = {*OF_CITATION, *OF_QUESTION, *OF_SOURCE, *OF_FILE, *TOLD}
    assert elsewhere | here >= set(RULES), set(RULES) - elsewhere - here
