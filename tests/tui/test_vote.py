"""The table of votes and the Room's line while votes are taken: by keyboard, with running totals, nothing saved that can't be right."""

from collections.abc import Mapping

import pytest

from tests.tui.driving import enter, press, running, settle, shown, type_text
from tests.tui.test_sizes import SIZES
from workshop.model.clock import Phase
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.plans import load_plan
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.vote import NO_THEMES, VoteScreen
from workshop.workbook.book import Workbook

PLAN = """
title = "Votes"

[[activity]]
title = "Three dots each"
kind = "vote"
minutes = 10
dots = 3
prompt = "What should come first?"

[[activity]]
title = "Money"
kind = "vote"
minutes = 10
budget = 100

[[activity]]
title = "In order"
kind = "vote"
minutes = 10
ranks = 3

[[activity]]
title = "Hands"
kind = "vote"
minutes = 10
"""


@pytest.fixture
def voting(book: Workbook) -> Session:
    """Four parents and three themes, with the dots on."""
    for title in ("Buses", "Damp walls", "Forms"):
        book.describe_theme(title)
    made = book.start_session(parse_plan(PLAN, "votes"), "parent", present={"parent": 4})
    book.act(made, Verb.START)
    return made


def given(book: Workbook, session: Session, activity: int = 0) -> Mapping[str, Mapping[str, int]]:
    """What is on disk, by voter and theme."""
    themes = book.records.themes
    return {
        each.code or each.perspective: {themes[theme].title: amount for theme, amount in each.given.items()}
        for each in book.ballots(session, activity)
    }


async def test_numbers_are_typed_and_saved_person_by_person(book: Workbook, voting: Session) -> None:
    """Digits, arrows and Enter are enough; below each person stands how many of their dots are given, and at the side each theme's sum."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "2 down 1 enter up 3 enter")
        assert given(book, voting) == {"p1": {"Buses": 2, "Damp walls": 1}, "p2": {"Buses": 3}}
        screen = shown(pilot)
        rows = {line.split("  ")[1]: line.split() for line in screen.splitlines() if line.startswith("  ") and "  " in line}
        assert rows["Buses"][1:] == ["2", "3", "·", "·", "·", "5"]
        assert rows["given"][1:5] == ["3/3", "3/3", "0/3", "0/3"]
        assert "saved p2: Buses 3 (3 of 3 dots given)" in screen


async def test_the_running_total_is_told_before_anything_is_saved(book: Workbook, voting: Session) -> None:
    """While it is typed: how far this one has got."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "2")
        assert "p1: 2 of 3 dots given" in shown(pilot)
        assert "2/3" in shown(pilot)
        assert given(book, voting) == {}


async def test_what_can_t_be_right_is_not_left(book: Workbook, voting: Session) -> None:
    """Four of three dots stay in sight with the reason, until they are put right or dropped; leaving waits too."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "2 down 2 enter")
        assert "That makes 4 dots, and there are 3 to give." in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, VoteScreen)
        await press(pilot, "minus enter")
        assert given(book, voting) == {"p1": {"Buses": 2, "Damp walls": 1}}
        await press(pilot, "9 ctrl+z")
        assert "9" not in shown(pilot).splitlines()[3]
        assert given(book, voting) == {"p1": {"Buses": 2, "Damp walls": 1}}


async def test_esc_twice_leaves_what_can_t_be_right(book: Workbook, voting: Session) -> None:
    """The first says how to put it right or drop it, the second goes back with nothing saved; digits too many begin the number anew."""
    async with running(RoomScreen(book, voting)) as pilot:
        await press(pilot, "ctrl+k v")
        await press(pilot, "9 9 9 9 9")
        assert "9/3" in shown(pilot)
        await press(pilot, "escape")
        assert "Ctrl+Z drops it; Esc, and that again, leaves without it." in " ".join(shown(pilot).split())
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert given(book, voting) == {}


async def test_plus_minus_and_backspace(book: Workbook, voting: Session) -> None:
    """One more, one less, none at all; never less than none."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "plus plus minus enter left down minus plus backspace up plus tab")
        assert given(book, voting) == {"p1": {"Buses": 2}}


