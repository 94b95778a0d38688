"""The fields of the form that differ from kind to kind. A new kind is an entry in ``KIND_FIELDS``."""

from collections.abc import Sequence
from typing import NamedTuple


class KindField(NamedTuple):
    """One field: what is typed in it, or chosen, stands under ``key`` in the file."""

    key: str
    hint: str = ""
    several: bool = False
    """Whether it takes several values, one a line."""
    choices: tuple[str, ...] = ()
    """What is chosen from, where nothing is typed."""

    @property
    def id(self) -> str:
        """The id of its widget. Kinds with the same field share the widget, and so what was typed in it."""
        name = self.key.replace("_", "-")
        return f"{name}-choice" if self.choices else name

    @property
    def label(self) -> str:
        """What stands before it."""
        return self.key.replace("_", " ").capitalize()


_DISTRACTORS = KindField("distractors", "wrong options, one a line", several=True)

KIND_FIELDS: dict[str, tuple[KindField, ...]] = {
    "choice": (KindField("answer", "the right option"), _DISTRACTORS),
    "true-false": (KindField("answer", choices=("true", "false")),),
    "multiple": (KindField("answer", "every right option, one a line", several=True), _DISTRACTORS),
    "order": (KindField("answer", "every option, in the right order, one a line", several=True),),
}
"""By kind: its fields. The form offers the kinds that stand here."""


def every_field() -> Sequence[KindField]:
    """The fields of all kinds, each widget's once."""
    fields = [field for kind in KIND_FIELDS.values() for field in kind]
    return [field for place, field in enumerate(fields) if field.id not in [one.id for one in fields[:place]]]
