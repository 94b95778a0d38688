"""Turns the YAML of a question into a ``Question``: looks up its sources, locates its quotes and validates it."""

import re

from quiz.bank.entry_parser import nearest_word, read_entry
from quiz.bank.kinds.kind import Kind
from quiz.bank.kinds.registry import KINDS
from quiz.bank.problem import KeyPath, Problem, Rule
from quiz.bank.question import Dispute, Passage, Question
from quiz.bank.question_check import run_checks
from quiz.bank.question_entry import DEFAULT_KIND, CitationEntry, QuestionEntry
from quiz.bank.quote import NotLocated, find_words, locate
from quiz.bank.source import Source
from quiz.bank.sources_file import SourcesFile
from quiz.bank.suppression import Suppression
from quiz.bank.validation import CHECKS, WITHOUT_PROOF
from quiz.bank.written_question import WrittenQuestion
from quiz.bank.yaml_nodes import Node

UNKNOWN_SOURCE = Rule(
    "Q407",
    "unknown-source",
    "A citation names a source of the pack's sources.yaml.",
    wrong="source: featurete-2024",
    right="source: featurette-2024",
)
HIGHLIGHT_NOT_IN_QUOTE = Rule(
    "Q406",
    "highlight-not-in-quote",
    "The words of `highlight:` are in the quote.",
    wrong="quote: director Len Wiseman said\nhighlight: Chad Stahelski",
    right="quote: director Len Wiseman said\nhighlight: Len Wiseman",
)
UNKNOWN_KIND = Rule(
    "Q502",
    "unknown-kind",
    "The value of `kind:` is a kind of question that exists.",
    wrong="kind: true_false",
    right="kind: true-false",
)
BAD_ID = Rule(
    "Q503",
    "bad-id",
    "An id has at most 80 characters: letters, digits, hyphens, dots and underscores. Records are stored under it.",
    wrong="id: Who directs it?",
    right="id: director",
)

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
"""The pattern of a valid id."""


class Resolver:
    """Reads the questions of one file."""

    def __init__(self, sources_file: SourcesFile, file: str, topic: str) -> None:
        """``topic`` is the default for questions without a topic."""
        self.sources_file = sources_file
        self.file = file
        self.topic = topic
        self.unproven: list[tuple[str, str]] = []
        """For each quote that was not found: the id of its source, and the question. Filled by ``read``."""

    def read(self, node: Node) -> WrittenQuestion:
        """Read one question, and collect its problems."""
        reader = _QuestionReader(self, node, node.text("id"))
        question = reader.question()
        place = node.place(self.file)
        return WrittenQuestion(node, place, question, tuple(reader.problems), tuple(reader.suppressions))


