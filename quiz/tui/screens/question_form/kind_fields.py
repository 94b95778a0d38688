"""The form fields that differ between kinds of questions. A new kind is an entry in ``KIND_FIELDS``."""

from collections.abc import Sequence
from typing import NamedTuple


class KindField(NamedTuple):
    """One field of the form."""

    key: str
    """The key of the value in the question file."""
    hint: str = ""
    """The placeholder of the field."""
    multiple: bool = False
    """Whether it takes several values, one a line."""
    choices: tuple[str, ...] = ()
    """The values to choose from, if it is not a text field."""

    @property
    def id(self) -> str:
        """The id of its widget. Kinds with the same field share the widget and its value."""
        name = self.key.replace("_", "-")
        return f"{name}-choice" if self.choices else name

    @property
    def label(self) -> str:
        """The label in front of it."""
        return self.key.replace("_", " ").capitalize()


_DISTRACTORS = KindField("distractors", "wrong options, one a line", multiple=True)

KIND_FIELDS: dict[str, tuple[KindField, ...]] = {
    "choice": (KindField("answer", "the right option"), _DISTRACTORS),
    "true-false": (KindField("answer", choices=("true", "false")),),
    "multiple": (KindField("answer", "every right option, one a line", multiple=True), _DISTRACTORS),
    "order": (KindField("answer", "every option, in the right order, one a line", multiple=True),),
}
"""The fields by the name of a kind. The form offers these kinds."""


def every_field() -> Sequence[KindField]:
    """Return the fields of all kinds, one for each widget."""
    fields: dict[str, KindField] = {}
    for field in (field for kind in KIND_FIELDS.values() for field in kind):
        fields.setdefault(field.id, field)
    return tuple(fields.values())
