"""Answering back on the screens: what the others said stands with the statement, and the finding goes on to its end."""

import pytest

from tests.tui.driving import enter, press, running, settle, shown
from tests.workbook.test_answering_back import BACK
from workshop.model.planfile import parse_plan
from workshop.model.records import Consent, Session, Verb
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.display import DisplayScreen
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted


@pytest.fixture
def back(book: Workbook, session: Session) -> Session:
    """Parents have contested T1 and one of them may be quoted; practitioners meet again, and it is on show."""
    book.act(session, Verb.START)
    book.act(session, Verb.NEXT)
    book.capture(session, '3: !disagree "they see the empty cupboard"')
    book.capture(session, "hands: 1 1 6 0")
    book.set_consent(session, "3", Consent.QUOTE)
    book.act(session, Verb.END)
    made = book.start_session(parse_plan(BACK, "back"), "practitioner")
    book.act(made, Verb.START)
    return made


async def test_the_room_shows_what_the_others_said(book: Workbook, back: Session) -> None:
    """The statement, the counts and the words that may be passed on, then the answers so far; a line is an answer back."""
    async with running(RoomScreen(book, back), (100, 40)) as pilot:
        screen = shown(pilot)
        places = [
            screen.index(words)
            for words in ("Parents hide what they go without.", "8 parents were asked", "they see the empty cupboard", "answered so far")
        ]
        assert places == sorted(places)
        await enter(pilot, "1: !partly I see that now")
    assert [each.back for each in book.records.responses.values() if each.session == back.id] == [True]


async def test_where_nothing_is_contested_the_room_says_so(book: Workbook) -> None:
    """And offers no other group's statement in its place."""
    made = book.start_session(parse_plan(BACK, "back"), "practitioner")
    book.act(made, Verb.START)
    async with running(RoomScreen(book, made)) as pilot:
        assert "Nothing that this group said was contested." in shown(pilot)
        assert "New statement" not in shown(pilot)


@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
async def test_the_line_stays_in_sight(book: Workbook, back: Session, size: tuple[int, int]) -> None:
    """However much the others said: the words give way, the line never does."""
    async with running(RoomScreen(book, back), size) as pilot:
        await enter(pilot, "1: !agree")
        assert len([each for each in book.records.responses.values() if each.session == back.id]) == 1


async def test_the_room_s_display_shows_it_too(book: Workbook, back: Session) -> None:
    """Without a code."""
    async with running(DisplayScreen(book, back), (120, 45)) as pilot:
        assert "8 parents were asked: 1 agreed, 1 agreed in part, 6 disagreed, 0 unsure" in shown(pilot)
        assert "p3" not in shown(pilot)


async def test_the_finding_goes_on_to_its_end(book: Workbook, back: Session) -> None:
    """Said, answered, answered back, and what each side will do now."""
    for code in "1234":
        book.capture(back, f"{code}: !disagree I had one family in mind")
    book.recommend(Wanted(text="We ask before we write", side="practitioner", statement="T1"))
    async with running(CompareScreen(book), (120, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        screen = shown(pilot)
        assert "Practitioners answered back   4 of 4 practitioners disagreed" in screen
        assert "D1 We ask before we write   practitioners, no day: open" in screen
        assert screen.index("Practitioners said") < screen.index("answered back") < screen.index("Now")