class _QuestionReader:
    """Reads one question, and collects its problems and suppressions."""

    def __init__(self, resolver: Resolver, node: Node, name: str | None) -> None:
        self.resolver = resolver
        self.node = node
        self.name = name
        self.problems: list[Problem] = []
        self.suppressions: list[Suppression] = []

    def question(self) -> Question | None:
        """Read, locate and validate. None if the entry is not valid."""
        kind = self._kind()
        entry = None if kind is None else self._entry(kind)
        if kind is None or entry is None:
            self._check_citations_only()
            return None
        if not ID.fullmatch(entry.id):
            self._report(BAD_ID, ("id",), f"{entry.id!r} is not a valid id.", "Write letters, digits and hyphens.")
        answer, distractors = entry.options()
        citations = self._citations(entry)
        question = Question(
            id=entry.id,
            pack=self.resolver.sources_file.pack,
            kind=kind.name,
            prompt=entry.prompt,
            answer=answer,
            distractors=distractors,
            details=entry.details(),
            topic=entry.topic or self.resolver.topic,
            difficulty=entry.difficulty,
            appeal=entry.appeal,
            citations=citations,
            explanation=entry.explanation,
            according_to=self._source_followed(entry),
            disputes=self._disputes(entry),
            draft=entry.draft,
            place=self.node.place(self.resolver.file),
        )
        checks = CHECKS if len(citations) == len(entry.citations) else WITHOUT_PROOF
        self.problems += run_checks(checks, question, self.node)
        self.suppressions += [
            Suppression(entry.id, silence.rule, silence.reason, self.node.place(self.resolver.file, "silence", index))
            for index, silence in enumerate(entry.silence)
        ]
        return question

    def _kind(self) -> Kind | None:
        name = self.node.text("kind") or DEFAULT_KIND
        if name not in KINDS:
            likely = nearest_word(name, list(KINDS))
            hint = f"Did you mean {likely!r}?" if likely else f"The kinds: {', '.join(KINDS)}."
            self._report(UNKNOWN_KIND, ("kind",), f"There is no kind of question called {name!r}.", hint)
        return KINDS.get(name)

    def _entry(self, kind: Kind) -> QuestionEntry | None:
        entry, problems = read_entry(self.node, kind.entry, self.resolver.file, self.name)
        self.problems += problems
        return entry

    def _check_citations_only(self) -> None:
        """Check the quotes of a question whose entry is not valid."""
        citations = self.node.at("citations")
        for index, node in enumerate(citations.value if isinstance(citations.value, list) else ()):
            entry, _ = read_entry(node, CitationEntry, self.resolver.file, self.name)
            if entry is not None:
                self._passage(entry, (), ("citations", index))

    def _citations(self, entry: QuestionEntry) -> tuple[Passage, ...]:
        words = entry.answer_words()
        passages = [
            self._passage(citation, words, ("citations", index)) for index, citation in enumerate(entry.citations)
        ]
        return tuple(passage for passage in passages if passage is not None)

    def _disputes(self, entry: QuestionEntry) -> tuple[Dispute, ...]:
        disputes = []
        for index, dispute in enumerate(entry.disputes):
            answer_words = (dispute.answer,) if entry.answer_words() else ()
            passage = self._passage(dispute.citation, answer_words, ("disputes", index, "citation"))
            if passage is not None:
                answer = entry.dispute_answer(dispute.answer)
                disputes.append(Dispute(answer=answer, passage=passage, note=dispute.note))
        return tuple(disputes)

    def _source_followed(self, entry: QuestionEntry) -> Source | None:
        return None if entry.according_to is None else self._source(entry.according_to, ("according_to",))

    def _source(self, name: str, path: KeyPath) -> Source | None:
        source = self.resolver.sources_file.sources.get(name)
        if source is None and name in self.resolver.sources_file.ids:
            hint = "Fix its entry in seeds/sources.yaml."
            self._report(UNKNOWN_SOURCE, path, f"The source {name!r} could not be read.", hint)
        elif source is None:
            likely = nearest_word(name, sorted(self.resolver.sources_file.ids))
            hint = f"Did you mean {likely!r}?" if likely else "Add it to seeds/sources.yaml."
            self._report(UNKNOWN_SOURCE, path, f"The source {name!r} is not in seeds/sources.yaml.", hint)
        return source

    def _passage(self, citation: CitationEntry, answer: tuple[str, ...], path: KeyPath) -> Passage | None:
        source = self._source(citation.source, (*path, "source"))
        if source is None:
            return None
        located = locate(citation.quote, source, citation.after)
        if isinstance(located, NotLocated):
            self._report(located.rule, (*path, "quote"), located.message, located.hint, located.marked)
            self.resolver.unproven.append((source.id, self.name or "a question without an id"))
            return None
        answer_words = answer if citation.highlight is None else (citation.highlight,)
        highlights = [span for words in answer_words for span in find_words(words, source, located.parts)]
        if citation.highlight is not None and not highlights:
            message = f"The words {citation.highlight!r} are not in the quote."
            self._report(HIGHLIGHT_NOT_IN_QUOTE, (*path, "highlight"), message, "Copy words of the quote.")
        return Passage(
            source=source,
            span=located.span,
            paragraph=located.paragraph,
            parts=located.parts,
            highlights=tuple(sorted(highlights)),
        )

    def _report(self, broken: Rule, path: KeyPath, message: str, hint: str, marked: str = "") -> None:
        place = self.node.place(self.resolver.file, *path)
        problem = Problem(rule=broken, place=place, message=message, hint=hint, marked=marked, question=self.name)
        self.problems.append(problem)
