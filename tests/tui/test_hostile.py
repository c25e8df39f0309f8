"""Whatever people type, paste or import is shown as it is: no markup, no escape byte, no crash."""

import re
from pathlib import Path

import pytest

from tests.tui.driving import enter, press, running, shown
from workshop.model.capture import Captured, Speaker
from workshop.model.records import Session
from workshop.text import clean
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.widgets.reflections import Reflections
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf, create_workshop

MARKUP = (
    "[/]",
    "oops [/",
    "[bold]x",
    '{"a": [true, false]}',
    "[0] hi",
    "[@click=app.bell]hi[/]",
    "[/etc/passwd]",
    ":smile:",
    "$primary [b",
)
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(scope="module")
def strings(shared: Path) -> list[str]:
    """The naughty strings that are not blank once cleaned."""
    lines = (shared / "data" / "hostile" / "naughty-strings.txt").read_bytes().decode("utf-8", "surrogateescape").split("\n")
    return [line for line in lines if not line.startswith("#") and clean(line).strip()]


async def test_every_naughty_string_is_listed(book: Workbook, session: Session, strings: list[str]) -> None:
    """Each is a row of the list, painted without an escape byte; its own words are in it."""
    for string in strings:
        book.capture(session, Captured(speaker=Speaker("parent"), text=string))
    async with running(RoomScreen(book, session), (160, 50)) as pilot:
        reflections = pilot.app.screen.query_one(Reflections)
        assert reflections.option_count == len(strings)
        painted = ""
        for _ in range(len(strings)):
            painted += shown(pilot)
            if reflections.scroll_offset.y == 0:
                break
            await pilot.press("pageup")
        assert UNWANTED.findall(painted.replace("\n", "")) == []
        for name in ("R1 ", "R250 ", f"R{len(strings)} "):
            assert name in painted


async def test_markup_stays_text_wherever_it_is_typed(book: Workbook, session: Session) -> None:
    """In the line, its chips, the list, as a theme, a code, a statement and an answer's reason."""
    for text in MARKUP:
        book.add_theme(text, agreed=False)
        book.add_statement(text, "practitioner", theme=text)
    async with running(RoomScreen(book, session), (160, 50)) as pilot:
        for key in ("ctrl+s", "ctrl+n"):
            await pilot.press(key)
        for text in MARKUP:
            await pilot.press("ctrl+r")
            await enter(pilot, f'3: "{text}" #{text.replace(" ", "-")} !agree')
            screen = shown(pilot)
            assert f"“{text}”" in screen
        await press(pilot, "shift+tab", "up", "up")


async def test_markup_in_a_comparison_stays_text(tmp_path: Path) -> None:
    """As the title of the workshop, of themes, in quotes and statements; on the Shelf too."""
    for text in MARKUP:
        book = create_workshop(tmp_path / f"w{MARKUP.index(text)}", text)
        book.add_theme(text, agreed=False)
        statement = book.add_statement(text, "practitioner", theme=text)
        parents = book.start_session(None, "parent")
        book.capture(parents, Captured(speaker=Speaker("parent", "p1"), text=text, themes=(text,)))
        async with running(CompareScreen(book), (120, 40)) as pilot:
            assert text in shown(pilot)
            await press(pilot, "enter")
            assert text in shown(pilot)
        assert statement.text == text
        book.close()
    async with running(ShelfScreen(Shelf(tmp_path)), (120, 60)) as pilot:
        for text in MARKUP:
            assert text in shown(pilot)
