"""Checks that only the app can make, which are handed to the parser; and what is reported about a settings file."""

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
    """What only the screens know. Without them, any word will do as a theme, and any key for a binding."""

    choices: Mapping[str, tuple[str, ...]] = {}
    """The values of settings that are a ``Choice`` without values of its own, by the names of the settings."""
    wrong_keys: Callable[[Mapping[str, str]], dict[str, str]] = lambda _: {}
    """What is wrong with the keys of bindings: a sentence for each wrong one, by the id of the binding."""
