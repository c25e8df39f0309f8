"""The Room's other verbs of the clock, by the letters after Ctrl+K and by their chords, from inside the line."""

from datetime import timedelta
from math import ceil

import pytest
from textual.pilot import Pilot

from tests.tui.driving import enter, press, running, settle, shown, type_text
from tests.workbook.conftest import PLAN, Hands
from workshop.model.clock import Phase
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.tui.app import WorkshopApp
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook

TURNS = PLAN.replace('prompt = "How is it?"', 'prompt = "How is it?"\nturns = 1.5\nbell = true')
ADVANCES = PLAN.replace('prompt = "How is it?"', 'prompt = "How is it?"\nauto_advance = true')


STEP = 0.25
"""Minutes."""


async def more(pilot: Pilot[None], letter: str) -> None:
    """Ctrl+K and a letter."""
    await press(pilot, "ctrl+k")
    await press(pilot, letter)


async def later(pilot: Pilot[None], hands: Hands, minutes: float) -> None:
    """So much time goes by, in steps so short that nobody would think that the computer slept."""
    screen = pilot.app.screen
    assert isinstance(screen, RoomScreen)
    steps = ceil(minutes / STEP)
    for _ in range(steps):
        hands.pass_(minutes / steps)
        screen.paint()
    await settle(pilot)


async def test_the_menu_lists_what_works_now_and_a_letter_does_it(book: Workbook, session: Session) -> None:
    """From inside the line, with text in it, which stays; Esc backs out of it."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "3: half a")
        await press(pilot, "ctrl+k")
        assert "What else?" in shown(pilot)
        assert "it began earlier than the key was pressed" in shown(pilot)
        assert "leave time out" not in shown(pilot)
        await pilot.press("escape")
        await more(pilot, "n")
        assert "This plan has no notes and no cards." in shown(pilot)
        await type_text(pilot, " remark")
        await press(pilot, "enter")
        assert [each.text for each in book.records.reflections.values()] == ["half a remark"]


async def test_a_row_of_the_menu_can_be_clicked(book: Workbook, session: Session) -> None:
    """Each verb is a button for the mouse too."""
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session), (80, 50)) as pilot:
        await press(pilot, "ctrl+k")
        rows = shown(pilot).splitlines()
        place = next(number for number, row in enumerate(rows) if "a break that nobody planned" in row)
        await pilot.click("#dialog", offset=(rows[place].index("a break"), place))
        await settle(pilot)
        assert book.activities(session)[book.running(session) or 0].title == "Break"


async def test_a_forgotten_start_is_put_back_by_the_idle_counter(book: Workbook, session: Session, hands: Hands) -> None:
    """The session was due at 10:00; at 10:04 its age is offered, and Enter starts it then."""
    book.set_starts_at(session, hands.wall)
    async with running(RoomScreen(book, session)) as pilot:
        await later(pilot, hands, 4)
        await more(pilot, "d")
        assert "How long ago did Talk begin?" in shown(pilot)
        await press(pilot, "enter")
        assert book.status(session).started == hands.wall - timedelta(minutes=4)
        assert "left of 20 min" in shown(pilot)
        assert "on time, ends 10:40" in shown(pilot)


async def test_between_two_activities_the_counter_says_how_to_put_it_right(book: Workbook, session: Session, hands: Hands) -> None:
    """The seconds in which nothing ran are counted, and are the default for when the next one began."""
    book.act(session, Verb.START)
    book.act(session, Verb.STOP)
    async with running(RoomScreen(book, session)) as pilot:
        await later(pilot, hands, 92 / 60)
        assert "nothing running for this long, Ctrl+K d if it began earlier" in shown(pilot)
        await more(pilot, "d")
        assert "1m32" in shown(pilot)
        await press(pilot, "enter")
        assert book.running(session) == 1
        assert book.status(session).idle == 0


async def test_a_break_is_one_key_and_its_end_the_same(book: Workbook, session: Session, hands: Hands) -> None:
    """What it interrupted goes on with the time that it had left."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await later(pilot, hands, 5)
        await press(pilot, "ctrl+u")
        assert "left of 10 min" in shown(pilot)
        assert "a break of 10 min: Ctrl+U ends it" in shown(pilot)
        assert "added" not in shown(pilot)
        await later(pilot, hands, 4)
        await press(pilot, "ctrl+u")
        current = book.status(session).current
        assert current is not None
        assert (current.title, current.remaining) == ("Talk", 15 * 60)
        await press(pilot, "ctrl+z")
        assert book.activities(session)[book.running(session) or 0].title == "Break"


