"""The commands that keep house, by themselves."""

import errno
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.store.fs import FileSystem


@pytest.fixture
def folder(run: Run) -> Path:
    """A workshop with two remarks."""
    folder = Path(run("new", "Old Work").out.strip())
    run("capture", "old-work", "--group", "parent", given="3: the bus is late #buses\n4: nobody tells you #benefits\n")
    return folder


@pytest.mark.usefixtures("folder")
def test_rename(run: Run) -> None:
    """The new title is printed and listed; the folder's name still names it, and so does the title."""
    assert run("rename", "old-work", "New Work").out == "New Work\n"
    (entry,) = run("list", "--json").json()
    assert (entry["name"], entry["title"]) == ("old-work", "New Work")
    assert run("verify", "New Work").out.startswith("New Work\n")


@pytest.mark.usefixtures("folder")
def test_archive_and_back(run: Run) -> None:
    """An archived workshop is on the list with `--all` only, and every command still finds it."""
    run("archive", "old-work")
    assert run("list", "--json").json() == []
    assert "workshop list --all" in run("list").err
    assert run("list", "--all", "--json").json()[0]["archived"] is True
    assert "archived" in run("list", "--all").out
    run("verify", "old-work")
    run("unarchive", "old-work")
    assert run("list", "--json").json()[0]["archived"] is False


@pytest.mark.usefixtures("folder")
def test_keep(run: Run) -> None:
    """A day that has gone by makes it overdue, on the list and on stderr; a later day, or always, doesn't; what is no day is refused."""
    run("keep", "old-work", "--until", "2020-01-31")
    (entry,) = run("list", "--json").json()
    assert (entry["keep_until"], entry["overdue"]) == ("2020-01-31", True)
    done = run("list")
    assert "to be deleted since 2020-01-31" in done.out
    assert "old-work" in done.err
    run("keep", "old-work", "--until", "2999-03-31")
    assert run("list", "--json").json()[0]["overdue"] is False
    run("keep", "old-work", "--until", "always")
    (entry,) = run("list", "--json").json()
    assert (entry["keep_until"], entry["overdue"]) == (None, False)
    assert "is no date" in run("keep", "old-work", "--until", "31.3.2027", code=1).err


def test_delete_asks(run: Run, folder: Path) -> None:
    """Where nobody is there to answer, nothing is deleted, what would have been is told, and the exit code is 1; `--yes` does it."""
    done = run("delete", "old-work", code=1)
    assert folder.is_dir()
    assert '"Old Work"' in done.err
    assert "--yes" in done.err
    done = run("delete", "old-work", "--yes")
    assert not folder.exists()
    assert "SSD" in done.err
    assert "no workshop" in run("delete", "old-work", "--yes", code=1).err


@pytest.mark.usefixtures("folder")
def test_delete_spares_strangers(run: Run, tmp_path: Path) -> None:
    """A folder with a file that is called like a journal, and is none of ours, is refused; nothing in it is touched."""
    stranger = tmp_path / "documents"
    stranger.mkdir()
    (stranger / "data.jsonl").write_text('{"row":1}\n')
    (stranger / "letter.txt").write_text("letter")
    assert "holds no workshop" in run("delete", str(stranger), "--yes", code=1).err
    assert sorted(path.name for path in stranger.iterdir()) == ["data.jsonl", "letter.txt"]


