"""What settings are checked by, and what is found wrong with them."""

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
    """What only the screens know: without them, any theme and any key will do."""

    themes: tuple[str, ...] = ()
    """The names of all themes."""
    wrong_keys: Callable[[Mapping[str, str]], dict[str, str]] = lambda _: {}
    """What is wrong with keys that bindings are to have, by the ids of the bindings."""
