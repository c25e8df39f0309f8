"""On a real terminal: however the program ends, the terminal is whole and nobody's words are left on it."""

import signal
import sys
from pathlib import Path

import pytest

from tests.tui.on_pty import Terminal
from tests.workbook.conftest import PLAN
from workshop.model.planfile import parse_plan
from workshop.workbook.shelf import create_workshop, open_workshop

if sys.platform == "win32":
    pytest.skip("there are no such terminals here", allow_module_level=True)

WORDS = "we go without so they can eat"
ROOM = """
import sys
from pathlib import Path
from workshop.tui.opening import run_room
from workshop.workbook.shelf import open_workshop
book = open_workshop(Path(sys.argv[1]))
{broken}
sys.exit(run_room(book, book.open_session(), Path(sys.argv[1]).parent))
"""
BREAKING = """
def broken(*arguments, **more):
    line = arguments[1]
    raise KeyError(line)
book.capture = broken
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop with a session that is open."""
    with create_workshop(tmp_path / "book", "Fuel and food") as book:
        book.start_session(parse_plan(PLAN, "short"), "parent")
        return book.folder


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_the_terminal_whole(folder: Path, number: signal.Signals) -> None:
    """Modes as before, the alternate screen left, the cursor shown; what was entered is saved, and the exit code tells the signal."""
    terminal = Terminal.running(ROOM.format(broken=""), str(folder))
    terminal.wait_for("F1")
    terminal.type(f"3: {WORDS}\r")
    terminal.wait_for("saved R1")
    terminal.signal(number)
    assert terminal.end() == 128 + number
    assert terminal.is_as_before()
    assert terminal.left_whole()
    assert WORDS not in terminal.after_leaving()
    with open_workshop(folder) as book:
        assert [each.text for each in book.records.reflections.values()] == [WORDS]


def test_a_crash_leaves_no_words(folder: Path) -> None:
    """An error with somebody's words in its variables and in its message: exit code 1, what broke and where, and no words."""
    terminal = Terminal.running(ROOM.format(broken=BREAKING), str(folder))
    terminal.wait_for("F1")
    terminal.type(f"3: {WORDS}\r")
    assert terminal.end() == 1
    assert terminal.is_as_before()
    assert terminal.left_whole()
    said = terminal.after_leaving()
    assert "Something went wrong inside workshop" in said
    assert "KeyError" in said
    assert WORDS not in said


def test_leaving_by_its_key_ends_with_nought(folder: Path) -> None:
    """Ctrl+Q, and the terminal is as it was."""
    terminal = Terminal.running(ROOM.format(broken=""), str(folder))
    terminal.wait_for("F1")
    terminal.type("\x11")
    assert terminal.end() == 0
    assert terminal.is_as_before()
    assert terminal.left_whole()


def test_joiners_that_a_terminal_sends_are_saved(folder: Path) -> None:
    """Their bytes become keys, and the keys letters of the remark."""
    said = "نمی\u200cخواهم 👩\u200d👩\u200d👧"
    terminal = Terminal.running(ROOM.format(broken=""), str(folder))
    terminal.wait_for("F1")
    terminal.type(f"3: {said}\r")
    terminal.wait_for("saved R1")
    terminal.type("\x11")
    assert terminal.end() == 0
    with open_workshop(folder) as book:
        assert [each.text for each in book.records.reflections.values()] == [said]


def test_the_keys_that_a_terminal_sends_reach_the_room(folder: Path) -> None:
    """Ctrl+S and Ctrl+Q are not kept back by the terminal's flow control, Ctrl+O and Ctrl+R not by its driver."""
    terminal = Terminal.running(ROOM.format(broken=""), str(folder))
    terminal.wait_for("F1")
    terminal.type("\x13")
    terminal.wait_for("Pause")
    terminal.type("\x0f")
    terminal.wait_for("End the session")
    terminal.type("\r")
    terminal.wait_for("has ended")
    terminal.type("\x11")
    assert terminal.end() == 0
