"""Pictures on the screens: listed, added and changed by keys, put to the group, drawn on the room's display with their caption."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.pictures import drawn
from tests.tui.driving import enter, press, running, settle, shown, type_text
from tests.tui.test_sizes import SIZES
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.tui.compared import Scope, compared
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.display import DisplayScreen
from workshop.tui.screens.finding import FindingScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.widgets.artworklist import ArtworkList
from workshop.tui.widgets.findings import Findings
from workshop.tui.widgets.picture import Picture
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue

PLAN = """
title = "Pictures"
[[activity]]
title = "Look"
kind = "show"
minutes = 20
prompt = "What do you see?"
artworks = true
"""
HALF = "\u2580"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A picture, white above and blue below, somewhere on this computer."""
    path = tmp_path / "drawing.png"
    path.write_bytes(drawn(kind="PNG"))
    return path


@pytest.fixture
def pictures(book: Workbook, file: Path) -> Session:
    """Parents look at A1, a picture, and A2, which is on paper; R1 is a reading of A1."""
    book.add_artwork(file, "A bus stop in the rain", "practitioner", alt="Grey lines over a bench")
    book.add_artwork(None, "One plate", "practitioner")
    session = book.start_session(parse_plan(PLAN, "pictures"), "parent", present={"parent": 8})
    book.act(session, Verb.START)
    book.capture(session, '3: "she has missed it" #waiting')
    return session


def colours(pilot: Pilot[Any]) -> set[tuple[int, int, int]]:
    """The colours in which the picture in front is painted."""
    picture = pilot.app.screen.query_one(Picture)
    strips = (picture.render_line(y) for y in range(picture.size.height))
    styles = (segment.style for strip in strips for segment in strip if segment.text == HALF)
    found = (colour for style in styles if style for colour in (style.color, style.bgcolor))
    triplets = (colour.triplet for colour in found if colour is not None)
    return {(each.red, each.green, each.blue) for each in triplets if each is not None}


def in_front(pilot: Pilot[Any]) -> type[Screen[Any]]:
    """Which screen is in front."""
    return type(pilot.app.screen)


async def test_readings_stand_with_what_they_were_marked_as(book: Workbook, pictures: Session) -> None:
    """Behind the words, in brackets; a mark without words alone."""
    book.capture(pictures, '4: "we went quiet" !silence !tension')
    book.capture(pictures, "!laugh")
    async with running(ArtworksScreen(book), (120, 40)) as pilot:
        assert "“we went quiet”  (silence, tension)" in shown(pilot)
        assert "(laugh)" in shown(pilot)


async def test_the_comparison_has_the_marks_too(book: Workbook, pictures: Session) -> None:
    """Beside the words, as in a report; and on the clipboard."""
    book.capture(pictures, '4: "we went quiet" !silence')
    async with running(CompareScreen(book), (120, 40)) as pilot:
        pilot.app.push_screen(FindingScreen(compared(book, Scope()), "A1"))
        await settle(pilot)
        assert "“we went quiet”  p4, silence, R2" in shown(pilot)
        await press(pilot, "y")
        assert "silence" in pilot.app.clipboard


async def test_they_are_listed_with_the_chosen_one_drawn_and_read(book: Workbook, pictures: Session) -> None:
    """Both in the list; of the chosen one the picture, what is to be seen in it, and each group's words."""
    async with running(ArtworksScreen(book)) as pilot:
        screen = shown(pilot)
        for words in ("pictures  ·  2", "A1", "A bus stop in the rain", "1 reading", "One plate", "0 readings, on paper"):
            assert words in screen
        assert HALF in screen
        assert {(255, 255, 255), (0x12, 0x43, 0x6D)} <= colours(pilot)
        assert "Grey lines over a bench" in screen
        assert "Parents read" in screen
        assert "“she has missed it”" in screen
        await press(pilot, "down")
        assert HALF not in shown(pilot)
        assert "Nobody has read anything in it yet" in shown(pilot)


