"""The terminal driver with bugs fixed: lost terminals, suspending to the shell, and invalid input.

Seen on Textual 8.2.8:

- A byte that is not UTF-8 ends the thread that reads the keys: https://github.com/Textualize/textual/issues/6456
- So does an escape sequence with a number that is not a character.
- A closed terminal is read in an endless loop at full CPU load: https://github.com/Textualize/textual/pull/6690
- Ctrl+Z stops only the program and not the process that started it, so that no shell gets the terminal, and after
  ``fg`` the screen stays blank: https://github.com/Textualize/textual/issues/6298
- After a stop signal from outside, the screen is drawn only partly when the program continues.
"""

import contextlib
import os
import select
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

HANGUP_EXIT_CODE = 128 + signal.SIGHUP
"""The exit code of a program whose terminal was closed, as shells report it."""
_CHUNK_BYTES = 4096
_POLL_SECONDS = 0.1
"""How often the thread checks whether to stop, and whether an escape character was the escape key."""
_REPLACEMENT = "\ufffd"


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, fixed."""

    # Input

    def run_input_thread(self) -> None:
        """Process input until the exit event is set. Exit the program if the terminal has been closed."""
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            ready = select.select([self.fileno], [], [], _POLL_SECONDS)[0]
            messages: list[Message] = []
            for character in decode(self._read_bytes()) if ready else "":
                try:
                    messages += parser.feed(character)
                except (ValueError, OverflowError):  # an invalid escape sequence, after which the parser is broken
                    parser = XTermParser()
            for message in (*messages, *parser.tick()):
                if not (isinstance(message, Key) and message.character == _REPLACEMENT):
                    self.process_message(message)

    def _read_bytes(self) -> bytes:
        """Return at least one byte of input. If the terminal has been closed, exit the program.

        SIGHUP reaches only processes in the terminal's session, so it is not enough. Exiting at once loses nothing:
        verdicts are already saved. A regular exit would wait forever for the terminal to accept output.
        """
        with contextlib.suppress(OSError):
            if read := os.read(self.fileno, _CHUNK_BYTES):
                return read
        os._exit(HANGUP_EXIT_CODE)

    # Suspending

    def _sigtstp_application(self, *_: object) -> None:
        """Suspend between two messages, not in the middle of one. While an editor runs, suspend at once."""
        if self._auto_restart:
            self._between_messages(self._suspend)
        else:
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Draw everything again after a stop signal from outside: the shell may have used the terminal."""
        if self._auto_restart:
            self._between_messages(self._restore)

    def _between_messages(self, callback: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the event loop is closed
            self._loop.call_soon_threadsafe(callback)

    def _suspend(self) -> None:
        """Restore the terminal and stop the whole process group until the shell continues it.

        Without a shell with job control, nothing stops.
        """
        if not self._draws:
            return
        self.suspend_application_mode()
        handlers = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTSTP, signal.SIGCONT)}
        os.kill(0, signal.SIGTSTP)
        self._wait_for_foreground()
        for number, handler in handlers.items():
            signal.signal(number, handler)
        self._must_signal_resume = True
        self.resume_application_mode()

    def _restore(self) -> None:
        """Set up the terminal again, but keep its original attributes for the end of the program."""
        if not self._draws:
            return
        self._wait_for_foreground()
        original = self.attrs_before
        self.suspend_application_mode()
        self.resume_application_mode()
        self.attrs_before = original

    @property
    def _draws(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _wait_for_foreground(self) -> None:
        """Stay stopped while another process group is in the foreground."""
        with contextlib.suppress(OSError):  # not the terminal of this session
            while os.tcgetpgrp(self.fileno) != os.getpgrp():
                os.kill(0, signal.SIGSTOP)
