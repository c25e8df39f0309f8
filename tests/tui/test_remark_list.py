"""The list of remarks that are chosen and marked: it makes what is in sight, and keeps its place."""

import pytest
from textual.app import App, ComposeResult

from tests.tui.driving import shown
from workshop.tui.app import WorkshopApp
from workshop.tui.screens.level import Level
from workshop.tui.widgets.reflections import RemarkRow
from workshop.tui.widgets.remarklist import RemarkList


class Listing(Level):
    """A screen with nothing else on it."""

    def __init__(self, count: int) -> None:
        """With so many remarks, numbered from 1."""
        super().__init__()
        self.made: set[str] = set()
        self._count = count

    def compose(self) -> ComposeResult:
        """The list."""
        yield RemarkList()

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one(RemarkList).show([str(number) for number in range(1, self._count + 1)], self.row)

    def row(self, remark: str) -> RemarkRow:
        """Every third one is long."""
        self.made.add(remark)
        words = " ".join([f"remark {remark}", *["that goes on"] * (12 if int(remark) % 3 == 0 else 1)])
        return RemarkRow(id=remark, ref=f"R{remark}", speaker="parents", perspective="parent", text=words)


def listing(app: App[None]) -> RemarkList:
    """The list of the app's screen."""
    return app.screen.query_one(RemarkList)


@pytest.mark.parametrize("size", [(1, 1), (4, 3), (20, 5), (60, 20), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_is_chosen_is_in_sight(size: tuple[int, int]) -> None:
    """At every size, wherever one goes; and the last remark is reached, with no room left unused below it."""
    app = WorkshopApp(Listing(60))
    async with app.run_test(size=size) as pilot:
        for key in ("down", "pagedown", "end", "pageup", "up", "home"):
            await pilot.press(key)
            remarks = listing(app)
            assert remarks.chosen is not None
            if size[0] >= 20:
                assert f"R{remarks.chosen}" in shown(pilot)
        await pilot.press("end")
        assert remarks.chosen == "60"
        assert remarks.scroll_offset.y == remarks.max_scroll_y
        await pilot.resize_terminal(80, 24)
        assert "›  R60" in shown(pilot)


async def test_only_what_is_in_sight_is_made() -> None:
    """Of 100,000 remarks a screen shows some twenty, and no more are made or laid out."""
    screen = Listing(100_000)
    app = WorkshopApp(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("end", "pageup", "home", "pagedown"):
            await pilot.press(key)
        assert len(screen.made) < 150


async def test_what_was_chosen_and_marked_stays_so_where_it_is_still_listed() -> None:
    """Where the chosen one is filed away, the next one is chosen, as one sorts from top to bottom."""
    screen = Listing(9)
    app = WorkshopApp(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        remarks = listing(app)
        remarks.toggle_mark()
        remarks.toggle_mark()
        assert state(remarks) == ("5", ("3", "4"))
        assert remarks.targets == ("3", "4")
        assert "✓ R3" in shown(pilot)
        remarks.show(["2", "4", "5", "6"], screen.row)
        assert state(remarks) == ("5", ("4",))
        remarks.show(["2", "4", "6"], screen.row)
        assert state(remarks) == ("6", ("4",))
        remarks.show([], screen.row)
        assert state(remarks) == (None, ())


def state(remarks: RemarkList) -> tuple[str | None, tuple[str, ...]]:
    """What is chosen, and what is marked."""
    return remarks.chosen, remarks.marked


async def test_a_click_chooses() -> None:
    """The remark that was clicked, on whichever of its rows."""
    app = WorkshopApp(Listing(9))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.click(RemarkList, offset=(5, 3))
        assert listing(app).chosen == "3"
        assert "›  R3" in shown(pilot)


async def test_a_remark_that_has_gone_meanwhile_is_said_to_have() -> None:
    """Between two looks another window may have struck it."""
    screen = Listing(3)
    app = WorkshopApp(screen)
    async with app.run_test(size=(60, 24)) as pilot:
        listing(app).show(["1", "2"], lambda remark: screen.row(remark) if remark == "1" else None)
        await pilot.pause()
        assert "no longer here" in shown(pilot)