async def test_while_there_is_text_the_key_of_the_break_clears_the_line(book: Workbook, session: Session) -> None:
    """As in any terminal; no break begins."""
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "the bus is")
        await press(pilot, "ctrl+u")
        assert not pilot.app.screen.query_one("#line").text  # type: ignore[attr-defined]
        assert book.running(session) == 0
        await press(pilot, "ctrl+u")
        assert book.activities(session)[book.running(session) or 0].title == "Break"


async def test_where_nobody_said_how_many_are_here_nothing_is_claimed(book: Workbook) -> None:
    """A leaving says what to do first; who comes is counted; and after the last one counted has left there is no "0 here"."""
    uncounted = book.start_session(parse_plan(PLAN, "short"), "parent")
    async with running(RoomScreen(book, uncounted)) as pilot:
        await press(pilot, "ctrl+x")
        assert "Nobody has said how many parents are here." in shown(pilot)
        await press(pilot, "ctrl+e")
        assert "now 1 parent here" in shown(pilot)
        assert "1 here" in shown(pilot)
        await press(pilot, "ctrl+x")
        assert "all who were counted have left" in shown(pilot)
        assert "0 here" not in shown(pilot)


async def test_who_comes_and_goes_is_one_key_each(book: Workbook, session: Session) -> None:
    """Nine are here, then eight; all nine stay in the count of those who were there."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+e")
        assert "now 9 parents here" in shown(pilot)
        await press(pilot, "ctrl+x")
        assert "now 8 parents here" in shown(pilot)
        assert "S1, parents  ·  8 here" in shown(pilot)
        assert dict(book.session(session.id).present) == {"parent": 9}


async def test_of_a_mixed_group_it_is_asked_of_whom(book: Workbook) -> None:
    """A letter answers."""
    mixed = book.start_session(parse_plan(PLAN, "short"), "mixed", present={"parent": 2, "practitioner": 3})
    async with running(RoomScreen(book, mixed)) as pilot:
        await press(pilot, "ctrl+e")
        assert "Who has come?" in shown(pilot)
        await press(pilot, "r")
        assert "now 2 parents, 4 practitioners here" in shown(pilot)


async def test_what_is_selected_is_cut_and_nobody_leaves(book: Workbook, session: Session) -> None:
    """The key that counts a leaving is the one that people cut with."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "word")
        await press(pilot, "shift+home", "ctrl+x")
        assert not pilot.app.screen.query_one("#line").text  # type: ignore[attr-defined]
        assert book.here_now(session) == {"parent": 8}


async def test_turns_say_whose_it_is_for_how_long_and_who_is_next(book: Workbook, hands: Hands) -> None:
    """The plan gives 90 seconds each; over that it counts on, in words."""
    session = book.start_session(parse_plan(TURNS, "turns"), "parent", present={"parent": 3})
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("ctrl+s")
        await more(pilot, "t")
        assert "turn 1: sticker 1, 1:30 left, then sticker 2" in shown(pilot)
        await later(pilot, hands, 100.5 / 60)
        assert "turn 1: sticker 1, 0:10 over" in shown(pilot)
        await enter(pilot, "2: the bus is late")
        await more(pilot, "w")
        await type_text(pilot, "2")
        await press(pilot, "enter")
        assert "turn 2: p2, 1:30 left" in shown(pilot)
        await more(pilot, "w")
        await press(pilot, "enter")
        assert "turn 2" not in shown(pilot)


