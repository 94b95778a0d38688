"""Starts a pack: a folder with an article, a question about it that passes every check, and JSON Schemas."""

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from quiz.author import pack_template as template
from quiz.author.json_schema import schema_of
from quiz.author.slug import slug
from quiz.bank.atomic_write import WriteError, create_file
from quiz.bank.printable import printable

_FOLDERS = ("seeds", "questions", "schemas")


def init_pack(folder: Path) -> list[Path]:
    """Start a pack in a folder that is empty or does not exist yet. Returns the files that were written.

    Raises:
        WriteError: the folder is not empty, or a file cannot be written. Nothing is left behind then.
    """
    shown = printable(str(folder))
    missing = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    if not missing and not _is_empty(folder):
        raise WriteError(f"{shown} is not an empty folder: nothing was written.")
    try:
        for name in _FOLDERS:
            (folder / name).mkdir(parents=True)
        files = _files(slug(folder.resolve().name, "my-pack"))
        for path, text in files.items():
            create_file(folder / path, text.encode())
    except (OSError, WriteError) as error:
        _remove(folder, missing)
        raise WriteError(f"{shown} cannot be created: {getattr(error, 'strerror', None) or error}") from error
    return [folder / path for path in files]


def _is_empty(folder: Path) -> bool:
    try:
        return folder.is_dir() and not any(folder.iterdir())
    except OSError:  # a folder without read permission
        return False


def _files(pack: str) -> dict[str, str]:
    article = template.ARTICLE
    digest = hashlib.sha256(article.encode()).hexdigest()
    return {
        "README.md": template.README.format(pack=pack),
        f"seeds/{template.ARTICLE_FILE}": article,
        "seeds/sources.yaml": template.SOURCES_FILE.format(pack=pack, file=template.ARTICLE_FILE, sha256=digest),
        f"questions/{template.QUESTIONS_FILE}": template.QUESTIONS,
        "schemas/questions.schema.json": schema_of("questions"),
        "schemas/sources.schema.json": schema_of("sources"),
    }


def _remove(folder: Path, made: list[Path]) -> None:
    """Remove the files written before a failure, then the folders that were created, the innermost first."""
    for name in _FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    with contextlib.suppress(OSError):
        (folder / "README.md").unlink(missing_ok=True)
    for path in made:
        with contextlib.suppress(OSError):  # it was not created, or another program put a file into it
            path.rmdir()
