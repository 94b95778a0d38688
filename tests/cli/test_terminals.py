"""Terminals of every sort: closed in the middle of a game, dumb, without colours, without letters of their own."""

import os
import re
import signal
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from tests.bank.pack_folder import pack_of, question
from tests.cli.run_command import PATIENCE, Terminal, environment

GARBAGE = (b"\xff\xfe", b"\xe9\xe9", b"\x1b[M\x20\xa0\x21", b"\x1b[1114112u", b"\x1b[48;:u", b"\x1b[9999999999u")
"""Bytes that are no letters, letters of Latin-1, a mouse of old, and keys that none can be."""
PLAY = ("play", "--mode", "classic", "--questions", "3", "--seed", "1")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("how", "ended"),
    [
        # the signal, or the end of the input before it
        pytest.param("closed", {-signal.SIGHUP, 128 + signal.SIGHUP}, marks=pytest.mark.slow),
        ("closed by another session", {128 + signal.SIGHUP}),
        pytest.param("shut down", {-signal.SIGTERM}, marks=pytest.mark.slow),
    ],
)
def test_a_terminal_that_goes_away_ends_the_program_and_takes_no_answer_with_it(
    tmp_path: Path, how: str, ended: set[int]
) -> None:
    """Of what another session closes no signal tells: the end of the input would be read over and over."""
    env = environment(tmp_path / "data")
    with Terminal(*PLAY, env=env, cwd=tmp_path, its_own=how == "closed") as terminal:
        terminal.answer()
        if how == "shut down":
            os.killpg(terminal.process.pid, signal.SIGTERM)
        else:
            terminal.close()
        assert terminal.process.wait(PATIENCE) in ended
    with Terminal(env=env, cwd=tmp_path) as again:
        again.until_shown("Interrupted: Classic, 1 of 3")


@pytest.mark.slow
def test_what_a_terminal_sends_that_is_no_key_is_not_listened_to(tmp_path: Path) -> None:
    with Terminal(*PLAY, env=environment(tmp_path / "data"), cwd=tmp_path) as terminal:
        terminal.until_shown("? Help")
        for sent in GARBAGE:
            terminal.press(sent)
            for there in (True, False):  # help comes and goes
                terminal.press("?")
                terminal.until(lambda shown, there=there: ("╭" in shown) is there)
        terminal.answer()
        terminal.press("\x11")
        assert terminal.until_ended() == 0


# What can be read


def unseen(terminal: Terminal) -> str:
    """The letters that have the colour of their ground; that of the terminal itself may be black."""
    cells = [cell for row in terminal.screen.buffer.values() for cell in row.values()]
    same = [cell for cell in cells if cell.fg == cell.bg != "default" or {cell.fg, cell.bg} == {"black", "default"}]
    return "".join(cell.data.strip() for cell in same)


def play_wrongly(terminal: Terminal, signs: str) -> None:
    """Look at every part of a question and of its verdict; ``signs`` are of the cursor, of right and of wrong."""
    here, right, wrong = signs
    shown = terminal.until(lambda shown: "? Help" in shown and "Len Wiseman" in shown)  # a screen is drawn in parts
    assert "Who directs Ballerina?" in shown
    options = {name: int(re.search(rf"(\d)  {name}", shown)[1]) for name in ("Len Wiseman", "Chad Stahelski")}
    assert unseen(terminal) == ""
    terminal.press("\x1b[B")
    terminal.until(lambda shown: re.search(rf" {re.escape(here)} 1  \w", shown) is not None)
    shown = terminal.until(lambda shown: "enter Next" in shown, pressing=str(options["Chad Stahelski"]))
    assert f"{wrong} Wrong" in shown
    assert re.search(rf"{wrong} {options['Chad Stahelski']}  Chad Stahelski .* your answer", shown)
    assert re.search(rf"{right} {options['Len Wiseman']}  Len Wiseman .* the right answer", shown)
    assert len(re.findall("Len Wiseman directs Ballerina", shown)) == 1  # the quote
    assert re.search("review . undated . [¶#] 2", shown)  # where it stands
    assert unseen(terminal) == ""
    assert not re.search(r"\[\?|\d;\d|\x1b", shown)  # of what steers the terminal


@pytest.fixture
def play(tmp_path: Path) -> tuple[str, ...]:
    return ("play", "--pack", str(pack_of(tmp_path / "pack", question()).root))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "signs"),
    [
        ({"TERM": "xterm"}, "▸✓✗"),
        pytest.param({"TERM": "xterm-16color", "TEXTUAL_THEME": "ansi-light"}, "▸✓✗", marks=pytest.mark.slow),
        pytest.param({"TERM": "linux"}, "▸✓✗", marks=pytest.mark.slow),
        pytest.param({"NO_COLOR": "1"}, "▸✓✗", marks=pytest.mark.slow),
        ({"LC_ALL": "C"}, ">vx"),
        pytest.param({"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, ">vx", marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_a_game_can_be_read_in_it(tmp_path: Path, play: tuple[str, ...], kind: dict[str, str], signs: str) -> None:
    with Terminal(*play, env=environment(tmp_path / "data", **kind), cwd=tmp_path) as terminal:
        play_wrongly(terminal, signs)
        assert terminal.written.isascii() == ("LC_ALL" in kind)
        colours = set(re.findall(r"\x1b\[[\d;]*?(38|48);[25]", terminal.written))
        assert not (colours and "TERM" in kind)
        terminal.press("\x11")
        assert terminal.until_ended() == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", [pytest.param({"TERM": "xterm"}, marks=pytest.mark.slow), {"NO_COLOR": "1"}], ids=str
)
def test_what_has_the_focus_shows_without_a_shade_of_colour(
    tmp_path: Path, builtin: Bank, kind: dict[str, str]
) -> None:
    def marked(terminal: Terminal) -> str:
        rows = (terminal.screen.buffer[row] for row in range(24))
        cells = (row[column] for row in rows for column in range(80))
        return "".join(cell.data for cell in cells if cell.reverse or cell.underscore)

    with Terminal(env=environment(tmp_path / "data", **kind), cwd=tmp_path) as terminal:
        terminal.until(lambda shown: "10 of " in shown and "Play" in marked(terminal))
        terminal.press("\t")
        terminal.until(lambda shown: "Mode" in marked(terminal))
        terminal.press("\x1b[B\x1b[B")
        terminal.until(lambda shown: "Timed" in marked(terminal))
        assert unseen(terminal) == ""
        terminal.press("e")
        terminal.until(lambda shown: "Prompt" in shown and builtin.questions[0].id in marked(terminal))
        assert unseen(terminal) == ""


def test_a_dumb_terminal_gets_lines_and_nothing_that_steers_it(tmp_path: Path, play: tuple[str, ...]) -> None:
    env = environment(tmp_path / "data", TERM="dumb")
    with Terminal(*play, env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("q to leave:")
        terminal.press("1\r")
        terminal.until(lambda shown: re.search("(Right|Wrong), ", shown) is not None)
        assert terminal.until_ended() == 0
        assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f]", terminal.written)
    with Terminal(env=env, cwd=tmp_path) as terminal:
        assert terminal.until_ended() == 2
        assert terminal.written.startswith("quiz cannot draw on a dumb terminal; `quiz play` ")
