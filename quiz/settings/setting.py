"""The declaration of a setting, from which file parser, command line, settings screen and docs are made."""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeAlias, get_type_hints

import msgspec

_TRUTH = {"true": True, "false": False}
_LONGEST = 40
"""The most characters of an invalid value in an error message."""
_MOST_LISTED = 4
"""The most values of a choice that the docs list."""
_LONGEST_NUMBER = 9
"""The most digits of a number: parsing very many takes long."""


class InvalidValueError(Exception):
    """A value is invalid for a setting; the message names valid ones, in one line."""


class Switch(msgspec.Struct, frozen=True):
    """The values of a setting that is on or off: ``--name`` and ``--no-name`` on the command line."""

    metavar: ClassVar[str] = ""

    def parse(self, text: str) -> bool:
        """The value of a text.

        Raises:
            InvalidValueError: the text is neither true nor false.
        """
        if text.lower() not in _TRUTH:
            raise InvalidValueError(f"It is {quoted(text)}; write true or false.")
        return _TRUTH[text.lower()]

    def to_yaml(self, value: bool) -> str:
        """A value as written in the file."""
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
    """The values of a setting that is one of several words."""

    values: tuple[str, ...] = ()
    """Empty if only the app knows them (see ``Validators``). Until they are filled in, any word is accepted."""
    metavar: ClassVar[str] = "NAME"

    def parse(self, text: str) -> str:
        """The value of a text.

        Raises:
            InvalidValueError: the text is none of the words.
        """
        if self.values and text not in self.values:
            raise InvalidValueError(f"{quoted(text)} is not a known value. {suggestion(text, self.values)}")
        return text

    def to_yaml(self, value: str) -> str:
        """A value as written in the file."""
        return value

    def offered(self, value: str) -> tuple[str, ...]:
        """The values that the settings screen steps through, including the current one."""
        return tuple(dict.fromkeys((*self.values, value)))

    def label(self, value: str) -> str:
        """A value as the settings screen shows it."""
        return value

    def summary(self) -> str:
        """All values, for the docs."""
        first = ", ".join(f"`{value}`" for value in self.values[:_MOST_LISTED])
        return first if len(self.values) <= _MOST_LISTED else f"{first}, …"


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """The values of a setting that is a whole number."""

    least: int
    most: int
    suggested: tuple[int, ...]
    """The numbers that the settings screen steps through."""
    word: str = ""
    """A word that is also valid, such as ``all``; empty if there is none."""
    unit: str = ""
    """What the settings screen shows after the number, such as ``s``."""
    metavar: ClassVar[str] = "N"

    def parse(self, text: str) -> int | str:
        """The value of a text.

        Raises:
            InvalidValueError: the text is not a number, or the number is out of range.
        """
        if self.word and text == self.word:
            return text
        digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
        if not (digits and self.least <= int(text) <= self.most):
            alternative = f", or {self.word}" if self.word else ""
            raise InvalidValueError(
                f"It is {quoted(text)}; write a number from {self.least} to {self.most}{alternative}."
            )
        return int(text)

    def to_yaml(self, value: int | str) -> str:
        """A value as written in the file."""
        return str(value)

    def offered(self, value: int | str) -> tuple[int | str, ...]:
        """The values that the settings screen steps through, including the current one."""
        numbers = {*self.suggested, *((value,) if isinstance(value, int) else ())}
        return (*sorted(numbers), *((self.word,) if self.word else ()))

    def label(self, value: int | str) -> str:
        """A value as the settings screen shows it."""
        return value.capitalize() if isinstance(value, str) else f"{value} {self.unit}".rstrip()

    def summary(self) -> str:
        """All values, for the docs."""
        return f"a number from {self.least} to {self.most}{f', or `{self.word}`' if self.word else ''}"


class KeyBindings(msgspec.Struct, frozen=True):
    """The values of the setting for keys: a mapping from the ids of bindings to their keys.

    Only the app knows which keys are valid: the parser calls ``Validators.wrong_keys``.
    """

    metavar: ClassVar[str] = "ID=KEY"

    def summary(self) -> str:
        """All values, for the docs."""
        return "ids of bindings, each with its keys"


Values: TypeAlias = Switch | Choice | Number | KeyBindings


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """The declaration of a setting. Its name, type and default are those of the field that it annotates.

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
    """The value that applies if the default is None and nothing is set; None if only the app knows it."""
    option: str = ""
    """The option of the command line, unless it is ``--`` and the name."""
    per_game: bool = False
    """Whether `quiz play` has its own option of this name. Then this option can only go before the command."""
    environment: str = ""
    """An environment variable with the value to use if neither the command line nor the file gives one."""


def declarations(
    settings: type[msgspec.Struct], choices: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, Setting]:
    """The settings that a class declares, by name, in order.

    ``choices`` are the values that only the app knows, by the name of the setting.

    Raises:
        TypeError: a field of the class is not annotated with a ``Setting``.
    """
    hints = get_type_hints(settings, include_extras=True)
    settings_by_name: dict[str, Setting] = {}
    for name in settings.__struct_fields__:
        setting = next((data for data in getattr(hints[name], "__metadata__", ()) if isinstance(data, Setting)), None)
        if setting is None:
            raise TypeError(f"{settings.__name__}.{name} is not annotated with a Setting.")
        if choices and name in choices:
            setting = msgspec.structs.replace(setting, values=Choice(choices[name]))
        settings_by_name[name] = setting
    return settings_by_name


def parse_value(setting: Setting, value: object) -> Any:
    """The value of a setting from the text of the file or of the command line. Not for ``KeyBindings``.

    Raises:
        InvalidValueError: the value is invalid for the setting.
    """
    if not isinstance(value, str) or isinstance(setting.values, KeyBindings):
        raise InvalidValueError("Write one value, not a list or a mapping.")
    return setting.values.parse(value)


def option_name(name: str, setting: Setting) -> str:
    """The option of the command line that overrides a setting for one run."""
    return setting.option or f"--{name.replace('_', '-')}"


def quoted(text: str) -> str:
    """User input for an error message: in one line, in quotation marks, and not too long."""
    return repr(clipped(text))


def clipped(text: str) -> str:
    """A text, cut if it is too long for an error message."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def suggestion(word: str, known: tuple[str, ...]) -> str:
    """A hint for an unknown word: the most similar known word, else all known words."""
    from quiz.bank.entry_parser import nearest_word  # needed only after a mistake

    similar = nearest_word(word, list(known))
    return f"Did you mean {similar!r}?" if similar else f"Write one of: {', '.join(known)}."
