"""The list of places where copies are kept."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workshop.errors import NotSavedError, WorkshopError
from workshop.store.places import PLACES, Kind, Place, read_places, write_places

THEN = datetime(2026, 3, 2, 12, tzinfo=UTC)
PLACE = Place(Kind.BACKUP, Path("/somewhere/with spaces/and ümlauts"), THEN, erased=3, every=10)


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    """Kind, path, moment, withdrawals carried out and minutes; where there is no list there are no places."""
    assert read_places(tmp_path) == ()
    places = (PLACE, Place(Kind.BUNDLE, Path("a.zip"), THEN))
    write_places(tmp_path, places)
    assert read_places(tmp_path) == places
    write_places(tmp_path, ())
    assert read_places(tmp_path) == ()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    """Mode 0600, and nothing else is left in the folder."""
    write_places(tmp_path, [PLACE])
    (path,) = tmp_path.iterdir()
    assert (path.name, stat.S_IMODE(path.stat().st_mode)) == (PLACES, 0o600)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"3", b'{"places":3}', b'{"places":[3]}', b'{"places":[{"kind":"x"}]}', b"\xff", b"[" * 100_000],
)
def test_a_damaged_list_is_told(tmp_path: Path, content: bytes) -> None:
    """It is neither taken for an empty one, which would hide a backup from a withdrawal, nor does it end the program."""
    (tmp_path / PLACES).write_bytes(content)
    with pytest.raises(WorkshopError, match="cannot be read"):
        read_places(tmp_path)


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    """Where the folder is gone, the list is not saved, in words."""
    with pytest.raises(NotSavedError, match="Not saved"):
        write_places(tmp_path / "gone", [PLACE])
