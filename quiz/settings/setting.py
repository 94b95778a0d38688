"""What a setting declares: the file's parser, the command line, the settings screen and the docs are made from it."""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeAlias, get_type_hints

import msgspec

_TRUTH = {"true": True, "false": False}
_LONGEST = 40
"""Characters of a wrong value that are shown."""
_MOST_LISTED = 4
"""Words of a choice that the docs list."""
_LONGEST_NUMBER = 9
"""Digits of a number that are read at all: turning very many into a number takes long."""


class InvalidValueError(Exception):
    """A setting cannot have this value; the message says what it can have, in one line."""


class Switch(msgspec.Struct, frozen=True):
    """Values of a setting that is on or off: ``--name`` and ``--no-name`` on the command line."""

    metavar: ClassVar[str] = ""

    def parse(self, text: str) -> bool:
        """The value that a text stands for.

        Raises:
            InvalidValueError: it is neither true nor false.
        """
        if text.lower() not in _TRUTH:
            raise InvalidValueError(f"It is {quoted(text)}; write true or false.")
        return _TRUTH[text.lower()]

    def to_yaml(self, value: bool) -> str:
        """A value as the file has it."""
        return str(value).lower()

    def offered(self, _: bool) -> tuple[bool, ...]:
        """The values that the settings screen steps through."""
        return (True, False)

    def label(self, value: bool) -> str:
        """A value as the settings screen shows it."""
        return "on" if value else "off"

    def summary(self) -> str:
        """All values, for the docs."""
        return "`true`, `false`"


class Choice(msgspec.Struct, frozen=True):
    """Values of a setting that is one of several words."""

    values: tuple[str, ...] = ()
    """Empty where only the app knows them (see ``Validators``); until they are filled in, any word will do."""
    metavar: ClassVar[str] = "NAME"

    def parse(self, text: str) -> str:
        """The value that a text stands for.

        Raises:
            InvalidValueError: it is none of the words.
        """
        if self.values and text not in self.values:
            raise InvalidValueError(f"{quoted(text)} is not a known value. {suggestion(text, self.values)}")
        return text

    def to_yaml(self, value: str) -> str:
        """A value as the file has it."""
        return value

    def offered(self, value: str) -> tuple[str, ...]:
        """The values that the settings screen steps through, the one of now among them."""
        return tuple(dict.fromkeys((*self.values, value)))

    def label(self, value: str) -> str:
        """A value as the settings screen shows it."""
        return value

    def summary(self) -> str:
        """All values, for the docs."""
        some = ", ".join(f"`{value}`" for value in self.values[:_MOST_LISTED])
        return some if len(self.values) <= _MOST_LISTED else f"{some}, …"


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """Values of a setting that is a whole number."""

    least: int
    most: int
    suggested: tuple[int, ...]
    """The numbers that the settings screen steps through."""
    word: str = ""
    """A word that the file may have in place of a number, if there is one."""
    unit: str = ""
    """What the settings screen shows after the number, such as ``s``."""
    metavar: ClassVar[str] = "N"

    def parse(self, text: str) -> int | str:
        """The value that a text stands for.

        Raises:
            InvalidValueError: it is no number, or one that is too small or too large.
        """
        if self.word and text == self.word:
            return text
        digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
        if not (digits and self.least <= int(text) <= self.most):
            more = f", or {self.word}" if self.word else ""
            raise InvalidValueError(f"It is {quoted(text)}; write a number from {self.least} to {self.most}{more}.")
        return int(text)

    def to_yaml(self, value: int | str) -> str:
        """A value as the file has it."""
        return str(value)

    def offered(self, value: int | str) -> tuple[int | str, ...]:
        """The values that the settings screen steps through, the one of now among them."""
        numbers = {*self.suggested, *((value,) if isinstance(value, int) else ())}
        return (*sorted(numbers), *((self.word,) if self.word else ()))

    def label(self, value: int | str) -> str:
        """A value as the settings screen shows it."""
        return value.capitalize() if isinstance(value, str) else f"{value} {self.unit}".rstrip()

    def summary(self) -> str:
        """All values, for the docs."""
        return f"a number from {self.least} to {self.most}{f', or `{self.word}`' if self.word else ''}"


class KeyBindings(msgspec.Struct, frozen=True):
    """Values of the setting that gives keys to bindings: a mapping from the ids of bindings to their keys.

    Which keys a binding can have only the screens know: the parser asks ``Validators.wrong_keys``.
    """

    metavar: ClassVar[str] = "ID=KEY"

    def summary(self) -> str:
        """All values, for the docs."""
        return "ids of bindings, each with its keys"


Values: TypeAlias = Switch | Choice | Number | KeyBindings


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """A setting; its name, its type and its default are those of the field that it annotates.

    ::

        class Settings(msgspec.Struct, frozen=True, kw_only=True):
            timer: Annotated[bool, Setting(label="Timer", values=Switch(), ...)] = True
    """

    label: str
    """Its name on the settings screen."""
    values: Values
    description: str
    """One sentence for ``--help`` and the docs."""
    details: str = ""
    """Further sentences, for the docs only."""
    example: Any
    """A value for the example in the docs."""
    usual: Any = None
    """What holds where the default is None and nothing else is set; None where only the app knows it."""
    option: str = ""
    """The option of the command line, where it is not ``--`` and the name."""
    per_game: bool = False
    """Whether `quiz play` has an option of this name for its one game; this one then goes before the command only."""
    environment: str = ""
    """An environment variable that gives the value where neither the command line nor the file does."""


def declarations(
    settings: type[msgspec.Struct], choices: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, Setting]:
    """The settings that a class declares, by name, in order, with values filled in that only the app knows.

    Raises:
        TypeError: a field of the class is not annotated with a ``Setting``.
    """
    hints = get_type_hints(settings, include_extras=True)
    found: dict[str, Setting] = {}
    for name in settings.__struct_fields__:
        setting = next((one for one in getattr(hints[name], "__metadata__", ()) if isinstance(one, Setting)), None)
        if setting is None:
            raise TypeError(f"{settings.__name__}.{name} is not annotated with a Setting.")
        if choices and name in choices:
            setting = msgspec.structs.replace(setting, values=Choice(choices[name]))
        found[name] = setting
    return found


def parse_value(setting: Setting, value: object) -> Any:
    """A value of a setting that is not ``KeyBindings``, from the text of the file or of the command line.

    Raises:
        InvalidValueError: the setting cannot have this value.
    """
    if not isinstance(value, str) or isinstance(setting.values, KeyBindings):
        raise InvalidValueError("Write one value, not a list or a mapping.")
    return setting.values.parse(value)


def option_name(name: str, setting: Setting) -> str:
    """The option of the command line that overrides a setting for one run."""
    return setting.option or f"--{name.replace('_', '-')}"


def quoted(text: str) -> str:
    """A text from outside for an error message: in one line, in quotation marks, and not too long."""
    return repr(clipped(text))


def clipped(text: str) -> str:
    """A text that is not too long for an error message."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def suggestion(word: str, known: tuple[str, ...]) -> str:
    """What to write in place of an unknown word: the nearest of the known ones, else any of them."""
    from quiz.bank.entry_parser import nearest_word  # only who makes a mistake waits for it

    likely = nearest_word(word, list(known))
    return f"Did you mean {likely!r}?" if likely else f"Write one of: {', '.join(known)}."
