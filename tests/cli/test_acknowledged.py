"""What `workshop capture` has acknowledged is on disk, whatever happens to the process then."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.workbook.shelf import Shelf

LINES = ('3: "we go without so they can eat" #food', "nobody told us about it #access", "p5: the bus takes an hour #access x4")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_killed_right_after_an_acknowledgement(run: Run, home: Path, count: int) -> None:
    """With SIGKILL at the very moment in which the nth acknowledgement is read, all n remarks are there."""
    run("new", "Kill")
    process = subprocess.Popen(
        [sys.executable, "-m", "workshop", "capture", "kill", "--group", "parent"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "WORKSHOP_HOME": str(home)},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    acknowledged = []
    for line in LINES[:count]:
        process.stdin.write(line.encode() + b"\n")
        process.stdin.flush()
        acknowledged.append(process.stdout.readline().split(b"\t")[0])
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()
    assert acknowledged == [b"R1", b"R2", b"R3"][:count]
    with Shelf(home).open("kill") as book:
        texts = [each.text for each in sorted(book.records.reflections.values(), key=lambda each: each.number)]
    assert texts == ["we go without so they can eat", "nobody told us about it", "the bus takes an hour"][:count]


def test_three_lines_from_a_pipe(run: Run) -> None:
    """`printf` three lines into `workshop capture`: three numbers come back, and the comparison counts the people and the themes."""
    run("new", "Pipe")
    done = run("capture", "pipe", "--group", "parent", given="\n".join(LINES) + "\n\n")
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["R1", "R2", "R3"]
    themes = {each["theme"]: each["groups"]["parent"]["raised"] for each in run("compare", "pipe", "--json").json()["themes"]}
    assert themes == {"Food": 1, "Access": 2}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_only_the_user_can_read_it(run: Run, home: Path) -> None:
    """A workshop's folder is 0700, its files are 0600, and so is the report, even under a careless umask."""
    before = os.umask(0)
    try:
        folder = Path(run("new", "Mine").out.strip())
        run("capture", "mine", "--group", "parent", given="one remark #one\n")
        run("export", "mine", "--to", "html", "--to", "csv", "--to", "json")
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert {path.name: oct(mode) for path, mode in modes.items() if path.is_dir() and mode != 0o700} == {}
    assert {path.name: oct(mode) for path, mode in modes.items() if path.is_file() and mode != 0o600} == {}
    assert sum(path.is_file() for path in modes) >= 4


def test_nothing_asks_the_network(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With sockets closed, a workshop is made, filled, compared and exported: nothing even tries to open one."""

    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("a socket was asked for")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(f"socket.{name}", refuse)
    run("new", "Offline")
    run("capture", "offline", "--group", "parent", given="one remark #one\n")
    run("compare", "offline")
    run("export", "offline", "--to", "html", "--to", "csv", "--to", "json")
    run("demo")
