"""The bank: every question of the packs in play, with their sources and what is wrong with them."""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import msgspec

from quiz.bank.pack import Pack, builtin_pack, read_pack
from quiz.bank.problem import Place, Problem, rule
from quiz.bank.question import Question
from quiz.bank.silence import Silenced
from quiz.bank.source import Source

PACK_NAME_TAKEN = rule(
    "Q112",
    "pack-name-taken",
    "Packs in play have different names: records are kept under a pack's name and a question's id.",
    wrong="quiz --pack one/trivia --pack two/trivia",
    right="pack: trivia-two",
)


class Bank(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The packs in play, read."""

    packs: tuple[Pack, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that can be played, pack by pack, file by file."""
        return tuple(question for pack in self.packs for question in pack.questions)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of the catalogues."""
        return tuple(source for pack in self.packs for source in pack.sources)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong, by place."""
        found = (problem for pack in self.packs for problem in pack.problems)
        return tuple(sorted(found, key=lambda problem: (problem.place, problem.rule.code)))

    @cached_property
    def silenced(self) -> tuple[Silenced, ...]:
        """Every warning that an author set aside, by place."""
        found = (one for pack in self.packs for one in pack.silenced)
        return tuple(sorted(found, key=lambda one: (one.problem.place, one.problem.rule.code)))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Every topic, in the order of the files."""
        return tuple(dict.fromkeys(question.topic for question in self.questions))

    @cached_property
    def by_key(self) -> dict[str, Question]:
        """The questions by their keys."""
        return {question.key: question for question in self.questions}

    @cached_property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that are the same for the same questions, however the files are laid out.

        Only what a game rests on counts: each question's identity, its options and what filters go by, and what it
        tells of others, which decides what is asked together.
        """
        lines = sorted("\x1f".join(_rested_on(question)) for question in self.questions)
        return hashlib.sha256("\x1e".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def passages_of(self, source: Source) -> tuple[tuple[Question, int], ...]:
        """Every passage of a source that a question quotes, in reading order: the question and which of its own."""
        found = [
            (passage.span, question.key, question, index)
            for question in self.questions
            for index, passage in enumerate(question.passages)
            if passage.source is source
        ]
        return tuple((question, index) for _, _, question, index in sorted(found, key=lambda one: one[:2]))


def _rested_on(one: Question) -> tuple[str, ...]:
    quoted = (f"{passage.source.id} {passage.parts} {passage.highlights}" for passage in one.passages)
    told = (one.prompt, one.explanation or "", *one.answer, "", *one.distractors)
    return one.key, one.kind, one.topic, one.difficulty, *sorted(one.sources), "", *told, "", *quoted


def places_of(roots: Iterable[Path] = ()) -> list[tuple[Path, str]]:
    """The folders of the packs that are chosen, each with what stands before its file names in problems."""
    chosen = dict.fromkeys(roots)
    if not chosen:
        return [(builtin_pack(), "")]
    # "" as compilers name files of the current folder
    return [(root, "" if root == Path() else f"{root}/") for root in chosen]


def load_bank(roots: Iterable[Path] = (), *, thorough: bool = False, drafts: bool = False) -> Bank:
    """Read the packs at ``roots``, or the built-in pack where none is given. Never raises for what they hold.

    ``thorough`` asks for every warning beside the errors, ``drafts`` for the questions that have no proof yet.
    """
    packs: list[Pack] = []
    taken: dict[str, Pack] = {}
    for root, shown in places_of(roots):
        pack = read_pack(root, shown, thorough=thorough, drafts=drafts)
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
