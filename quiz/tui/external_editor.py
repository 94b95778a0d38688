"""Opens a file in the user's editor while the app is suspended."""

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from textual.app import App, SuspendNotSupported

from quiz.bank.files import is_file

_PLUS = (
    "vi", "vim", "nvim", "view", "gvim", "mvim", "nano", "pico", "emacs", "emacsclient", "jed", "joe", "jmacs", "kak",
    "mg", "micro", "ne", "gedit",
)  # fmt: skip
"""Editors that take the line as ``+LINE FILE``."""
_GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
"""Editors that take the line as ``-g FILE:LINE``."""
_COLON = ("subl", "hx", "helix", "zed", "zeditor")
"""Editors that take the line as ``FILE:LINE``."""


class EditorError(Exception):
    """The file could not be edited, or the editor failed. The message is one or two sentences for the user."""


def editor_command(environ: Mapping[str, str], path: Path, line: int) -> list[str]:
    """Return the command that opens a file at a line, with the editor from EDITOR or else VISUAL.

    Raises:
        EditorError: Neither variable is set, or its value cannot be parsed.
    """
    name = next((name for name in ("EDITOR", "VISUAL") if environ.get(name, "").strip()), None)
    if name is None:
        raise EditorError("No editor is set. Set the variable EDITOR, for example to nano or vim.")
    try:
        command = shlex.split(environ[name])
    except ValueError as error:  # an unclosed quotation mark
        raise EditorError(f"{name} cannot be parsed: {environ[name]}") from error
    if not command[0]:
        raise EditorError(f"{name} names no program.")
    file, program = str(path.absolute()), Path(command[0]).name.removesuffix(".exe")
    if program in _PLUS:
        return [*command, f"+{line}", file]
    if program in _GOTO:
        return [*command, "-g", f"{file}:{line}"]
    return [*command, f"{file}:{line}" if program in _COLON else file]


def edit(app: App[None], path: Path, line: int) -> None:
    """Suspend the app, edit a file, and resume the app.

    Raises:
        EditorError: The file could not be edited, or the editor failed.
    """
    if not is_file(path):
        raise EditorError(f"There is no file {path}.")
    command = editor_command(os.environ, path, line)
    try:
        with app.suspend():
            code = _run(command)
    except SuspendNotSupported as error:
        raise EditorError("The app cannot be suspended in this terminal to run an editor.") from error
    if isinstance(code, OSError):
        raise EditorError(f"{command[0]} cannot be started: {code.strerror or code}.")
    if code:
        how = f"exited with code {code}" if code > 0 else f"was ended by signal {-code}"
        raise EditorError(f"{command[0]} {how}. The file was read again.")


def _run(command: list[str]) -> int | OSError:
    """Run a command and return its exit code. Meanwhile, Ctrl-C reaches only the command."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # not SIG_IGN, which the command would inherit
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603 - the user's own editor
    except (OSError, ValueError) as error:  # ValueError: the variable contains a NUL
        return error if isinstance(error, OSError) else OSError(str(error))
    finally:
        signal.signal(signal.SIGINT, before)