async def test_somebody_without_a_column_gets_one(book: Workbook, voting: Session) -> None:
    """What was typed for another is saved first; then the sticker is asked for, and its column is the chosen one."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "2 n")
        assert given(book, voting) == {"p1": {"Buses": 2}}
        await type_text(pilot, "9")
        await press(pilot, "enter 3 enter")
        assert given(book, voting) == {"p1": {"Buses": 2}, "p9": {"Buses": 3}}
        assert "saved p9: Buses 3 (3 of 3 dots given)" in shown(pilot)
        await press(pilot, "n escape")
        assert {each.code for each in book.participants()} == {"p1", "p9"}


async def test_what_can_t_be_right_stays_when_somebody_is_new(book: Workbook, voting: Session) -> None:
    """Nothing is asked, nothing saved, and why is said."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "9 n")
        assert isinstance(pilot.app.screen, VoteScreen)
        assert given(book, voting) == {}
        assert "Type another number" in shown(pilot)


async def test_undo_takes_back_what_was_saved(book: Workbook, voting: Session) -> None:
    """One step a person."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "2 enter 3 enter ctrl+z")
        assert given(book, voting) == {"p1": {"Buses": 2}}
        assert "undone: the vote of p2" in shown(pilot)


async def test_leaving_saves_what_was_typed(book: Workbook, voting: Session) -> None:
    """Esc goes back to the Room, and no number is lost on the way."""
    async with running(RoomScreen(book, voting)) as pilot:
        await press(pilot, "ctrl+k v")
        assert "3 dots each" in shown(pilot)
        await press(pilot, "3 escape")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert given(book, voting) == {"p1": {"Buses": 3}}


async def test_the_last_column_is_the_group(book: Workbook, voting: Session) -> None:
    """A count of the sheet goes there; more than people can have given is kept, and said."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "right right right right 1 3 enter")
        assert given(book, voting) == {"parent": {"Buses": 13}}
        assert "more dots (13) than 4 people have (12)" in " ".join(shown(pilot).split())


@pytest.mark.parametrize(
    ("activity", "keys", "saved"),
    [
        (1, "6 0 down 4 0 enter", {"p1": {"Buses": 60, "Damp walls": 40}}),
        (2, "2 down 1 enter", {"p1": {"Buses": 2, "Damp walls": 1}}),
        (3, "1 down 1 enter", {"p1": {"Buses": 1, "Damp walls": 1}}),
    ],
)
async def test_every_form_is_given_in_the_table(
    book: Workbook, voting: Session, activity: int, keys: str, saved: Mapping[str, Mapping[str, int]]
) -> None:
    """Money, places and hands, as the plan's activity takes them."""
    async with running(VoteScreen(book, voting, activity)) as pilot:
        await press(pilot, keys)
        assert given(book, voting, activity) == saved


async def test_without_a_theme_it_says_where_they_come_from(book: Workbook) -> None:
    """The table waits, and says what fills it."""
    session = book.start_session(parse_plan(PLAN, "votes"), "parent", present={"parent": 4})
    async with running(VoteScreen(book, session, 0)) as pilot:
        assert NO_THEMES.splitlines()[0] in shown(pilot)
        await press(pilot, "2 enter down escape")
        assert given(book, session) == {}


async def test_the_line_tells_a_vote_as_it_is_typed(book: Workbook, voting: Session) -> None:
    """Chips show who gives what with the running total, and what can't be; Enter saves it, and the clock's side tells the sums."""
    async with running(RoomScreen(book, voting), (110, 30)) as pilot:
        await type_text(pilot, "3: #buses 2")
        await settle(pilot)
        assert "p3 · #Buses 2 · 2 of 3 dots given" in shown(pilot)
        await enter(pilot, " #forms")
        assert "saved p3: Buses 2, Forms 1 (3 of 3 dots given)" in shown(pilot)
        assert "1 voted:  Buses 2  Forms 1" in shown(pilot)
        await type_text(pilot, "3: #damp-walls 2")
        await settle(pilot)
        assert "That makes 5 dots, and there are 3 to give." in shown(pilot)
        assert not book.records.reflections


async def test_a_remark_among_the_votes_stays_a_remark(book: Workbook, voting: Session) -> None:
    """Words make it one, chips and all."""
    async with running(RoomScreen(book, voting)) as pilot:
        await enter(pilot, "3: the buses are what matters #buses")
        assert "saved R1" in shown(pilot)
        assert given(book, voting) == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_table_survives_every_size(book: Workbook, voting: Session, size: tuple[int, int]) -> None:
    """It takes numbers at any size, and at 80 columns everything can be read."""
    async with running(VoteScreen(book, voting, 0), size) as pilot:
        await press(pilot, "2 down 1 enter")
        assert given(book, voting) == {"p1": {"Buses": 2, "Damp walls": 1}}
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert all(words in shown(pilot) for words in ("Buses", "Damp walls", "Forms", "p4", "group", "all", "given"))


