"""The People screen by keys alone: who takes part, what they agreed to, who is here."""

import pytest

from tests.tui.driving import press, running, settle, shown, type_text
from tests.tui.test_sizes import SIZES
from tests.workbook.laptops import files_with
from workshop.model.planfile import parse_plan
from workshop.model.records import Consent, Session, Verb
from workshop.tui.screens.people import PeopleScreen
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook

SAID = ("3: we go without so the kids eat", "5: the bus is two hours each way", "parents: two buses to the foodbank")


@pytest.fixture
def said(book: Workbook, session: Session) -> Session:
    """Three remarks, of p3, p5 and the group; the first activity is on."""
    book.act(session, Verb.START)
    for line in SAID:
        book.capture(session, line)
    return session


async def test_it_lists_the_room_and_everybody_with_a_code(book: Workbook, said: Session) -> None:
    """With how many remarks, whether they are here, and what they agreed to, in words; what was not asked is said."""
    async with running(PeopleScreen(book, said)) as pilot:
        screen = shown(pilot)
        assert "parents  ·  8 parents here\n" in screen
        assert "parent  ·  here throughout" in screen
        assert "1 remark  ·  consent: not asked (count)  ·  research: not asked" in screen


async def test_consent_is_set_for_the_room_and_for_people(book: Workbook, said: Session) -> None:
    """A level from the list, research by a letter; undo takes it back."""
    async with running(PeopleScreen(book, said)) as pilot:
        await press(pilot, "c", "up", "enter")
        assert book.session("S1").consent is Consent.PARAPHRASE
        await press(pilot, "down", "enter", "up", "up", "r", "enter")
        person = book.person("p3")
        assert (person.consent, person.research) == (Consent.QUOTE, True)
        assert "consent: quote  ·  research: yes" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert book.person("p3").consent is None


async def test_people_are_made_known_and_described_by_sticker(book: Workbook, said: Session) -> None:
    """A name is refused as a code, with a word why; a perspective that isn't there is said in the dialog."""
    async with running(PeopleScreen(book, said)) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "Mary")
        await press(pilot, "enter")
        assert "never a name" in " ".join(shown(pilot).split())
        await press(pilot, "n")
        await type_text(pilot, "9")
        await press(pilot, "tab")
        await type_text(pilot, "dragon")
        await press(pilot, "enter")
        assert 'There is no perspective "dragon" here.' in shown(pilot)
        await pilot.press(*["backspace"] * 6)
        await press(pilot, "tab")
        await type_text(pilot, "Leith CAB")
        await press(pilot, "enter")
        assert book.person("p9").organisation == "Leith CAB"
        assert "›  p9" in shown(pilot)
        await press(pilot, "e", "tab", "tab")
        await type_text(pilot, "carer")
        await press(pilot, "enter")
        assert (book.person("p9").organisation, book.person("p9").role) == ("Leith CAB", "carer")


async def test_attendance_is_by_part(book: Workbook, said: Session) -> None:
    """Ticked part by part; all is throughout, none is absent."""
    async with running(PeopleScreen(book, said)) as pilot:
        await press(pilot, "down", "a", "down", "space", "enter")
        assert book.attendance(said)[0].parts == (0, 2)
        assert "here for: Talk, Close" in shown(pilot)
        await press(pilot, "a", "a", "a", "enter")
        assert book.attendance(said)[0].parts == ()
        assert "absent" in shown(pilot)
        await press(pilot, "a", "a", "enter")
        assert book.attendance(said)[0].parts is None


async def test_who_came_and_went_is_counted(book: Workbook, said: Session) -> None:
    """Of the room one more or fewer; of a person, the person. All who were ever here stay counted."""
    async with running(PeopleScreen(book, said)) as pilot:
        await press(pilot, "plus", "minus", "minus")
        assert book.here_now(said) == {"parent": 7}
        assert "7 parents here of 9" in shown(pilot)
        await press(pilot, "down", "minus")
        assert book.attendance(said)[0].parts == (0,)
        assert "here for: Talk\n" in shown(pilot)


async def test_of_a_mixed_group_it_is_asked_of_whom(book: Workbook) -> None:
    """The room's plus asks for the perspective."""
    mixed = book.start_session(parse_plan('title = "T"\n[[activity]]\ntitle = "A"\nkind = "open"\nminutes = 5\n', "t"), "mixed")
    async with running(PeopleScreen(book, mixed)) as pilot:
        await press(pilot, "plus", "r")
        assert book.here_now(mixed) == {"practitioner": 1}


async def test_where_nobody_has_a_code_it_says_what_makes_one(book: Workbook, session: Session) -> None:
    """The head count stands all the same."""
    async with running(PeopleScreen(book, session)) as pilot:
        assert "8 parents here" in shown(pilot)
        assert "Nobody has a code yet" in shown(pilot)
        assert not pilot.app.screen.check_action("attendance", ())


async def test_the_room_leads_there_and_back(book: Workbook, said: Session) -> None:
    """By Ctrl+K a."""
    async with running(RoomScreen(book, said)) as pilot:
        await press(pilot, "ctrl+k", "a")
        assert "8 parents here" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RoomScreen)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(book: Workbook, said: Session, size: tuple[int, int]) -> None:
    """With every dialog; at 80x24 it reads as ever afterwards."""
    async with running(PeopleScreen(book, said), size) as pilot:
        await press(pilot, "down")
        for key in ("c", "n", "e", "a"):
            await press(pilot, key)
            assert not isinstance(pilot.app.screen, PeopleScreen)
            await press(pilot, "escape")
        await pilot.resize_terminal(*reversed(size))
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "›  p3" in shown(pilot)


async def test_a_person_withdraws_by_keys_alone(book: Workbook, said: Session) -> None:
    """Delete shows all that goes with the one chosen, Esc keeps it, y takes it back: no file holds the words; of the room nothing goes."""
    async with running(PeopleScreen(book, said)) as pilot:
        await press(pilot, "delete")
        assert isinstance(pilot.app.screen, PeopleScreen)
        await press(pilot, "down", "delete")
        told = " ".join(shown(pilot).split())
        assert "Take back all that p3 of S1 said, for good?" in told
        assert "we go without so the kids eat" in told
        await press(pilot, "escape")
        assert len(book.records.reflections) == 3
        await press(pilot, "delete", "y")
        assert "1 remark withdrawn" in shown(pilot)
        assert "p3" not in shown(pilot)
    assert files_with(book.folder, "kids eat") == []
    assert len(book.records.reflections) == 2
