"""Loads packs: reads their files into questions, sources and problems."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.pack import Pack
from quiz.bank.pack_loader import LoadedPack, load_pack, read_pack
from quiz.bank.pack_paths import pack_locations
from quiz.bank.problem import Place, Problem, Rule
from quiz.bank.progress import ProgressCallback, no_progress

PACK_NAME_TAKEN = Rule(
    "Q112",
    "pack-name-taken",
    "Packs in play have different names, because records are stored under a pack's name and a question's id.",
    wrong="quiz --pack one/trivia --pack two/trivia",
    right="pack: trivia-two",
)


class LoadedPacks(NamedTuple):
    """Some packs, with everything that the linter and authors need."""

    packs: tuple[LoadedPack, ...]

    @property
    def bank(self) -> Bank:
        """The bank of these packs, for playing."""
        return Bank(tuple(loaded.pack for loaded in self.packs))


def load(
    roots: Iterable[Path] = (), *, drafts: bool = False, progress: ProgressCallback = no_progress
) -> LoadedPacks:
    """Load the packs at ``roots``, or the built-in pack if there are none.

    Mistakes in them become problems, not exceptions.
    With ``drafts``, drafts can be played too. ``progress`` is called for every question.
    """
    loaded = [load_pack(root, prefix, drafts=drafts, progress=progress) for root, prefix in pack_locations(roots)]
    packs = _with_different_names(loaded_pack.pack for loaded_pack in loaded)
    return LoadedPacks(
        tuple(
            msgspec.structs.replace(loaded_pack, pack=pack) for loaded_pack, pack in zip(loaded, packs, strict=True)
        )
    )


def load_bank(roots: Iterable[Path] = (), *, drafts: bool = False, progress: ProgressCallback = no_progress) -> Bank:
    """Load packs for playing, like ``load``, but without what only authors need, to save memory."""
    packs = (read_pack(root, prefix, drafts=drafts, progress=progress) for root, prefix in pack_locations(roots))
    return Bank(tuple(_with_different_names(packs)))


def _with_different_names(packs: Iterable[Pack]) -> Iterator[Pack]:
    """The packs. If a name occurs twice, the second pack loses its questions: records could not distinguish them."""
    taken: dict[str, Pack] = {}
    for pack in packs:
        is_taken = bool(pack.questions) and taken.setdefault(pack.name, pack) is not pack
        yield _without_questions(pack, taken[pack.name]) if is_taken else pack


def _without_questions(pack: Pack, first: Pack) -> Pack:
    place = Place(f"{pack.root}/seeds/sources.yaml")
    message = f"The pack name {pack.name!r} is taken by {first.root}."
    hint = "Write another `pack:` in its sources.yaml."
    taken = Problem(rule=PACK_NAME_TAKEN, place=place, message=message, hint=hint)
    return msgspec.structs.replace(pack, questions=(), problems=(*pack.problems, taken))
