"""Opening a workshop from the Shelf: the passphrase of a locked one, and what is said of one that needs looking after."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.store.locks import quick_passphrases
from tests.tui.driving import enter, press, running, settle, shown
from tests.workbook.conftest import PLAN
from tests.workbook.copying import copy_of
from workshop.model.planfile import parse_plan
from workshop.model.records import Session
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.passphrase import WhatIsThePassphrase
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook import locking
from workshop.workbook.book import Workbook
from workshop.workbook.notices import opening_notices
from workshop.workbook.shelf import Shelf, create_workshop, open_workshop

PASSPHRASE = "porridge before school"  # noqa: S105  # of a workshop that the test makes


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A locked workshop with a session that is open and one remark."""
    quick_passphrases(monkeypatch)
    with create_workshop(tmp_path / "shelf" / "hard-winter", "Hard winter") as book:
        book.capture(book.start_session(parse_plan(PLAN, "short"), "parent", present={"parent": 8}), "3: the bus fare is dinner #fares")
    locking.lock(book.folder, PASSPHRASE)
    return book.folder


@pytest.fixture
def contested(book: Workbook, session: Session) -> Workbook:
    """A workshop in which two laptops gave one remark other words, merged."""
    ref = book.capture(session, "3: the bus is late").ref
    elsewhere = copy_of(book, "laptop")
    book.edit(ref, "the bus is late, they say")
    with open_workshop(elsewhere) as other:
        other.edit(ref, "the bus is late, she says")
    book.merge(elsewhere)
    return book


def said(pilot: Pilot[Any]) -> list[str]:
    """The notices that stand on the screen."""
    return [notice.message for notice in pilot.app._notifications]


async def test_a_locked_workshop_asks_for_its_passphrase(locked: Path) -> None:
    """A wrong one is said in a line and may be tried again; the right one leads on into the running session, and no letter was shown."""
    async with running(ShelfScreen(Shelf(locked.parent))) as pilot:
        assert "locked with a passphrase" in shown(pilot)
        await press(pilot, "enter")
        assert "What is the passphrase of hard-winter?" in shown(pilot)
        await press(pilot, "enter")
        assert "Type the passphrase." in shown(pilot)
        await enter(pilot, "porridge after school")
        assert "porridge" not in shown(pilot)
        assert "passphrase" in shown(pilot).split("What is the passphrase of hard-winter?")[1].split("Enter opens it")[0]
        assert isinstance(pilot.app.screen, WhatIsThePassphrase)
        await enter(pilot, PASSPHRASE)
        await settle(pilot)
        assert isinstance(pilot.app.screen, RoomScreen)
        assert "the bus fare is dinner" in shown(pilot)


async def test_that_it_opens_is_said_before_the_passphrase_is_tried(book: Workbook) -> None:
    """To try one takes seconds in which nothing can be painted: so the words stand on the screen when it begins."""
    seen: list[str] = []

    def opened_with(_passphrase: str) -> Workbook:
        seen.append(shown(pilot))
        return book

    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        pilot.app.push_screen(WhatIsThePassphrase("fuel", opened_with))
        await settle(pilot)
        await enter(pilot, "anything")
    assert ["Opening: this takes a few seconds." in each for each in seen] == [True]


async def test_the_room_and_the_comparison_work_on_a_locked_workshop(locked: Path) -> None:
    """A remark is saved and listed, the comparison counts it, and nothing of it stands in the files in clear."""
    async with running(ShelfScreen(Shelf(locked.parent))) as pilot:
        await press(pilot, "enter")
        await enter(pilot, PASSPHRASE)
        await settle(pilot)
        await pilot.press("ctrl+s")
        await enter(pilot, "4: we walk to the food bank #fares")
        assert "saved R2" in shown(pilot)
        await press(pilot, "ctrl+q")
        await press(pilot, "c")
        await enter(pilot, PASSPHRASE)
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "2 of 8 parents" in shown(pilot)
    held = b"".join(path.read_bytes() for path in locked.rglob("*") if path.is_file())
    assert b"food bank" not in held
    assert PASSPHRASE.encode() not in held


