"""Adds an article to a pack: copies the file byte for byte, and adds an entry to sources.yaml."""

import hashlib
import os
import re
import shlex
from pathlib import Path

import msgspec

from quiz.author.slug import slug
from quiz.author.yaml_edits import apply_edits
from quiz.author.yaml_insertion import append_mapping
from quiz.bank.atomic_write import WriteError, create_file, encode_text, replace_file
from quiz.bank.files import decode_text, read_bytes
from quiz.bank.printable import printable
from quiz.bank.resolver import ID
from quiz.bank.source_entry import is_date
from quiz.bank.yaml_nodes import Node, parse_yaml

_SOURCES_FILE = "sources.yaml"
_NEW = "sources:\n"
_FILE_NAME = re.compile(r"[^\W_][\w .,()'’&+-]*", re.UNICODE)


class NewSource(msgspec.Struct, frozen=True, kw_only=True):
    """What the author knows about a new article; None or empty for what is unknown."""

    id: str | None = None
    title: str | None = None
    label: str | None = None
    publisher: str | None = None
    published: str | None = None


def add_source(article: Path, root: Path, new: NewSource) -> str:
    """Copy an article into the pack at ``root`` and write its entry. Returns the id that citations use.

    If the same file is already in ``seeds/``, only its entry is written.

    Raises:
        WriteError: the article cannot be added; the message says why, in one line. Nothing is changed then.

    """
    data = _article(article)
    entry = _entry(article, data, new)
    name = entry["id"] or ""
    seeds = root / "seeds"
    old, text = _sources_file(seeds)
    after = _with_entry(text, entry, data, root)
    folder_existed = seeds.is_dir()
    try:
        seeds.mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(f"{seeds} cannot be created: {error.strerror or error}.") from error
    copied = seeds / article.name
    file_existed = copied.exists()
    try:
        if not file_existed:
            create_file(copied, data)
        try:
            if old is None:
                create_file(seeds / _SOURCES_FILE, encode_text(after))
            else:
                replace_file(seeds / _SOURCES_FILE, encode_text(after, like=old), old)
        except WriteError:
            if not file_existed:
                copied.unlink(missing_ok=True)
            raise
    except WriteError:
        if not folder_existed:
            seeds.rmdir()
        raise
    return name


def _article(article: Path) -> bytes:
    """The bytes of an article. Raises WriteError if they are not text in UTF-8 that can be quoted."""
    name = printable(article.name or str(article))
    data, problems = read_bytes(article, name)
    if data is None:
        raise WriteError(f"{name}: {problems[0].message}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        encoding = _encoding(data)
        if encoding is None:
            reason = "contains NUL bytes: it is not text" if b"\0" in data else "has an unknown encoding"
            raise WriteError(f"{name} {reason}. Save the article as plain text, UTF-8.")
        raise WriteError(
            f"{name} is not UTF-8; it seems to be {encoding}. Save it as UTF-8, or convert it: "
            f"iconv -f {encoding.upper()} -t UTF-8 {shlex.quote(name)} > utf-8.txt"
        )
    if not re.search(r"\w", text):
        raise WriteError(f"{name} contains no words to quote.")
    return data


def _encoding(data: bytes) -> str | None:
    """The likely encoding of bytes that are not UTF-8; None if it is not known."""
    from quiz.exchange.text_decoding import UndecodableError, decode, unmarked_utf_16  # rarely needed

    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in data:
        return unmarked_utf_16(data)
    try:
        return (decode(data).guessed or "").replace("_", "-") or None
    except UndecodableError:
        return None


def _entry(article: Path, data: bytes, new: NewSource) -> dict[str, str | None]:
    """The entry for an article, with its keys in the order of the file."""
    given = {key: value.strip() or None for key, value in msgspec.structs.asdict(new).items() if value is not None}
    for key, value in given.items():
        if value is not None and printable(value) != value:
            raise WriteError(f"The {key} contains a control character: {printable(value)}")
    name = given.get("id") or slug(article.stem, "source")
    if not ID.fullmatch(name):
        raise WriteError(f"{name!r} is not an id: write letters, digits and hyphens.")
    published = given.get("published")
    if published is not None and not is_date(published):
        raise WriteError(f"{published!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.")
    if not _FILE_NAME.fullmatch(article.name) or article.name.casefold() == _SOURCES_FILE:
        raise WriteError(f"{printable(article.name)!r} cannot be the name of an article: rename the file.")
    return {
        "id": name,
        "file": article.name,
        "title": given.get("title"),
        "label": given.get("label") or (None if given.get("title") else _label(article)),
        "publisher": given.get("publisher"),
        "published": published,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _label(article: Path) -> str:
    words = re.sub(r"[\W_]+", " ", article.stem).strip()
    return words[:1].upper() + words[1:]


def _sources_file(seeds: Path) -> tuple[bytes | None, str]:
    """The bytes of sources.yaml and its text; if there is no file yet, None and the text of an empty list."""
    path = seeds / _SOURCES_FILE
    if not path.exists():
        return None, _NEW
    data, problems = read_bytes(path, f"seeds/{_SOURCES_FILE}")
    if data is None:
        raise WriteError(f"seeds/{_SOURCES_FILE}: {problems[0].message}")
    text, _ = decode_text(data, _SOURCES_FILE)
    if text is None:
        raise WriteError(f"seeds/{_SOURCES_FILE} is not UTF-8. Save it as UTF-8 first.")
    return data, text


def _with_entry(text: str, entry: dict[str, str | None], data: bytes, root: Path) -> str:
    """The text of sources.yaml with one more entry. No other value changes."""
    file = f"seeds/{_SOURCES_FILE}"
    node, problems = parse_yaml(text, file)
    if node is None and not problems:  # the file has only comments
        text += _NEW if not text or text.endswith("\n") else f"\n{_NEW}"
        node, problems = parse_yaml(text, file)
    items = node.find("sources") if node is not None else None
    if node is None or problems or items is None or not isinstance(items.value, list | None):
        first = f"{problems[0].place}: {problems[0].message}" if problems else "it has no list under `sources:`."
        raise WriteError(f"Fix {file} first (`quiz check` lists every problem): {first}")
    _refuse_duplicate(items.value or [], entry, data, root)
    after = apply_edits(text, append_mapping(text, items, entry))
    reread, problems = parse_yaml(after, file)
    expected = {**_mapping(node), "sources": [*(item.plain() for item in items.value or []), entry]}
    if reread is None or problems or reread.plain() != expected:
        raise WriteError(f"The layout of {file} does not allow adding an entry automatically: add it by hand.")
    return after


def _mapping(node: Node) -> dict[str, object]:
    return {key: value.plain() for key, value in node.value.items()} if isinstance(node.value, dict) else {}


def _refuse_duplicate(items: list[Node], entry: dict[str, str | None], data: bytes, root: Path) -> None:
    file = entry["file"] or ""
    for item in items:
        known = item.text("id")
        if known == entry["id"]:
            raise WriteError(f"The id {known!r} is already used by another source: choose one with --id.")
        if (item.text("sha256") or "").lower() == entry["sha256"]:
            raise WriteError(f"The same article is already in seeds/sources.yaml, as {known!r}.")
        if (item.text("file") or "").casefold() == file.casefold():
            raise WriteError(f"seeds/{file} is already in seeds/sources.yaml, as {known!r}: rename your file.")
    path = root / "seeds" / file
    if os.path.lexists(path) and read_bytes(path, file)[0] != data:
        raise WriteError(f"seeds/{file} is another article, which has no entry: rename your file.")
