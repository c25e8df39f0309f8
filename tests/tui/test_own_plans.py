"""A person's own plans on the screen that starts a session."""

from textual.widgets import OptionList

from tests.tui.driving import running, settle
from workshop.model.records import Session
from workshop.plans import new_plan, own_folder
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.start_session import WhichPlanWithWhom
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf


async def test_one_s_own_plans_are_offered_and_a_faulty_one_is_said(book: Workbook) -> None:
    """Beside the ready-made ones; what is wrong with another is a notice, and keeps nobody from starting."""
    home = book.folder.parent
    own = own_folder(home)
    new_plan(own, "breakfast", "Breakfast club")
    (own / "broken.toml").write_text('title = "Broken [/]"\n', "utf-8")
    async with running(ShelfScreen(Shelf(home)), (120, 40)) as pilot:
        await pilot.press("s")
        for _ in range(20):
            await settle(pilot)
            if isinstance(pilot.app.screen, WhichPlanWithWhom):
                break
        plans = pilot.app.screen.query_one("#plan", OptionList)
        offered = [option.id for option in plans.options if option.id]
        assert offered[0] == "community-of-practice", "in the order of what they are for"
        assert "readback" in offered
        assert offered[-1] == "breakfast"
        assert any("broken.toml:1: there is no [[activity]]" in notice.message for notice in pilot.app._notifications)


async def test_the_folder_of_plans_is_no_workshop(book: Workbook, session: Session) -> None:
    """It stands on the shelf, and isn't listed among the workshops."""
    new_plan(own_folder(book.folder.parent), "breakfast", "Breakfast club")
    assert Shelf(book.folder.parent).names() == (book.folder.name,)
