"""The guides on the screen: how they are reached, turned and left."""

import pytest

from tests.tui.driving import press, press_each, running, settle, shown
from tests.tui.test_sizes import SIZES
from workshop.guide import GLOSSARY, PAGES, Terms, load_page
from workshop.guide.page import text_of
from workshop.model.records import Session
from workshop.tui.keys import use_keys
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.guides import WORD, GuidesScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf


async def test_the_pages_are_turned_and_come_round(book: Workbook) -> None:
    """Right for the next one, Left for the one before; the name of the page that is open is marked."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await pilot.press("g")
        await settle(pilot)
        seen = []
        for _ in PAGES:
            seen.append(next(name for name in PAGES if f"› {name}" in shown(pilot)))
            await pilot.press("right")
            await settle(pilot)
        assert seen == list(PAGES)
        await pilot.press("left")
        await settle(pilot)
        assert "The words" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ShelfScreen)


async def test_the_room_leads_to_them_and_goes_on(book: Workbook, session: Session) -> None:
    """By Ctrl+K l, and by F1 g; Ctrl+Q leaves the guides and not the Room."""
    async with running(RoomScreen(book, session)) as pilot:
        for keys in (("ctrl+k", "l"), ("f1", "g")):
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            assert "For the facilitator" in shown(pilot)
            await pilot.press("ctrl+q")
            await settle(pilot)
            assert isinstance(pilot.app.screen, RoomScreen)


async def test_help_leads_to_them_from_any_screen_but_their_own(example: Workbook) -> None:
    """There they stay: no second copy opens over the first."""
    async with running(CompareScreen(example)) as pilot:
        for _ in range(2):
            await pilot.press("f1")
            await settle(pilot)
            await pilot.press("g")
            await settle(pilot)
            assert isinstance(pilot.app.screen, GuidesScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_they_survive_every_size(book: Workbook, size: tuple[int, int]) -> None:
    """Each page, scrolled to its end; at 80x24 it reads as ever afterwards."""
    async with running(ShelfScreen(Shelf(book.folder.parent)), size) as pilot:
        await pilot.press("g")
        for _ in PAGES:
            await settle(pilot)
            await pilot.press("end", "right")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "For the facilitator" in shown(pilot)


async def test_space_goes_through_a_page_to_its_end(book: Workbook) -> None:
    """The key bar names it, F1 names all the keys that move the page, and each does what it says."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await press(pilot, "g")
        screen = pilot.app.screen
        assert isinstance(screen, GuidesScreen)
        assert "Space Further down" in shown(pilot).splitlines()[-1]
        assert "writes the report" not in shown(pilot)
        for _ in range(5):
            await press(pilot, "space")
        assert "writes the report" in shown(pilot)
        end = screen.page.scroll_y
        for key, expected in (("up", end - 1), ("down", end), ("home", 0), ("end", end), ("pagedown", end)):
            await press(pilot, key)
            assert screen.page.scroll_y == expected, key
        await press(pilot, "pageup")
        assert screen.page.scroll_y < end
        await press(pilot, "f1")
        for named in ("Space or PgDn", "PgUp", "Home", "Down"):
            assert named in shown(pilot)


async def test_what_is_typed_is_quoted_where_there_is_no_colour(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it runs into its sentence; with colours the style tells a key, and a command of several words is quoted all the same."""
    for colours in (True, False):
        if not colours:
            monkeypatch.setenv("NO_COLOR", "1")
        async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
            await press(pilot, "g")
            assert "Pick a plan. `workshop plans` lists them" in shown(pilot)
            await press_each(pilot, "space")
            assert ("`Ctrl+N` goes to the next activity" in shown(pilot)) is not colours
            assert ("- Ctrl+N goes to the next activity" in shown(pilot)) is colours


async def test_who_has_other_keys_is_told_that_the_page_names_the_usual_ones(book: Workbook) -> None:
    """A page can't be rewritten for each: it says where one's own are listed, by the key that lists them now."""
    try:
        async with running(ShelfScreen(Shelf(book.folder.parent)), (120, 40)) as pilot:
            await press(pilot, "g")
            assert "the program comes with" not in shown(pilot)
            use_keys({"help": "f9"})
            await press_each(pilot, "right left")
            assert "You have changed some: F9 on a screen shows yours." in " ".join(shown(pilot).split())
    finally:
        use_keys({})


def test_each_word_of_the_glossary_fits_its_column() -> None:
    """A longer one would push its meaning out of the line that all the others keep."""
    terms = [term for piece in load_page(GLOSSARY).pieces if isinstance(piece, Terms) for term in piece.terms]
    assert terms
    assert [text_of(term.name) for term in terms if len(text_of(term.name)) + 1 >= WORD] == []
