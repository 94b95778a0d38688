"""The bank: every question of the packs in play, with their sources and problems."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank.question import DEFAULT_APPEAL, Question
from quiz.bank.question_index import PackSummary, QuestionSummary, Summary, summarize, summarize_question
from quiz.bank.source import Source

if TYPE_CHECKING:  # a bank from the cache does not need the modules that read packs
    from quiz.bank.pack import Pack
    from quiz.bank.problem import Problem
    from quiz.bank.spoilers import SpoilerIndex


class Bank:
    """The questions, sources and problems of some packs. Everything is computed when it is first used."""

    def __init__(self, packs: tuple["Pack", ...] = ()) -> None:
        self._packs = packs

    @property
    def packs(self) -> tuple["Pack", ...]:
        """The packs, in the order of the command line."""
        return self._packs

    @cached_property
    def summary(self) -> Summary:
        """How many questions there are in all, by topic, by difficulty, by source and by pack."""
        packs = [
            PackSummary(
                pack.name, str(pack.root), len(pack.questions), sum(problem.is_error for problem in pack.problems)
            )
            for pack in self.packs
        ]
        return summarize(self.question_summaries, self.sources, packs)

    @cached_property
    def question_summaries(self) -> tuple[QuestionSummary, ...]:
        """A summary of every question, in the order of ``questions``."""
        return tuple(map(summarize_question, self.questions))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that can be played, by pack and file."""
        return tuple(question for pack in self.packs for question in pack.questions)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of the sources files."""
        return tuple(source for pack in self.packs for source in pack.sources)

    @cached_property
    def problems(self) -> tuple["Problem", ...]:
        """Every problem that loading found, by place."""
        problems = (problem for pack in self.packs for problem in pack.problems)
        return tuple(sorted(problems, key=lambda problem: (problem.place, problem.rule.code)))

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic, in the order of the files."""
        return tuple(topic.name for topic in self.summary.topics)

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """The questions by their keys."""
        return {question.key: question for question in self.questions}

    @cached_property
    def retired(self) -> frozenset[str]:
        """The keys of questions that the packs had earlier. Records may have answers to them."""
        return frozenset(f"{pack.name}/{name}" for pack in self.packs for name in pack.retired)

    @cached_property
    def frequent_words(self) -> frozenset[str]:
        """Words that do not show what a question is about, because many prompts have them."""
        from quiz.bank.spoilers import frequent_words

        return frequent_words(self.questions)

    @cached_property
    def spoilers(self) -> "SpoilerIndex":
        """Which questions give each other away. It remembers what it has read of each question."""
        from quiz.bank.spoilers import SpoilerIndex  # not needed before a game starts

        return SpoilerIndex(self.frequent_words)

    @cached_property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that identify the questions, regardless of how they are spread over files.

        It covers only what a game depends on: each question's key, its options, what filters and the deal use, and
        the words that may reveal another question's answer, since they decide which questions are asked together.
        """
        import hashlib  # a bank from the cache has its digest already

        lines = sorted("\x1f".join(_digest_fields(question)) for question in self.questions)
        return hashlib.sha256("\x1e".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def root_of(self, source: Source) -> Path | None:
        """The folder of the pack of a source, or None if the pack is not in play."""
        return next((pack.path for pack in self.summary.packs if pack.name == source.pack), None)

    def questions_quoting(self, source: Source) -> tuple[Question, ...]:
        """The questions that quote a source, for their answer or for a dispute, in the order of ``questions``."""
        keys = [summary.key for summary in self.question_summaries if source.id in summary.quoted_sources]
        questions = (self.by_key[key] for key in keys)
        return tuple(
            question for question in questions if any(passage.source is source for passage in question.passages)
        )

    def passages_of(self, source: Source) -> tuple[tuple[Question, int], ...]:
        """Every passage of a source that questions quote, in reading order.

        Each is a question and the index of the passage in ``question.passages``.
        """
        passages = [
            (passage.span, question.key, question, index)
            for question in self.questions_quoting(source)
            for index, passage in enumerate(question.passages)
            if passage.source is source
        ]
        return tuple((question, index) for _, _, question, index in sorted(passages, key=lambda passage: passage[:2]))


def _digest_fields(question: Question) -> tuple[str, ...]:
    quoted = (f"{passage.source.id} {passage.parts} {passage.highlights}" for passage in question.passages)
    texts = [question.prompt, question.explanation or "", *question.answer, "", *question.distractors]
    for key, words in question.details:
        texts += ["", key, *words]
    filters = (question.topic, question.difficulty, *sorted(question.sources))
    appeal = () if question.appeal == DEFAULT_APPEAL else ("", f"appeal {question.appeal}")
    return question.key, question.kind, *filters, "", *texts, "", *quoted, *appeal
