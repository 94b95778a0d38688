"""The commands for authors: a pack is started, gets an article, and what cannot be is said in one line."""

import json
import shlex
from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, entry
from tests.cli.conftest import Run
from tests.cli.test_cli import one_line


def test_from_nothing_to_a_pack_with_an_article_of_ones_own(run: Run, tmp_path: Path) -> None:
    ran = run("init", "harbour", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert "harbour/questions/example.yaml" in ran.out.splitlines()
    checked = run("check", "--strict", "harbour", cwd=tmp_path)
    assert checked.code == 0, checked.out
    (tmp_path / "News.txt").write_text("The harbour opened in 1987.\n")
    added = run("add-source", tmp_path / "News.txt", "--published", "2024", cwd=tmp_path / "harbour")
    assert (added.code, added.out) == (0, "Cite it as news.\n")
    assert run("check", "--strict", tmp_path / "harbour").code == 0
    pack = tmp_path / "harbour"
    (pack / "questions" / "mine.yaml").write_text(
        "questions:\n  - prompt: When did it open?\n    answer: 1987\n    distractors: [1986, 1988, 1989]\n"
        "    citations:\n      - {source: news, quote: opened in 1987}\n"
    )
    assert run("check", "--fix", pack).code == 0
    listed = json.loads(run("list", "--pack", pack, "--format", "json").out)
    assert {one["id"] for one in listed} == {"candles-in-jars", "when-did-it-open"}


def test_init_refuses_a_folder_that_is_not_empty(run: Run, pack: PackFolder) -> None:
    before = sorted(pack.root.rglob("*"))
    ran = run("init", pack.root)
    assert (ran.code, ran.out) == (2, "")
    assert "is not an empty folder: nothing was written." in one_line(ran.err)
    assert sorted(pack.root.rglob("*")) == before


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "a\nb", "Größe", "-x", "." * 3, "null"])
def test_any_name_of_a_folder_makes_a_good_pack(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("init", "--", name, cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.out
    assert run("check", "--strict", "--", name, cwd=tmp_path).code == 0


def test_a_folder_that_cannot_be_made_leaves_no_other_behind(run: Run, tmp_path: Path) -> None:
    ran = run("init", "tm/a/b/" + "x" * 300, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert not (tmp_path / "tm").exists()


@pytest.mark.parametrize("where", ["/proc/nothing/here", "/dev/null/x", "x" * 300])
def test_a_folder_that_cannot_be_made_is_told(run: Run, where: str) -> None:
    ran = run("init", where)
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be created" in one_line(ran.err)


def test_an_article_goes_into_one_pack_that_is_named_or_stood_in(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("The harbour opened.\n")
    outside = run("add-source", tmp_path / "news.txt")
    assert outside.code == 2
    assert "This folder is not a pack" in one_line(outside.err)
    second = PackFolder(tmp_path / "second")
    several = run("--pack", pack.root, "--pack", second.root, "add-source", tmp_path / "news.txt")
    assert "one pack" in one_line(several.err)
    assert run("add-source", tmp_path / "news.txt", QUIZ_PACK=str(pack.root)).code == 0
    again = run("add-source", tmp_path / "news.txt", "--pack", pack.root, "--id", "other")
    assert (again.code, again.out) == (2, "")
    assert "is already in seeds/sources.yaml, as 'news'" in one_line(again.err)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.txt", "café".encode("latin-1"), "it seems to be windows-1252. Save it as UTF-8"),
        ("a\x1b[2J.txt", b"words", "cannot be the name of an article"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(
    run: Run, pack: PackFolder, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    before = sorted(pack.root.rglob("*"))
    (tmp_path / name).write_bytes(data)
    ran = run("add-source", tmp_path / name, "--pack", pack.root)
    assert (ran.code, ran.out) == (2, "")
    assert said in one_line(ran.err)
    assert "\x1b" not in ran.err
    assert sorted(pack.root.rglob("*")) == before


def test_an_article_that_lies_in_the_pack_gets_its_entry_as_the_check_says(run: Run, pack: PackFolder) -> None:
    pack.article("The harbour opened in 1987.\n", "harbour news")
    for where, cwd in ((".", pack.root), ("pack", pack.root.parent)):
        pack.write_sources_file(entry())
        hint = run("check", where, cwd=cwd).out.partition("Write one with `quiz ")[2].partition("`")[0]
        added = run(*shlex.split(hint), cwd=cwd)
        assert (added.code, added.out, added.err) == (0, "Cite it as harbour-news.\n", "")
        assert run("check", "--strict", where, cwd=cwd).code == 0


def test_a_folder_is_no_article(run: Run, pack: PackFolder) -> None:
    ran = run("add-source", ".", cwd=pack.root)
    assert ran.code == 2
    assert one_line(ran.err) == "Error: .: The file cannot be read: it is not a regular file."


@pytest.mark.parametrize(
    "to", ["loop/x.yaml", "loop/../loop/x.yaml", "a\x1bb/x.yaml", ".x.yaml", "questions/.x.yaml"]
)
def test_questions_come_in_where_they_are_read(run: Run, pack: PackFolder, to: str) -> None:
    (pack.root / "loop").symlink_to("loop")
    pack.write("a.csv", "prompt,answer,distractors\nWho?,Ana,Ian|Len\n")
    before = sorted(pack.root.rglob("*"))
    ran = run("import", "a.csv", "--to", to, cwd=pack.root)
    assert (ran.code, ran.out) == (2, "")
    assert "--to names a YAML file in the pack's questions/ folder" in one_line(ran.err)
    assert sorted(pack.root.rglob("*")) == before


@pytest.mark.parametrize("link", ["questions", "there"])
def test_a_linked_folder_is_known_for_what_it_is(run: Run, pack: PackFolder, link: str) -> None:
    (pack.root / "there").symlink_to("questions")
    pack.write("a.csv", "prompt,answer,distractors\nWho?,Ana,Ian|Len\n")
    assert run("import", "a.csv", "--to", f"{link}/x.yaml", cwd=pack.root).code == 0
    assert (pack.root / "questions" / "x.yaml").is_file()


def test_the_schemas_are_printed(run: Run) -> None:
    for arguments, title in (
        ([], "A pack's questions"),
        (["questions"], "A pack's questions"),
        (["sources"], "A pack's sources"),
    ):
        ran = run("schema", *arguments)
        assert (ran.code, ran.err) == (0, "")
        assert json.loads(ran.out)["title"] == title
    assert "'answers' is not one of" in one_line(run("schema", "answers").err)
