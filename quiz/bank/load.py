"""Loading: the packs that are chosen, read into a bank."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.pack import Pack, read_pack
from quiz.bank.pack_paths import places_of
from quiz.bank.problem import Place, Problem, rule
from quiz.bank.progress import ProgressCallback, no_progress

PACK_NAME_TAKEN = rule(
    "Q112",
    "pack-name-taken",
    "Packs in play have different names: records are kept under a pack's name and a question's id.",
    wrong="quiz --pack one/trivia --pack two/trivia",
    right="pack: trivia-two",
)


def load_bank(
    roots: Iterable[Path] = (), *, thorough: bool = False, drafts: bool = False, told: ProgressCallback = no_progress
) -> Bank:
    """Read the packs at ``roots``, or the built-in pack where none is given. Never raises for what they hold.

    ``thorough`` asks for every warning beside the errors, ``drafts`` for the questions that have no proof yet.
    ``told`` hears how far the reading of each pack has come.
    """
    packs: list[Pack] = []
    taken: dict[str, Pack] = {}
    for root, shown in places_of(roots):
        pack = read_pack(root, shown, thorough=thorough, drafts=drafts, told=told)
        if pack.questions and taken.setdefault(pack.name, pack) is not pack:
            pack = _without_questions(pack, taken[pack.name])
        packs.append(pack)
    return Bank(tuple(packs))


def _without_questions(pack: Pack, first: Pack) -> Pack:
    """A pack whose name is taken: records could not tell its questions from those of the first."""
    place = Place(f"{pack.root}/seeds/sources.yaml")
    message = f"The pack name {pack.name!r} is taken by {first.root}."
    taken = Problem(
        rule=PACK_NAME_TAKEN, place=place, message=message, hint="Write another `pack:` in its catalogue."
    )
    return msgspec.structs.replace(pack, questions=(), problems=(*pack.problems, taken))
