"""The settings file, which is changed one setting at a time and never written while it has problems."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from quiz.bank.files import read_text
from quiz.bank.problem import Problem
from quiz.settings.setting import KeyBindings, declarations
from quiz.settings.settings import Settings
from quiz.settings.validators import SettingsProblem, Validators

FILE = "settings.yaml"


class SettingsNotSavedError(Exception):
    """A setting was not saved; the message says why, in one line."""


class SettingsFile:
    """The settings file of a folder. Neither needs to exist."""

    def __init__(self, folder: Path, validators: Validators, defaults: Settings | None = None) -> None:
        """``defaults`` apply to settings that the file does not have. Their class declares the settings."""
        self.path = folder / FILE
        self._validators = validators
        self._defaults = defaults or Settings()

    def read(self) -> tuple[Settings, list[SettingsProblem]]:
        """The settings from the valid lines of the file, and a problem for each invalid line."""
        text, problems = self._text()
        if text is None:
            return self._defaults, problems
        from quiz.settings.settings_parser import read_settings  # imported late: without a file, YAML is not needed

        return read_settings(text, FILE, self._validators, self._defaults)

    def put(self, name: str, value: Any) -> None:
        """Save a setting.

        Raises:
            SettingsNotSavedError: the file has problems, or cannot be written.
        """
        from quiz.settings.settings_edit import with_value  # needed only for a change

        values = declarations(type(self._defaults))[name].values
        if isinstance(values, KeyBindings):
            raise TypeError(f"{name}: put_key saves the keys of one binding.")
        written = values.to_yaml(value)
        self._change(lambda text: with_value(text, name, written), {name: value})

    def put_key(self, binding: str, keys: str | None) -> None:
        """Save the keys of a binding; None removes them from the file, which restores the default keys.

        Raises:
            SettingsNotSavedError: the file has problems, or cannot be written.
        """
        from quiz.settings.settings_edit import with_key

        settings, _ = self.read()
        self._change(lambda text: with_key(text, binding, keys), {"keys": _with_binding(settings, binding, keys)})

    def _change(self, edit: Callable[[str], str], changes: dict[str, Any]) -> None:
        """Edit the file. The edit is written only if it makes exactly the ``changes``, by name."""
        from quiz.settings.settings_parser import read_settings

        text, problems = self._text()
        before = self._defaults
        if text is not None:
            before, problems = read_settings(text, FILE, self._validators, self._defaults)
        if problems:
            raise SettingsNotSavedError(f"The file has problems, so it was not changed. {problems[0]}")
        changed = edit(text or "")
        after, problems = read_settings(changed, FILE, Validators(), self._defaults)
        if problems or after != msgspec.structs.replace(before, **changes):
            name = next(iter(changes))
            raise SettingsNotSavedError(
                f"The layout of {self.path} does not allow changing it automatically: set {name} by hand."
            )
        self._write(changed, text)

    def _text(self) -> tuple[str | None, list[SettingsProblem]]:
        """The text of the file, and a problem if it cannot be read; the text is None then, or if there is no file."""
        try:
            self.path.lstat()
        except FileNotFoundError:
            return None, []
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            return None, [SettingsProblem(FILE, 1, f"The file cannot be read: {reason}.")]
        text, problems = read_text(self.path, FILE)
        return text, [_unreadable(problem) for problem in problems]

    def _write(self, changed: str, text: str | None) -> None:
        from quiz.bank.atomic_write import WriteError, create_file, encode_text, replace_file

        try:
            if text is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                create_file(self.path, encode_text(changed))
                return
            old = self.path.read_bytes()
            replace_file(self.path, encode_text(changed, old), encode_text(text, old))
        except WriteError as error:
            raise SettingsNotSavedError(str(error)) from error
        except OSError as error:
            raise SettingsNotSavedError(f"{self.path} cannot be written: {error.strerror or error}.") from error


class Preferences:
    """The settings of this run: those of the file, overridden by the command line."""

    def __init__(
        self,
        settings: Settings | None = None,
        problems: Sequence[SettingsProblem] = (),
        file: SettingsFile | None = None,
    ) -> None:
        """``problems`` are those of the ``file``. Without a file, changes are not saved."""
        self.settings = settings or Settings()
        self.problems = tuple(problems)
        self._file = file

    def put(self, name: str, value: Any) -> None:
        """Change a setting for this run, and save it.

        Raises:
            SettingsNotSavedError: the change could not be saved, and is for this run only.
        """
        self.settings = msgspec.structs.replace(self.settings, **{name: value})
        if self._file is not None:
            self._file.put(name, value)

    def put_key(self, binding: str, keys: str | None) -> None:
        """Change the keys of a binding for this run, and save them; None restores the default keys.

        Raises:
            SettingsNotSavedError: the change could not be saved, and is for this run only.
        """
        self.settings = msgspec.structs.replace(self.settings, keys=_with_binding(self.settings, binding, keys))
        if self._file is not None:
            self._file.put_key(binding, keys)


def _unreadable(problem: Problem) -> SettingsProblem:
    return SettingsProblem(FILE, problem.place.line, f"{problem.message} {problem.hint}".strip())


def _with_binding(settings: Settings, binding: str, keys: str | None) -> dict[str, str]:
    """The keys of all bindings after a change of one; None removes that one."""
    others = {other: current for other, current in settings.keys.items() if other != binding}
    return others if keys is None else {**others, binding: keys}
