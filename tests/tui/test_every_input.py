"""Nothing that a person can type into any field of any screen crashes it, acts as markup, or sends an escape byte to the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tests.tui.driving import press, running, settle, shown
from tests.tui.every_screen import HOSTILE, WAYS, Opened, found
from tests.tui.test_hostile import MARKUP, UNWANTED
from workshop.model.capture import Captured, Speaker
from workshop.model.records import Session, Verb
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.themes import ThemesScreen
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf

SCREENS = sorted(WAYS, key=lambda kind: kind.__name__)
SHARE = 24
"""In an ordinary run a field gets every so many-th of the naughty strings, each field others, so that all of them get some."""


OPENS: Mapping[type[Screen[Any]], Sequence[str]] = {ThemesScreen: ("slash",)}
"""Keys that bring out a field which isn't there at first."""


@pytest.fixture
def place(book: Workbook, session: Session) -> Opened:
    """A workshop in which everything that people have said and named is hostile."""
    book.act(session, Verb.START)
    for text in (HOSTILE, *MARKUP):
        book.add_theme(text, agreed=False)
        book.add_statement(text, "practitioner", theme=text)
        book.capture(session, Captured(speaker=Speaker("parent", "p3"), text=text, themes=(text,)))
    book.edit_theme(HOSTILE, description=HOSTILE, aliases=[f"{HOSTILE} too"], lead=HOSTILE)
    book.edit_participant(session, "p3", organisation=HOSTILE, role=HOSTILE)
    return Opened(book, session)


@pytest.fixture(scope="module")
def strings(shared: Path) -> list[str]:
    """The naughty strings, as a terminal would send them."""
    lines = (shared / "data" / "hostile" / "naughty-strings.txt").read_bytes().decode("utf-8", "replace").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def test_no_screen_is_forgotten() -> None:
    """Each screen and dialog of the package is opened by these tests: who adds one says here how."""
    assert found() == set(WAYS)


def fields(screen: Screen[Any]) -> Iterator[Input | TextArea]:
    """What is typed into on a screen."""
    yield from screen.query(Input)
    yield from screen.query(TextArea)


async def type_all(screen: Screen[Any], strings: list[str], place: Opened) -> int:
    """Paste each string into each field of a screen, in place of the last, and look at what is painted; how many were typed."""
    typed = 0
    async with running(ShelfScreen(Shelf(place.book.folder.parent)), (80, 24)) as pilot:
        pilot.app.push_screen(screen)
        await settle(pilot)
        await press(pilot, *OPENS.get(type(screen), ()))
        assert UNWANTED.findall(shown(pilot).replace("\n", "")) == []
        for field in list(fields(screen)):
            for string in strings:
                if isinstance(field, Input):
                    field.value = ""
                else:
                    field.text = ""
                field.focus()
                field.post_message(events.Paste(string))
                await pilot.pause(0)
                assert UNWANTED.findall(shown(pilot).replace("\n", "")) == []
                typed += 1
        await settle(pilot)
        assert pilot.app.is_running
        assert pilot.app.screen is not None
    return typed


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
async def test_a_share_of_the_naughty_strings_in_every_field(kind: type[Screen[Any]], place: Opened, strings: list[str]) -> None:
    """Of every screen, on which everything said is hostile too."""
    share = strings[SCREENS.index(kind) % SHARE :: SHARE]
    await type_all(WAYS[kind](place), [*MARKUP, *share], place)


@pytest.mark.long
@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
async def test_every_naughty_string_in_every_field(kind: type[Screen[Any]], place: Opened, strings: list[str]) -> None:
    """All of them, some minutes."""
    await type_all(WAYS[kind](place), strings, place)
