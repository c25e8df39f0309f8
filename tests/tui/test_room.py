"""The Room, by its keys: the clock runs, remarks are saved and listed, what was done is undone."""

import socket

import pytest

from tests.tui.driving import enter, press, running, settle, shown, type_text
from tests.workbook.conftest import PLAN, Hands
from workshop.model.clock import Phase
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook

REMARKS = (
    '3: "we go without so they can eat" #food',
    "4: the meter is the worst of it #fuel #debt",
    "nobody told us where to ask #knowing-where",
    "p5: the form asks what you are #forms !barrier",
    "parents: the bus costs more than the food x6 #transport",
    "3: my mother feeds them on Sundays #food *",
)


async def test_a_session_by_keys_alone(book: Workbook, session: Session) -> None:
    """Start, six reflections with themes and speakers, next, undo the next, end; leaving ends the program, with all of it on disk."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        for line in REMARKS:
            await enter(pilot, line)
        await press(pilot, "ctrl+n")
        assert book.running(session) == 1
        await press(pilot, "ctrl+z")
        assert book.running(session) == 0
        assert "undone: next activity" in shown(pilot)
        await press(pilot, "ctrl+o")
        assert "End the session for everybody?" in shown(pilot)
        assert "2 of 3 activities would be left out." in shown(pilot)
        await press(pilot, "enter")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app.return_code == 0
    assert book.clock(session).phase is Phase.ENDED
    said = sorted(book.records.reflections.values(), key=lambda each: each.number)
    people = [book.records.participants[each.participant].code if each.participant else "" for each in said]
    assert people == ["p3", "p4", "p4", "p5", "", "p3"]
    assert [each.text for each in said][4] == "the bus costs more than the food"
    titles = {theme.title for theme in book.records.themes.values()}
    assert titles == {"Food", "Fuel", "Debt", "Knowing where", "Forms", "Transport"}


async def test_each_remark_is_listed_with_what_was_understood(book: Workbook, session: Session) -> None:
    """The newest is at the bottom, with its number, speaker, words and themes; the sticky speaker stands in the line's border."""
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("ctrl+s")
        for line in REMARKS:
            await enter(pilot, line)
        screen = shown(pilot)
        assert "R1   p3      “we go without so they can eat”  #food" in screen
        assert "R3   p4      nobody told us where to ask  #knowing-where" in screen
        assert "R4   p5      the form asks what you are  barrier  #forms" in screen
        assert "R5   group" in screen
        assert "6 hands" in screen
        assert screen.index("R5") < screen.index("R6")
        assert "╭─ p3 parent ─" in screen
        assert "saved R6" in screen


async def test_chips_show_what_was_understood_as_it_is_typed(book: Workbook, session: Session) -> None:
    """Before Enter the chips say who, how and about what."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, '7: "nobody asked us" #food #heard x3')
        await settle(pilot)
        assert "p7 parent, new · verbatim · #Food · #Heard, new theme · 3 hands" in shown(pilot)
        assert not book.records.reflections


async def test_the_clock_tells_overtime_in_words_and_goes_on_counting(book: Workbook, session: Session, hands: Hands) -> None:
    """At nought nothing happens but the display: +2:00 over, and how far behind the session is, in words."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        assert "left of 20 min  ·  on time, ends 10:40" in shown(pilot)
        hands.pass_(22)
        screen = pilot.app.screen
        assert isinstance(screen, RoomScreen)
        screen.paint()
        await settle(pilot)
        assert "over the 20 min  ·  2 min behind, ends 10:42 instead of 10:40" in shown(pilot)
        assert book.running(session) == 0


