"""Adding an article: its bytes and its entry go in, nothing else changes, and what cannot be cited is refused."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.add_source import NewSource, add_source
from quiz.bank.atomic_write import WriteError
from quiz.bank.files import MOST_BYTES
from quiz.bank.pack_loader import read_pack
from tests.bank.pack_folder import ARTICLE, PackFolder, codes

ANOTHER = "The harbour opened in 1987.\r\nIt’s “new”.\n".encode()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "Harbour news 2024.txt"
    path.write_bytes(ANOTHER)
    return path


def tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_an_article_goes_in_byte_for_byte_with_an_entry_at_the_end(pack: PackFolder, article: Path) -> None:
    text = "# mine\r\npack: p\r\nsources:\r\n  - id: review\r\n    file: review.txt\r\n    sha256: {}  # kept\r\n"
    text = text.format(hashlib.sha256(ARTICLE.encode()).hexdigest())
    pack.write("seeds/sources.yaml", b"\xef\xbb\xbf" + text.encode())
    wanted = NewSource(title="Harbour: the #1 “news”", publisher="The Gazette", published="2024-12")
    assert add_source(article, pack.root, wanted) == "harbour-news-2024"
    assert (pack.root / "seeds" / article.name).read_bytes() == ANOTHER
    after = (pack.root / "seeds" / "sources.yaml").read_bytes()
    assert (
        after
        == b"\xef\xbb\xbf"
        + text.encode()
        + (
            '  - id: harbour-news-2024\r\n    file: Harbour news 2024.txt\r\n    title: "Harbour: the #1 “news”"\r\n'
            "    label: null\r\n    publisher: The Gazette\r\n    published: 2024-12\r\n"
            f"    sha256: {hashlib.sha256(ANOTHER).hexdigest()}\r\n"
        ).encode()
    )
    [_, source] = pack.read().sources
    assert (source.name, source.publisher, source.published) == ("Harbour: the #1 “news”", "The Gazette", "2024-12")
    assert codes(pack.read().problems) == []


def test_what_is_not_said_is_not_known_but_the_screen_has_a_label(pack: PackFolder, article: Path) -> None:
    add_source(article, pack.root, NewSource(title="  "))
    source = pack.read().sources[1]
    assert (source.title, source.label, source.publisher, source.published) == (None, "Harbour news 2024", None, None)


def test_the_end_of_a_document_stays_behind_the_new_entry(pack: PackFolder, article: Path) -> None:
    pack.write("seeds/sources.yaml", "sources:\n  - id: a\n...\n# the end\n")
    add_source(article, pack.root, NewSource(id="new"))
    after = (pack.root / "seeds" / "sources.yaml").read_text(encoding="utf-8")
    assert after.startswith("sources:\n  - id: a\n  - id: new\n")
    assert after.endswith("\n...\n# the end\n")


@pytest.mark.parametrize(
    "before",
    [
        None,
        b"",
        b"# only a comment",
        b"sources:\n",
        b"sources: []\n",
        b"sources: ~\n",
        b"sources: null  # none yet\n",
    ],
)
def test_the_first_article_of_a_pack_is_the_first_entry(tmp_path: Path, article: Path, before: bytes | None) -> None:
    root = tmp_path / "new"
    root.mkdir()
    if before is not None:
        (root / "seeds").mkdir()
        (root / "seeds" / "sources.yaml").write_bytes(before)
    add_source(article, root, NewSource(id="first"))
    after = (root / "seeds" / "sources.yaml").read_bytes()
    assert after.startswith((before or b"").replace(b" ~", b"").replace(b" null", b"").rstrip(b"]\n"))
    [source] = read_pack(root).sources
    assert (source.id, source.text.encode()) == ("first", ANOTHER)
    assert codes(read_pack(root).problems) == ["Q103"]


@pytest.mark.parametrize("given", ["seeds", "copy", "link"])
def test_an_article_that_lies_there_already_gets_its_entry_alone(pack: PackFolder, article: Path, given: str) -> None:
    there = pack.root / "seeds" / article.name
    there.write_bytes(ANOTHER)
    if given == "link":
        article.unlink()
        article.symlink_to(there)
    before = there.stat()
    assert add_source(there if given == "seeds" else article, pack.root, NewSource()) == "harbour-news-2024"
    assert (there.read_bytes(), there.stat().st_mtime_ns) == (ANOTHER, before.st_mtime_ns)
    assert [one.id for one in pack.read().sources] == ["review", "harbour-news-2024"]
    assert codes(pack.read().problems) == []


def test_an_article_that_lay_there_stays_if_its_entry_cannot_be_written(pack: PackFolder) -> None:
    pack.article(ANOTHER, "news")
    (pack.root / "seeds" / "sources.yaml").chmod(0o444)
    refuse(pack, pack.root / "seeds" / "news.txt", NewSource(), "sources.yaml is read-only")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (NewSource(id="review"), "The id 'review' is already used"),
        (NewSource(id="Who is it?"), "is not an id"),
        (NewSource(published="9 December 2024"), "'9 December 2024' is not a date"),
        (NewSource(published="2024-02-30"), "is not a date"),
        (NewSource(title="a\x1b[2Jb"), "The title contains a control character: a␛[2Jb"),
        (NewSource(label="a\0b"), "The label contains a control character"),
        (NewSource(publisher="a\nb"), "The publisher contains a control character"),
    ],
)
def test_what_cannot_stand_in_the_catalogue_is_refused(
    pack: PackFolder, article: Path, wanted: NewSource, said: str
) -> None:
    refuse(pack, article, wanted, said)


def refuse(pack: PackFolder, article: Path, wanted: NewSource, said: str) -> None:
    before = tree(pack.root)
    with pytest.raises(WriteError) as refused:
        add_source(article, pack.root, wanted)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert tree(pack.root) == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("caf\xe9 au lait".encode("latin-1"), "it seems to be windows-1252"),
        (b"caf\x8d au lait", "it seems to be windows-125"),
        ("Это статья о новом фильме".encode("cp1251"), "iconv -f WINDOWS-1251 -t UTF-8 'Harbour news 2024.txt'"),
        ("\ufeffwords".encode("utf-16-le"), "it seems to be utf-16."),
        ("words of an article".encode("utf-16-le"), "it seems to be utf-16le"),
        ("words of an article".encode("utf-16-be"), "it seems to be utf-16be"),
        (b"words\0and more words", "NUL bytes"),
        (b"\x7fELF\0\0\0\0\0\0\0\0", "NUL bytes"),
        (b"", "no words"),
        (b" \n\xef\xbb\xbf --- \n", "no words"),
        (b"x" * (MOST_BYTES + 1), "larger than 16 MiB"),
        (ARTICLE.encode(), "already in seeds/sources.yaml, as 'review'"),
    ],
    ids=lambda one: str(one[:12]),
)
def test_what_cannot_be_quoted_is_refused(pack: PackFolder, article: Path, data: bytes, said: str) -> None:
    article.write_bytes(data)
    refuse(pack, article, NewSource(), said)


@pytest.mark.parametrize(
    ("name", "said"),
    [("review.txt", "rename your file"), ("REVIEW.txt", "rename your file"),
     ("lost.txt", "is another article, which has no entry"),
     (".hidden", "cannot be the name"), ("a\x1b[2Jb.txt", "'a␛[2Jb.txt' cannot be the name"),
     ("sources.yaml", "cannot be the name")],
)  # fmt: skip
def test_a_name_that_is_taken_or_is_none_is_refused(pack: PackFolder, tmp_path: Path, name: str, said: str) -> None:
    pack.write("seeds/lost.txt", "an article without an entry")
    (tmp_path / name).write_bytes(ANOTHER)
    refuse(pack, tmp_path / name, NewSource(id="other"), said)


def test_a_file_that_cannot_be_read_is_told(pack: PackFolder, tmp_path: Path) -> None:
    refuse(pack, tmp_path / "gone.txt", NewSource(), "it does not exist")
    refuse(pack, tmp_path, NewSource(), "it is not a regular file")
    refuse(pack, Path(), NewSource(), ".: The file cannot be read: it is not a regular file.")


@pytest.mark.parametrize(
    "catalogue",
    [
        b"sources: [\n",
        b"sources: {a: b}\n",
        b"sources: words\n",
        b"- a list\n",
        b"pack: p\n",
        b"sources:\n  - id: \xff\n",
        b"sources:\n  - id: \x00\n",
        b'{"sources": null}\n',
        b"sources:\n  - id: a\n    note: |+\n      kept\n\n\n",
        b"sources: &a\n  - id: *a\n",
        b"sources: " + b"[" * 10_000,
        b"a: &a [x, x]\nb: &b [*a, *a]\nsources: [*b]\n",
    ],
)
def test_a_catalogue_that_no_entry_can_be_added_to_is_left_as_it_is(
    pack: PackFolder, article: Path, catalogue: bytes
) -> None:
    pack.write("seeds/sources.yaml", catalogue)
    before = tree(pack.root)
    said = said_of(article, pack.root, NewSource())
    assert "seeds/sources.yaml" in said
    assert "\n" not in said
    assert tree(pack.root) == before


def said_of(article: Path, root: Path, wanted: NewSource) -> str:
    """What is said where an article cannot be added; nothing where it was."""
    try:
        add_source(article, root, wanted)
    except WriteError as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("fails", ["replace_file", "create_file"])
def test_what_cannot_be_written_leaves_nothing_behind(
    pack: PackFolder, article: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise WriteError(os.strerror(28))

    monkeypatch.setattr(f"quiz.author.add_source.{fails}", full)
    refuse(pack, article, NewSource(), "No space left on device")


def test_a_read_only_catalogue_is_left(pack: PackFolder, article: Path) -> None:
    (pack.root / "seeds" / "sources.yaml").chmod(0o444)
    refuse(pack, article, NewSource(), "sources.yaml is read-only")


ARTICLES = st.text(max_size=60).map(str.encode)


@given(words=st.text(max_size=30), data=ARTICLES | ARTICLES | ARTICLES | st.binary(max_size=60))
def test_whatever_is_added_can_be_read_or_was_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, words: str, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    pack = PackFolder(folder / "pack")
    pack.write_sources_file()
    (folder / "a.txt").write_bytes(data)
    said = said_of(folder / "a.txt", pack.root, NewSource(title=words, label=words, publisher=words))
    if said:
        assert "\n" not in said
        assert not (pack.root / "seeds" / "a.txt").exists()
    else:
        [source] = pack.read().sources
        assert (source.id, source.title) == ("a", words.strip() or None)
        assert (pack.root / "seeds" / "a.txt").read_bytes() == data
