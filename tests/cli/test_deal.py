"""The deal from the outside: any pack gives a game, and the next game asks something else."""

import re
from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, entry, question
from tests.cli.conftest import Run
from tests.cli.run_command import environment, run_here


def written(folder: Path, count: int, **changes: object) -> PackFolder:
    """A pack of questions that give nothing away: each quotes a sentence of its own."""
    pack = PackFolder(folder)
    text = "\n".join(f"The door {number} was painted by painter{number}." for number in range(count))
    pack.article(text)
    pack.write_sources_file(entry(text=text))
    pack.questions(*(about_door(number, **changes) for number in range(count)))
    return pack


def about_door(number: int, **changes: object) -> dict[str, object]:
    painter = f"painter{number}"
    made = question(
        f"q{number}",
        prompt=f"Who painted the door {number}?",
        answer=painter,
        distractors=["nobody", "a cat"],
        citations=[{"source": "review", "quote": f"The door {number} was painted by {painter}"}],
        explanation="It is still there.",
    )
    return {key: value for key, value in (made | changes).items() if value is not ...}


def played(data: Path, pack: PackFolder, count: int, *options: str) -> list[str]:
    """Skip every question of a game, and return its prompts, in order. Records are kept in ``data``."""
    command = ("play", "--plain", "--pack", pack.root, "--questions", str(count), *options)
    ran = run_here(*command, env=environment(data), cwd=pack.root.parent, typed="s\n\n" * count)
    assert ran.code == 0, ran.err
    assert f"Classic, {count} questions: 0 points." in ran.out, ran.out
    return re.findall(r"^.* door \d+[?.]$", ran.out, re.MULTILINE)[:count]  # the results list them again


def test_the_next_game_asks_something_else_but_a_seed_asks_the_same(tmp_path: Path) -> None:
    pack = written(tmp_path / "pack", 12)
    data = tmp_path / "data"
    seeded = played(data, pack, 3, "--seed", "7")
    first, second = played(data, pack, 3), played(data, pack, 3)
    assert len({*seeded, *first}) == 6
    assert not set(second) & set(first)
    assert played(data, pack, 3, "--seed", "7") == seeded


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"difficulty": "hard", "appeal": 1},
        {"kind": "true-false", "prompt": "Somebody painted the door 1.", "answer": True, "distractors": ...},
    ],
    ids=["three questions, one topic and kind, no labels", "nothing easy or liked", "only statements"],
)
def test_a_poor_pack_is_still_a_game(tmp_path: Path, changes: dict[str, object]) -> None:
    assert len(played(tmp_path / "data", written(tmp_path / "pack", 3, **changes), 3)) == 3


def test_a_pack_of_drafts_is_still_a_game(run: Run, tmp_path: Path) -> None:
    pack = written(tmp_path / "pack", 3, draft=True, citations=...)
    assert len(played(tmp_path / "data", pack, 3, "--drafts")) == 3
    ran = run("play", "--plain", "--pack", pack.root)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
