"""`workshop lock`, `unlock`, `passphrase`, and every other command on a locked workshop."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from tests.cli.conftest import Run
from tests.store.locks import quick_passphrases, words_in_clear
from workshop.cli import main, passphrase
from workshop.cli.passphrase import NEW_VARIABLE, VARIABLE

OLD, NEW = "porridge before school", "the bus was late again"
WRONG = "The passphrase is wrong. (If you are sure of it, key.passphrase.age was changed: take it from a backup.)\n"
WORDS = ["we go without", "Hard winter"]

Typing = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def _nobody_there(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No terminal to ask on, no passphrase in the environment, and no scrypt but where it is wanted."""
    for variable in (VARIABLE, NEW_VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    if "terminal" not in request.fixturenames:
        monkeypatch.setattr(passphrase, "has_terminal", lambda: False)
        quick_passphrases(monkeypatch)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Type these one after the other; gives the list of what was asked."""

    def types(*answers: str) -> list[str]:
        left, asked = list(answers), list[str]()

        def getpass(prompt: str) -> str:
            asked.append(prompt)
            return left.pop(0)

        monkeypatch.setattr(passphrase, "has_terminal", lambda: True)
        monkeypatch.setattr("getpass.getpass", getpass)
        return asked

    return types


@pytest.fixture
def folder(run: Run) -> Path:
    """A workshop in which one thing was said."""
    place = Path(run("new", "Hard winter").out.strip())
    run("capture", "hard-winter", "--group", "parent", given="3: we go without #food\n")
    return place


@pytest.fixture
def locked(run: Run, folder: Path, tmp_path: Path) -> Path:
    """The same, locked; the passphrase is in a file called `secret` beside the shelf."""
    secret = tmp_path / "secret"
    secret.write_text(f"{OLD}\n", encoding="utf-8")
    run("lock", "hard-winter", "--passphrase-file", str(secret))
    return folder


def test_locking_says_first_what_forgetting_means(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And then what it can't reach; the folder is on stdout, and nothing in it is in clear."""
    monkeypatch.setenv(VARIABLE, OLD)
    done = run("lock", "hard-winter")
    assert done.out == f"Locked: {folder}\n"
    assert done.err.startswith("If the passphrase is forgotten, nobody can open this workshop again")
    assert "An SSD" in done.err
    assert words_in_clear(folder, WORDS) == []


def test_the_recipient_is_named_as_the_exception(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the public key that was given; a secret one, or none, is refused with nothing done."""
    monkeypatch.setenv(VARIABLE, OLD)
    recovery = pyrage.x25519.Identity.generate()
    for wrong in (str(recovery), "the office"):
        assert "Traceback" not in run("lock", "hard-winter", "--recipient", wrong, code=1).err
        assert words_in_clear(folder, WORDS) == WORDS
    assert f"secret key of {recovery.to_public()}" in run("lock", "hard-winter", "--recipient", str(recovery.to_public())).err
    assert (folder / "key.recipient.age").exists()


def test_a_new_passphrase_is_typed_twice(run: Run, folder: Path, typing: Typing) -> None:
    """Two that differ lock nothing; one that is too short neither."""
    asked = typing(OLD, NEW)
    assert "not the same" in run("lock", "hard-winter", code=1).err
    assert asked == ["New passphrase: ", "Once more: "]
    typing("short", "short")
    assert "at least 8 characters" in run("lock", "hard-winter", code=1).err
    assert words_in_clear(folder, WORDS) == WORDS
    typing(OLD, OLD)
    run("lock", "hard-winter")
    assert words_in_clear(folder, WORDS) == []


def test_every_opening_asks(run: Run, locked: Path, typing: Typing) -> None:
    """By the workshop's name; the remarks to capture still come from standard input."""
    asked = typing(OLD, OLD)
    assert run("capture", "hard-winter", "--session", "S1", given="4: the school says\n").out.startswith("R2")
    assert "the school says" in run("history", "hard-winter", "R2").out
    assert asked == ["Passphrase of hard-winter: "] * 2
    assert words_in_clear(locked, [*WORDS, "the school says"]) == []


def test_scripts_give_a_file_or_the_environment(run: Run, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option stands before or after the command's name; the file goes before the environment."""
    secret = str(tmp_path / "secret")
    expected = run("compare", "hard-winter", "--json", "--passphrase-file", secret).out
    assert run("--passphrase-file", secret, "compare", "hard-winter", "--json").out == expected
    monkeypatch.setenv(VARIABLE, NEW)
    assert run("compare", "hard-winter", "--json", "--passphrase-file", secret).out == expected
    assert run("compare", "hard-winter", code=1).err == WRONG
    monkeypatch.setenv(VARIABLE, OLD)
    assert run("compare", "hard-winter", "--json").out == expected


def test_a_passphrase_file_that_is_no_good(run: Run, locked: Path, tmp_path: Path) -> None:
    """One that isn't there, is empty, or is no text: said in a line."""
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    for name in ("nowhere", "empty", "bytes"):
        err = run("compare", "hard-winter", "--passphrase-file", str(tmp_path / name), code=1).err
        assert (name in err, err.count("\n")) == (True, 1)


def test_without_a_passphrase_it_says_where_one_can_come_from(run: Run, locked: Path) -> None:
    """Nobody is there to type it: exit code 1, and not a word of what is in it."""
    done = run("compare", "hard-winter", "--json", code=1)
    assert done.out == ""
    assert done.err == (
        "hard-winter is locked with a passphrase.\nIn a script: --passphrase-file FILE, or WORKSHOP_PASSPHRASE in the environment.\n"
    )


def test_a_wrong_passphrase_is_a_line(run: Run, locked: Path, typing: Typing) -> None:
    """The same for every command, with exit code 1, and nothing is changed."""
    before = {path: path.read_bytes() for path in locked.rglob("*") if path.is_file()}
    for command in (["compare"], ["unlock"], ["passphrase"], ["lock"], ["verify"], ["export", "--to", "html"]):
        typing("no porridge at all", NEW, NEW)
        assert run(command[0], "hard-winter", *command[1:], code=1).err == WRONG
    assert {path: path.read_bytes() for path in locked.rglob("*") if path.is_file()} == before


def test_list_shows_it_as_locked(run: Run, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its title, also where the passphrase is in the environment."""
    monkeypatch.setenv(VARIABLE, OLD)
    (entry,) = run("list", "--json").json()
    assert (entry["name"], entry["title"], entry["locked"], entry["trouble"]) == ("hard-winter", "", True, None)
    assert (entry["sessions"], entry["reflections"]) == (None, None)
    shown = run("list").out
    assert "locked" in shown
    assert "Hard winter" not in shown


def test_unlocking_and_another_passphrase(run: Run, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changing it can't do is said; unlocked, it opens without."""
    secret, other = str(tmp_path / "secret"), tmp_path / "other"
    other.write_text(NEW)
    done = run("passphrase", "hard-winter", "--passphrase-file", secret, "--new-passphrase-file", str(other))
    assert "still open with the old passphrase" in done.err
    assert run("compare", "hard-winter", "--passphrase-file", secret, code=1).err == WRONG
    monkeypatch.setenv(NEW_VARIABLE, OLD)
    run("passphrase", "hard-winter", "--passphrase-file", str(other))
    assert run("unlock", "hard-winter", "--passphrase-file", secret).out == f"Unlocked: {locked}\n"
    assert "we go without" in run("history", "hard-winter", "R1").out
    assert words_in_clear(locked, WORDS) == WORDS
    assert "not locked" in run("unlock", "hard-winter", "--passphrase-file", secret, code=1).err


def test_a_forgotten_passphrase(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The recovery identity sets another one."""
    recovery, file = pyrage.x25519.Identity.generate(), tmp_path / "identity"
    file.write_text(f"# the office\n{recovery}\n")
    monkeypatch.setenv(VARIABLE, OLD)
    run("lock", "hard-winter", "--recipient", str(recovery.to_public()))
    monkeypatch.setenv(NEW_VARIABLE, NEW)
    run("passphrase", "hard-winter", "--identity", str(file))
    assert run("compare", "hard-winter", code=1).err == WRONG
    monkeypatch.setenv(VARIABLE, NEW)
    run("compare", "hard-winter")
    assert "cannot be read" in run("passphrase", "hard-winter", "--identity", str(tmp_path / "nowhere"), code=1).err


def test_a_tampered_journal_is_told_and_the_rest_is_used(run: Run, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`verify` names it and ends with 1; what is whole is shown as before."""
    monkeypatch.setenv(VARIABLE, OLD)
    run("capture", "hard-winter", "--session", "S1", given="4: the school says #school\n")
    newest = max(locked.glob("*.jsonl.age"), key=lambda path: path.stat().st_mtime_ns)
    data = bytearray(newest.read_bytes())
    data[len(data) // 2] ^= 1
    newest.write_bytes(data)
    assert newest.name in run("verify", "hard-winter", code=1).out
    assert "we go without" in run("history", "hard-winter", "R1").out
    assert "no reflection" in run("history", "hard-winter", "R2", code=1).err


def test_copies_are_locked_alike(run: Run, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Backing up, restoring, bundling, merging, taking away, deleting: with the passphrase, and never a word in clear."""
    monkeypatch.setenv(VARIABLE, OLD)
    (tmp_path / "drive").mkdir()
    run("backup", "hard-winter", str(tmp_path / "drive"))
    bundle = run("bundle", "hard-winter", "--out", str(tmp_path / "w.zip")).out.strip()
    assert run("merge", "hard-winter", str(tmp_path / "drive")).out.startswith("Nothing new")
    assert run("merge", "hard-winter", bundle).out.startswith("Nothing new")
    (tmp_path / "stick").mkdir()
    taken = Path(run("takeaway", "hard-winter", str(tmp_path / "stick"), "--yes").out.strip())
    assert not locked.exists()
    restored = Path(run("restore", str(taken)).out.strip())
    assert "we go without" in run("history", str(restored), "R1").out
    monkeypatch.delenv(VARIABLE)
    assert "is locked with a passphrase" in run("merge", str(restored), bundle, code=1).err
    assert words_in_clear(tmp_path, WORDS) == []
    run("delete", str(restored), "--yes")
    assert not restored.exists()


def test_a_stranger_and_an_old_copy_are_named(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What locking leaves as it is, somebody has to look after."""
    monkeypatch.setenv(VARIABLE, OLD)
    (tmp_path / "drive").mkdir()
    run("backup", "hard-winter", str(tmp_path / "drive"))
    (folder / "notes.txt").write_text("mine")
    err = run("lock", "hard-winter").err
    assert str(folder / "notes.txt") in err
    assert str(tmp_path / "drive") in err


def test_a_workshop_that_is_open_is_not_locked(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to do, and nothing is done."""
    monkeypatch.setenv(VARIABLE, OLD)
    pty = pytest.importorskip("pty", reason="POSIX only")
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "workshop", "capture", "hard-winter", "--session", "S1"])  # noqa: S606 - no shell
    os.write(terminal, b"5: the bus is full #buses\n")
    while b"R2" not in os.read(terminal, 1000):
        pass
    try:
        assert "Close it there first" in run("lock", "hard-winter", code=1).err
        assert run("list", "--json").json()[0]["locked"] is False
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    run("lock", "hard-winter")
    assert words_in_clear(folder, [*WORDS, "the bus is full"]) == []


@pytest.fixture
def terminal() -> Callable[..., tuple[int, str]]:
    """Run `workshop` on a terminal of its own and answer each prompt; gives the exit code and all that was to be seen."""
    pty = pytest.importorskip("pty", reason="POSIX only")

    def call(*words: str, answers: tuple[str, ...]) -> tuple[int, str]:
        child, end = pty.fork()
        if child == 0:
            os.execv(sys.executable, [sys.executable, "-m", "workshop", *words])  # noqa: S606 - no shell is wanted
        seen, asked, left = b"", 0, list(answers)
        while True:
            try:
                seen += os.read(end, 1000)
            except OSError:  # how Linux says that the other side is closed
                break
            if left and len(seen) > asked and seen.endswith(b": "):
                asked = len(seen)
                os.write(end, left.pop(0).encode() + b"\n")
        _, status = os.waitpid(child, 0)
        os.close(end)
        return os.waitstatus_to_exitcode(status), seen.decode()

    return call


def test_nothing_that_is_typed_is_to_be_seen(terminal: Callable[..., tuple[int, str]], home: Path) -> None:
    """With scrypt as it is: locked with what was typed twice, and opened with it."""
    assert main(["new", "Hard winter"]) == 0
    code, seen = terminal("lock", "hard-winter", answers=(OLD, OLD))
    assert (code, "Locked: " in seen, OLD in seen) == (0, True, False)
    code, seen = terminal("rename", "hard-winter", "Harder winter", answers=(OLD,))
    assert (code, "Harder winter" in seen, OLD in seen) == (0, True, False)
    assert words_in_clear(home, ["winter"]) == []
