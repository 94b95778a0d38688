"""Settings kept in a file: read once, and changed one at a time; a file that is broken is left alone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from quiz.bank.files import read_text
from quiz.settings.settings import Settings
from quiz.settings.validators import SettingsProblem, Validators

FILE = "settings.yaml"


class SettingsNotSavedError(Exception):
    """A setting could not be kept; the message says why, in one line."""


class SettingsFile:
    """The settings file of a folder; neither need be there."""

    def __init__(self, folder: Path, known: Validators) -> None:
        """``known`` is what the values are checked by."""
        self.path = folder / FILE
        self._known = known

    def read(self) -> tuple[Settings, list[SettingsProblem]]:
        """The settings, as far as they can be read, and what is wrong with the file."""
        text, flaws = self._text()
        if text is None:
            return Settings(), flaws
        from quiz.settings.settings_parser import read_settings  # who has settled nothing does without YAML

        return read_settings(text, FILE, self._known)

    def put(self, key: str, value: Any) -> None:
        """Keep a setting.

        Raises:
            NotKeptError: the file has problems, or cannot be written.
        """
        from quiz.settings.settings_edit import with_value  # only who changes something waits for it

        self._change(lambda text: with_value(text, key, _in_yaml(value)), {key: value})

    def put_key(self, name: str, keys: str | None) -> None:
        """Keep the keys of a binding; with None, keep none, so that it has its own.

        Raises:
            NotKeptError: the file has problems, or cannot be written.
        """
        from quiz.settings.settings_edit import with_key

        settings, _ = self.read()
        bindings = {one: known for one, known in settings.keys.items() if one != name}
        wanted = bindings if keys is None else {**bindings, name: keys}
        self._change(lambda text: with_key(text, name, keys), {"keys": wanted})

    def _change(self, edit: Callable[[str], str], wanted: dict[str, Any]) -> None:
        from quiz.settings.settings_parser import read_settings

        text, flaws = self._text()
        before, wrong = (Settings(), flaws) if text is None else read_settings(text, FILE, self._known)
        if wrong:
            raise SettingsNotSavedError(f"Nothing is written while the file has problems. {wrong[0]}")
        changed = edit(text or "")
        after, wrong = read_settings(changed, FILE, Validators())
        if wrong or after != msgspec.structs.replace(before, **wanted):
            name = next(iter(wanted))
            raise SettingsNotSavedError(
                f"{self.path} is written in a way that only you can change: set {name} there."
            )
        self._write(changed, text)

    def _text(self) -> tuple[str | None, list[SettingsProblem]]:
        """What the file says; nothing where there is none."""
        try:
            self.path.lstat()
        except FileNotFoundError:
            return None, []
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or error
            return None, [SettingsProblem(FILE, 1, f"The file cannot be read: {said}.")]
        text, problems = read_text(self.path, FILE)
        return text, [SettingsProblem(FILE, one.place.line, f"{one.message} {one.hint}".strip()) for one in problems]

    def _write(self, changed: str, text: str | None) -> None:
        from quiz.bank.atomic_write import WriteError, as_bytes, new_file, replace_file

        try:
            if text is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                new_file(self.path, as_bytes(changed))
                return
            was = self.path.read_bytes()
            replace_file(self.path, as_bytes(changed, was), as_bytes(text, was))
        except WriteError as error:
            raise SettingsNotSavedError(str(error)) from error
        except OSError as error:
            raise SettingsNotSavedError(f"{self.path} cannot be written: {error.strerror or error}.") from error


class Preferences:
    """What holds in this run: the settings of the file, outweighed by what was said for this run only."""

    def __init__(
        self,
        settings: Settings | None = None,
        flaws: Sequence[SettingsProblem] = (),
        file: SettingsFile | None = None,
    ) -> None:
        """Without a ``file``, nothing that is changed is kept; ``flaws`` are what is wrong with it."""
        self.settings = settings or Settings()
        self.flaws = tuple(flaws)
        self._file = file

    def put(self, key: str, value: Any) -> None:
        """Let a setting hold from now on, and keep it.

        Raises:
            NotKeptError: it holds in this run only.
        """
        self.settings = msgspec.structs.replace(self.settings, **{key: value})
        if self._file is not None:
            self._file.put(key, value)

    def put_key(self, name: str, keys: str | None) -> None:
        """Let a binding have some keys from now on, or with None its own, and keep that.

        Raises:
            NotKeptError: it holds in this run only.
        """
        others = {one: known for one, known in self.settings.keys.items() if one != name}
        self.settings = msgspec.structs.replace(
            self.settings, keys=others if keys is None else {**others, name: keys}
        )
        if self._file is not None:
            self._file.put_key(name, keys)


def _in_yaml(value: Any) -> str:
    """A value as it is written in the file."""
    return str(value).lower() if isinstance(value, bool) else str(value)
