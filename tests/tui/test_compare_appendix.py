"""What the comparison shows only where there is something: points that people gave, and the appendix."""

import pytest

from tests.tui.driving import press_each, running, settle, shown
from tests.tui.test_compare import in_one_line
from tests.tui.test_compare_parts import number
from tests.tui.test_sizes import SIZES
from workshop.plans import load_plan
from workshop.tui.compared import Chapter
from workshop.tui.screens.compare import CompareScreen
from workshop.workbook.book import Workbook

RATED = {
    "parent": ("1: nobody answers after four #an-open-door !1", "2: #an-open-door !2", "3: #an-open-door !2", "4: #time-to-listen !4"),
    "practitioner": ("1: #an-open-door !4", "2: always somebody there #an-open-door !5", "3: #time-to-listen !4"),
}


@pytest.fixture
def rated(book: Workbook) -> Workbook:
    """Parents and practitioners gave points to two of the seven steps."""
    for group, lines in RATED.items():
        session = book.start_session(load_plan("steps-check"), group, present={group: 4})
        for line in lines:
            book.capture(session, line, activity=2)
    return book


@pytest.fixture
def coded(book: Workbook) -> Workbook:
    """Parents and practitioners; of parents' remarks a second coder found one to be about something else."""
    for group, word in (("parent", "bus"), ("practitioner", "form")):
        session = book.start_session(None, group, present={group: 5})
        for person in range(1, 6):
            book.capture(session, f"{person}: the {word} again, and what it costs #food")
    for person in range(1, 6):
        book.code(f"R{person}", "food", coder="Mina")
    book.theme("food")
    book.add_theme("Buses")
    book.uncode("R5", "food", coder="Mina")
    book.code("R5", "Buses", coder="Mina")
    return book


async def test_points_stand_by_group_with_the_gap(rated: Workbook) -> None:
    """What the groups are furthest apart on is first; each group's average is a mark on one scale, and how many gave which is told."""
    async with running(CompareScreen(rated), (100, 40)) as pilot:
        points = number(rated, Chapter.POINTS)
        assert f"{points} Points" in shown(pilot)
        await press_each(pilot, points)
        screen = shown(pilot)
        told = in_one_line(screen)
        assert told.index("P1 An open door, 1 to 5, 2.8 apart") < told.index("P2 Time to listen, 1 to 5, 0.0 apart")
        assert "of 3 parents 1 gave 1, 2 gave 2" in told
        marks = [row.index("●") for row in screen.splitlines() if "●" in row][:2]
        assert marks[0] < marks[1]
        await press_each(pilot, "enter y")
        assert "An average of points on a scale is a rough measure" in in_one_line(shown(pilot))
        assert "of 2 practitioners 1 gave 4, 1 gave 5" in pilot.app.clipboard


async def test_points_are_narrowed_with_the_rest(rated: Workbook) -> None:
    """Of one theme only its points, and of one session only its group's, which are no gap."""
    async with running(CompareScreen(rated), (100, 60)) as pilot:
        await press_each(pilot, "slash")
        await press_each(pilot, "S 1")
        await press_each(pilot, f"home space enter {number(rated, Chapter.POINTS)}")
        told = in_one_line(shown(pilot))
        assert "An open door, 1 to 5" in told
        assert "apart" not in told.partition("Points that people gave")[2].partition("P2")[0].replace("furthest apart", "")


async def test_where_nobody_gave_points_nothing_is_said_of_them(example: Workbook) -> None:
    """No part, no number."""
    async with running(CompareScreen(example), (160, 50)) as pilot:
        assert "Points" not in shown(pilot)


async def test_what_all_groups_hold_is_in_the_appendix(example: Workbook) -> None:
    """The statements in order, and on the page how much more often than the others each group gives an answer."""
    async with running(CompareScreen(example), (120, 40)) as pilot:
        await press_each(pilot, number(example, Chapter.APPENDIX))
        told = in_one_line(shown(pilot))
        assert "X1 How far all groups hold it, 1 at most, and what is typical of one" in told
        assert told.index("T3 held by all") < told.index("T1 held by all")
        await press_each(pilot, "enter")
        told = in_one_line(shown(pilot))
        assert "times as often as the others" in told
        assert "are no probabilities" in told


async def test_how_far_two_coders_agree_is_in_the_appendix(coded: Workbook) -> None:
    """By theme, with the remark to talk through; where the two have coded little, that is said."""
    async with running(CompareScreen(coded), (120, 40)) as pilot:
        await press_each(pilot, number(coded, Chapter.APPENDIX))
        told = in_one_line(shown(pilot))
        assert "X1 How far note-taker and Mina agree on themes: 5 remarks that both coded" in told
        assert "Fewer than 20 remarks are too few" in told
        assert "Food: agree on 80 %" in told
        assert "Buses: agree on 80 %, too rare to say more; both 0, note-taker only 0, Mina only 1, neither 4" in told
        assert "R5 note-taker: Food; Mina: Buses" in told
        await press_each(pilot, "enter")
        assert "Krippendorff's own lines for alpha" in in_one_line(shown(pilot))


async def test_words_are_counted_only_when_they_are_asked_for(coded: Workbook) -> None:
    """Before that the row says that they are exploratory; Enter counts them, and Enter again has more of them, and what they can't say."""
    async with running(CompareScreen(coded), (120, 40)) as pilot:
        await press_each(pilot, f"{number(coded, Chapter.APPENDIX)} down")
        told = in_one_line(shown(pilot))
        assert "X2 Words that one group uses more: exploratory" in told
        assert "bus (" not in told
        await press_each(pilot, "enter")
        told = in_one_line(shown(pilot))
        assert "Used by more parents: bus (5 of 5, 0 of 5)" in told
        assert "Used by more practitioners: form (0 of 5, 5 of 5)" in told
        await press_each(pilot, "enter y")
        assert "so few people can't carry a contrast of words" in in_one_line(shown(pilot))
        assert "Left out are English function words" in in_one_line(shown(pilot))
        assert "bus (5 of 5, 0 of 5)" in pilot.app.clipboard


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_parts_survive_every_size(rated: Workbook, size: tuple[int, int]) -> None:
    """Points, appendix and words, in the list and on their pages; then they can be read again at 80 columns."""
    async with running(CompareScreen(rated), size) as pilot:
        points = number(rated, Chapter.POINTS)
        for keys in (f"{points} enter n y escape", "8 enter n enter w escape escape", "7 9"):
            await press_each(pilot, keys)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert f"{points} Points" in shown(pilot)