def test_takeaway(run: Run, folder: Path, tmp_path: Path) -> None:
    """The copy's folder is printed and is the workshop; here nothing is left, and what an SSD may still hold is said."""
    stick = tmp_path / "stick"
    stick.mkdir()
    compared = run("compare", "old-work", "--json").out
    run("takeaway", "old-work", str(stick), code=1)
    assert list(stick.iterdir()) == []
    done = run("takeaway", "old-work", str(stick), "--yes")
    assert done.out == f"{stick / 'old-work'}\n"
    assert "SSD" in done.err
    assert not folder.exists()
    assert run("compare", str(stick / "old-work"), "--json").out == compared


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="only Linux has /proc")
def test_takeaway_to_where_nothing_can_be_written(run: Run, folder: Path) -> None:
    """It is told that no copy could be made, and not that something was not saved; all is still here."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = run("takeaway", "old-work", "/proc", "--yes", code=1)
    assert done.err.startswith("No copy could be made in /proc: ")
    assert "Nothing was deleted here." in done.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_what_is_overdue_is_listed_from_the_archive_too(run: Run, folder: Path) -> None:
    """Nothing is kept too long because it was put out of sight."""
    run("archive", folder.name)
    run("keep", folder.name, "--until", "2020-01-01")
    listed = run("list")
    assert "to be deleted since 2020-01-01" in listed.out
    assert "Kept longer than was decided: old-work." in listed.err


def test_takeaway_to_a_full_stick(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick that takes only a part is told in words; nothing is deleted here, and no half file is left there."""
    stick = tmp_path / "stick"
    stick.mkdir()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    write = FileSystem.write

    def full(self: FileSystem, file: int, data: bytes) -> int:
        if len(data) < 1000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(self, file, data[: len(data) // 2])

    monkeypatch.setattr(FileSystem, "write", full)
    done = run("takeaway", "old-work", str(stick), "--yes", code=1)
    assert done.err == (
        f"No copy could be made in {stick}: the disk of {stick / 'old-work'} is full.\nNothing was deleted here. Use another stick.\n"
    )
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in stick.rglob("*") if path.is_file()] == []


def test_backup_list_forget_and_restore(run: Run, folder: Path, tmp_path: Path) -> None:
    """A backup is told with what was new, listed with its timer, restored on another shelf, and forgotten."""
    drive = tmp_path / "drive"
    done = run("backup", "old-work", str(drive), "--every", "10")
    assert done.out == f"Copied to {drive / 'old-work'}: 4 new saves; read back and whole.\n"
    assert run("backup", "old-work").out.endswith("nothing new since the last time; read back and whole.\n")
    kind, path, _, timer = run("backup", "old-work", "--list").out.rstrip("\n").split("\t")
    assert (kind, path, timer) == ("backup", str(drive / "old-work"), "every 10 min")
    restored = run("--home", str(tmp_path / "other"), "restore", str(drive)).out.strip()
    assert run("compare", restored, "--json").out == run("compare", "old-work", "--json").out
    assert "stands here already" in run("restore", str(drive), code=1).err
    run("backup", "old-work", "--every", "0")
    assert "every" not in run("backup", "old-work", "--list").out
    run("backup", "old-work", str(drive), "--forget")
    assert run("backup", "old-work", "--list").out == ""
    run("backup", "old-work", "--forget", code=2)
    assert folder.is_dir()


@pytest.mark.usefixtures("folder")
def test_a_backup_that_is_out(run: Run, tmp_path: Path) -> None:
    """One place that is out of reach is told, and the others are done: exit code 0; where none could be done, or there is none, 1."""
    assert "no backup yet" in run("backup", "old-work", code=1).err
    run("backup", "old-work", str(tmp_path / "a"))
    run("backup", "old-work", str(tmp_path / "b"))
    shutil.rmtree(tmp_path / "a")
    done = run("backup", "old-work")
    assert str(tmp_path / "b") in done.out
    assert f"No copy at {tmp_path / 'a' / 'old-work'}: it is not there." in done.err
    shutil.rmtree(tmp_path / "b")
    run("backup", "old-work", code=1)
    run("capture", "old-work", "--group", "parent", given="still saved\n")


def test_a_bundle_is_restored_under_its_title(run: Run, folder: Path, tmp_path: Path) -> None:
    """Whatever the zip is called; a backup keeps the name of its folder."""
    run("rename", str(folder), "Life on a low income")
    run("bundle", str(folder), "--out", str(tmp_path / "b.zip"))
    restored = run("--home", str(tmp_path / "other"), "restore", str(tmp_path / "b.zip")).out.strip()
    assert Path(restored).name == "life-on-a-low-income"
