"""Reading back: large, without codes, one key a verb; a group's corrections are kept with what was noted."""

import pytest

from tests.tui.driving import press, running, settle, shown, type_text
from tests.tui.test_sizes import SIZES
from workshop.model.records import Session
from workshop.tui.screens.readback import ReadBackScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.poster import Poster
from workshop.workbook.book import Workbook


@pytest.fixture
def noted(book: Workbook, session: Session) -> Session:
    """R1 to R3 of parents; R2 waits to be finished, R4 is the note-taker's."""
    for line in ("3: the bus is late #buses", '4: "so we go without...', "parents: damp walls", "nt: loud"):
        book.capture(session, line)
    return session


def checked(book: Workbook) -> set[str]:
    """What was found right, by reference."""
    return {book.ref(book.reflection(key)) for key in book.checked_back()}


async def test_the_words_stand_large_and_without_a_code(book: Workbook, noted: Session) -> None:
    """The room reads them: no sticker, no theme, no number of a remark; how far it has got stands above."""
    async with running(ReadBackScreen(book, noted)) as pilot:
        screen = shown(pilot)
        assert "what parents said, read back  ·  1 of 3  ·  0 checked" in screen
        assert "█" in screen
        assert not [code for code in ("p3", "#", "R1", "Buses") if code in screen]
        assert "Is that right?" in screen


async def test_what_is_right_goes_on_to_the_next(book: Workbook, noted: Session) -> None:
    """As fast as the key is pressed, each press is one remark; the last one stays."""
    async with running(ReadBackScreen(book, noted)) as pilot:
        await press(pilot, "y y y")
        assert checked(book) == {"R1", "R2", "R3"}
        assert "3 of 3  ·  3 checked" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert checked(book) == {"R1", "R2"}


async def test_a_correction_is_typed_and_kept_with_its_history(book: Workbook, noted: Session) -> None:
    """The words as noted stand in the line to be changed; Esc leaves them."""
    async with running(ReadBackScreen(book, noted)) as pilot:
        await press(pilot, "e escape")
        assert book.reflection("R1").text == "the bus is late"
        await press(pilot, "e")
        await type_text(pilot, ", or full !off")
        await press(pilot, "enter")
        assert book.reflection("R1").text == "the bus is late, or full !off", "marks mean nothing here: words are words"
        assert (checked(book), len(book.history("R1"))) == ({"R1"}, 2)


async def test_quotes_to_finish_alone(book: Workbook, noted: Session) -> None:
    """One key lists them, a finished one is gone from the list, and the key brings back all."""
    async with running(ReadBackScreen(book, noted)) as pilot:
        await press(pilot, "u")
        assert "quotes to finish  ·  1 of 1" in shown(pilot)
        assert "to be finished" in shown(pilot)
        await press(pilot, "e backspace backspace backspace")
        await type_text(pilot, " so they can eat")
        await press(pilot, "enter")
        assert book.reflection("R2").text == "so we go without so they can eat"
        assert "quotes to finish" in shown(pilot)
        assert "1 of 1" not in shown(pilot)
        await press(pilot, "u")
        assert "of 3" in shown(pilot)


async def test_a_remark_is_struck_after_one_question(book: Workbook, noted: Session) -> None:
    """Off the record for good; the next one stands there then."""
    async with running(ReadBackScreen(book, noted)) as pilot:
        await press(pilot, "delete")
        assert "for good?" in shown(pilot)
        await press(pilot, "y")
        assert len(book.to_read_back(noted)) == 2
        assert "1 of 2" in shown(pilot)


async def test_it_opens_from_the_room_and_goes_back(book: Workbook, noted: Session) -> None:
    """By a letter of the Room's menu, where there is something to read back; it begins with what is not checked yet."""
    book.found_right("R1")
    async with running(RoomScreen(book, noted)) as pilot:
        await press(pilot, "ctrl+k k")
        assert "2 of 3  ·  1 checked" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RoomScreen)


async def test_help_tells_its_keys(book: Workbook, noted: Session) -> None:
    """F1 lists them, and Esc comes back."""
    async with running(ReadBackScreen(book, noted)) as pilot:
        await press(pilot, "f1")
        assert "Keys while reading back" in shown(pilot)
        await press(pilot, "escape")
        assert "1 of 3" in shown(pilot)


async def test_nothing_to_read_back_says_so(book: Workbook, session: Session) -> None:
    """No key but the way out does anything then."""
    async with running(ReadBackScreen(book, session)) as pilot:
        await press(pilot, "y e n p u y")
        assert pilot.app.screen.check_action("correct", ()) is False
        assert "Nothing is left to finish" in shown(pilot)
        await press(pilot, "u")
        assert "Nothing was noted of this group yet" in shown(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(book: Workbook, noted: Session, size: tuple[int, int]) -> None:
    """Keys work at any size."""
    async with running(ReadBackScreen(book, noted), size) as pilot:
        await press(pilot, "y n e escape u u p")
        assert checked(book) == {"R1"}
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "of 3" in shown(pilot)


async def test_people_s_words_are_no_markup(book: Workbook, session: Session) -> None:
    """Words that look like markup, or that no letter is drawn for, are shown as they are."""
    book.capture(session, "3: [/] [bold] لا ننام")
    async with running(ReadBackScreen(book, session)) as pilot:
        assert "[/] [bold]" in shown(pilot)
        assert pilot.app.screen.query_one(Poster) is not None
