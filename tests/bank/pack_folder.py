"""Packs for tests: a folder of real files with an article and a valid question."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent
from typing import Any

from quiz.bank.load import load
from quiz.bank.pack import Pack
from quiz.bank.pack_loader import load_pack, read_pack
from quiz.bank.problem import Problem
from quiz.bank.source import Source, Span
from quiz.lint.linter import Findings, lint, lint_packs
from quiz.lint.report import Report

ARTICLE = """date 2024-12-09 Header of the review

Len Wiseman directs Ballerina. It opens in theaters on June 6, 2025.

“It’s not reshoots, it’s new shoots,” Ian McShane said. The budget is 1.2 million dollars.

Screenshot via Lionsgate
"""


def source_of(text: str, *off_limits: tuple[int, int], name: str = "review", **more: Any) -> Source:
    """A source that holds a text, without any file."""
    spans = tuple(Span(*limits) for limits in off_limits)
    return Source(id=name, pack="pack", file=f"seeds/{name}.txt", label=name, text=text, off_limits=spans, **more)


def citation(quote: str = "Len Wiseman directs Ballerina", **changes: object) -> dict[str, object]:
    """A citation of the article above as an author would write it."""
    return {"source": "review", "quote": quote, **changes}


def question(name: str = "director", **changes: object) -> dict[str, object]:
    """A good question about the article above; a change to ``...`` takes the key away."""
    whole = {
        "id": name,
        "prompt": "Who directs Ballerina?",
        "answer": "Len Wiseman",
        "distractors": ["Chad Stahelski", "Derek Kolstad"],
        "citations": [citation()],
        **changes,
    }
    return {key: value for key, value in whole.items() if value is not ...}


def entry(name: str = "review", text: str = ARTICLE, **changes: object) -> dict[str, object]:
    """The catalogue's entry for an article; a change to ``...`` takes the key away."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    whole = {"id": name, "file": f"{name}.txt", "sha256": digest, **changes}
    return {key: value for key, value in whole.items() if value is not ...}


def codes(problems: Iterable[Problem]) -> list[str]:
    """The codes of some problems, in order."""
    return sorted(problem.rule.code for problem in problems)


class PackFolder:
    """A pack's folder, written file by file. What is written as data is written as JSON, which is YAML too."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "seeds").mkdir(parents=True)
        (root / "questions").mkdir()

    def article(self, text: str | bytes = ARTICLE, name: str = "review") -> None:
        data = text.encode() if isinstance(text, str) else text
        (self.root / "seeds" / f"{name}.txt").write_bytes(data)

    def write_sources_file(self, *entries: object, **beside: object) -> None:
        self.write("seeds/sources.yaml", json.dumps({**beside, "sources": entries}, ensure_ascii=False, indent=1))

    def questions(self, *entries: object, file: str = "cast.yaml", **beside: object) -> None:
        self.write(f"questions/{file}", json.dumps({**beside, "questions": entries}, ensure_ascii=False, indent=1))

    def write(self, path: str, text: str | bytes) -> None:
        data = dedent(text).encode() if isinstance(text, str) else text
        (self.root / path).write_bytes(data)

    def read(self, shown: str = "") -> Pack:
        """The pack as it is played."""
        return read_pack(self.root, shown)

    def lint(self, shown: str = "", *, drafts: bool = False) -> Findings:
        """Everything that is wrong with the pack."""
        return lint(load_pack(self.root, shown, drafts=drafts))

    def report(self) -> Report:
        """The report on the pack alone."""
        return lint_packs(load([self.root]))

    def ids(self) -> list[str]:
        """The ids of the questions that can be played."""
        return [one.id for one in self.read().questions]

    def problem(self, code: str) -> Problem:
        """The one problem of the pack with a code."""
        found = [problem for problem in self.read().problems if problem.rule.code == code]
        assert len(found) == 1, [f"{one.place} {one.rule.code} {one.message}" for one in self.read().problems]
        return found[0]


def pack_of(root: Path, *questions: object) -> PackFolder:
    """A pack that has questions about the article above, and nothing wrong besides."""
    folder = PackFolder(root)
    folder.article()
    folder.write_sources_file(entry())
    folder.questions(*questions)
    return folder