async def test_both_groups_readings_are_reached_by_keys(book: Workbook, pictures: Session, file: Path) -> None:
    """Below each other where it is narrow, with Tab and Page Down to the last; beside each other where it is wide."""
    for number in range(8):
        book.capture(pictures, f"{number}: it is too far to walk {number}")
    book.act(pictures, Verb.END)
    other = book.start_session(parse_plan(PLAN, "pictures"), "practitioner", present={"practitioner": 8})
    book.act(other, Verb.START)
    book.capture(other, "r1: nobody is at home")
    async with running(ArtworksScreen(book)) as pilot:
        assert "nobody is at home" not in shown(pilot)
        await press(pilot, "tab", "pagedown", "pagedown", "pagedown")
        assert "nobody is at home" in shown(pilot)
        assert pilot.app.screen.query_one("#artworks", ArtworkList).chosen == book.artwork("A1").id
        await press(pilot, "tab", "down", "up")
        assert "she has missed it" in shown(pilot), "another picture begins at its first reading"
    async with running(ArtworksScreen(book), (160, 50)) as pilot:
        heads = next(line for line in shown(pilot).splitlines() if "Parents read" in line)
        assert "Practitioners read" in heads


async def test_one_is_added_changed_taken_out_and_brought_back_by_keys(book: Workbook, file: Path) -> None:
    """What can't be saved comes back with the reason and all that was typed; a path in quotes is taken as one."""
    async with running(ArtworksScreen(book)) as pilot:
        assert "No picture was added yet: n adds one." in shown(pilot)
        await press(pilot, "e", "delete")
        await press(pilot, "n")
        await type_text(pilot, "A table")
        await press(pilot, "tab", "tab", "tab")
        await type_text(pilot, f"'{file}'")
        await press(pilot, "enter")
        assert 'no perspective ""' in shown(pilot)
        assert "A table" in shown(pilot)
        await press(pilot, "tab")
        await type_text(pilot, "practitioners")
        await press(pilot, "enter")
        assert (book.artwork("A1").caption, book.artwork("A1").width) == ("A table", 64)
        assert HALF in shown(pilot)
        await press(pilot, "e", "end")
        await type_text(pilot, " for one")
        await press(pilot, "enter")
        assert book.artwork("A1").caption == "A table for one"
        assert book.artwork("A1").picture
        await press(pilot, "delete")
        assert book.artworks() == ()
        assert "A1 is out of the list: Ctrl+Z undoes it" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert [each.caption for each in book.artworks()] == ["A table for one"]


async def test_the_room_puts_one_after_the_other_to_the_group(book: Workbook, pictures: Session) -> None:
    """Caption and what is to be seen stand there; what is typed is a reading of the one on show; a statement is for elsewhere."""
    async with running(RoomScreen(book, pictures), (100, 30)) as pilot:
        screen = shown(pilot)
        assert "picture 1 of 2 (A1), from practitioners" in screen
        assert "A bus stop in the rain" in screen
        assert "Grey lines over a bench" in screen
        assert "answered so far" not in screen
        assert "Next picture" in screen
        await press(pilot, "ctrl+r")
        assert "picture 2 of 2 (A2)" in shown(pilot)
        await enter(pilot, "4: it is mine")
        assert book.reflection("R2").artwork == book.artwork("A2").id
        await press(pilot, "ctrl+r")
        assert "That was the last picture." in shown(pilot)
        await press(pilot, "ctrl+y")
        assert in_front(pilot) is RoomScreen
        assert "Pictures are shown here. A new statement is for an activity that shows statements." in shown(pilot)
        await press(pilot, "ctrl+k", "i")
        assert in_front(pilot) is ArtworksScreen
        await press(pilot, "escape")
        assert in_front(pilot) is RoomScreen


async def test_a_low_room_names_the_picture_in_its_row(book: Workbook, pictures: Session) -> None:
    """Where the clock is one row."""
    async with running(RoomScreen(book, pictures), (120, 12)) as pilot:
        assert "A1, 1 of 2, from practitioners" in shown(pilot)


async def test_an_activity_without_pictures_names_the_key_that_adds_one(book: Workbook) -> None:
    """And not the key for statements, which would not be shown in it."""
    session = book.start_session(parse_plan(PLAN, "pictures"), "parent")
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        assert "No picture is here to be shown: Ctrl+K i adds one." in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (40, 12)])
async def test_the_display_draws_the_picture_with_its_caption(book: Workbook, pictures: Session, size: tuple[int, int]) -> None:
    """The prompt above it, the caption below; in quotation marks nothing, since nobody said it."""
    async with running(DisplayScreen(book, pictures), size) as pilot:
        screen = shown(pilot)
        assert HALF in screen
        assert {(255, 255, 255), (0x12, 0x43, 0x6D)} <= colours(pilot)
        assert "What do you see?" in screen
        assert "A bus stop in the rain" in screen
        assert "“A bus" not in screen


