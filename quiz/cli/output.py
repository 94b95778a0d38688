"""Where the output goes: which letters its terminal has, and whether anything can be placed on it."""

import io
import os
import sys
from typing import TextIO

_ASCII = frozenset({"C", "POSIX"})
_DUMB = frozenset({"dumb", "unknown"})


def show_what_can_be_shown() -> None:
    """Let a terminal of few letters get the nearest that it has; where others read, a ? for what cannot be told."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _fit(stream)


def _fit(stream: io.TextIOWrapper) -> None:
    if not stream.isatty():  # letters that are like others might mean something there, as quotation marks in JSON do
        stream.reconfigure(errors="replace")
        return
    told = "PYTHONUTF8" in os.environ or "PYTHONIOENCODING" in os.environ
    if os.environ.get("LC_ALL") in _ASCII and not told:  # where Python would write UTF-8 all the same
        stream.reconfigure(encoding="ascii")
    if not stream.encoding.lower().startswith("utf"):
        import codecs

        from quiz.bank.ascii_fallback import FEWER, ascii_fallback

        codecs.register_error(FEWER, ascii_fallback)
        stream.reconfigure(errors=FEWER)


def is_terminal(*streams: TextIO | None) -> bool:
    """Whether a person sits at all of these."""
    return all(stream is not None and stream.isatty() for stream in streams)


def is_dumb() -> bool:
    """Whether the terminal can only be written on line by line, by its own account."""
    return os.environ.get("TERM") in _DUMB
