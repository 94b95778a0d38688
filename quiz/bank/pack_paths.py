"""Where packs are: the one that comes with the game, and those that were chosen."""

from collections.abc import Iterable
from pathlib import Path


def builtin_pack(package: Path | None = None) -> Path:
    """The pack that comes with the game: inside the package when installed, else the repository's root."""
    package = package or Path(__file__).resolve().parent.parent
    inside = package / "builtin"
    return inside if inside.is_dir() else package.parent


def pack_locations(roots: Iterable[Path] = ()) -> list[tuple[Path, str]]:
    """The folders of the packs that are chosen, each with what stands before its file names in problems."""
    chosen = dict.fromkeys(roots)
    if not chosen:
        return [(builtin_pack(), "")]
    # "" as compilers name files of the current folder
    return [(root, "" if root == Path() else f"{root}/") for root in chosen]
