"""What a pack consists of, and the settings, which are YAML too: question files, the catalogue, the articles."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from quiz.author.coverage import as_json as coverage_as_json
from quiz.author.coverage import as_text as coverage_as_text
from quiz.bank.files import decode_text
from quiz.bank.load import load, load_bank
from quiz.bank.pack_paths import builtin_pack, pack_locations
from quiz.bank.partial_parse import split_items
from quiz.bank.printable import printable
from quiz.bank.yaml_nodes import Node, parse_yaml
from quiz.lint.excerpt import Excerpts
from quiz.lint.linter import lint_packs
from quiz.lint.render import FORMATS, render
from quiz.settings.settings import Settings
from quiz.settings.settings_parser import read_settings
from quiz.settings.validators import Validators
from tests.bank.pack_folder import PackFolder
from tests.fuzzing.target import Target, folder, tokens

SOURCE = "release-date-2023"
"""The shortest article of the built-in pack, which is enough for some of its questions."""

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_YAML = tokens(
    *("&a ", "*a", "!!int ", "!x ", "<<: *a", "? ", "- ", "\n  - ", ": ", "[", "]", "{", "}", ", ", "#", "|", ">-"),
    *("%YAML 1.1\n", "@", "`", "'", '"', '"\\0"', '"\\x9b"', '"\\ud800"', "\n", "\r", "\r\n", "\t", "\n---\n"),
    *("\n...\n", "\u2028", "\x85", "\x00", "\x1b", "\x9b", "\ufeff", "\ufffe", "\ud800", "null", "~", "[...]", "[…]"),
    *("../", "\u200b", "\u0301", "\u202e", "𝄞", "{a: [b, {c: ", "true", "12e999", "0x7f", ".inf", "\\", "é"),
)
_QUESTION_KEYS = tokens(
    *("\nquestions:\n", "topic: ", "\n  - id: ", "\n    kind: ", "true-false", "multiple", "order", "choice"),
    *("\n    prompt: ", "\n    answer: ", "\n    distractors: ", "\n    citations: ", "source: ", "quote: "),
    *("after: ", "highlight: ", "\n    explanation: ", "\n    disputes: ", "citation: ", "note: ", "draft: "),
    *("\n    according_to: ", "\n    difficulty: ", "hard", "\n    silence: ", "rule: ", "reason: ", SOURCE),
)
_CATALOGUE_KEYS = tokens(
    *("\nsources:\n", "\npack: ", "\n  - id: ", "\n    file: ", "\n    title: ", "\n    label: "),
    *(
        "\n    publisher: ",
        "\n    published: ",
        "2024-02-30",
        "published_inferred: ",
        "inferred_from: ",
        "sha256: ",
        "paragraphs: ",
    ),
    *("blank-line", "off_limits: ", "from: ", "to: ", "why: ", "exempt: ", "sentences: ", "\nsilence: ", "rule: "),
    *("reason: ", "answer-length", SOURCE),
)
_ARTICLE = tokens(
    *("\n", "\r\n", "\r", "\n\n", " ", "\u00a0", "\u200b", "\u2019", "“", "”", "—", "…", "[...]", ". ", "Mr. "),
    *("\x00", "\x1b[31m", "\u202e", "\u0301", "\ufeff", "\u2028", "日本語", "n't", "Ballerina", "\t", "\x0c", "1.5"),
)


def chunks(file: Path, key: str) -> list[str]:
    """The entries of a YAML file's list, as they stand there."""
    return [chunk for _, chunk in split_items(file.read_text(encoding="utf-8"), key)]


@cache
def questions() -> tuple[str, ...]:
    """The built-in questions that rest on nothing but that article, as they stand in their files."""
    files = sorted((builtin_pack() / "questions").glob("*.yaml"))
    found = (chunk for file in files for chunk in chunks(file, "questions"))
    name = r"(?:source|according_to): *([\w-]+)"
    return tuple(chunk for chunk in found if set(re.findall(name, chunk)) <= {SOURCE})


@cache
def catalogue() -> str:
    """The built-in catalogue as far as it is of that article."""
    entries = chunks(builtin_pack() / "seeds" / "sources.yaml", "sources")
    return "sources:\n" + next(one for one in entries if f"id: {SOURCE}\n" in one)


def article() -> Path:
    """That article's file."""
    return builtin_pack() / "seeds" / re.findall("file: (.*)", catalogue())[0]


