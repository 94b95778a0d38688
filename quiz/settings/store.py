"""The settings file: read at the start, changed one setting at a time, and never written while it has problems."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from quiz.bank.files import read_text
from quiz.settings.setting import KeyBindings, declarations
from quiz.settings.settings import Settings
from quiz.settings.validators import SettingsProblem, Validators

FILE = "settings.yaml"


class SettingsNotSavedError(Exception):
    """A setting was not saved; the message says why, in one line."""


class SettingsFile:
    """The settings file of a folder. Neither has to exist."""

    def __init__(self, folder: Path, validators: Validators, defaults: Settings | None = None) -> None:
        """``defaults`` hold where the file says nothing; their class declares the settings."""
        self.path = folder / FILE
        self._validators = validators
        self._defaults = defaults or Settings()

    def read(self) -> tuple[Settings, list[SettingsProblem]]:
        """The settings of the file, without its wrong lines, and a problem for each of those."""
        text, problems = self._text()
        if text is None:
            return self._defaults, problems
        from quiz.settings.settings_parser import read_settings  # without a file there is no need of YAML

        return read_settings(text, FILE, self._validators, self._defaults)

    def put(self, name: str, value: Any) -> None:
        """Save a setting.

        Raises:
            SettingsNotSavedError: the file has problems, or cannot be written.
        """
        from quiz.settings.settings_edit import with_value  # only a change waits for it

        values = declarations(type(self._defaults))[name].values
        if isinstance(values, KeyBindings):
            raise TypeError(f"{name}: put_key saves the keys of one binding.")
        written = values.to_yaml(value)
        self._change(lambda text: with_value(text, name, written), {name: value})

    def put_key(self, binding: str, keys: str | None) -> None:
        """Save the keys of a binding; with None, remove them from the file, so that it has its own again.

        Raises:
            SettingsNotSavedError: the file has problems, or cannot be written.
        """
        from quiz.settings.settings_edit import with_key

        settings, _ = self.read()
        self._change(lambda text: with_key(text, binding, keys), {"keys": _with_binding(settings, binding, keys)})

    def _change(self, edit: Callable[[str], str], changes: dict[str, Any]) -> None:
        """Write the file with an edit, if that changes what it should and nothing else."""
        from quiz.settings.settings_parser import read_settings

        text, problems = self._text()
        before = self._defaults
        if text is not None:
            before, problems = read_settings(text, FILE, self._validators, self._defaults)
        if problems:
            raise SettingsNotSavedError(f"Nothing is written while the file has problems. {problems[0]}")
        changed = edit(text or "")
        after, problems = read_settings(changed, FILE, Validators(), self._defaults)
        if problems or after != msgspec.structs.replace(before, **changes):
            name = next(iter(changes))
            raise SettingsNotSavedError(
                f"{self.path} is written in a way that only you can change: set {name} there."
            )
        self._write(changed, text)

    def _text(self) -> tuple[str | None, list[SettingsProblem]]:
        """The text of the file; None where there is no file or it cannot be read."""
        try:
            self.path.lstat()
        except FileNotFoundError:
            return None, []
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            return None, [SettingsProblem(FILE, 1, f"The file cannot be read: {why}.")]
        text, problems = read_text(self.path, FILE)
        return text, [SettingsProblem(FILE, one.place.line, f"{one.message} {one.hint}".strip()) for one in problems]

    def _write(self, changed: str, text: str | None) -> None:
        from quiz.bank.atomic_write import WriteError, create_file, encode_text, replace_file

        try:
            if text is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                create_file(self.path, encode_text(changed))
                return
            was = self.path.read_bytes()
            replace_file(self.path, encode_text(changed, was), encode_text(text, was))
        except WriteError as error:
            raise SettingsNotSavedError(str(error)) from error
        except OSError as error:
            raise SettingsNotSavedError(f"{self.path} cannot be written: {error.strerror or error}.") from error


class Preferences:
    """The settings of this run: those of the file, with the overrides of the command line."""

    def __init__(
        self,
        settings: Settings | None = None,
        problems: Sequence[SettingsProblem] = (),
        file: SettingsFile | None = None,
    ) -> None:
        """``problems`` are those of the ``file``; without one, no change is saved."""
        self.settings = settings or Settings()
        self.problems = tuple(problems)
        self._file = file

    def put(self, name: str, value: Any) -> None:
        """Change a setting for this run, and save it.

        Raises:
            SettingsNotSavedError: the change is for this run only.
        """
        self.settings = msgspec.structs.replace(self.settings, **{name: value})
        if self._file is not None:
            self._file.put(name, value)

    def put_key(self, binding: str, keys: str | None) -> None:
        """Give a binding other keys for this run, or with None its own, and save that.

        Raises:
            SettingsNotSavedError: the change is for this run only.
        """
        self.settings = msgspec.structs.replace(self.settings, keys=_with_binding(self.settings, binding, keys))
        if self._file is not None:
            self._file.put_key(binding, keys)


def _with_binding(settings: Settings, binding: str, keys: str | None) -> dict[str, str]:
    """The keys of all bindings, with other ones for one of them; with None, without it."""
    others = {one: known for one, known in settings.keys.items() if one != binding}
    return others if keys is None else {**others, binding: keys}
