"""The ordinary `age` program opens what we lock: nobody depends on this program for their own words."""

import base64
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.store.disks import Names, Wall
from workshop.store import locking
from workshop.store.database import JournalDB
from workshop.store.names import PASSPHRASE_KEY, RECIPIENT_KEY

pytestmark = pytest.mark.skipif(not (shutil.which("age") and shutil.which("age-keygen")), reason="the age program is not installed")

WORDS = "porridge before school"


@pytest.fixture(scope="module")
def recovery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An identity file that age-keygen made."""
    file = tmp_path_factory.mktemp("office") / "identity.txt"
    subprocess.run(["age-keygen", "-o", file], check=True, capture_output=True)
    return file


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, recovery: Path) -> Path:
    """A folder that was locked with a remark in it, and a window that is open in it with another."""
    place = tmp_path_factory.mktemp("locked") / "workshop"
    name = Names()
    with JournalDB(place, now=Wall(), name=name) as db:
        db.table("reflections").insert({"text": "the first remark"})
    public = subprocess.run(["age-keygen", "-y", recovery], check=True, capture_output=True, text=True).stdout.strip()
    locking.lock(place, WORDS, public)
    codec = locking.open_codec(place, WORDS)
    JournalDB(place, now=Wall(), name=name, codec=codec).table("reflections").insert({"text": "the second remark"})
    return place


def decrypted(identity: Path, data: bytes) -> str:
    """What age makes of it with an identity file."""
    return subprocess.run(["age", "-d", "-i", identity], input=data, check=True, capture_output=True).stdout.decode()


def test_the_recovery_recipient_opens_it_with_age(folder: Path, recovery: Path, tmp_path: Path) -> None:
    """In two steps: the identity with their own, the journal and each line of a live one with the identity."""
    identity = tmp_path / "identity"
    identity.write_text(decrypted(recovery, (folder / RECIPIENT_KEY).read_bytes()))
    assert "the first remark" in decrypted(identity, (folder / "w000000001.jsonl.age").read_bytes())
    [line] = (folder / "w000000002.jsonl").read_bytes().splitlines()
    assert "the second remark" in decrypted(identity, base64.b64decode(line))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="age asks on a terminal")
def test_the_passphrase_opens_it_with_age(folder: Path, tmp_path: Path) -> None:
    """In one step: the key file is an identity file to age, and it asks for the passphrase."""
    pty = pytest.importorskip("pty", reason="POSIX only")
    out = tmp_path / "journal.jsonl"
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", "-d", "-i", str(folder / PASSPHRASE_KEY), "-o", str(out), str(folder / "w000000001.jsonl.age")])  # noqa: S606 - no shell is wanted
    asked = b""
    while b"passphrase" not in asked:
        asked += os.read(terminal, 1000)
    os.write(terminal, WORDS.encode() + b"\n")
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    assert "the first remark" in out.read_text()
