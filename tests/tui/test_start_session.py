"""Starting a session from the Shelf: which plan, with whom, how many are here, and when it must end."""

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import burst, press, press_each, running, settle, shown, type_text
from workshop.plans import good_plans, load_plan
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.start_session import WhichPlanWithWhom
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf, open_workshop


async def dialog(pilot: Pilot[None]) -> WhichPlanWithWhom:
    """Open it from the shelf."""
    await pilot.press("s")
    for _ in range(20):
        await settle(pilot)
        if isinstance(pilot.app.screen, WhichPlanWithWhom):
            break
    assert isinstance(pilot.app.screen, WhichPlanWithWhom)
    return pilot.app.screen


def chosen(screen: WhichPlanWithWhom) -> tuple[str | None, str | None]:
    """The plan and the group, as the lists show them."""
    plan, group = screen.plan_list.highlighted_option, screen.group_list.highlighted_option
    return plan.id if plan else None, group.id if group else None


async def fields(pilot: Pilot[None]) -> None:
    """Go to the dialog's first field."""
    await dialog(pilot)
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


async def test_a_plan_says_what_it_is_for_for_whom_and_how_long_it_takes(book: Workbook) -> None:
    """Under its heading, with the name that commands know it by; what a first hour begins with is chosen."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        screen = await dialog(pilot)
        assert chosen(screen) == ("readback", "parent")
        rows = [" ".join(row.split()) for row in shown(pilot).splitlines()]
        assert "› Reading it back readback 90 min parents" in rows
        assert next(row for row in rows if row.startswith("See where views differ"))
        assert "readback · for parents; 5 to 10 parents, in a place that they know" in rows
        assert any(load_plan("readback").purpose.startswith(row) for row in rows if row.startswith("Hear what people raise"))
        assert sum(row.partition(" min ")[1] != "" for row in rows) >= 5, "many plans are in sight at 80x24"


async def test_a_plan_proposes_its_group_until_one_is_chosen(book: Workbook) -> None:
    """Then the group stays whatever plan is chosen, and where the plan is for another the dialog says so; it is what begins."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        screen = await dialog(pilot)
        await press(pilot, "up")
        assert chosen(screen) == ("answering-back", "practitioner")
        await press_each(pilot, "tab up")
        assert chosen(screen) == ("answering-back", "parent")
        assert "answering-back  ·  made for practitioners; you have chosen parents" in shown(pilot)
        await press_each(pilot, "shift+tab down")
        assert chosen(screen) == ("readback", "parent")
        assert "you have chosen" not in shown(pilot)
        await press_each(pilot, "up tab tab enter")
        for _ in range(20):
            await settle(pilot)
            if isinstance(pilot.app.screen, RoomScreen):
                break
        assert "S1, parents" in shown(pilot)


async def test_a_group_that_was_looked_at_and_left_is_chosen(book: Workbook) -> None:
    """By Tab as by Enter, also when all keys come at once: a step back to the plans changes nothing beside them."""
    for leave in ("tab shift+tab shift+tab", "enter shift+tab shift+tab"):
        async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
            screen = await dialog(pilot)
            await burst(pilot, "tab", leave, "up")
            for _ in range(5):
                await settle(pilot)
            assert chosen(screen) == ("answering-back", "parent"), leave


async def test_what_comes_next_is_chosen_where_sessions_were_held(example: Workbook) -> None:
    """After the community of practice, the parents who heard of it and the answer, it is the answer's plan for the others."""
    plans = good_plans()[0]
    last = max(example.sessions(), key=lambda each: each.id)
    assert last.plan_name == "answering-back"
    async with running(ShelfScreen(Shelf(example.folder.parent))) as pilot:
        screen = WhichPlanWithWhom("Fuel", plans, example.perspectives, lambda _: last.created, example.sessions()[:1])
        pilot.app.push_screen(screen)
        await settle(pilot)
        assert example.sessions()[0].plan_name == "community-of-practice"
        assert chosen(screen) == ("readback", "parent")


async def test_help_in_it_says_what_the_dialog_has_no_room_for(book: Workbook) -> None:
    """The arrows, how a mixed group is counted, who both and others are: all of it in sight at 80x24."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await dialog(pilot)
        await press(pilot, "f1")
        screen = shown(pilot)
        for told in ("Up, Down", "8; in a mixed group p 5, r 8", "people who are parent and practitioner", "the stickers tell"):
            assert told in screen


async def test_a_mixed_group_shows_how_its_people_are_counted(book: Workbook) -> None:
    """In the field itself, by the letters of the workshop's own groups."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await dialog(pilot)
        assert "p 5, r 8" not in shown(pilot)
        await press_each(pilot, "tab end")
        assert "p 5, r 8" in shown(pilot)


async def test_the_heading_above_the_first_plan_is_seen_again(book: Workbook) -> None:
    """No key goes to a heading: it comes with the plan below it."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await dialog(pilot)
        await press_each(pilot, "end")
        assert "Share what we know" not in shown(pilot)
        await press_each(pilot, "home")
        assert "Share what we know" in shown(pilot)


async def test_the_list_of_plans_has_the_room_that_a_window_has(book: Workbook) -> None:
    """In a large one all are in sight, and nothing scrolls; the groups never do."""
    async with running(ShelfScreen(Shelf(book.folder.parent)), (160, 50)) as pilot:
        screen = await dialog(pilot)
        assert "Share what we know" in shown(pilot)
        assert "inquiry-3-change" in shown(pilot)
        assert not screen.plan_list.show_vertical_scrollbar
        for size in ((80, 24), (160, 50)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert not screen.group_list.show_vertical_scrollbar
