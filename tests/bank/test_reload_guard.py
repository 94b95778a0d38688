"""The reload guard: saved, new and deleted files are noticed, and a broken file does not remove questions."""

import json
import os
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.fingerprint import fingerprint
from quiz.bank.reload_guard import reload_error
from tests.bank.pack_folder import PackFolder, pack_of, question


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    return pack_of(tmp_path / "pack", question(), question("second", answer="Len Wiseman himself"))


def test_every_change_of_a_file_is_noticed_and_nothing_else(pack: PackFolder) -> None:
    path = pack.root / "questions" / "cast.yaml"
    seen = [fingerprint([pack.root])]
    assert len(seen[0]) == 3
    assert fingerprint([pack.root]) == seen[0]
    (pack.root / "README.md").write_text("beside it")
    (pack.root / "questions" / ".cast.yaml.swp").write_text("an editor's own")
    assert fingerprint([pack.root]) == seen[0]

    def differs() -> None:
        now = fingerprint([pack.root])
        assert now not in seen
        seen.append(now)

    before = path.stat()
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Wiseman", b"Freeman"))  # as long as it was
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # and as old, as a copy is that keeps its date
    differs()
    path.write_bytes(data + b"\n")
    differs()
    other = path.with_name("other")
    other.write_bytes(data + b"\n")
    other.rename(path)  # as many editors save
    differs()
    (pack.root / "seeds" / "more").mkdir()
    (pack.root / "seeds" / "more" / "article.txt").write_text("words")
    differs()
    path.unlink()
    differs()


@pytest.mark.parametrize("target", ["nowhere", "aaa.yaml", "x" * 300])
def test_a_link_that_leads_nowhere_keeps_no_other_file_from_being_noticed(pack: PackFolder, target: str) -> None:
    for folder in (pack.root / "questions", pack.root / "seeds"):
        for name in ("aaa.yaml", "zzz.yaml"):
            (folder / name).symlink_to(target)
    seen = fingerprint([pack.root])
    assert {Path(path).name for path in seen} == {"cast.yaml", "review.txt", "sources.yaml"}
    pack.questions(question("another"))
    assert fingerprint([pack.root]) != seen


def test_a_pack_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("a file in the place of the folder")
    assert fingerprint([tmp_path, tmp_path / "nowhere"]) == {}


def reread(pack: PackFolder, text: str | None) -> str | None:
    """What is said against a pack whose file holds other words now; None takes the file away."""
    old = pack.read()
    path = pack.root / "questions" / "cast.yaml"
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    return reload_error(Bank((old,)), Bank((pack.read(),)))


def test_a_broken_file_is_named_with_its_first_problem(pack: PackFolder) -> None:
    whole = (pack.root / "questions" / "cast.yaml").read_text()
    said = reread(pack, whole.replace('"Who directs Ballerina?"', "[1]", 1))
    assert said is not None
    assert said.startswith("questions/cast.yaml:")
    assert "prompt" in said


def test_a_file_that_is_just_being_written_is_no_new_bank(pack: PackFolder) -> None:
    whole = (pack.root / "questions" / "cast.yaml").read_text()
    assert reread(pack, "") == "questions/cast.yaml: The file is empty."
    pack.write("questions/cast.yaml", whole)
    half = reread(pack, whole[: len(whole) // 3])
    assert half is not None
    assert half.startswith("questions/cast.yaml:")


def test_a_file_that_is_no_longer_yaml_is_named_even_if_its_questions_can_still_be_read(pack: PackFolder) -> None:
    whole = "topic: Cast\nquestions:\n" + "".join(
        f"- {json.dumps(one)}\n" for one in (question(), question("second"))
    )
    pack.write("questions/cast.yaml", whole)
    broken = whole.replace("topic: Cast", "topic: 'Cast")
    said = reread(pack, broken)
    assert [one.id for one in pack.read().questions] == [question()["id"], "second"]
    assert said is not None
    assert said.startswith("questions/cast.yaml:1:")
    pack.write("questions/crew.yaml", "questions: 'never closed\n")  # nothing was played from it
    assert reload_error(Bank((pack.read(),)), Bank((pack.read(),))) is None


def test_what_an_author_means_is_taken_up(pack: PackFolder) -> None:
    def assert_taken(*entries: object) -> None:
        old = pack.read()
        pack.questions(*entries)
        assert reload_error(Bank((old,)), Bank((pack.read(),))) is None

    assert_taken(question(), question("renamed"))
    assert_taken(question())  # one taken out
    assert_taken(question(), question("new", distractors=[]))  # a mistake in a new one takes nothing away
    assert_taken(question("other"), question("new", distractors=[]))  # it was known to be wrong
    assert_taken(question("other"), question("more"))
    (pack.root / "questions" / "cast.yaml").rename(pack.root / "questions" / "crew.yaml")
    assert [one.id for one in pack.read().questions] == ["other", "more"]


def test_a_pack_that_has_gone_leaves_the_questions(pack: PackFolder) -> None:
    old = pack.read()
    pack.root.rename(pack.root.with_name("elsewhere"))
    assert "There is no folder" in (reload_error(Bank((old,)), Bank((pack.read(),))) or "")


def test_the_one_file_of_a_pack_taken_away_is_said_as_such(pack: PackFolder) -> None:
    assert reread(pack, None) == "questions/:1:1: The pack has no question that can be played."
