"""What the app passes to the parser of settings, such as names of themes; and problems of a settings file."""

from collections.abc import Callable, Mapping
from typing import NamedTuple


class SettingsProblem(NamedTuple):
    """Something wrong in a settings file."""

    file: str
    line: int
    message: str
    """What is wrong and what to do, in one line."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Validators(NamedTuple):
    """Checks that need the app. By default, any word is accepted as a theme, and any key for a binding."""

    choices: Mapping[str, tuple[str, ...]] = {}
    """The values of each setting that is a ``Choice`` without values of its own, by the setting's name."""
    wrong_keys: Callable[[Mapping[str, str]], dict[str, str]] = lambda _: {}
    """Takes the keys of bindings and returns an error message for each invalid one, by the id of the binding."""