async def test_giving_up_the_passphrase_leads_back(locked: Path) -> None:
    """Esc, and the shelf is there as before; the next opening asks again."""
    async with running(ShelfScreen(Shelf(locked.parent))) as pilot:
        for _ in range(2):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, WhatIsThePassphrase)
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, ShelfScreen)


async def test_starting_a_session_in_a_locked_workshop_returns_to_the_one_that_is_open(locked: Path) -> None:
    """What the shelf could not know beforehand: no second session is begun beside it."""
    async with running(ShelfScreen(Shelf(locked.parent))) as pilot:
        await press(pilot, "s")
        await enter(pilot, PASSPHRASE)
        await settle(pilot)
        assert isinstance(pilot.app.screen, RoomScreen)
        assert "S1 is open, and goes on." in shown(pilot)
    with open_workshop(locked, PASSPHRASE) as book:
        assert len(book.records.sessions) == 1


async def test_the_shelf_says_what_is_overdue_and_what_is_in_the_archive(book: Workbook) -> None:
    """In words; the archive is shown when asked for, and a shelf with nothing else on it names the key."""
    yesterday = date.today() - timedelta(days=1)
    book.keep_until(yesterday)
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        assert f"to be deleted: it was to be kept until {yesterday.day} {yesterday:%B %Y}" in shown(pilot)
        assert "in the archive" not in shown(pilot)
        book.archive()
        screen = pilot.app.screen
        assert isinstance(screen, ShelfScreen)
        screen.look()
        await settle(pilot)
        assert "in the archive" in shown(pilot)  # what is to be deleted is in sight wherever it was put
        book.keep_until(None)
        screen.look()
        await settle(pilot)
        assert "All workshops here are in the archive." in shown(pilot)
        await press(pilot, "a")
        assert "Fuel and food" in shown(pilot)
        assert "in the archive" in shown(pilot)
        await press(pilot, "a")
        assert "Fuel and food" not in shown(pilot)


async def test_damage_is_said_when_a_workshop_is_opened(book: Workbook, session: Session) -> None:
    """How many lines could not be read, and the command that tells which."""
    for number in range(1, 6):
        book.capture(session, f"3: remark {number}")
    book.close()
    (journal,) = book.folder.glob("*.jsonl")
    lines = journal.read_bytes().split(b"\n")
    for broken in (-3, -5):
        lines[broken] = lines[broken].replace(b"remark", b"re/ark")
    journal.write_bytes(b"\n".join(lines))
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert said(pilot) == ["2 lines could not be read: see workshop verify fuel"]
        assert "2 lines could not be read" in shown(pilot)
        assert "remark 5" in shown(pilot)


async def test_what_waits_for_a_choice_is_said_when_a_workshop_is_opened(contested: Workbook) -> None:
    """How many records, and the command that shows them."""
    async with running(ShelfScreen(Shelf(contested.folder.parent))) as pilot:
        await press(pilot, "enter")
        assert said(pilot) == ["1 record was edited in two places at once, and waits for a choice: see workshop conflicts fuel"]
        assert "was edited in two places" in shown(pilot)


def test_of_a_whole_workshop_nothing_is_said(book: Workbook, session: Session) -> None:
    """No notice where nothing is amiss."""
    book.capture(session, "3: one")
    assert opening_notices(book) == ()


def test_withdrawn_words_that_are_still_in_a_file_are_said_when_a_workshop_is_opened(book: Workbook, session: Session) -> None:
    """Another window has them in a file that only it can rewrite: whoever opens the workshop hears which, and why."""
    with open_workshop(book.folder) as other:
        other.capture(session, "3: nobody is to hear of this")
        book.refresh()
        book.withdraw(book.withdrawal("p3"))
        with open_workshop(book.folder) as third:
            (notice,) = opening_notices(third)
        assert notice.startswith("Not all that was withdrawn is gone yet. ")
        assert "another window" in notice
        other.refresh()
    with open_workshop(book.folder) as again:
        assert opening_notices(again) == ()