def _catalogues() -> Iterator[bytes]:
    yield catalogue().encode()
    limits = "    off_limits: [{from: Ballerina hits theaters, to: playing in cinemas, why: a caption}]\n"
    silence = "silence: [{rule: uneven-places, reason: It is short.}]\n"
    yield f"pack: short\n{catalogue()}    paragraphs: blank-line\n{limits}{silence}".encode()


@cache
def short_pack(name: str) -> PackFolder:
    """A pack of that article and a question with which nothing is wrong."""
    pack = PackFolder(folder(name) / "pack")
    pack.article(article().read_bytes(), article().stem)
    pack.write("seeds/sources.yaml", catalogue())
    pack.write("questions/fine.yaml", f"questions:\n{questions()[0]}")
    return pack


def _question_files() -> Iterator[bytes]:
    for one, other in pairwise(questions()[1:]):
        yield f"topic: One\nquestions:\n{one}{other}".encode()


def _tree(data: bytes) -> int:
    text, problems = decode_text(data, "f")
    if text is None:
        assert problems
        return 0
    root, problems = parse_yaml(text, "f")
    last = len(_LINE_END.split(text))
    assert all(1 <= one.place.line <= last and one.place.column >= 1 for one in problems)
    if root is not None:
        json.dumps(root.plain())
        _spans(root, 0, len(text))
    for line, chunk in split_items(text, "questions"):
        assert line >= 1
        parse_yaml(chunk, "f", first_line=line)
    return int(root is not None)


def _spans(node: Node, start: int, end: int) -> None:
    """Nothing stands outside of what it is in."""
    assert start <= node.start <= node.end <= end
    inner = list(node.value.values()) if isinstance(node.value, dict) else node.value
    for one in inner if isinstance(inner, list) else ():
        _spans(one, node.start, end)


def _file(name: str, file: str) -> Callable[[bytes], int]:
    """Loading a pack in which a file is another one, for a game and for its authors, and printing all of it."""

    def run(data: bytes) -> int:
        pack = short_pack(name)
        pack.write(file, data)
        played, loaded = load_bank([pack.root]), load([pack.root])
        bank, report = loaded.bank, lint_packs(loaded)
        assert bank.digest == played.digest
        assert bank.problems == played.problems
        assert [one for one in report.problems if one.is_error] == [one for one in played.problems if one.is_error]
        said = {form: render(report, form, Excerpts(pack_locations([pack.root]))) for form in FORMATS}
        assert all(printable(one, keep_lines=True) == one for one in said.values())
        assert json.loads(said["json"])["questions"] == len(bank.questions)
        assert said["text"].splitlines()[-1].startswith(f"{len(bank.questions)} question")
        assert len(json.loads(coverage_as_json(bank))) == len(bank.sources)
        assert "All sources: " in coverage_as_text(bank)
        if file.startswith("questions"):  # what is wrong in one file keeps nothing of another out
            assert "fine.yaml" in {Path(one.place.file).name for one in bank.questions}
        else:
            assert bank.questions or bank.problems
        return len(bank.questions) - file.startswith("questions")

    return run


def _settings(data: bytes) -> int:
    text, _ = decode_text(data, "f")
    settings, flaws = read_settings(text or "", "f", Validators({"theme": ("curtain", "matinee")}))
    assert all("\n" not in str(flaw) and flaw.line >= 1 for flaw in flaws)
    return int(settings != Settings())


def _settings_files() -> Iterator[bytes]:
    yield b"theme: matinee\nquestions: all\nkeys:\n  home.play: g\n"
    yield b"{theme: curtain, seconds: 90, animation: false, options: alphabetical, keys: {app.help: 'f1, ?'}}"


PACKS = (
    Target("yaml", _tree, _question_files, _YAML + _QUESTION_KEYS),
    Target("questions", _file("questions", "questions/more.yaml"), _question_files, _YAML + _QUESTION_KEYS),
    Target(
        "catalogue",
        _file("catalogue", "seeds/sources.yaml"),
        _catalogues,
        _YAML + _CATALOGUE_KEYS,
    ),
    Target(
        "article",
        _file("article", f"seeds/{article().name}"),
        lambda: [article().read_bytes()],
        _ARTICLE,
    ),
    Target(
        "settings",
        _settings,
        _settings_files,
        _YAML + tokens("theme: ", "questions: ", "seconds: ", "animation: ", "timer: ", "options: ", "keys: "),
    ),
)
