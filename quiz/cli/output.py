"""The terminal of the output: which characters it has, and whether it can draw a screen."""

import io
import os
import sys
from typing import TextIO

_ASCII = frozenset({"C", "POSIX"})
_DUMB = frozenset({"dumb", "unknown"})


def configure_output() -> None:
    """Replace the characters that an output does not have: by similar ones on a terminal, elsewhere by ?."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _fit(stream)


def _fit(stream: io.TextIOWrapper) -> None:
    if not stream.isatty():  # a similar character may mean something there, such as a quotation mark in JSON
        stream.reconfigure(errors="replace")
        return
    chosen = "PYTHONUTF8" in os.environ or "PYTHONIOENCODING" in os.environ
    if os.environ.get("LC_ALL") in _ASCII and not chosen:  # Python would write UTF-8 there
        stream.reconfigure(encoding="ascii")
    if not stream.encoding.lower().startswith("utf"):
        import codecs

        from quiz.bank.ascii_fallback import ASCII_FALLBACK, ascii_fallback

        codecs.register_error(ASCII_FALLBACK, ascii_fallback)
        stream.reconfigure(errors=ASCII_FALLBACK)


def is_terminal(*streams: TextIO | None) -> bool:
    """Whether all streams are terminals."""
    return all(stream is not None and stream.isatty() for stream in streams)


def is_dumb() -> bool:
    """Whether the terminal says that it can only print line by line."""
    return os.environ.get("TERM") in _DUMB
