"""Adding an article to a pack: it is copied byte for byte, and the catalogue gets its entry."""

import hashlib
import os
import re
import shlex
from pathlib import Path

import msgspec

from quiz.author.slug import slug
from quiz.author.yaml_edits import apply
from quiz.author.yaml_insertion import append_mapping
from quiz.bank.atomic_write import WriteError, as_bytes, new_file, replace_file
from quiz.bank.files import decoded, read_bytes
from quiz.bank.printable import printable
from quiz.bank.resolver import ID
from quiz.bank.source_entry import is_date
from quiz.bank.yaml_nodes import Node, parse_yaml

_CATALOGUE = "sources.yaml"
_NEW = "sources:\n"
_FILE_NAME = re.compile(r"[^\W_][\w .,()'’&+-]*", re.UNICODE)


class NewSource(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever adds an article says of it; what is not said is not known."""

    id: str | None = None
    title: str | None = None
    label: str | None = None
    publisher: str | None = None
    published: str | None = None


def add_source(article: Path, root: Path, wanted: NewSource) -> str:
    """Copy an article into the pack at ``root`` and write its entry; the id under which it can be cited.

    An article that lies there already gets its entry alone.

    Raises:
        WriteError: that cannot be, and the message says why in one line; nothing is changed then.

    """
    data = _article(article)
    entry = _entry(article, data, wanted)
    name = entry["id"] or ""
    seeds = root / "seeds"
    was, text = _catalogue(seeds)
    after = _with_entry(text, entry, data, root)
    existed = seeds.is_dir()
    try:
        seeds.mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(f"{seeds} cannot be made: {error.strerror or error}.") from error
    copied = seeds / article.name
    lies_there = copied.exists()
    try:
        if not lies_there:
            new_file(copied, data)
        try:
            if was is None:
                new_file(seeds / _CATALOGUE, as_bytes(after))
            else:
                replace_file(seeds / _CATALOGUE, as_bytes(after, like=was), was)
        except WriteError:
            if not lies_there:
                copied.unlink(missing_ok=True)
            raise
    except WriteError:
        if not existed:
            seeds.rmdir()
        raise
    return name


def _article(article: Path) -> bytes:
    """The bytes of an article that can be quoted."""
    name = printable(article.name or str(article))
    data, problems = read_bytes(article, name)
    if data is None:
        raise WriteError(f"{name}: {problems[0].message}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        seems = _encoding(data)
        if seems is None:
            why = "holds NUL bytes: it is no text" if b"\0" in data else "is in no encoding that can be told"
            raise WriteError(f"{name} {why}. Save the article as plain text, UTF-8.")
        raise WriteError(
            f"{name} is not UTF-8; it seems to be {seems}. Save it as UTF-8, or convert it: "
            f"iconv -f {seems.upper()} -t UTF-8 {shlex.quote(name)} > utf-8.txt"
        )
    if not re.search(r"\w", text):
        raise WriteError(f"{name} has no words that could be quoted.")
    return data


def _encoding(data: bytes) -> str | None:
    """What bytes that are no UTF-8 text seem to be; None where that cannot be told."""
    from quiz.exchange.text_decoding import UndecodableError, decode, unmarked_utf_16  # only what is refused needs it

    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in data:
        return unmarked_utf_16(data)
    try:
        return (decode(data).guessed or "").replace("_", "-") or None
    except UndecodableError:
        return None


def _entry(article: Path, data: bytes, wanted: NewSource) -> dict[str, str | None]:
    """The entry for an article, key by key."""
    said = {key: value.strip() or None for key, value in msgspec.structs.asdict(wanted).items() if value is not None}
    for key, value in said.items():
        if value is not None and printable(value) != value:
            raise WriteError(f"The {key} holds a control character: {printable(value)}")
    name = said.get("id") or slug(article.stem, "source")
    if not ID.fullmatch(name):
        raise WriteError(f"{name!r} is no id: write letters, digits and hyphens.")
    published = said.get("published")
    if published is not None and not is_date(published):
        raise WriteError(f"{published!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.")
    if not _FILE_NAME.fullmatch(article.name) or article.name.casefold() == _CATALOGUE:
        raise WriteError(f"{printable(article.name)!r} is no name for an article: give the file a plain one.")
    return {
        "id": name,
        "file": article.name,
        "title": said.get("title"),
        "label": said.get("label") or (None if said.get("title") else _label(article)),
        "publisher": said.get("publisher"),
        "published": published,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _label(article: Path) -> str:
    words = re.sub(r"[\W_]+", " ", article.stem).strip()
    return words[:1].upper() + words[1:]


def _catalogue(seeds: Path) -> tuple[bytes | None, str]:
    """The catalogue as it is, and its text; None where there is none yet."""
    path = seeds / _CATALOGUE
    if not path.exists():
        return None, _NEW
    data, problems = read_bytes(path, f"seeds/{_CATALOGUE}")
    if data is None:
        raise WriteError(f"seeds/{_CATALOGUE}: {problems[0].message}")
    text, _ = decoded(data, _CATALOGUE)
    if text is None:
        raise WriteError(f"seeds/{_CATALOGUE} is not UTF-8. Save it as UTF-8 first.")
    return data, text


def _with_entry(text: str, entry: dict[str, str | None], data: bytes, root: Path) -> str:
    """The catalogue with an entry more, which must say what it said and the entry, and nothing else."""
    file = f"seeds/{_CATALOGUE}"
    node, problems = parse_yaml(text, file)
    if node is None and not problems:  # nothing but comments
        text += _NEW if not text or text.endswith("\n") else f"\n{_NEW}"
        node, problems = parse_yaml(text, file)
    items = node.find("sources") if node is not None else None
    if node is None or problems or items is None or not isinstance(items.value, list | None):
        first = f"{problems[0].place}: {problems[0].message}" if problems else "it has no list under `sources:`."
        raise WriteError(f"Mend {file} first, `quiz check` shows what is wrong: {first}")
    _refuse_duplicate(items.value or [], entry, data, root)
    after = apply(text, append_mapping(text, items, entry))
    again, problems = parse_yaml(after, file)
    wanted = {**_mapping(node), "sources": [*(one.plain() for one in items.value or []), entry]}
    if again is None or problems or again.plain() != wanted:
        raise WriteError(f"{file} is laid out in a way that no entry can be added to: add it by hand.")
    return after


def _mapping(node: Node) -> dict[str, object]:
    return {key: value.plain() for key, value in node.value.items()} if isinstance(node.value, dict) else {}


def _refuse_duplicate(items: list[Node], entry: dict[str, str | None], data: bytes, root: Path) -> None:
    file = entry["file"] or ""
    for item in items:
        known = item.text("id")
        if known == entry["id"]:
            raise WriteError(f"The id {known!r} is taken by another source: choose one with --id.")
        if (item.text("sha256") or "").lower() == entry["sha256"]:
            raise WriteError(f"The very same article is in the catalogue already, as {known!r}.")
        if (item.text("file") or "").casefold() == file.casefold():
            raise WriteError(f"seeds/{file} is in the catalogue already, as {known!r}: rename your file.")
    there = root / "seeds" / file
    if os.path.lexists(there) and read_bytes(there, file)[0] != data:
        raise WriteError(f"seeds/{file} is another article, which has no entry: rename your file.")
