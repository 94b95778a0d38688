"""What takes long says how far it has come, where somebody waits at a terminal, and leaves no trace."""

import sys
from pathlib import Path

import pytest

import quiz.bank.progress as paced
from quiz.bank.cache.open_packs import open_bank
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.load import load_bank
from quiz.bank.progress import no_progress
from quiz.cli.progress_line import progress
from quiz.lint.cached_report import check_packs
from tests.bank.pack_folder import PackFolder, question

Heard = list[tuple[int, int, int]]


@pytest.fixture
def two_files(pack: PackFolder) -> Path:
    pack.questions(question("a"), question("b", prompt="Who else?"), file="a.yaml")
    pack.questions(question("c", prompt="Who more?"), {"id": "broken"}, file="b.yaml")
    (pack.root / "questions" / "cast.yaml").unlink()
    return pack.root


def test_reading_a_pack_tells_of_every_question_and_file(two_files: Path) -> None:
    heard: Heard = []
    load_bank([two_files], progress=lambda *how_far: heard.append(how_far))
    assert heard == [(0, 2, 1), (0, 2, 2), (1, 2, 2), (1, 2, 3), (2, 2, 3)]


def test_out_of_the_cache_there_is_nothing_to_tell(two_files: Path, tmp_path: Path) -> None:
    heard: Heard = []
    for _ in range(2):
        open_bank([two_files], PackCache(tmp_path / "cache"), progress=lambda *how_far: heard.append(how_far))
        check_packs([two_files], PackCache(tmp_path / "cache"), progress=lambda *how_far: heard.append(how_far))
    assert len(heard) == 10


def test_the_line_is_shown_after_a_while_and_taken_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(paced.time, "monotonic", lambda: now[0])
    with progress() as told:
        for now[0], files in ((0.0, 0), (0.49, 1), (0.5, 2), (0.55, 3), (0.59, 2000)):
            told(files, 2000, files * 10)
    said = (
        "\rReading: 2 of 2,000 files, 20 questions …  \rComparing: 2,000 of 2,000 files, 20,000 questions …  \r\x1b[K"
    )
    assert capsys.readouterr() == ("", said)
    with progress() as told:
        told(0, 1, 5)
    assert capsys.readouterr().err == ""
    now[0] = 0.0
    with progress() as told:
        now[0] = 9.0
        told(0, 1, 5)
    assert capsys.readouterr().err == "\rReading: 5 questions …  \r\x1b[K"


def test_where_nobody_watches_nothing_is_said() -> None:
    with progress() as told:
        assert told is no_progress
