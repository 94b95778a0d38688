"""The fields of a question that is being written from an article."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static, TextArea

from quiz.author.draft_checker import DraftChecker
from quiz.author.question_draft import QuestionDraft
from quiz.bank.question import DIFFICULTIES
from quiz.bank.question_entry import DEFAULT_KIND
from quiz.tui.screens.question_form.citation_fields import CitationFields
from quiz.tui.screens.question_form.cycle_select import CycleSelect
from quiz.tui.screens.question_form.kind_fields import KIND_FIELDS, KindField, every_field
from quiz.tui.screens.question_form.text_field import TextField

NEW_FILE = ""
"""What is meant by a file that is not there yet."""


class QuestionForm(Vertical):
    """Everything that an author says of a question; what it comes to is ``question`` and ``file``."""

    def __init__(
        self, bench: DraftChecker, citations: Sequence[CitationFields], packs: Sequence[tuple[str, str]]
    ) -> None:
        """``packs`` can be written to, as (what is meant, what is shown); ``bench`` is the first one's."""
        super().__init__()
        self._bench = bench
        self._packs = packs
        self.citations = citations
        self._file = self._likely_file()
        self._topic = bench.topic_of(self._file) if self._file != NEW_FILE else ""
        self._proposed = ""
        self.pristine = True
        """Whether nothing has been typed yet."""

    def compose(self) -> ComposeResult:
        """A row for each, in the order in which one thinks of them."""
        yield from self.citations
        yield _row("Kind", CycleSelect([(kind, kind) for kind in KIND_FIELDS], DEFAULT_KIND, id="kind"))
        yield _row("Prompt", TextField(hint="what is asked", id="prompt"))
        yield from (_row(field.label, _widget(field)) for field in every_field())
        yield _row("Explanation", TextField(hint="in your own words; it adds something", id="explanation"))
        yield _row("Difficulty", CycleSelect([(one, one) for one in DIFFICULTIES], "medium", id="difficulty"))
        pack = _row("Pack", CycleSelect(self._packs, self._packs[0][0], id="pack"))
        pack.display = len(self._packs) > 1
        yield pack
        yield _row("File", CycleSelect(self._files(), self._file, id="file"))
        yield _row("Its name", TextField(hint="crew.yaml, say", id="new-file"))
        yield _row("Topic", TextField(self._topic, hint="what it is about", id="topic"))
        yield _row("Id", TextField(hint="made from the prompt", id="id"))

    def on_mount(self) -> None:
        """Show what the kind takes."""
        self._fit()

    @property
    def kind(self) -> str:
        """The kind that is chosen."""
        return self.query_one("#kind", CycleSelect).value

    @property
    def pack(self) -> str:
        """Which pack is meant."""
        return self.query_one("#pack", CycleSelect).value

    @property
    def file(self) -> str:
        """The name of the file that the question goes into."""
        chosen = self.query_one("#file", CycleSelect).value
        if chosen != NEW_FILE:
            return chosen
        name = self._field("new-file").value
        return name if name.endswith((".yaml", ".yml")) else f"{name or 'new'}.yaml"

    @property
    def question(self) -> QuestionDraft:
        """What stands in the fields."""
        fields = {field.key: field for field in KIND_FIELDS[self.kind]}
        values = {key: self._values(field) for key, field in fields.items()}
        return QuestionDraft(
            id=self._field("id").value,
            kind=self.kind,
            prompt=self._field("prompt").value,
            answer=values.pop("answer", ()),
            distractors=values.pop("distractors", ()),
            details={key: found if fields[key].several else " ".join(found) for key, found in values.items()},
            topic=self._field("topic").value,
            difficulty=self.query_one("#difficulty", CycleSelect).value,
            citations=tuple(one.citation for one in self.citations),
            explanation=self._field("explanation").value,
        )

    def work_on(self, bench: DraftChecker) -> None:
        """Write for another pack."""
        self._bench = bench
        self._file = self._likely_file()
        self.query_one("#file", CycleSelect).offer(self._files(), self._file)
        self._follow_file()
        self._propose()

    @on(TextArea.Changed, "#prompt")
    def _propose(self) -> None:
        """Make an id from the prompt, as long as its author has not written one."""
        field = self._field("id")
        if field.value in ("", self._proposed):
            self._proposed = self._bench.propose_id(self._field("prompt").value)
            if field.value != self._proposed:
                field.text = self._proposed

    @on(CycleSelect.Changed)
    def _turned(self, message: CycleSelect.Changed) -> None:
        self.pristine = False
        if message.choice.id == "kind":
            self._fit()
        elif message.choice.id == "file":
            self._follow_file()

    @on(TextArea.Changed)
    def _typed(self, message: TextArea.Changed) -> None:
        if message.text_area.has_focus:  # else it was filled in
            self.pristine = False

    def _follow_file(self) -> None:
        """Take the topic of the file that was chosen, unless its author has written another one."""
        chosen = self.query_one("#file", CycleSelect).value
        before = self._topic
        self._topic = self._bench.topic_of(chosen) if chosen != NEW_FILE else ""
        if self._field("topic").value == before:
            self._field("topic").text = self._topic
        self._fit()

    def _fit(self) -> None:
        """Show the fields that the kind and the file have, and say what goes into them."""
        mine = {field.id: field for field in KIND_FIELDS[self.kind]}
        for field in mine.values():
            if not field.choices:
                widget = self._field(field.id)
                widget.several = field.several
                widget.placeholder = field.hint
        for name, shown in (
            *((field.id, field.id in mine) for field in every_field()),
            ("new-file", self.query_one("#file", CycleSelect).value == NEW_FILE),
        ):
            row = self.query_one(f"#{name}").parent
            if isinstance(row, Widget):
                row.display = shown

    def _values(self, field: KindField) -> tuple[str, ...]:
        """What stands in a field of the kind, one value or more."""
        if field.choices:
            return (self.query_one(f"#{field.id}", CycleSelect).value,)
        return self._field(field.id).values

    def _files(self) -> list[tuple[str, str]]:
        return [*((file, file) for file in self._bench.files), (NEW_FILE, "a new file")]

    def _likely_file(self) -> str:
        """The file with the most questions about the same source, else the first."""
        sources = {one.citation.source for one in self.citations}
        places = [
            question.place.file.rpartition("/")[2]
            for question in self._bench.pack.questions
            if sources.intersection(question.sources)
        ]
        files = self._bench.files
        return max(files, key=places.count) if files else NEW_FILE

    def _field(self, name: str) -> TextField:
        return self.query_one(f"#{name}", TextField)


def _widget(field: KindField) -> Widget:
    if field.choices:
        return CycleSelect([(one, one) for one in field.choices], field.choices[0], id=field.id)
    return TextField(several=True, hint=field.hint, id=field.id)


def _row(label: str, widget: Widget) -> Horizontal:
    return Horizontal(Static(label, classes="label", markup=False), widget, classes="row")