async def test_when_it_must_end_is_said_and_counted(book: Workbook, session: Session) -> None:
    """A time of day, with what it leaves; emptied, it is gone."""
    async with running(RoomScreen(book, session), (100, 30)) as pilot:
        await pilot.press("ctrl+s")
        await more(pilot, "e")
        await type_text(pilot, "25:00")
        await press(pilot, "enter")
        assert "is not a time of day" in shown(pilot)
        await pilot.press("ctrl+u")
        await type_text(pilot, "10:45")
        await press(pilot, "enter")
        assert "must end by 10:45: 5 min to spare" in shown(pilot)
        await more(pilot, "e")
        await press(pilot, "ctrl+u", "enter")
        assert "must end by" not in shown(pilot)


async def test_time_is_left_out_of_an_activity(book: Workbook, session: Session, hands: Hands) -> None:
    """Five of the ten minutes were something else."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await later(pilot, hands, 10)
        await more(pilot, "x")
        assert "How much of the time so far was not Talk?" in shown(pilot)
        await type_text(pilot, "5")
        await press(pilot, "enter")
        ledger = book.status(session).activities[0].ledger
        assert (ledger.active, ledger.discounted) == (300, 300)


async def test_the_bell_rings_once_where_the_plan_asks_for_it(book: Workbook, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """At nought, and never again for the same activity, however time is added; a key stills it."""
    rung: list[str] = []
    monkeypatch.setattr(WorkshopApp, "bell", lambda _app: rung.append("rung"))
    session = book.start_session(parse_plan(TURNS, "turns"), "parent")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await later(pilot, hands, 19)
        assert rung == []
        await later(pilot, hands, 1.1)
        assert rung == ["rung"]
        book.act(session, Verb.ADD, seconds=300)
        await settle(pilot)
        await later(pilot, hands, 6)
        assert rung == ["rung"]
        await more(pilot, "b")
        assert "No bell." in shown(pilot)


async def test_the_cues_come_when_they_are_passed_and_go_again(book: Workbook, session: Session, hands: Hands) -> None:
    """A fifth left, a twentieth left; 15 and 5 minutes before the end; after a gap the last one only."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await later(pilot, hands, 16.1)
        assert "4 min left of Talk." in shown(pilot)
        await press(pilot, "ctrl+n")
        assert "left of Talk" not in shown(pilot)
        await later(pilot, hands, 5.1)
        assert "15 min to the end of the session." in shown(pilot)
        await later(pilot, hands, 10)
        assert "5 min to the end of the session." in shown(pilot)
        assert "15 min to the end" not in shown(pilot)


async def test_at_nought_nothing_happens_unless_the_plan_asks(book: Workbook, hands: Hands) -> None:
    """A plan may ask that one activity goes on by itself."""
    session = book.start_session(parse_plan(ADVANCES, "advances"), "parent")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await later(pilot, hands, 19)
        await later(pilot, hands, 1.1)
        assert book.running(session) == 1
        await later(pilot, hands, 16)
        assert book.running(session) == 1


async def test_who_has_been_heard_is_a_letter_away(book: Workbook, session: Session) -> None:
    """Counts, and the stickers of whom nothing is noted; it stays up to date while remarks come in; Esc brings the list back."""
    book.add_participant(session, "p5")
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: one")
        await more(pilot, "h")
        assert "Parents  1 of 8 heard, 1 remark" in shown(pilot)
        assert "Nothing noted yet from  p5" in shown(pilot)
        await enter(pilot, "5: two")
        assert "Parents  2 of 8 heard, 2 remarks" in shown(pilot)
        await press(pilot, "escape")
        assert "R2   p5      two" in shown(pilot)


async def test_the_room_s_display_stands_in_this_window_and_goes_again(book: Workbook, session: Session) -> None:
    """One key there, the same key back; no code is on it."""
    book.act(session, Verb.START)
    book.capture(session, "3: one")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+w")
        assert not isinstance(pilot.app.screen, RoomScreen)
        assert "p3" not in shown(pilot)
        await press(pilot, "ctrl+w")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert "R1   p3      one" in shown(pilot)


async def test_a_rehearsal_is_marked_at_every_size(book: Workbook) -> None:
    """Above and beside the time."""
    session = book.start_session(parse_plan(PLAN, "short"), "parent", rehearsal=60)
    async with running(RoomScreen(book, session)) as pilot:
        for size in ((80, 24), (40, 12), (160, 50)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "REHEARSAL x60" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert book.clock(session).phase is Phase.RUNNING
