"""A disk that refuses: `new` and `capture` say so in words, and nothing that was acknowledged is lost."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.store.fs import FileSystem

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from workshop.cli import main
sys.exit(main(sys.argv[2:]))
"""


def limited(home: Path, size: int, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Call `workshop` in a process in which no file may grow beyond this size: as a disk that is full, to the byte."""
    return subprocess.run(
        [sys.executable, "-c", LIMITED, str(size), *words],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "WORKSHOP_HOME": str(home)},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_new_on_a_full_disk(run: Run, home: Path) -> None:
    """One line says that the disk is full, one what to do; no half workshop is left, and with room again the same name is free."""
    done = limited(home, 100, "new", "No room")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Not saved: the disk of {home / 'no-room'} is full.\nMake some room on it and save again.\n"
    assert list(home.iterdir()) == []
    assert run("new", "No room").out == f"{home / 'no-room'}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
@pytest.mark.parametrize("size", [0, 1, 300, 700, 1100])
def test_capture_on_a_full_disk(run: Run, home: Path, size: int) -> None:
    """Wherever the disk is full: each line is either acknowledged and there, or told as not saved with its words, in order; exit code 1."""
    run("new", "Full")
    run("capture", "full", "--group", "parent", given="a first remark\n")
    lines = [f"remark number {number} #theme" for number in range(6)]
    done = limited(home, size, "capture", "full", "--session", "S1", given="".join(f"{line}\n" for line in lines))
    acknowledged = [line.split("\t")[1] for line in done.stdout.splitlines()]
    refused = [line.removeprefix("not saved: ") for line in done.stderr.splitlines() if line.startswith("not saved: ")]
    assert done.returncode == 1
    assert refused
    assert acknowledged + [line.removesuffix(" #theme") for line in refused] == [line.removesuffix(" #theme") for line in lines]
    assert f"Not saved: the disk of {home / 'full'} is full." in done.stderr
    assert "Everything that was saved is whole." in run("verify", "full").out
    there = run("verify", "full", "--json").json()["records"]["reflections"]
    assert there == 1 + len(acknowledged)
    assert run("capture", "full", "--session", "S1", given="room again\n").out.endswith("\troom again\n")


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EROFS, "may not be written to"),
        (errno.EACCES, "may not be written to"),
        (errno.ENOSPC, "is full"),
        (errno.EIO, "reports a fault"),
    ],
)
def test_a_folder_in_which_no_file_can_be_made(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str) -> None:
    """Read-only, forbidden, full or faulty: `new` and `capture` say which, in words, with exit code 1; reading goes on."""
    run("new", "There already")
    run("capture", "there-already", "--group", "parent", given="a first remark\n")

    def refuse(_disk: FileSystem, path: Path) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(FileSystem, "create", refuse)
    for words in (("new", "Nothing"), ("capture", "there-already", "--session", "S1")):
        done = run(*words, given="a second remark\n", code=1)
        assert "Not saved: " in done.err
        assert says in done.err
        assert done.out == ""
    assert [path.name for path in home.iterdir()] == ["there-already"]
    assert run("verify", "there-already", "--json").json()["records"]["reflections"] == 1


@pytest.mark.skipif(os.name != "posix" or not getattr(os, "geteuid", lambda: 0)(), reason="nothing is read-only to root, nor to Windows")
def test_a_read_only_folder(run: Run, home: Path) -> None:
    """The real thing: a shelf, and a workshop's folder, whose modes forbid writing."""
    folder = Path(run("new", "Read only").out.strip())
    run("capture", "read-only", "--group", "parent", given="a first remark\n")
    for place, words in ((home, ("new", "Nothing")), (folder, ("capture", "read-only", "--session", "S1"))):
        place.chmod(0o500)
        try:
            done = run(*words, given="a second remark\n", code=1)
        finally:
            place.chmod(0o700)
        assert "Permission denied" in done.err


def test_a_shelf_that_is_no_folder(run: Run, home: Path) -> None:
    """Where a file stands in the way of the shelf, it is said, with exit code 1."""
    home.write_text("a file")
    done = run("new", "Nothing", code=1)
    assert "cannot be opened" in done.err
    assert len(done.err.splitlines()) == 1
