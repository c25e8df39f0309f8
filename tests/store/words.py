"""Two remarks in a workshop, and two passphrases for it."""

from collections.abc import Callable
from pathlib import Path

import pyrage

from tests.store.disks import Names, Wall
from tests.store.test_tinydb_api import contents, document
from workshop.store.database import JournalDB
from workshop.store.fs import FileSystem
from workshop.store.line import LineCodec

OLD, NEW = "porridge before school", "the bus was late again"
RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
WORDS = ["secret one", "secret two"]
SAID = {"1": {"text": "secret one"}, "2": {"text": "secret two"}}
SECRET = b"secret"


def say(folder: Path, fs: FileSystem | None = None, codec: LineCodec | None = None, name: Callable[[], str] | None = None) -> None:
    """Two remarks, each by a window of its own that is closed by now."""
    names = name or Names()
    for id_, said in SAID.items():
        with JournalDB(folder, fs=fs, now=Wall(), name=names, codec=codec) as db:
            db.table("a").insert(document(id_, **said))


def said(folder: Path, fs: FileSystem | None = None, codec: LineCodec | None = None) -> dict[str, object]:
    """What an opening shows; there must be no damage."""
    with JournalDB(folder, fs=fs, now=Wall(), name=Names("z"), codec=codec) as db:
        assert db.damage == ()
        return contents(db.table("a"))
