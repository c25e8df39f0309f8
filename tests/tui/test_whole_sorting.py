"""A whole session of capturing and sorting at 80x24, by keys alone: every screen can be read, and nothing on it is cut off."""

from textual.pilot import Pilot

from tests.tui.driving import enter, press, running, settle, shown, type_text
from tests.tui.test_themes import answer, filed
from workshop.model.records import Consent, Session
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook

THEMES = ("food", "debt", "transport", "forms", "childcare", "heating", "school", "being-heard")
SAID = (
    "we go without so the kids eat",
    "nobody tells you there is a fund",
    "the bus is two hours each way",
    "the form asks the same thing four times",
    "my mother minds the wee one so I can work",
    "two heaters and one plug",
    "school asked for another three pounds",
    "I stopped answering the door",
    "the library is warm, so we go there",
    "we want to be asked before, not after",
)


def read(pilot: Pilot[None]) -> str:
    """What is shown, held to fit: no row is longer than the screen, and no text ends in the dots of something cut off."""
    screen = shown(pilot)
    assert len(screen.split("\n")) <= 24
    assert max(len(row) for row in screen.split("\n")) <= 80
    assert "…" not in screen
    return screen


async def test_thirty_remarks_are_typed_sorted_and_agreed_on(book: Workbook, session: Session) -> None:
    """Eight themes, of which one is merged, one split and that undone; consent of three people; a remark struck."""
    async with running(RoomScreen(book, session)) as pilot:
        for number in range(30):
            tag = f" #{THEMES[number]}" if number < len(THEMES) else ""
            await enter(pilot, f"{number % 5 + 3}: {SAID[number % len(SAID)]}{tag}")
        assert "R30" in read(pilot)
        await press(pilot, "ctrl+k", "m")
        assert "Unsorted: 22 of 30" in read(pilot)

        await press(pilot, *"food", "enter", "space", "space", *"debt", "enter")
        assert filed(book, "R9") == ["Food"]
        assert filed(book, "R10") == filed(book, "R11") == ["Debt"]
        assert "2 remarks filed under Debt" in read(pilot)
        await answer(pilot, "ctrl+n", "Warm places")
        read(pilot)

        await press(pilot, *"heating", "ctrl+g")
        await type_text(pilot, "warm")
        await settle(pilot)
        assert "will be filed under Warm places" in " ".join(read(pilot).split())
        await press(pilot, "enter")
        assert filed(book, "R6") == ["Warm places"]

        await press(pilot, *"debt", "equals_sign", "down", "space")
        await answer(pilot, "ctrl+x", "Doors")
        assert filed(book, "R10") == ["Doors"]
        read(pilot)
        await press(pilot, "ctrl+z")
        assert filed(book, "R10") == ["Debt"]
        assert "undone: the split of Debt" in read(pilot)

        await press(pilot, "escape", "escape", "ctrl+k", "a")
        for _ in range(3):
            await press(pilot, "down", "c", "up")
            read(pilot)
            await press(pilot, "enter")
        assert [book.person(f"p{number}").consent for number in (3, 4, 5, 6)] == [*[Consent.PARAPHRASE] * 3, None]
        assert "consent: paraphrase" in read(pilot)

        await press(pilot, "escape", "shift+tab", "delete")
        assert "Strike R30, for good?" in read(pilot)
        await press(pilot, "y")
        assert "1 remark withdrawn" in read(pilot)
        assert len(book.records.reflections) == 29
