"""The fields of the question form."""

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
"""The value of ``#file`` for a file that does not exist yet."""
_USUAL_APPEAL = ""
"""The value of ``#appeal`` that is not written, because it is the default."""
_APPEALS = [("1", "1: few will like it"), (_USUAL_APPEAL, "2: fine"), ("3", "3: many will like it")]


class QuestionForm(Vertical):
    """All fields of a question. ``question`` and ``file`` are the result."""

    def __init__(
        self, checker: DraftChecker, citations: Sequence[CitationFields], packs: Sequence[tuple[str, str]]
    ) -> None:
        """``packs`` can be written to, as (folder, label); ``checker`` belongs to the first one."""
        super().__init__()
        self._checker = checker
        self._packs = packs
        self.citations = citations
        self._file = self._likely_file()
        self._topic = checker.topic_of(self._file) if self._file != NEW_FILE else ""
        self._proposed_id = ""
        self.pristine = True
        """Whether the author has not changed anything yet."""

    def compose(self) -> ComposeResult:
        """Yield a row for each field."""
        yield from self.citations
        yield _row("Kind", CycleSelect([(kind, kind) for kind in KIND_FIELDS], DEFAULT_KIND, id="kind"))
        yield _row("Prompt", TextField(hint="the question", id="prompt"))
        yield from (_row(field.label, _widget(field)) for field in every_field())
        yield _row("Explanation", TextField(hint="in your own words; more than the answer", id="explanation"))
        yield _row("Difficulty", CycleSelect([(name, name) for name in DIFFICULTIES], "medium", id="difficulty"))
        yield _row("Appeal", CycleSelect(_APPEALS, _USUAL_APPEAL, id="appeal"))
        pack = _row("Pack", CycleSelect(self._packs, self._packs[0][0], id="pack"))
        pack.display = len(self._packs) > 1
        yield pack
        yield _row("File", CycleSelect(self._files(), self._file, id="file"))
        yield _row("File name", TextField(hint="such as crew.yaml", id="new-file"))
        yield _row("Topic", TextField(self._topic, hint="what it is about", id="topic"))
        yield _row("Id", TextField(hint="made from the prompt", id="id"))

    def on_mount(self) -> None:
        """Show the fields of the kind."""
        self._show_fields()

    @property
    def kind(self) -> str:
        """The chosen kind."""
        return self.query_one("#kind", CycleSelect).value

    @property
    def pack(self) -> str:
        """The folder of the chosen pack."""
        return self.query_one("#pack", CycleSelect).value

    @property
    def file(self) -> str:
        """The name of the file in which the question will be saved."""
        file = self.query_one("#file", CycleSelect).value
        if file != NEW_FILE:
            return file
        name = self._field("new-file").value
        return name if name.endswith((".yaml", ".yml")) else f"{name or 'new'}.yaml"

    @property
    def question(self) -> QuestionDraft:
        """The question as typed."""
        fields = {field.key: field for field in KIND_FIELDS[self.kind]}
        values = {key: self._values(field) for key, field in fields.items()}
        return QuestionDraft(
            id=self._field("id").value,
            kind=self.kind,
            prompt=self._field("prompt").value,
            answer=values.pop("answer", ()),
            distractors=values.pop("distractors", ()),
            details={key: value if fields[key].multiple else " ".join(value) for key, value in values.items()},
            topic=self._field("topic").value,
            difficulty=self.query_one("#difficulty", CycleSelect).value,
            appeal=self.query_one("#appeal", CycleSelect).value,
            citations=tuple(fields.citation for fields in self.citations),
            explanation=self._field("explanation").value,
        )

    def use_checker(self, checker: DraftChecker) -> None:
        """Switch to another pack, to which ``checker`` belongs."""
        self._checker = checker
        self._file = self._likely_file()
        self.query_one("#file", CycleSelect).set_entries(self._files(), self._file)
        self._update_topic()
        self._propose_id()

    @on(TextArea.Changed, "#prompt")
    def _propose_id(self) -> None:
        """Make an id from the prompt, unless the author has typed one."""
        field = self._field("id")
        if field.value in ("", self._proposed_id):
            self._proposed_id = self._checker.propose_id(self._field("prompt").value)
            if field.value != self._proposed_id:
                field.text = self._proposed_id

    @on(CycleSelect.Changed)
    def _handle_choice(self, message: CycleSelect.Changed) -> None:
        self.pristine = False
        if message.select.id == "kind":
            self._show_fields()
        elif message.select.id == "file":
            self._update_topic()

    @on(TextArea.Changed)
    def _handle_typing(self, message: TextArea.Changed) -> None:
        if message.text_area.has_focus:  # otherwise the form filled it in
            self.pristine = False

    def _update_topic(self) -> None:
        """Fill in the topic of the chosen file, unless the author has typed another one."""
        file = self.query_one("#file", CycleSelect).value
        before = self._topic
        self._topic = self._checker.topic_of(file) if file != NEW_FILE else ""
        if self._field("topic").value == before:
            self._field("topic").text = self._topic
        self._show_fields()

    def _show_fields(self) -> None:
        """Show only the fields that the kind and the file need, with their hints."""
        fields = {field.id: field for field in KIND_FIELDS[self.kind]}
        for field in fields.values():
            if not field.choices:
                widget = self._field(field.id)
                widget.multiple = field.multiple
                widget.placeholder = field.hint
        for name, shown in (
            *((field.id, field.id in fields) for field in every_field()),
            ("new-file", self.query_one("#file", CycleSelect).value == NEW_FILE),
        ):
            row = self.query_one(f"#{name}").parent
            if isinstance(row, Widget):
                row.display = shown

    def _values(self, field: KindField) -> tuple[str, ...]:
        """Return the values of a field."""
        if field.choices:
            return (self.query_one(f"#{field.id}", CycleSelect).value,)
        return self._field(field.id).values

    def _files(self) -> list[tuple[str, str]]:
        return [*((file, file) for file in self._checker.files), (NEW_FILE, "a new file")]

    def _likely_file(self) -> str:
        """Return the file with the most questions about the same source, else the first file."""
        sources = {fields.citation.source for fields in self.citations}
        file_names = [
            question.place.file.rpartition("/")[2]
            for question in self._checker.pack.questions
            if sources.intersection(question.sources)
        ]
        files = self._checker.files
        return max(files, key=file_names.count) if files else NEW_FILE

    def _field(self, name: str) -> TextField:
        return self.query_one(f"#{name}", TextField)


def _widget(field: KindField) -> Widget:
    if field.choices:
        return CycleSelect([(choice, choice) for choice in field.choices], field.choices[0], id=field.id)
    return TextField(multiple=True, hint=field.hint, id=field.id)


def _row(label: str, widget: Widget) -> Horizontal:
    return Horizontal(Static(label, classes="label", markup=False), widget, classes="row")
