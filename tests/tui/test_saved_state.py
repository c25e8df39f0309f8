"""Whether it can be saved is said by itself, and not only to whoever types."""

from pathlib import Path

import pytest

from tests.tui.driving import enter, running, settle, shown
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.records import Session
from workshop.tui.saying import not_done
from workshop.tui.screens import working
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook


async def until(pilot: object, words: str, *, there: bool) -> str:
    """What is shown once the words are there, or no longer; the follower looks in a thread of its own."""
    for _ in range(200):
        await settle(pilot)  # type: ignore[arg-type]  # a Pilot, whose app's type is of no concern
        said = shown(pilot)  # type: ignore[arg-type]  # likewise
        if (words in said) == there:
            return said
    raise AssertionError(f"{words!r} {'never came' if there else 'stayed'}: {said}")


async def test_a_folder_that_vanishes_is_noticed_and_its_return_too(
    book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody types: the Room says that nothing can be saved, and why; when the folder is back it says so, and saves again."""
    monkeypatch.setattr(working, "FOLLOW_EVERY", 0.01)
    away = book.folder.with_name("away")
    async with running(RoomScreen(book, session), (120, 30)) as pilot:
        await enter(pilot, "3: the bus is late")
        assert "saved R1" in shown(pilot)
        book.folder.rename(away)
        said = await until(pilot, "nothing can be saved", there=True)
        assert "is gone" in said
        assert "saved R1" not in said
        assert "not saved from here on" in said.splitlines()[0]
        away.rename(book.folder)
        said = await until(pilot, "it can be saved again", there=True)
        assert "not saved" not in said
        await enter(pilot, "4: the shop is far")
        assert "saved R2" in shown(pilot)


def test_what_could_not_be_saved_is_said_once() -> None:
    """The store's words begin with "Not saved" themselves."""
    assert not_done(NotSavedError("Not saved: the disk is full.", "Make room.")) == "not saved: the disk is full.\nMake room."
    assert not_done(WorkshopError("No such thing.")) == "No such thing."


def test_why_nothing_could_be_saved(book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is gone, another one in its place, one that may not be written to, a full disk: each is told from a good one."""
    assert book.why_not_saved() == ""
    book.folder.rename(tmp_path / "away")
    assert "is gone" in book.why_not_saved()
    book.folder.mkdir()
    book.refresh()
    assert "another folder" in book.why_not_saved()
    book.folder.rmdir()
    (tmp_path / "away").rename(book.folder)
    book.refresh()
    assert book.why_not_saved() == ""
    with monkeypatch.context() as patched:
        patched.setattr("os.access", lambda *_: False)
        assert "may not be written to" in book.why_not_saved()
    with monkeypatch.context() as patched:
        patched.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 0}))
        assert "is full" in book.why_not_saved()
    book.close()
    assert "closed" in book.why_not_saved()
