"""What an open Room says of what goes on behind it: other windows' remarks, and backups."""

from pathlib import Path

import pytest

from tests.tui.driving import enter, running, settle, shown, type_text
from tests.workbook.conftest import Hands
from workshop.model.records import Session
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.about import About, from_another
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import open_workshop


def top_row(screen: str) -> str:
    """What stands above the clock."""
    return screen.splitlines()[0].strip()


async def test_another_window_s_remarks_are_named_above_and_listed(book: Workbook, session: Session) -> None:
    """R1, R2 at the top while the line being typed and its chips stay as they are; after a while the session stands there again."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "3: half a rem")
        await settle(pilot)
        with open_workshop(book.folder) as other:
            other.capture(session, "5: said in the other window")
            other.capture(session, "6: and this too")
        book.refresh()
        await settle(pilot)
        assert top_row(shown(pilot)) == "R1, R2 from another window"
        assert "said in the other window" in shown(pilot)
        assert "half a rem" in shown(pilot)
        assert "p3 parent, new" in shown(pilot)
        pilot.app.screen.query_one(About).forget_news()
        await settle(pilot)
        assert top_row(shown(pilot)) == "Fuel and food  ·  S1, parents  ·  8 here  ·  Leith"


async def test_what_is_said_here_is_no_news(book: Workbook, session: Session) -> None:
    """Neither a remark, nor one that an undo brings back; an edit elsewhere of what is listed is none either."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: one")
        assert "saved R1" in shown(pilot)
        with open_workshop(book.folder) as other:
            other.edit("R1", "one, put better")
        book.refresh()
        await settle(pilot)
        assert "one, put better" in shown(pilot)
        assert "another window" not in shown(pilot)


async def test_a_number_given_twice_bears_letters_in_both_rows(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The row that stood there as R1 becomes R1a when the other's R1 comes in."""
    async with running(RoomScreen(book, session)) as pilot:
        with open_workshop(book.folder) as other, monkeypatch.context() as at_once:
            at_once.setattr(Workbook, "refresh", lambda _: False)
            await enter(pilot, "3: one")
            other.capture(session, "5: another")
        book.refresh()
        await settle(pilot)
        assert "R1a" in shown(pilot)
        assert "R1b" in shown(pilot)


def test_many_are_counted() -> None:
    """The first few by name."""
    assert from_another(["R1"]) == "R1 from another window"
    assert from_another([f"R{number}" for number in range(1, 10)]) == "R1, R2, R3, R4 and 5 more from another window"


async def test_a_backup_that_is_due_is_made_while_the_room_is_open(book: Workbook, session: Session, tmp_path: Path, hands: Hands) -> None:
    """Not before its minutes have gone by, and then without a word."""
    (tmp_path / "stick").mkdir()
    made = book.backup_to(tmp_path / "stick", every=10)
    async with running(RoomScreen(book, session)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RoomScreen)
        await enter(pilot, "3: one")
        for minutes, words in ((9, 0), (1, 1)):
            hands.pass_(minutes)
            screen.back_up()
            await settle(pilot)
            held = b"".join(path.read_bytes() for path in made.place.path.glob("*.jsonl"))
            assert held.count(b'"one"') == words
        assert "Not backed up" not in shown(pilot)


async def test_a_backup_that_fails_is_said_in_words_until_one_is_made(
    book: Workbook, session: Session, tmp_path: Path, hands: Hands
) -> None:
    """The stick is out: the session goes on, one row says so; the stick is in again: the row shows the session."""
    (tmp_path / "stick").mkdir()
    made = book.backup_to(tmp_path / "stick", every=10)
    away = made.place.path.rename(tmp_path / "pulled-out")
    async with running(RoomScreen(book, session)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RoomScreen)
        hands.pass_(10)
        screen.back_up()
        await settle(pilot)
        assert top_row(shown(pilot)).startswith("Not backed up: it is not there. Is the stick in, or the drive connected?")
        await enter(pilot, "3: one")
        assert "saved R1" in shown(pilot)
        away.rename(made.place.path)
        hands.pass_(10)
        screen.back_up()
        await settle(pilot)
        assert top_row(shown(pilot)).startswith("Fuel and food")


async def test_an_unreadable_list_of_backups_is_said(book: Workbook, session: Session, tmp_path: Path, hands: Hands) -> None:
    """It stops neither the Room nor the timer."""
    (tmp_path / "stick").mkdir()
    book.backup_to(tmp_path / "stick", every=10)
    (book.folder / "places.json").write_text("{")
    async with running(RoomScreen(book, session)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RoomScreen)
        screen.back_up()
        await settle(pilot)
        assert top_row(shown(pilot)).startswith("Not backed up: The list of this workshop's backups")
