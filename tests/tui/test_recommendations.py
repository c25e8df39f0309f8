"""Recommendations and commitments on the screen: made, changed, followed up by keys, and told when a session begins."""

from datetime import date

import pytest

from tests.tui.driving import press, running, settle, shown, type_text
from tests.tui.test_sizes import SIZES
from tests.workbook.conftest import PLAN, Hands
from workshop.model.planfile import parse_plan
from workshop.model.recommendation import Progress
from workshop.model.records import Session, Verb
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue
from workshop.workbook.recommending import Wanted


@pytest.fixture
def agreed(book: Workbook, hands: Hands, session: Session) -> Session:
    """R1 of parents; D1 is overdue, D2 is a commitment of practitioners, D3 is done."""
    book.capture(session, "3: ask us first #voice")
    book.add_theme("Getting there", agreed=False)
    book.recommend(Wanted(text="a later bus", lead="Bus firm", due=date(2026, 2, 1), themes=("Getting there",)))
    book.recommend(Wanted(text="we ring back", side="practitioner", sources=("R1",)))
    book.recommend(Wanted(text="a kettle"))
    book.follow_up("D3", "it was bought", Progress.DONE)
    return session


async def test_what_is_overdue_stands_first_with_all_that_is_known(book: Workbook, agreed: Session) -> None:
    """Who leads, by when, how it stands, what it rests on; notes where there are any; what is done stands last."""
    async with running(RecommendationsScreen(book)) as pilot:
        screen = shown(pilot)
        assert "what should happen  ·  2 open  ·  1 overdue" in screen
        assert screen.index("D1") < screen.index("D2") < screen.index("D3")
        assert "recommended, led by Bus firm  ·  by 1 February 2026  ·  overdue" in screen
        assert "on Getting there  ·  made in S1" in screen
        assert "a commitment of practitioners, nobody leads it yet" in screen
        assert "done: it was bought" in screen
        await press(pilot, "o")
        assert "D3" not in shown(pilot)


async def test_one_is_made_and_changed_by_keys(book: Workbook, agreed: Session) -> None:
    """What can't be saved comes back with the reason and all that was typed."""
    async with running(RecommendationsScreen(book)) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "open on Saturdays")
        await press(pilot, "tab")
        await type_text(pilot, "plumber")
        await press(pilot, "enter")
        assert 'This workshop has no perspective "plumber".' in shown(pilot)
        assert "open on Saturdays" in shown(pilot)
        await press(pilot, "tab backspace backspace backspace backspace backspace backspace backspace")
        await type_text(pilot, "parents")
        await press(pilot, "tab tab tab")
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        assert '"soon" is no day.' in shown(pilot)
        await press(pilot, "backspace backspace backspace backspace")
        await type_text(pilot, "2026-05-01")
        await press(pilot, "enter")
        made = book.recommendation("D4")
        assert (made.text, made.side, made.due) == ("open on Saturdays", "parent", date(2026, 5, 1))
        await press(pilot, "e end")
        await type_text(pilot, " too")
        await press(pilot, "enter")
        assert book.recommendation("D4").text == "open on Saturdays too"
        assert book.recommendation("D4").due == date(2026, 5, 1)
        await press(pilot, "ctrl+z")
        assert book.recommendation("D4").text == "open on Saturdays"


async def test_what_came_of_it_is_noted(book: Workbook, agreed: Session) -> None:
    """An end without words is asked for again."""
    async with running(RecommendationsScreen(book)) as pilot:
        await press(pilot, "enter enter down down down enter")
        assert "What came of D1?" in shown(pilot)
        await type_text(pilot, "it runs until ten")
        await press(pilot, "enter enter")
        first = next(each for each in book.recommendations() if each.recommendation.number == 1)
        assert (first.progress, first.outcome) == (Progress.DONE, "it runs until ten")
        await press(pilot, "end enter escape")
        assert len(book.records.followups) == 2


async def test_the_room_makes_one_of_the_last_remark(book: Workbook, agreed: Session) -> None:
    """Its words stand there to be changed; it rests on the remark."""
    async with running(RoomScreen(book, agreed)) as pilot:
        await press(pilot, "ctrl+k j")
        assert "What should happen, as R1 has it?" in shown(pilot)
        await press(pilot, "end")
        await type_text(pilot, ", by letter")
        await press(pilot, "enter")
        made = book.recommendation("D4")
        assert (made.text, made.sources) == ("ask us first, by letter", (book.reflection("R1").id,))
        await press(pilot, "ctrl+k g")
        assert "what should happen  ·  3 open" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RoomScreen)


async def test_a_session_that_begins_is_told_what_is_open(book: Workbook, agreed: Session) -> None:
    """Once it runs, no more."""
    book.act(agreed, Verb.START)
    book.act(agreed, Verb.END)
    second = book.start_session(parse_plan(PLAN, "short"), "practitioner")
    told = "1 commitment and 1 recommendation are open from before, 1 of them overdue"
    async with running(RoomScreen(book, second)) as pilot:
        assert told in shown(pilot)
    book.act(second, Verb.START)
    async with running(RoomScreen(book, second)) as pilot:
        assert told not in shown(pilot)


async def test_an_activity_that_asks_for_them_says_how(book: Workbook) -> None:
    """In the Room, in place of a hint that is not there else."""
    plan = parse_plan(PLAN.replace('kind = "open"', 'kind = "recommend"'), "agree")
    made = book.start_session(plan, "parent")
    book.act(made, Verb.START)
    async with running(RoomScreen(book, made)) as pilot:
        assert "Note each as a remark: Ctrl+K j makes" in shown(pilot)


async def test_it_opens_from_the_shelf_and_the_comparison(book: Workbook, agreed: Session) -> None:
    """A letter each, and Esc goes back."""
    book.close()
    async with running(ShelfScreen(Catalogue(book.folder.parent))) as pilot:
        await press(pilot, "w")
        await settle(pilot)
        assert isinstance(pilot.app.screen, RecommendationsScreen)
        await press(pilot, "escape c")
        await settle(pilot)
        await press(pilot, "d")
        assert "a later bus" in shown(pilot)


async def test_an_empty_list_names_the_key_that_fills_it(book: Workbook, session: Session) -> None:
    """And nothing but that works."""
    async with running(RecommendationsScreen(book)) as pilot:
        assert "Nothing was recommended yet: n makes one" in shown(pilot)
        await press(pilot, "enter e")
        assert isinstance(pilot.app.screen, RecommendationsScreen)
        await press(pilot, "o")
        assert "Nothing is open" in shown(pilot)


async def test_people_s_words_are_no_markup(book: Workbook, session: Session) -> None:
    """In the list and in the question, words that look like markup are shown as they are."""
    book.add_theme("[red]", agreed=False)
    book.recommend(Wanted(text="[/] [bold] a later bus", lead="[@click=app.bell]us[/]", themes=("[red]",)))
    book.follow_up("D1", "[/] noted")
    async with running(RecommendationsScreen(book)) as pilot:
        screen = shown(pilot)
        assert [words for words in ("[/] [bold] a later bus", "[@click=app.bell]us[/]", "[red]", "[/] noted") if words not in screen] == []
        await press(pilot, "e")
        assert "[/] [bold] a later bus" in shown(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(book: Workbook, agreed: Session, size: tuple[int, int]) -> None:
    """Keys work at any size."""
    async with running(RecommendationsScreen(book), size) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "a lamp")
        await press(pilot, "enter o o down enter escape e escape")
        assert book.recommendation("D4").text == "a lamp"
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "3 open" in shown(pilot)