async def test_time_is_added_and_taken_off(book: Workbook, session: Session) -> None:
    """A length is typed as people write one; one that is none is answered with how to write it, and nothing happens."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await press(pilot, "ctrl+t")
        assert "How much time to add to Talk?" in shown(pilot)
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        assert "Write it like 10, 1h30" in shown(pilot)
        await pilot.press("ctrl+u")
        await type_text(pilot, "-5")
        await press(pilot, "enter")
        assert "left of 15 min (5 min taken off)" in shown(pilot)
        assert book.clock(session).state.added == {0: -300.0}


@pytest.mark.parametrize(("key", "seconds"), [("up", 60.0), ("down", -60.0), ("pageup", 300.0)])
async def test_the_usual_times_are_one_key(book: Workbook, session: Session, key: str, seconds: float) -> None:
    """A minute more, a minute less, five more: at once, from the question."""
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+t", key)
        assert book.clock(session).state.added == {0: seconds}
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#line")


async def test_pause_and_go_on_by_one_key(book: Workbook, session: Session) -> None:
    """The key bar names what the key does now."""
    async with running(RoomScreen(book, session)) as pilot:
        assert "S Start" in shown(pilot)
        for says, phase in (("^S Pause", Phase.RUNNING), ("^S Go on", Phase.PAUSED), ("^S Pause", Phase.RUNNING)):
            await press(pilot, "ctrl+s")
            assert says in shown(pilot)
            assert book.clock(session).phase is phase


async def test_statements_are_shown_large_and_answered_on_the_line(book: Workbook, session: Session) -> None:
    """In a `show` activity the statement stands in place of the prompt, with its answers so far; a reason goes on the same line."""
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("ctrl+s")
        await press(pilot, "ctrl+n")
        screen = shown(pilot)
        assert "“Parents hide what they go without.”" in screen
        assert "statement 1 of 2 (T1), said by practitioners" in screen
        await enter(pilot, "3: !disagree they see the empty cupboard")
        await enter(pilot, "4: !agree")
        assert "agree 1   partly 0   disagree 1   unsure 0   2 answered so far" in shown(pilot)
        assert "they see the empty cupboard" in shown(pilot)
        await press(pilot, "ctrl+r")
        assert "“A form is the first thing to change.”" in shown(pilot)
        await enter(pilot, "hands: 1 1 6 0")
        assert "agree 1   partly 1   disagree 6   unsure 0   8 answered so far" in shown(pilot)
        await press(pilot, "ctrl+l")
        assert "“Parents hide what they go without.”" in shown(pilot)


async def test_undo_takes_back_the_last_remark_and_says_so(book: Workbook, session: Session) -> None:
    """With an empty line the key undoes the last thing done; with text in it, the typing."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: one")
        await enter(pilot, "3: two")
        await type_text(pilot, "half")
        await press(pilot, "ctrl+z")
        assert len(book.records.reflections) == 2
        assert not pilot.app.screen.query_one("#line").text  # type: ignore[attr-defined]
        await press(pilot, "ctrl+z")
        assert [each.text for each in book.records.reflections.values()] == ["one"]
        assert "undone: R2 two" in shown(pilot)
        assert "R2   p3" not in shown(pilot)


async def test_another_window_s_remarks_appear(book: Workbook, session: Session) -> None:
    """What is written elsewhere is listed when the book is refreshed."""
    async with running(RoomScreen(book, session)) as pilot:
        from_elsewhere = Workbook(book.folder, type(book.repository).open(book.folder), book.read_clock)
        from_elsewhere.capture(session, "5: said in the other window #food")
        from_elsewhere.close()
        book.refresh()  # unless this window has done so by itself already
        await settle(pilot)
        assert "said in the other window" in shown(pilot)


async def test_earlier_remarks_are_a_page_away_without_leaving_the_line(book: Workbook, session: Session) -> None:
    """PgUp and PgDn scroll the list while the line keeps the focus; a new remark doesn't pull the list away from who reads back."""
    for number in range(1, 41):
        book.capture(session, f"3: remark {number}")
    async with running(RoomScreen(book, session)) as pilot:
        assert "R40" in shown(pilot)
        await press(pilot, "pageup", "pageup")
        assert "R40" not in shown(pilot)
        before = [row.split()[0] for row in shown(pilot).splitlines() if "remark" in row]
        await enter(pilot, "3: one more")
        assert [row.split()[0] for row in shown(pilot).splitlines() if "remark" in row] == before
        for _ in range(6):
            await press(pilot, "pagedown")
        assert "R41" in shown(pilot)
        await enter(pilot, "3: and another")
        assert "R42" in shown(pilot)