async def test_many_people_and_themes_move_into_sight(book: Workbook) -> None:
    """The chosen cell is always on the screen, however many there are."""
    for number in range(40):
        book.describe_theme(f"Theme {number:02}")
    session = book.start_session(parse_plan(PLAN, "votes"), "parent", present={"parent": 30})
    async with running(VoteScreen(book, session, 0)) as pilot:
        await press(pilot, " ".join(["down"] * 39 + ["right"] * 29))
        assert "Theme 39" in shown(pilot)
        assert "p30" in shown(pilot)
        assert "Theme 00" not in shown(pilot)


async def test_people_s_words_are_no_markup_in_the_table(book: Workbook, voting: Session) -> None:
    """A theme called [/] stands there as it is."""
    book.describe_theme("[/] [bold]x")
    async with running(VoteScreen(book, voting, 0)) as pilot:
        assert "[/] [bold]x" in shown(pilot)


async def test_the_comparison_has_the_ranks_of_both_groups(book: Workbook, voting: Session) -> None:
    """Below the findings stands what came first, by dots; a closer look says how alike the orders are, or why nothing says so."""
    book.vote(voting, 0, "3", {"Buses": 2, "Forms": 1})
    others = book.start_session(parse_plan(PLAN, "votes"), "practitioner", present={"practitioner": 4})
    book.vote(others, 0, "practitioners", {"Forms": 6, "Buses": 1})
    async with running(CompareScreen(book)) as pilot:
        await press(pilot, "2")
        told = " ".join(shown(pilot).split())
        assert "What came first, by dots" in told
        assert "1st, 2 dots from 1 of 1" in told
        await press(pilot, "enter")
        told = " ".join(shown(pilot).split())
        assert "1st, 6 dots from 2-4 of 4" in told
        assert "With fewer than 5 themes the ranks stand for themselves." in told
        assert "How this is counted" in told


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_ranks_survive_every_size(book: Workbook, voting: Session, size: tuple[int, int]) -> None:
    """In columns, under each other, or hardly at all."""
    book.vote(voting, 0, "3", {"Buses": 2, "Forms": 1})
    async with running(CompareScreen(book), size) as pilot:
        await press(pilot, "2 enter escape")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Buses" in shown(pilot)


async def test_more_hands_than_people_are_said_in_the_room(book: Workbook, session: Session) -> None:
    """The show of hands on a statement is saved, and the line below says what to look at again."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s ctrl+n")
        await enter(pilot, "hands: 1 1 7 0")
        assert "answer to T1 saved: look again: 9 hands, and 8 parents are here" in " ".join(shown(pilot).split())


async def test_help_tells_the_keys_of_the_table(book: Workbook, voting: Session) -> None:
    """F1 lists them, and Esc comes back to the table."""
    async with running(VoteScreen(book, voting, 0)) as pilot:
        await press(pilot, "f1")
        assert "Keys in the table of votes" in shown(pilot)
        assert "one more for this theme" in shown(pilot)
        await press(pilot, "escape 1 enter")
        assert given(book, voting) == {"p1": {"Buses": 1}}


async def test_the_ready_made_plan_runs_through_by_keys(book: Workbook) -> None:
    """families-priorities with each group, from the first key to the last: open round, names, dots by line and in the table, the end."""
    for group, lines in (
        ("parent", ['1: "the bus does not come" #buses', "2: damp in the wall #damp", "3: nowhere to play #play"]),
        ("practitioner", ["1: forms nobody can fill in #forms", "2: damp #damp"]),
    ):
        session = book.start_session(load_plan("families-priorities"), group, present={group: 4})
        async with running(RoomScreen(book, session), (100, 30)) as pilot:
            await press(pilot, "ctrl+s ctrl+n")
            for line in lines:
                await enter(pilot, line)
            await press(pilot, "ctrl+n ctrl+n ctrl+n")
            await enter(pilot, "1: #damp 2 #play")
            await press(pilot, "ctrl+k v right 3 escape ctrl+n ctrl+n ctrl+o")
            await press(pilot, "enter")
            assert book.clock(session).phase is Phase.ENDED
    async with running(CompareScreen(book), (100, 40)) as pilot:
        await press(pilot, "2 enter")
        told = " ".join(shown(pilot).split())
        assert "Parents, 2 voted Practitioners, 2 voted" in told
        assert "1st, 3 dots from 1 of 2 1st, 3 dots from 1 of 2" in told
        assert "With fewer than 5 themes" in told
