"""What the pages say is what the code does."""

import re
import runpy
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from quiz.author.add_source import NewSource, add_source
from quiz.author.fix import find_fixes
from quiz.author.init_pack import init_pack
from quiz.bank.bank import Bank
from quiz.bank.kinds.option_count import SECONDS_PER_OPTION
from quiz.bank.measured_difficulty import EASY_FROM, HARD_BELOW
from quiz.bank.near_miss import find_near_miss
from quiz.bank.pack_loader import load_pack, read_pack
from quiz.game.game import ANSWER_DELAY
from quiz.game.modes import CLASSIC, DAILY, MAX_SECONDS, MIN_SECONDS, MODES, PRACTICE, SURVIVAL
from quiz.game.time_limit import ANSWERING_SECONDS, FLOOR, LIMIT_DECAY, WORDS_PER_SECOND
from quiz.lint.linter import lint
from quiz.records.recency import LONGEST_REST
from tests.plain.scripted_input import Table
from tests.tui.app_player import classic

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_GUIDE = "docs/writing-questions.md"
_STARTS = "## A pack in ten minutes", "## What is in a pack"


def blocks(page: str, kind: str = "yaml") -> list[str]:
    """The blocks of a page, or of a part of it, as they are copied from it."""
    text = (ROOT / page).read_text(encoding="utf-8") if page.endswith(".md") else page
    return [dedent(found) for _, what, found in _BLOCK.findall(text) if what == kind]


def ten_minutes() -> str:
    """The part of the guide that starts a pack from nothing."""
    text = (ROOT / _GUIDE).read_text(encoding="utf-8")
    return text[text.index(_STARTS[0]) : text.index(_STARTS[1])]


def test_the_page_of_problems_is_the_one_that_the_rules_make() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "make_problems.py"))["page"]
    assert (ROOT / "docs" / "problems.md").read_text(encoding="utf-8") == page(), "run python docs/make_problems.py"


@pytest.mark.parametrize("page", ["README.md", "docs/writing-questions.md"])
def test_the_questions_in_the_docs_are_good_ones(page: str, tmp_path: Path) -> None:
    shown = [block for block in blocks(page) if "questions:" in block and block not in blocks(ten_minutes())]
    assert shown
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "questions").mkdir()
    for number, block in enumerate(shown):
        (tmp_path / "questions" / f"{number}.yaml").write_text(block, encoding="utf-8")
    loaded = load_pack(tmp_path)
    wrong = (problem for problem in lint(loaded).problems if problem.rule.name != "draft-question")
    assert [(problem.place, problem.message) for problem in wrong] == []
    assert loaded.pack.questions


def test_a_pack_in_ten_minutes_is_made_as_the_guide_says(tmp_path: Path) -> None:
    [article], [file] = blocks(ten_minutes(), "text"), blocks(ten_minutes())
    (tmp_path / "harbour-news.txt").write_text(article, encoding="utf-8")
    init_pack(tmp_path / "my-pack")
    wanted = NewSource(title="Harbour news", published="2024-05")
    assert add_source(tmp_path / "harbour-news.txt", tmp_path / "my-pack", wanted) == "harbour-news"
    (tmp_path / "my-pack" / "questions" / "ferry.yaml").write_text(file, encoding="utf-8")
    [fixed] = find_fixes(tmp_path / "my-pack")
    assert [mend.message.partition(":")[0] for mend in fixed.fixes] == [
        "It now has an id",
        "The quote now has the article's characters",
    ]
    fixed.write()
    loaded = load_pack(tmp_path / "my-pack")
    pack = loaded.pack
    assert [(problem.place, problem.message) for problem in lint(loaded).problems] == []
    assert [one.topic for one in pack.questions] == ["The lantern fair", "The ferry"]
    miss = find_near_miss("The ship to Marlow Quay", next(one for one in pack.sources if one.id == "harbour-news"))
    assert f"`{miss[2]}`" in ten_minutes()


def test_every_yaml_block_of_the_docs_is_run_by_a_test() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    found = {str(page.relative_to(ROOT)): len(blocks(str(page.relative_to(ROOT)))) for page in pages}
    assert {page for page, count in found.items() if count} <= {"README.md", _GUIDE, "docs/settings.md"}
    others = [one for page in ("README.md", _GUIDE) for one in blocks(page) if "questions:" not in one]
    assert len(others) == 1
    assert "sha256:" in others[0]


def test_the_catalogue_in_the_docs_has_only_keys_that_are_known(tmp_path: Path) -> None:
    (catalogue,) = [block for block in blocks("docs/writing-questions.md") if "sha256" in block]
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "sources.yaml").write_text(catalogue, encoding="utf-8")
    (tmp_path / "seeds" / "review.txt").write_text(
        "The verdict\nWords.\nScreenshot via the studio\nLeave a Reply. All fields are marked\n", encoding="utf-8"
    )
    names = {problem.rule.name for problem in read_pack(tmp_path).problems}
    assert names == {"source-changed", "no-questions"}  # the SHA-256 in the docs is nobody's


def test_the_rules_page_has_the_figures_of_the_code() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for mode in MODES.values():
        assert f"| **{mode.id}** |" in page
    for figure in (
        f"on the screen for {ANSWER_DELAY} seconds",
        f"{CLASSIC.length} questions, or as many as you choose, without a clock",
        f"from {MIN_SECONDS} to {MAX_SECONDS}",
        f"| **survival** | {SURVIVAL.lives} lives",
        f"| **daily** | {DAILY.length} questions",
        f"| **practice** | {PRACTICE.length} questions",
        f"/ {WORDS_PER_SECOND} +\n{ANSWERING_SECONDS} seconds, and {SECONDS_PER_OPTION} seconds more for each option",
        f"times {LIMIT_DECAY} for each question asked before it",
        f"never less than {FLOOR} of the whole",
        f"or {LONGEST_REST} others, whichever is less",
        f"at least {EASY_FROM:.0%}".replace("%", " %"),
        f"if fewer than {HARD_BELOW:.0%}".replace("%", " %"),
    ):
        assert figure in page


def test_every_picture_and_page_that_the_readme_shows_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
    assert sum(link.endswith(".svg") for link in links) >= 2


def test_the_pictures_fetch_nothing_from_elsewhere() -> None:
    for picture in (ROOT / "docs" / "pictures").glob("*.svg"):
        drawn = picture.read_text(encoding="utf-8")
        assert not re.search(r"@font-face|url\((?!#)|<image|href=", drawn), picture.name


def test_the_game_of_the_readme_is_the_one_that_its_script_plays(builtin: Bank) -> None:
    page = runpy.run_path(str(ROOT / "docs" / "make_plain_game.py"))["page"]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert page(text, builtin) == text, "run python docs/make_plain_game.py"
    [shown] = [block for block in blocks("README.md", "text") if "q to leave" in block]
    for words in ("Wrong, minus", "The right answer: ", "\nQuote: ", "\nSource: ", "\nSources disagree: "):
        assert words in shown


def test_the_plain_game_of_the_readme_is_what_the_command_says(builtin: Bank) -> None:
    [shown] = [block for block in blocks("README.md", "text") if "q to leave" in block]
    lines = re.sub(r"Question \d+ of \d+", "Question 1 of 1", shown).splitlines()
    asked = next(one for one in builtin.questions if one.prompt in lines)
    typed = next(line.rpartition(": ")[2] for line in lines if ", q to leave: " in line)
    said = [line.replace("\u00a0", " ") for line in Table(classic(builtin), [asked], typed).said]
    begun = said.index(lines[0])
    assert [line.removesuffix(typed) if "q to leave" in line else line for line in lines] == said[begun:]
