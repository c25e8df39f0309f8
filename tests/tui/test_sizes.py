"""Every screen and dialog at every size: nothing crashes, down to one cell, and what matters can be read at 80 columns and up."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from textual.screen import Screen

from tests.tui.driving import press, running, settle, shown, type_text
from workshop.model.capture import Context
from workshop.model.catchup import Proposal, Row
from workshop.model.clock.gap import Choice, Gap, What
from workshop.model.records import Session
from workshop.plans import load_plan, plan_names
from workshop.tui.keys import Place, keys_of
from workshop.tui.screens.add_time import HowMuchTime
from workshop.tui.screens.agenda_change import Edit, Line, WhatShallCome
from workshop.tui.screens.catch_up import WhichTimes
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.end_session import EndTheSession
from workshop.tui.screens.help import Help
from workshop.tui.screens.how_long import HowLong
from workshop.tui.screens.how_many_until_when import HowManyUntilWhen
from workshop.tui.screens.meanwhile import WhatHappenedMeanwhile
from workshop.tui.screens.more import WhatElse
from workshop.tui.screens.new_activity import WhatActivity
from workshop.tui.screens.new_statement import WhichStatementAndWhose
from workshop.tui.screens.new_workshop import WhatIsItCalled
from workshop.tui.screens.paste import CaptureTheseLines
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.start_session import WhichPlanWithWhom
from workshop.tui.screens.what_time import AtWhatTime
from workshop.tui.screens.who_is_it import WhoIsIt
from workshop.tui.screens.whose_turn import WhoseTurn
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf

SIZES = [(1, 1), (4, 3), (10, 5), (20, 5), (40, 10), (80, 24), (160, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_room_survives(book: Workbook, session: Session, size: tuple[int, int]) -> None:
    """With remarks, the clock running and a statement shown."""
    book.capture(session, "3: " + "a long remark that goes on " * 12 + "#food")
    async with running(RoomScreen(book, session), size) as pilot:
        for key in ("ctrl+s", "ctrl+n", "ctrl+r"):
            await pilot.press(key)
        await type_text(pilot, '4: "so they can eat" #fo')
        await press(pilot, "tab", "enter")
        await pilot.resize_terminal(*reversed(size))
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "so they can eat" in shown(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_comparison_survives(example: Workbook, size: tuple[int, int]) -> None:
    """The list, and each of the first findings looked at closely."""
    async with running(CompareScreen(example), size) as pilot:
        name = example.view().findings[1].name
        await press(pilot, "down", "enter")
        await pilot.press("n", "p")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert shown(pilot).lstrip().startswith(f"{name}, 2 of ")
        await press(pilot, "end")
        assert "Why it is called this" in shown(pilot)
        await press(pilot, "escape")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_shelf_survives(book: Workbook, session: Session, size: tuple[int, int]) -> None:
    """With a workshop on it."""
    async with running(ShelfScreen(Shelf(book.folder.parent)), size) as pilot:
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Fuel and food" in shown(pilot)


PROPOSAL = Proposal(
    target=datetime(2026, 3, 2, 12, tzinfo=UTC),
    late=300,
    rows=(Row(index=0, title="Talk in small groups", before=1200, after=900, protected=False, optional=True),),
    misses=(),
    optional=(0,),
    drop=(),
)


def noon(_typed: str) -> datetime:
    """Whatever was typed, noon."""
    return PROPOSAL.target


async def unchanged(_edit: Edit) -> tuple[list[Line], str]:
    """Nothing is carried out."""
    return [], ""


DIALOGS: list[Callable[[], Screen[Any]]] = [
    lambda: Help(Place.ROOM),
    lambda: HowMuchTime("Small groups"),
    lambda: EndTheSession("2 of 6 activities would be left out."),
    WhatIsItCalled,
    lambda: WhichPlanWithWhom("Fuel and food", [load_plan(name) for name in plan_names()], Context().perspectives, noon),
    lambda: HowManyUntilWhen("parent", Context().perspectives, noon),
    lambda: WhichStatementAndWhose(Context().perspectives),
    lambda: CaptureTheseLines(["3: one #food", "two"], Context(group="parent")),
    lambda: WhatElse(keys_of(Place.MORE)),
    lambda: HowLong("How long ago did Small groups begin?", offered="1m32"),
    lambda: AtWhatTime("When must it be over, whatever happens?", noon, "12:00"),
    lambda: WhoseTurn(["p2", "p5"], lambda typed: typed),
    lambda: WhoIsIt("Who has come?", Context().perspectives),
    WhatActivity,
    lambda: WhatShallCome([Line(index=0, place=0, title="Talk", starts="10:00", seconds=600, on=True)], unchanged),
    lambda: WhatHappenedMeanwhile(Gap(What.SLEPT, 420, "The computer slept for 7 min.", (Choice("Count it"), Choice("Leave it out")))),
    lambda: WhichTimes("Catch up?", lambda _pinned, _dropped: PROPOSAL, PROPOSAL, UTC, starting=True),
]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_each_dialog_survives(book: Workbook, size: tuple[int, int]) -> None:
    """It opens, is painted, and Esc leaves it."""
    async with running(ShelfScreen(Shelf(book.folder.parent)), size) as pilot:
        for dialog in DIALOGS:
            pilot.app.push_screen(dialog())
            await settle(pilot)
            assert not isinstance(pilot.app.screen, ShelfScreen)
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, ShelfScreen)
