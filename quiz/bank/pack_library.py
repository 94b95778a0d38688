"""The pack library: the available packs, those of them that are in play, and the bank loaded from these."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.cache.open_packs import open_bank
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.files import is_file, resolved
from quiz.bank.fingerprint import Fingerprint, fingerprint
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.progress import ProgressCallback, no_progress
from quiz.bank.question_index import PackSummary

if TYPE_CHECKING:
    from quiz.bank.load import LoadedPacks

_HEAD = 4096
"""How many bytes of a sources file are searched for the name of the pack."""


class ListedPack(NamedTuple):
    """A pack in a list to choose from."""

    root: Path
    name: str
    pack: PackSummary | None
    """None if the pack is not in play: then it has not been read."""


class PackLibrary(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The available packs, and the bank of those in play. Immutable: a change returns a new library."""

    requested: tuple[Path, ...]
    """The packs of the command line, or the built-in one, and further packs to choose from."""
    in_folder: tuple[Path, ...]
    """The packs in ``folder``."""
    in_play: tuple[Path, ...]
    bank: Bank
    loaded_fingerprint: Fingerprint
    """The fingerprint of the packs in play, taken before the bank was loaded."""
    folder: Path | None = None
    """The folder whose packs are always available."""
    drafts: bool = False
    cache: PackCache | None = None

    @property
    def roots(self) -> tuple[Path, ...]:
        """Every available pack, each once. A pack in play is included even if its folder is gone."""
        unique: dict[Path, Path] = {}
        for root in (*self.requested, *self.in_folder, *self.in_play):
            unique.setdefault(resolved(root) or root, root)
        return tuple(unique.values())

    @property
    def listed(self) -> tuple[ListedPack, ...]:
        """Every available pack, with its summary if it is in play."""
        read = {pack.path: pack for pack in self.bank.summary.packs if pack.path in self.in_play}
        return tuple(ListedPack(root, _name(root, read.get(root)), read.get(root)) for root in self.roots)

    def load(self) -> "LoadedPacks":
        """Load the packs in play again, with everything that authors need, which the cache does not have."""
        from quiz.bank.load import LoadedPacks, load

        return load(_roots_to_load(self.in_play), drafts=self.drafts) if self.in_play else LoadedPacks(())

    def with_packs(self, roots: Sequence[Path], progress: ProgressCallback = no_progress) -> "PackLibrary":
        """The library with other packs in play."""
        current = fingerprint(roots)
        bank = _read(roots, self.cache, drafts=self.drafts, progress=progress)
        return msgspec.structs.replace(self, in_play=tuple(roots), bank=bank, loaded_fingerprint=current)

    @property
    def is_up_to_date(self) -> bool:
        """Whether the files of the packs in play are unchanged since they were loaded."""
        return fingerprint(self.in_play) == self.loaded_fingerprint

    def with_folder_rescanned(self) -> "PackLibrary":
        """The library with the packs that are now in its folder."""
        in_folder = find_packs(self.folder)
        return self if in_folder == self.in_folder else msgspec.structs.replace(self, in_folder=in_folder)

    def reload_if_changed(self, progress: ProgressCallback = no_progress) -> tuple["PackLibrary", str | None]:
        """Load the packs in play again if their files have changed.

        Returns the library and an error message. If the new bank must not replace the old one (see ``reload_guard``),
        the library keeps the old bank and the message says why, in one line; the next call loads again.
        """
        now = self.with_folder_rescanned()
        current = fingerprint(self.in_play)
        if current == self.loaded_fingerprint:
            return now, None
        from quiz.bank.reload_guard import reload_error  # only needed after a change

        bank = _read(self.in_play, self.cache, drafts=self.drafts, progress=progress)
        error = reload_error(self.bank, bank)
        return (now, error) if error else (msgspec.structs.replace(now, bank=bank, loaded_fingerprint=current), None)


def open_library(
    roots: Sequence[Path] = (),
    folder: Path | None = None,
    *,
    offered: Sequence[Path] = (),
    drafts: bool = False,
    cache: PackCache | None = None,
    progress: ProgressCallback = no_progress,
) -> PackLibrary:
    """Load the packs at ``roots``; empty means the built-in pack.

    The packs at ``offered`` and in ``folder`` are available to choose, but are not loaded.
    """
    roots = tuple(dict.fromkeys(roots)) or (builtin_pack(),)
    current = fingerprint(roots)
    bank = _read(roots, cache, drafts=drafts, progress=progress)
    in_folder = find_packs(folder)
    return PackLibrary(
        requested=(*roots, *offered),
        in_folder=in_folder,
        in_play=roots,
        bank=bank,
        loaded_fingerprint=current,
        folder=folder,
        drafts=drafts,
        cache=cache,
    )


def find_packs(folder: Path | None) -> tuple[Path, ...]:
    """The packs in a folder, by name: its subfolders that have a sources file."""
    if folder is None:
        return ()
    try:
        return tuple(sorted(path for path in folder.iterdir() if is_file(path / "seeds" / "sources.yaml")))
    except OSError:  # the folder is missing or cannot be read
        return ()


def _read(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool, progress: ProgressCallback = no_progress
) -> Bank:
    return open_bank(_roots_to_load(roots), cache, drafts=drafts, progress=progress) if roots else Bank(())


def _roots_to_load(roots: Sequence[Path]) -> Sequence[Path]:
    """The roots to pass to the loader; empty for the built-in pack alone, so that problems do not name its folder."""
    return () if tuple(roots) == (builtin_pack(),) else roots


def _name(root: Path, pack: PackSummary | None) -> str:
    if pack is not None:
        return pack.name
    return _read_name(root / "seeds" / "sources.yaml") or (resolved(root) or root).name or str(root)


def _read_name(sources_file: Path) -> str | None:
    """The name of the pack, if it is in the first lines of the sources file. The rest of the file is not read."""
    try:
        with sources_file.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return None
    line = next((line for line in head.splitlines() if line.startswith("pack:")), None)
    if line is None:
        return None
    from quiz.bank.yaml_nodes import parse_yaml  # rarely needed: most players have one pack, which is loaded

    node, _ = parse_yaml(line, "")
    return node.text("pack") if node is not None else None
