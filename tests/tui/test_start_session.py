"""Starting a session from the Shelf asks two things more than which plan and with whom: how many are here, and when it must end."""

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import press, running, settle, shown, type_text
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.shelf import Shelf, open_workshop


async def fields(pilot: Pilot[None]) -> None:
    """Go to the dialog's first field."""
    await pilot.press("s")
    for _ in range(20):
        await settle(pilot)
        if "which plan, with whom?" in shown(pilot):
            break
    await pilot.press("tab", "tab")


async def test_what_is_typed_is_what_the_session_begins_with(tmp_path: Path) -> None:
    """Head count, latest end, place, and until when words can be taken back."""
    shelf = Shelf(tmp_path)
    shelf.create("Fuel and food").close()
    async with running(ShelfScreen(shelf)) as pilot:
        await fields(pilot)
        for typed in ("8", "23:45", "Leith", "2030-05-31"):
            await type_text(pilot, typed)
            await pilot.press("tab")
        await pilot.press("shift+tab", "enter")
        for _ in range(20):
            await settle(pilot)
            if isinstance(pilot.app.screen, RoomScreen):
                break
        assert "8 here" in shown(pilot)
        assert "Leith" in shown(pilot)
        assert "must end by 23:45" in shown(pilot)
    with open_workshop(tmp_path / "fuel-and-food") as book:
        (session,) = book.sessions()
        assert session.withdraw_until == date(2030, 5, 31)
        assert dict(session.present) == {session.group: 8}
        assert book.clock(session).state.ends_by is not None


async def test_what_is_no_time_and_no_day_is_said_in_its_field(tmp_path: Path) -> None:
    """The field that is wrong has the cursor, and nothing begins."""
    shelf = Shelf(tmp_path)
    shelf.create("Fuel and food").close()
    async with running(ShelfScreen(shelf), (80, 40)) as pilot:
        await fields(pilot)
        await pilot.press("tab")
        await type_text(pilot, "25:00")
        await press(pilot, "enter")
        assert '"25:00" is not a time of day.' in shown(pilot)
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#ends")
        await pilot.press("ctrl+u", "tab", "tab")
        await type_text(pilot, "31 May")
        await press(pilot, "enter")
        assert '"31 May" is no day.' in shown(pilot)
    with open_workshop(tmp_path / "fuel-and-food") as book:
        assert book.sessions() == ()