async def test_a_change_of_size_keeps_the_newest_in_sight(book: Workbook, session: Session) -> None:
    """Narrower or wider, long remarks wrap anew and the last one stays visible."""
    for number in range(1, 31):
        book.capture(session, f"3: remark {number} " + "goes on " * 20)
    async with running(RoomScreen(book, session)) as pilot:
        for size in ((60, 24), (160, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "remark 30" in shown(pilot)


async def test_leaving_with_text_in_the_line_says_so_once(book: Workbook, session: Session) -> None:
    """What was entered is saved, so leaving asks nothing; text that never was is dropped at the second press only."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "not yet entered")
        await press(pilot, "ctrl+q")
        assert "Not saved yet: Enter saves it, leaving again drops it." in shown(pilot)
        assert pilot.app.is_running
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app.return_code == 0
    assert not book.records.reflections


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_agenda_has_the_time_of_every_activity(book: Workbook, session: Session, size: tuple[int, int]) -> None:
    """Where there is room it stands at the side with times and minutes; at 80 columns it is one line."""
    async with running(RoomScreen(book, session), size) as pilot:
        await press(pilot, "ctrl+s")
        screen = shown(pilot)
        if size == (80, 24):
            assert "1/3 Talk  ·  next: Their words 10:20" in screen
        else:
            for row in ("▶ 10:00  Talk", "  10:20  Their words", "  10:35  Close", "15 min"):
                assert row in screen


LONG = "Parents hide what they go without. " * 32
"""1,120 characters."""


@pytest.mark.parametrize("size", [(80, 24), (80, 16), (40, 24), (40, 12), (20, 5), (20, 2)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_line_stays_however_long_the_statement_is(book: Workbook, session: Session, size: tuple[int, int]) -> None:
    """What is typed can be read at every size; the statement is cut with an ellipsis, and its counts stay."""
    book.add_statement(LONG, "practitioner")
    async with running(RoomScreen(book, session), size) as pilot:
        for key in ("ctrl+s", "ctrl+n", "ctrl+r", "ctrl+r"):
            await press(pilot, key)
        await type_text(pilot, "4: one")
        await settle(pilot)
        screen = shown(pilot)
        assert "4: one" in screen
        assert "15:00" in screen or "left of 15 min" in screen
        if size[1] >= 12:
            assert "“Parents hide" in screen
            assert "…" in screen
            assert "agree 0" in screen


async def test_the_prompt_stays_beside_the_statement(book: Workbook, session: Session) -> None:
    """What the activity asks is still there while a statement is up."""
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("ctrl+s")
        await press(pilot, "ctrl+n")
        assert "“Parents hide what they go without.”" in shown(pilot)
        assert "Is it so?" in shown(pilot)


async def test_the_full_agenda_stands_in_the_list_s_place_and_goes_again(book: Workbook, session: Session) -> None:
    """At 80 columns a chord shows every activity with its time, while the line goes on taking remarks; at 160 it has no work to do."""
    book.capture(session, "3: one")
    async with running(RoomScreen(book, session)) as pilot:
        assert "Their words" not in shown(pilot).replace("next: Their words", "")
        await press(pilot, "ctrl+f")
        assert "10:20  Their words" in shown(pilot)
        assert "R1   p3" not in shown(pilot)
        await enter(pilot, "3: two")
        await press(pilot, "ctrl+f")
        assert "R2   p3      two" in shown(pilot)
        await pilot.resize_terminal(160, 50)
        await settle(pilot)
        assert "Agenda" not in shown(pilot)


async def test_a_half_typed_tag_is_not_called_a_new_theme(book: Workbook, session: Session) -> None:
    """A "#fo" may become #food; with a space behind it, or where no theme begins so, it is new."""
    async with running(RoomScreen(book, session)) as pilot:
        for typed, new in (("3: one #", False), ("fo", False), (" ", True)):
            await type_text(pilot, typed)
            await settle(pilot)
            assert ("new theme" in shown(pilot)) is new
            assert ("#fo ... Tab completes" in shown(pilot)) is (typed == "fo")
        await type_text(pilot, "#zz")
        await settle(pilot)
        assert "#Zz, new theme" in shown(pilot)


async def test_chips_take_the_place_of_the_last_word(book: Workbook, session: Session) -> None:
    """The word "saved R1" goes with the first letter of the next remark."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: one")
        assert "saved R1" in shown(pilot)
        await type_text(pilot, "t")
        await settle(pilot)
        assert "saved R1" not in shown(pilot)
        assert "p3 parent" in shown(pilot).splitlines()[-2]


async def test_next_leaves_the_activity_that_was_seen_and_no_other(
    book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the other window was quicker, and this one does not show it yet, nothing is skipped, and it is said why."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        seen = book.clock(session)
        book.act(session, Verb.NEXT)
        await settle(pilot)
        monkeypatch.setattr(pilot.app.screen, "_clock", seen)
        await press(pilot, "ctrl+n")
        assert book.running(session) == 1
        assert "The other window has gone on already." in shown(pilot)


async def test_an_end_before_the_last_activity_is_not_called_all_done(book: Workbook, session: Session) -> None:
    """It ended in the second of three."""
    book.act(session, Verb.START)
    book.act(session, Verb.NEXT)
    book.act(session, Verb.END)
    async with running(RoomScreen(book, session)) as pilot:
        assert "ended in activity 2 of 3" in shown(pilot)


async def test_a_show_activity_without_statements_says_how_to_make_one(book: Workbook) -> None:
    """A chord asks for the words and whose they are, and they are shown at once."""
    bare = book.start_session(parse_plan(PLAN, "short"), "parent")
    async with running(RoomScreen(book, bare)) as pilot:
        await pilot.press("ctrl+s")
        await press(pilot, "ctrl+n")
        assert "Ctrl+Y makes one." in shown(pilot)
        await press(pilot, "ctrl+y")
        await enter(pilot, "A form is the first thing to change.")
        assert "parents" not in shown(pilot).split("said by")[1].splitlines()[1]
        await press(pilot, "enter", "enter")
        assert "“A form is the first thing to change.”" in shown(pilot)
        assert "statement 1 of 1 (T1), said by practitioners" in shown(pilot)
        assert "makes one" not in shown(pilot)


@pytest.mark.parametrize("width", [80, 40, 20, 10])
async def test_the_way_out_is_always_on_the_key_bar(book: Workbook, session: Session, width: int) -> None:
    """However narrow it is, and however much else could be pressed; at last without its label."""
    async with running(RoomScreen(book, session), (width, 24)) as pilot:
        await press(pilot, "ctrl+s")
        assert ("Q Leave" if width > 10 else "^Q") in shown(pilot).splitlines()[-1]


async def test_a_session_needs_no_network(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every way to another machine shut, remarks are taken and the clock goes on."""

    def shut(*_arguments: object, **_more: object) -> None:
        raise AssertionError("something reached for the network")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, shut, raising=False)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, shut)
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("ctrl+s")
        await enter(pilot, '3: "we go without" #food')
        await press(pilot, "ctrl+n")
        assert book.running(session) == 1
        assert [each.text for each in book.records.reflections.values()] == ["we go without"]
