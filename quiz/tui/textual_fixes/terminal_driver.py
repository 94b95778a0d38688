"""The terminal driver with its faults fixed: one that may go away, be left for the shell, and send what is no text.

Seen on Textual 8.2.8:

- A byte that is no UTF-8 ends the thread that reads the keys: https://github.com/Textualize/textual/issues/6456
- So does an escape sequence with a number that is no character.
- A terminal that has gone is read for ever, on a whole core: https://github.com/Textualize/textual/pull/6690
- Ctrl+Z stops the program alone and not what started it, so that no shell gets the terminal, and after ``fg`` the
  screen stays blank: https://github.com/Textualize/textual/issues/6298
- A stop from outside leaves half of a screen when the program goes on.
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

HUNG_UP = 128 + signal.SIGHUP
"""The exit code of a program whose terminal has gone, as a shell tells it."""
_ROOM = 4096
_PATIENCE = 0.1
"""Seconds within which the reader notices that it is to stop, and that an escape key was only that."""
_NO_TEXT = "\ufffd"


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, fixed."""

    # What is typed

    def run_input_thread(self) -> None:
        """Hand on what is typed, until told to stop; end the program where nothing can be typed any more."""
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            ready = select.select([self.fileno], [], [], _PATIENCE)[0]
            messages: list[Message] = []
            for letter in decode(self._typed()) if ready else "":
                try:
                    messages += parser.feed(letter)
                except (ValueError, OverflowError):  # it takes for a key what none can be, and is of no use any more
                    parser = XTermParser()
            for message in (*messages, *parser.tick()):
                if not (isinstance(message, Key) and message.character == _NO_TEXT):
                    self.process_message(message)

    def _typed(self) -> bytes:
        """What was typed, a byte at least; if the terminal has gone, the program ends here.

        The signal for that comes only to those whose session the terminal belongs to. What was judged is in the
        records by now, as it is when the signal ends the program; and an orderly end would wait for ever until the
        terminal takes what is drawn.
        """
        with contextlib.suppress(OSError):
            if typed := os.read(self.fileno, _ROOM):
                return typed
        os._exit(HUNG_UP)

    # Left to the shell

    def _sigtstp_application(self, *_: object) -> None:
        """Stand aside between two messages, not in the middle of one; while an editor is in front, at once."""
        if self._auto_restart:
            self._between_messages(self._stand_aside)
        else:
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Draw everything anew after a stop that nobody asked for: the shell may have used the terminal."""
        if self._auto_restart:
            self._between_messages(self._begin_anew)

    def _between_messages(self, do: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the app has ended
            self._loop.call_soon_threadsafe(do)

    def _stand_aside(self) -> None:
        """Give the terminal back and stop, with whatever started the program, until the shell lets them go on.

        Where there is no shell to do so, nothing stops.
        """
        if not self._draws:
            return
        self.suspend_application_mode()
        ours = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTSTP, signal.SIGCONT)}
        os.kill(0, signal.SIGTSTP)
        self._come_to_the_front()
        for number, handler in ours.items():
            signal.signal(number, handler)
        self._must_signal_resume = True
        self.resume_application_mode()

    def _begin_anew(self) -> None:
        """Take the terminal again, whatever has become of it; in the end it is given back as it was first."""
        if not self._draws:
            return
        self._come_to_the_front()
        first = self.attrs_before
        self.suspend_application_mode()
        self.resume_application_mode()
        self.attrs_before = first

    @property
    def _draws(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _come_to_the_front(self) -> None:
        """Stay stopped while the terminal is another program's."""
        with contextlib.suppress(OSError):  # it is not the terminal of this session
            while os.tcgetpgrp(self.fileno) != os.getpgrp():
                os.kill(0, signal.SIGSTOP)
