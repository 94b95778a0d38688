"""The pack library: the packs there are, which of them are in play, and the bank loaded from those."""

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
"""Bytes of a sources file in which its pack's name is looked for."""


class ListedPack(NamedTuple):
    """A pack as it is offered; one that is not in play has not been read."""

    root: Path
    name: str
    pack: PackSummary | None


class PackLibrary(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The packs that can be played, and those that are in play."""

    requested: tuple[Path, ...]
    """The packs that were asked for, or the built-in one, and what is offered offered them."""
    in_folder: tuple[Path, ...]
    """The packs in ``folder``."""
    in_play: tuple[Path, ...]
    bank: Bank
    loaded_fingerprint: Fingerprint
    """The fingerprint of the packs in play, taken before the bank was loaded."""
    folder: Path | None = None
    """The folder in which packs are found without being named."""
    drafts: bool = False
    cache: PackCache | None = None

    @property
    def roots(self) -> tuple[Path, ...]:
        """Every pack there is, each once; one that is in play stays even if its folder is gone."""
        known: dict[Path, Path] = {}
        for root in (*self.requested, *self.in_folder, *self.in_play):
            known.setdefault(resolved(root) or root, root)
        return tuple(known.values())

    @property
    def listed(self) -> tuple[ListedPack, ...]:
        """Every pack there is, with its summary if it is in play."""
        read = {pack.path: pack for pack in self.bank.summary.packs if pack.path in self.in_play}
        return tuple(ListedPack(root, _name(root, read.get(root)), read.get(root)) for root in self.roots)

    def load(self) -> "LoadedPacks":
        """Load the packs in play anew, with where each question is written, which no cache knows."""
        from quiz.bank.load import LoadedPacks, load

        return load(_roots_to_load(self.in_play), drafts=self.drafts) if self.in_play else LoadedPacks(())

    def with_packs(self, roots: Sequence[Path], progress: ProgressCallback = no_progress) -> "PackLibrary":
        """The library with other packs in play."""
        current = fingerprint(roots)
        bank = _read(roots, self.cache, drafts=self.drafts, progress=progress)
        return msgspec.structs.replace(self, in_play=tuple(roots), bank=bank, loaded_fingerprint=current)

    @property
    def is_up_to_date(self) -> bool:
        """Whether no file of the packs in play has changed since they were loaded."""
        return fingerprint(self.in_play) == self.loaded_fingerprint

    def with_folder_rescanned(self) -> "PackLibrary":
        """The library with the packs that are in its folder now."""
        found = find_packs(self.folder)
        return self if found == self.in_folder else msgspec.structs.replace(self, in_folder=found)

    def reload_if_changed(self, progress: ProgressCallback = no_progress) -> tuple["PackLibrary", str | None]:
        """The library after loading what has changed; itself where nothing has.

        Where the new bank is worse than the old one, the old one stays and the line says what is wrong; the next
        call loads again.
        """
        now = self.with_folder_rescanned()
        current = fingerprint(self.in_play)
        if current == self.loaded_fingerprint:
            return now, None
        from quiz.bank.reload_guard import reload_error  # nobody needs it as long as nothing was saved

        bank = _read(self.in_play, self.cache, drafts=self.drafts, progress=progress)
        wrong = reload_error(self.bank, bank)
        return (now, wrong) if wrong else (msgspec.structs.replace(now, bank=bank, loaded_fingerprint=current), None)


def open_library(
    given: Sequence[Path] = (),
    folder: Path | None = None,
    *,
    offered: Sequence[Path] = (),
    drafts: bool = False,
    cache: PackCache | None = None,
    progress: ProgressCallback = no_progress,
) -> PackLibrary:
    """Load the packs at ``given``; empty means the built-in pack.

    Those at ``offered`` and in ``folder`` are offered, but not loaded.
    """
    roots = tuple(dict.fromkeys(given)) or (builtin_pack(),)
    current = fingerprint(roots)
    bank = _read(roots, cache, drafts=drafts, progress=progress)
    found = find_packs(folder)
    return PackLibrary(
        requested=(*roots, *offered),
        in_folder=found,
        in_play=roots,
        bank=bank,
        loaded_fingerprint=current,
        folder=folder,
        drafts=drafts,
        cache=cache,
    )


def find_packs(folder: Path | None) -> tuple[Path, ...]:
    """The packs in a folder, by name: its own folders that have a sources file."""
    if folder is None:
        return ()
    try:
        return tuple(sorted(path for path in folder.iterdir() if is_file(path / "seeds" / "sources.yaml")))
    except OSError:  # there is no such folder, or nobody may look into it
        return ()


def _read(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool, progress: ProgressCallback = no_progress
) -> Bank:
    return open_bank(_roots_to_load(roots), cache, drafts=drafts, progress=progress) if roots else Bank(())


def _roots_to_load(roots: Sequence[Path]) -> Sequence[Path]:
    """The packs that problems should name. None for the built-in pack alone, as if no pack was asked for."""
    return () if tuple(roots) == (builtin_pack(),) else roots


def _name(root: Path, pack: PackSummary | None) -> str:
    if pack is not None:
        return pack.name
    return _named_in(root / "seeds" / "sources.yaml") or (resolved(root) or root).name or str(root)


def _named_in(catalogue: Path) -> str | None:
    """The name in the first lines of a sources file, if it is there; nothing else of the file is read."""
    try:
        with catalogue.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return None
    line = next((line for line in head.splitlines() if line.startswith("pack:")), None)
    if line is None:
        return None
    from quiz.bank.yaml_nodes import parse_yaml  # most who play have one pack, whose name is known

    node, _ = parse_yaml(line, "")
    return node.text("pack") if node is not None else None