async def test_a_window_too_low_for_a_picture_has_its_caption(book: Workbook, pictures: Session) -> None:
    """Five rows: words, and no smear of colours."""
    async with running(DisplayScreen(book, pictures), (60, 5)) as pilot:
        assert "A bus stop in the rain" in shown(pilot)
        assert HALF not in shown(pilot)


async def test_the_display_has_the_caption_of_what_is_on_paper(book: Workbook, pictures: Session) -> None:
    """Large, as the words of an activity are; and goes back to the picture when that is shown again."""
    book.show(pictures, book.artwork("A2"))
    async with running(DisplayScreen(book, pictures), (60, 14)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, DisplayScreen)
        assert screen.display_of_room.shown.words == "One plate"
        assert not colours(pilot)
        book.show(pictures, book.artwork("A1"))
        screen.look()
        await settle(pilot)
        assert colours(pilot)


async def test_a_damaged_picture_is_told_in_words(book: Workbook, pictures: Session) -> None:
    """A journal of another hand may hold anything: what is to be seen stands in the picture's place, and nothing breaks."""
    artwork = book.artwork("A1")
    book.repository.put(replace(artwork, picture=artwork.picture[:60]))
    for screen in (DisplayScreen(book, pictures), ArtworksScreen(book)):
        async with running(screen) as pilot:
            assert "(Grey lines over a bench)" in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_any_size_will_do(book: Workbook, pictures: Session, size: tuple[int, int]) -> None:
    """List, dialog, room and display are painted on the smallest screen and on a large one, and grow and shrink between."""
    for screen in (ArtworksScreen(book), DisplayScreen(book, pictures), RoomScreen(book, pictures)):
        async with running(screen, size) as pilot:
            await pilot.resize_terminal(7, 4)
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert len(shown(pilot).split("\n")) == size[1]


@pytest.fixture
def both(book: Workbook, pictures: Session) -> Session:
    """Practitioners have looked at A1 too; R2 and R3 are their readings."""
    session = book.start_session(parse_plan(PLAN, "pictures"), "practitioner", present={"practitioner": 9})
    book.act(session, Verb.START)
    book.capture(session, "1: somebody waits with her #waiting")
    book.capture(session, "2: the shelter was our idea")
    return session


async def test_the_comparison_has_the_readings_side_by_side(book: Workbook, both: Session) -> None:
    """A part of its own with one reading of each group; looked at closely the picture, and as many readings of one as of the other."""
    async with running(CompareScreen(book), (100, 40)) as pilot:
        told = shown(pilot)
        assert "The same pictures, and what each group saw" in told
        assert "A1  A bus stop in the rain" in told
        row = next(line for line in told.split("\n") if "she has missed it" in line)
        assert "somebody waits with her" in row
        pilot.app.screen.query_one(Findings).choose("A1")
        await press(pilot, "enter")
        told = shown(pilot)
        assert "Pictures" in told
        assert HALF in told
        assert {(255, 255, 255), (0x12, 0x43, 0x6D)} <= colours(pilot)
        assert "Grey lines over a bench" in told
        assert "practitioners: 1 more reading" in told
        assert "the shelter was our idea" not in told
        assert "It answers something that was shown" in " ".join(told.split())
        await press(pilot, "y")
        copied = pilot.app.clipboard
        assert "A1  A bus stop in the rain" in copied
        assert "she has missed it" in copied


@pytest.mark.parametrize("size", SIZES)
async def test_a_picture_is_looked_at_closely_at_any_size(book: Workbook, both: Session, size: tuple[int, int]) -> None:
    """List and close look, on the smallest screen too."""
    async with running(CompareScreen(book), size) as pilot:
        pilot.app.push_screen(FindingScreen(compared(book, Scope()), "A1"))
        await pilot.resize_terminal(7, 4)
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert len(shown(pilot).split("\n")) == size[1]


async def test_without_readings_the_comparison_has_no_such_part(book: Workbook, session: Session) -> None:
    """Nor any word of pictures."""
    async with running(CompareScreen(book)) as pilot:
        assert "icture" not in shown(pilot)


async def test_it_opens_from_the_shelf(book: Workbook, pictures: Session) -> None:
    """A letter, and Esc goes back."""
    book.close()
    async with running(ShelfScreen(Catalogue(book.folder.parent))) as pilot:
        await press(pilot, "p")
        await settle(pilot)
        assert "A bus stop in the rain" in shown(pilot)
        await press(pilot, "escape")
        assert in_front(pilot) is ShelfScreen
