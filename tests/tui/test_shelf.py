"""The Shelf: the workshops there are, a new one, the example, and the way into each."""

from pathlib import Path

from tests.tui.driving import enter, press, press_each, running, settle, shown, type_text
from workshop.model.records import Session, Verb
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.first_hour import WhatToTry
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf


async def test_an_empty_shelf_offers_where_to_begin(tmp_path: Path) -> None:
    """The example, a rehearsal, a workshop of one's own, a guide; each with its key, and none that would do nothing."""
    async with running(ShelfScreen(Shelf(tmp_path / "none"))) as pilot:
        screen = shown(pilot)
        assert "No workshops here yet." in screen
        for offer in ("Look at the example   d", "Rehearse a session in ten minutes   h", "Start your own   n", "Read a guide   g"):
            assert offer in screen
        assert "Compare" not in screen


async def test_an_offer_is_taken_by_enter(tmp_path: Path) -> None:
    """Down the list of offers; once a workshop stands there the list of workshops has the focus."""
    async with running(ShelfScreen(Shelf(tmp_path))) as pilot:
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        await enter(pilot, "School forms")
        assert "School forms" in shown(pilot)
        assert "Where to begin" not in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_a_rehearsal_takes_ten_minutes_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """First what there is to try, then the Room at nine times the speed, then the example's comparison without the rehearsal."""
    async with running(ShelfScreen(Shelf(tmp_path)), (80, 30)) as pilot:
        await pilot.press("h")
        await settle(pilot)
        await settle(pilot)
        screen = shown(pilot)
        assert "A rehearsal: what is there to try?" in screen
        assert "Ctrl+S    starts the clock, which runs 9 times as fast as a real one" in screen
        await pilot.press("enter")
        await settle(pilot)
        assert "REHEARSAL x9" in shown(pilot)
        await pilot.press("ctrl+s")
        await enter(pilot, '3: "umbrellas" #rain')
        await pilot.press("ctrl+q")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "rain" not in shown(pilot)
        assert "without the rehearsal" in shown(pilot), "the title says all of it"
        await pilot.press("escape")
        await settle(pilot)
        assert "Where to begin" in shown(pilot)
    assert list(tmp_path.iterdir()) == []


async def test_a_rehearsal_that_is_not_wanted_is_left_before_it_begins(tmp_path: Path) -> None:
    """By Esc, which its card names, back to the shelf; in its help no sentence stands among the keys that is none."""
    async with running(ShelfScreen(Shelf(tmp_path))) as pilot:
        await press(pilot, "h")
        for _ in range(20):
            await settle(pilot)
            if isinstance(pilot.app.screen, WhatToTry):
                break
        assert "No finding counts a rehearsal" in shown(pilot)
        await press(pilot, "f1")
        keys = shown(pilot).partition("The keys that answer it:")[2]
        assert "Enter begins" in keys
        assert "Esc goes back" in keys
        assert "finding" not in keys
        await press_each(pilot, "escape escape")
        assert "Where to begin" in shown(pilot)
    assert list(tmp_path.iterdir()) == []


async def test_the_archive_is_offered_where_all_is_in_it(book: Workbook) -> None:
    """Before the ways to begin."""
    book.archive()
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        assert "All workshops here are in the archive." in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Fuel and food" in shown(pilot)


async def test_each_workshop_is_listed_with_what_is_in_it(book: Workbook, session: Session) -> None:
    """Title, sessions, remarks, the open session and when it last changed."""
    book.capture(session, "3: one")
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        screen = shown(pilot)
        assert "Fuel and food" in screen
        assert "1 session  ·  1 remark  ·  S1 is open  ·  changed today" in screen


async def test_a_workshop_that_can_t_be_read_is_listed_with_its_trouble(tmp_path: Path) -> None:
    """It doesn't hide, and nothing is offered that would fail."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "x.jsonl").write_text("not a journal\n")
    async with running(ShelfScreen(Shelf(tmp_path))) as pilot:
        assert "broken" in shown(pilot)
        assert "can't be read" in shown(pilot)
        assert "Start session" not in shown(pilot)


async def test_new_start_run_leave_and_compare_by_keys_alone(tmp_path: Path) -> None:
    """A workshop is made, a session begun and left; the shelf shows it open; Enter returns to it; once ended, Enter compares."""
    async with running(ShelfScreen(Shelf(tmp_path))) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "School forms")
        await pilot.press("enter")
        await settle(pilot)
        assert "School forms" in shown(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert "Start a session in School forms: which plan, with whom?" in shown(pilot)
        await pilot.press("enter", "enter")
        await type_text(pilot, "eight")
        await pilot.press("enter")
        await settle(pilot)
        assert '"eight" is no number of people.' in shown(pilot)
        await pilot.press("ctrl+u")
        await type_text(pilot, "8")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, RoomScreen)
        assert "S1, parents  ·  8 here" in shown(pilot)
        await pilot.press("ctrl+s")
        await enter(pilot, '3: "one" #forms')
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert "1 session  ·  1 remark  ·  S1 is open" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "R1   p3      “one”  #forms" in shown(pilot)
        await pilot.press("ctrl+o")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert "is open" not in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "1 of 8 parents" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Your workshops" in shown(pilot)


async def test_a_new_workshop_is_the_one_that_is_chosen(book: Workbook) -> None:
    """Beside an older one: what is started next is started in the new one, and the dialog names it."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await enter(pilot, "School forms")
        await pilot.press("s")
        await settle(pilot)
        assert "Start a session in School forms: which plan, with whom?" in shown(pilot)


async def test_groups_whose_word_does_not_tell_are_explained(book: Workbook) -> None:
    """Of the group that is chosen: who "both", "others" and "a mixed group" are."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("tab", "end")
        await settle(pilot)
        assert "a mixed group: several groups sit together" in shown(pilot)
        await pilot.press("up")
        await settle(pilot)
        assert "others: people who are neither" in shown(pilot)
        await pilot.press("up")
        await settle(pilot)
        assert "both: people who are parent and practitioner" in shown(pilot)
        await pilot.press("home")
        await settle(pilot)
        assert "people who are" not in shown(pilot)


async def test_the_example_opens_on_its_comparison_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """It is a throw-away copy: the shelf stays as it was."""
    async with running(ShelfScreen(Shelf(tmp_path))) as pilot:
        await pilot.press("d")
        await settle(pilot)
        await settle(pilot)
        assert "the example, a throw-away copy" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "No workshops here yet." in shown(pilot)
    assert list(tmp_path.iterdir()) == []


async def test_the_room_is_offered_only_where_a_session_is_open(book: Workbook, session: Session) -> None:
    """Once it has ended a new one may be started instead, whose key says before why it does nothing; the Room's goes to the last one."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        assert "Room" in shown(pilot)
        assert "Start session" not in shown(pilot)
        await press(pilot, "s")
        assert [each.message for each in pilot.app._notifications] == [
            "S1 is open. r goes to it. There Ctrl+O ends it; Ctrl+K q throws it away while it is empty. Then s starts the next."
        ]
        assert isinstance(pilot.app.screen, ShelfScreen)
        book.act(session, Verb.START)
        book.act(session, Verb.END)
        screen = pilot.app.screen
        assert isinstance(screen, ShelfScreen)
        screen.look()
        await settle(pilot)
        bar = shown(pilot).splitlines()[-1]
        assert "Room" not in bar
        assert "Start session" in bar
        await press(pilot, "r")
        assert "ended in activity 1 of 3" in shown(pilot), "the last one: who agrees to be quoted is noted there"
