"""Line input and output: lines that arrive in pieces, and output without control characters."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.plain.console import Console
from tests.hostile import ACTING, HOSTILE, as_seen


class Pipe:
    """A console at the end of a pipe."""

    def __init__(self, *, echoes: bool = False) -> None:
        self._reading, self._writing = os.pipe()
        self.written = ""
        self.console = Console(self._reading, self._write, echoes=echoes)
        self._open = {self._reading, self._writing}

    def _write(self, text: str) -> None:
        self.written += text

    def type(self, data: bytes) -> None:
        os.write(self._writing, data)

    def end(self) -> None:
        os.close(self._writing)
        self._open.discard(self._writing)

    def close(self) -> None:
        for one in self._open:
            os.close(one)


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    made = Pipe()
    yield made
    made.close()


@pytest.fixture
def terminal() -> Iterator[Pipe]:
    made = Pipe(echoes=True)
    yield made
    made.close()


def test_lines_come_one_by_one_however_many_have_been_typed(pipe: Pipe) -> None:
    pipe.type(b"1\n\n2 3\r\nlast")
    pipe.end()
    assert [pipe.console.ask("? ") for _ in range(4)] == ["1", "", "2 3\r", "last"]
    with pytest.raises(EOFError):
        pipe.console.ask("? ")


def test_after_ctrl_c_in_the_middle_of_a_prompt_a_new_line_begins() -> None:
    written = []

    def write(text: str) -> None:
        written.append(text)
        if text == "? ":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Console(None, write, echoes=False).ask("? ")
    assert written == ["? ", "\n"]


def test_bytes_that_are_no_text_are_read_all_the_same(pipe: Pipe) -> None:
    pipe.type(b"\xff\xfe\x00\n")
    assert pipe.console.ask("? ") == "\ufffd\ufffd\x00"


def test_the_timeout_ends_without_a_line_and_half_a_line_is_kept_for_later(pipe: Pipe) -> None:
    assert pipe.console.ask("? ", 0.0) is None
    pipe.type(b"1")
    assert pipe.console.ask("? ", 0.01) is None
    pipe.type(b"2\n")
    assert pipe.console.ask("? ", 60.0) == "12"


def test_a_line_that_is_there_is_read_without_any_patience(pipe: Pipe) -> None:
    pipe.type(b"1\n2\n")
    assert [pipe.console.ask("? ", 0.0), pipe.console.ask("? ", 0.0)] == ["1", "2"]


def test_without_any_input_it_has_ended() -> None:
    written: list[str] = []
    with pytest.raises(EOFError):
        Console(None, written.append, echoes=False).ask("? ")
    assert written == ["? ", "\n"]


def test_a_terminal_that_has_gone_is_the_end_of_the_input() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    console = Console(writing, lambda text: None, echoes=True)  # what cannot be read
    with pytest.raises(EOFError):
        console.ask("? ", None)
    os.close(writing)


def test_what_follows_a_prompt_begins_a_line_of_its_own(pipe: Pipe, terminal: Pipe) -> None:
    pipe.type(b"1\n")
    pipe.console.ask("? ")
    assert pipe.written == "? \n"
    terminal.type(b"1\n")
    terminal.console.ask("? ")
    assert terminal.written == "? "  # the terminal shows what was typed, and its end
    terminal.console.ask("? ", 0.0)
    assert terminal.written == "? ? \n"
    terminal.end()
    with pytest.raises(EOFError):
        terminal.console.ask("? ")
    assert terminal.written == "? ? \n? \n"


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_said_acts_on_no_terminal(pipe: Pipe, words: str) -> None:
    pipe.console.say([words])
    assert pipe.written == f"{as_seen(words)}\n"


@given(st.lists(st.text(st.characters(exclude_categories=())), max_size=4))
def test_every_line_that_is_said_is_one_line(lines: list[str]) -> None:
    written: list[str] = []
    Console(None, written.append, echoes=False).say(lines)
    (text,) = written
    assert text.count("\n") == len(lines)
    assert ACTING.search(text) is None
