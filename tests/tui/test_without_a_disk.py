"""The Room while nothing can be saved: it is shouted about, and the clock goes on."""

import pytest

from tests.tui.driving import press, running, shown
from workshop.errors import NotSavedError
from workshop.model.records import Session, Verb
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook


async def test_the_clock_goes_on_before_everybodys_eyes(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Next is not saved, is said not to be, and the next activity is on all the same; once there is a disk, it is saved with what comes."""
    book.act(session, Verb.START)

    def full(*_records: object) -> None:
        raise NotSavedError("The stick is full.")

    async with running(RoomScreen(book, session)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(book.repository, "put", full)
            await press(pilot, "ctrl+n")
            assert "not saved: The stick is full." in shown(pilot)
            assert "Their words" in shown(pilot).split("Talk")[0]
            assert book.records.timelines[session.id][-1].verb is Verb.START
        await press(pilot, "ctrl+s")
    assert [each.verb for each in book.records.timelines[session.id]] == [Verb.START, Verb.NEXT, Verb.PAUSE]
