"""The bank: every question of the packs in play, with their sources and what is wrong with them."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank.question import Question
from quiz.bank.question_index import PackSummary, QuestionSummary, Summary, summarize, summarize_question
from quiz.bank.source import Source

if TYPE_CHECKING:  # whoever plays what was read before reads nothing, and does without the modules that do
    from quiz.bank.pack import Pack
    from quiz.bank.problem import Problem


class Bank:
    """The packs in play, read."""

    def __init__(self, packs: tuple["Pack", ...] = ()) -> None:
        self._packs = packs

    @property
    def packs(self) -> tuple["Pack", ...]:
        """The packs, in the order in which they were asked for."""
        return self._packs

    @cached_property
    def summary(self) -> Summary:
        """What it comes to in numbers."""
        packs = [
            PackSummary(one.name, str(one.root), len(one.questions), sum(found.is_error for found in one.problems))
            for one in self.packs
        ]
        return summarize(self.question_summaries, self.sources, packs)

    @cached_property
    def question_summaries(self) -> tuple[QuestionSummary, ...]:
        """The outline of every question, in their order."""
        return tuple(map(summarize_question, self.questions))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that can be played, pack by pack, file by file."""
        return tuple(question for pack in self.packs for question in pack.questions)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of the catalogues."""
        return tuple(source for pack in self.packs for source in pack.sources)

    @cached_property
    def problems(self) -> tuple["Problem", ...]:
        """Everything that loading found wrong, by place."""
        found = (problem for pack in self.packs for problem in pack.problems)
        return tuple(sorted(found, key=lambda problem: (problem.place, problem.rule.code)))

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic, in the order of the files."""
        return tuple(one.name for one in self.summary.topics)

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """The questions by their keys."""
        return {question.key: question for question in self.questions}

    @cached_property
    def frequent_words(self) -> frozenset[str]:
        """The words that say nothing of what a question is about, since so many prompts have them."""
        from quiz.bank.spoilers import frequent_words

        return frequent_words(self.questions)

    @cached_property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that are the same for the same questions, however the files are laid out.

        Only what a game rests on counts: each question's identity, its options and what filters go by, and what it
        tells of others, which decides what is asked together.
        """
        import hashlib  # a bank out of the cache knows its digest

        lines = sorted("\x1f".join(_rested_on(question)) for question in self.questions)
        return hashlib.sha256("\x1e".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def root_of(self, source: Source) -> Path | None:
        """The folder of the pack that a source belongs to, if that is in play."""
        return next((pack.path for pack in self.summary.packs if pack.name == source.pack), None)

    def questions_quoting(self, source: Source) -> tuple[Question, ...]:
        """The questions that quote a source, for their answer or for a dispute, in their order."""
        keys = [one.key for one in self.question_summaries if source.id in one.shown]
        asked = (self.by_key[key] for key in keys)
        return tuple(one for one in asked if any(passage.source is source for passage in one.passages))

    def passages_of(self, source: Source) -> tuple[tuple[Question, int], ...]:
        """Every passage of a source that a question quotes, in reading order: the question and which of its own."""
        found = [
            (passage.span, question.key, question, index)
            for question in self.questions_quoting(source)
            for index, passage in enumerate(question.passages)
            if passage.source is source
        ]
        return tuple((question, index) for _, _, question, index in sorted(found, key=lambda one: one[:2]))


def _rested_on(one: Question) -> tuple[str, ...]:
    quoted = (f"{passage.source.id} {passage.parts} {passage.highlights}" for passage in one.passages)
    told = [one.prompt, one.explanation or "", *one.answer, "", *one.distractors]
    for key, words in one.details:
        told += ["", key, *words]
    return one.key, one.kind, one.topic, one.difficulty, *sorted(one.sources), "", *told, "", *quoted
