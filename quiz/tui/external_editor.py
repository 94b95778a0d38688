"""The player's editor: the command that opens a file at a line, and running it in the app's place."""

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
"""Editors that take it as ``-g FILE:LINE``."""
_COLON = ("subl", "hx", "helix", "zed", "zeditor")
"""Editors that take it as ``FILE:LINE``."""


class EditorError(Exception):
    """The file was not edited, or the editor did not end well; the message says why, in one sentence."""


def editor_command(environ: Mapping[str, str], path: Path, line: int) -> list[str]:
    """The command that opens a file at a line in the player's editor.

    Raises:
        EditorError: there is no editor, or what names it cannot be read.
    """
    name = next((name for name in ("EDITOR", "VISUAL") if environ.get(name, "").strip()), None)
    if name is None:
        raise EditorError("No editor is known: set the variable EDITOR, for example to nano or vim.")
    try:
        command = shlex.split(environ[name])
    except ValueError as error:  # a quotation mark that is not closed
        raise EditorError(f"{name} cannot be read: {environ[name]}") from error
    if not command[0]:
        raise EditorError(f"{name} names no program.")
    file, program = str(path.absolute()), Path(command[0]).name.removesuffix(".exe")
    if program in _PLUS:
        return [*command, f"+{line}", file]
    if program in _GOTO:
        return [*command, "-g", f"{file}:{line}"]
    return [*command, f"{file}:{line}" if program in _COLON else file]


def edit(app: App[None], path: Path, line: int) -> None:
    """Let the player edit a file, the app standing aside; it is back when this returns.

    Raises:
        EditorError: the file was not edited, or the editor did not end well.
    """
    if not is_file(path):
        raise EditorError(f"There is no file {path}.")
    command = editor_command(os.environ, path, line)
    try:
        with app.suspend():
            code = _run(command)
    except SuspendNotSupported as error:
        raise EditorError("This terminal cannot be left to an editor.") from error
    if isinstance(code, OSError):
        raise EditorError(f"{command[0]} cannot be started: {code.strerror or code}.")
    if code:
        how = f"ended with the code {code}" if code > 0 else f"was ended by the signal {-code}"
        raise EditorError(f"{command[0]} {how}. What it saved is read again.")


def _run(command: list[str]) -> int | OSError:
    """Run a command to its end; Ctrl-C is for the command alone meanwhile."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # not ignored, which the command would inherit
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603 - the player's own editor
    except (OSError, ValueError) as error:  # ValueError: a NUL in the variable
        return error if isinstance(error, OSError) else OSError(str(error))
    finally:
        signal.signal(signal.SIGINT, before)
