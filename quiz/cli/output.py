"""What the output can show: which characters, and whether it is a terminal that can draw a screen."""

import io
import os
import sys
from typing import TextIO

_ASCII = frozenset({"C", "POSIX"})
_DUMB = frozenset({"dumb", "unknown"})


def configure_output() -> None:
    """Make printing safe where the encoding lacks characters: a terminal gets similar ones, other outputs get ?."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _configure(stream)


def _configure(stream: io.TextIOWrapper) -> None:
    if not stream.isatty():  # a program may read it, and a similar character could be syntax, as " is in JSON
        stream.reconfigure(errors="replace")
        return
    encoding_is_set = "PYTHONUTF8" in os.environ or "PYTHONIOENCODING" in os.environ
    if os.environ.get("LC_ALL") in _ASCII and not encoding_is_set:  # Python would write UTF-8
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
    """Whether the terminal can only print line by line, according to TERM."""
    return os.environ.get("TERM") in _DUMB
