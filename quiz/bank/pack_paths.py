"""The folders of packs: the built-in one, and those of the command line."""

from collections.abc import Iterable
from pathlib import Path


def builtin_pack(package: Path | None = None) -> Path:
    """The folder of the built-in pack: in the installed package, else the root of the repository."""
    package = package or Path(__file__).resolve().parent.parent
    inside = package / "builtin"
    return inside if inside.is_dir() else package.parent


def pack_locations(roots: Iterable[Path] = ()) -> list[tuple[Path, str]]:
    """The folder of each pack, and the prefix of its file names in problems. Without ``roots``, the built-in pack."""
    unique = dict.fromkeys(roots)
    if not unique:
        return [(builtin_pack(), "")]
    # no prefix for the current folder, as compilers name its files
    return [(root, "" if root == Path() else f"{root}/") for root in unique]
