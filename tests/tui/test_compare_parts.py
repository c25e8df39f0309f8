"""The comparison's parts, and what can be done with it: why, only a part, between whom, copying, a report in chosen formats."""

from pathlib import Path

import pytest

from tests.tui.driving import press_each, running, settle, shown
from tests.tui.test_compare import in_one_line
from tests.tui.test_sizes import SIZES
from tests.workbook.conftest import PLAN, Hands
from tests.workbook.test_answering_back import BACK
from workshop.model.planfile import parse_plan
from workshop.model.records import Verb
from workshop.tui.compared import Chapter, Scope, compared
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.finding import FindingScreen
from workshop.tui.screens.why import WhyIsItCalledThis
from workshop.tui.themes import colour_of
from workshop.workbook.book import Workbook


@pytest.fixture
def twice(book: Workbook, hands: Hands) -> Workbook:
    """Parents in Leith, then in Ayr, and practitioners; everybody on #food, some in the lane "barrier"."""
    for group, place, lines in (
        ("parent", "Leith", ('1: !barrier "it runs out on Thursdays" #food', "2: !barrier no shop near us #food", "3: the bus #transport")),
        ("parent", "Ayr", ('1: "we share what there is" #food',)),
        ("practitioner", "Ayr", ("1: the forms are long #forms", '2: "they buy in small packs" #food')),
    ):
        session = book.start_session(parse_plan(PLAN, "short"), group, present={group: 5}, place=place)
        book.act(session, Verb.START)
        for line in lines:
            book.capture(session, line)
        hands.pass_(30)
        book.act(session, Verb.END)
    return book


def number(book: Workbook, chapter: Chapter) -> str:
    """The key that goes to a part: parts with nothing in them come last, so it depends on what there is."""
    return str(compared(book, Scope()).chapters.index(chapter) + 1)


async def test_a_number_or_tab_goes_to_a_part(example: Workbook) -> None:
    """The bar has the parts by number, what is empty last and where there is room; a part begins at its heading, and Tab goes round."""
    async with running(CompareScreen(example)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CompareScreen)
        assert "1 Themes  2 Statements  3 Heard  4 How to read it  5 Appendix" in shown(pilot)
        await press_each(pilot, "2")
        assert screen.findings.chosen == "T1"
        assert "Statements, and what was answered" in shown(pilot)
        await press_each(pilot, "tab")
        assert screen.findings.chosen == "H1"
        assert "Who was heard" in shown(pilot)
        await press_each(pilot, "shift+tab shift+tab shift+tab")
        assert screen.findings.chosen == "X1"
        await press_each(pilot, "shift+tab 9")
        assert screen.findings.chosen == "N1"


async def test_what_is_disputed_is_first_in_a_small_window_too(example: Workbook) -> None:
    """At 40 columns and 12 rows the answer comes first, then what was said."""
    async with running(CompareScreen(example), (40, 12)) as pilot:
        told = in_one_line(shown(pilot))
        assert "6 of 8 parents disagreed when practitioners said: “Parents may try to protect their children" in told
        assert "F1 Universal versus" in told


async def test_the_list_has_the_most_of_a_small_window(example: Workbook) -> None:
    """Of 24 rows what stands above it takes six at most, what is disputed among them; no part stands there as a bare number."""
    async with running(CompareScreen(example), (80, 24)) as pilot:
        assert pilot.app.screen.query_one("#findings").region.y <= 6
        assert "disagreed when practitioners said" in " ".join(shown(pilot).split())
        parts = next(line for line in shown(pilot).splitlines() if "1 Themes" in line)
        numbers = [place for place, word in enumerate(parts.split()) if word.isdecimal()]
        assert not any(place + 1 in numbers for place in numbers), parts


async def test_an_empty_part_says_what_fills_it(example: Workbook) -> None:
    """Nobody voted in the example: the row stays where it was, and what is said goes when another is chosen."""
    async with running(CompareScreen(example)) as pilot:
        await press_each(pilot, "6")
        assert "No votes yet" in shown(pilot)
        await press_each(pilot, "down")
        assert "No votes yet" not in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_shades_of_the_bars_have_a_key(example: Workbook, size: tuple[int, int]) -> None:
    """Above the first bars, beside the heading where there is room: each side's shade, and what notes without a sticker could add."""
    async with running(CompareScreen(example), size) as pilot:
        assert "█ parents ▓ practitioners ░ perhaps more: no sticker was noted" in in_one_line(shown(pilot))


async def test_every_row_has_the_number_of_the_report(example: Workbook) -> None:
    """F3 on the screen is F3 in the report."""
    async with running(CompareScreen(example), (160, 200)) as pilot:
        screen = in_one_line(shown(pilot))
        for finding in example.view().findings:
            assert f"{finding.name} {finding.theme.split()[0]}" in screen


async def test_what_limits_the_numbers_is_in_sight(example: Workbook) -> None:
    """The groups never sat together, and how many remarks may be quoted: a line each."""
    async with running(CompareScreen(example)) as pilot:
        told = in_one_line(shown(pilot))
        assert "The two met in different sessions: a difference may come from that." in told
        assert "78 of 103 remarks may be quoted." in told


async def test_where_nobody_may_be_quoted_the_cure_is_said(twice: Workbook) -> None:
    """Nobody was asked, so nothing may be quoted: a command notes who agrees, or in a session that is open the Room's keys."""
    async with running(CompareScreen(twice), (120, 40)) as pilot:
        told = in_one_line(shown(pilot))
        assert f"None of the 6 remarks may be quoted yet: the command workshop consent {twice.folder.name} notes who agrees." in told
    twice.start_session(parse_plan(PLAN, "short"), "parent")
    async with running(CompareScreen(twice), (120, 40)) as pilot:
        assert "None of the 6 remarks may be quoted yet: Ctrl+K a in the Room notes who agrees." in in_one_line(shown(pilot))


async def test_groups_that_sat_together_are_shuffled(tmp_path: Path, book: Workbook) -> None:
    """Where both were in one room, the line says how many clear differences chance would give."""
    session = book.start_session(None, "mixed", present={"parent": 8, "practitioner": 8})
    for number in range(1, 8):
        book.capture(session, f"p{number}: the bus #transport")
        book.capture(session, f"r{number}: forms #forms")
    async with running(CompareScreen(book)) as pilot:
        told = in_one_line(shown(pilot))
        assert "2 clear differences; if it were drawn by lot who is a parent, there would be" in told
        assert "met in different sessions" not in told


async def test_why_it_is_called_this_is_a_key_away(example: Workbook) -> None:
    """From the list and from a finding: the counts, the rule, the interval; Esc comes back."""
    async with running(CompareScreen(example)) as pilot:
        for _ in range(2):
            await press_each(pilot, "w")
            assert isinstance(pilot.app.screen, WhyIsItCalledThis)
            told = in_one_line(shown(pilot))
            assert "Why is F1 called this?" in told
            assert "Raised unprompted by 1 of 8 parents." in told
            assert "0 outside its 95 % interval" in told
            await press_each(pilot, "escape enter")
        assert isinstance(pilot.app.screen, FindingScreen)


async def test_only_a_part_is_compared(twice: Workbook) -> None:
    """One session and one theme: the sentence says so, other themes are gone; with nothing ticked all is there again."""
    async with running(CompareScreen(twice), (100, 60)) as pilot:
        assert "Transport" in shown(pilot)
        await press_each(pilot, "slash")
        assert "Leith" in shown(pilot)
        await press_each(pilot, "space f space enter")
        told = in_one_line(shown(pilot))
        assert "Only what was said in S1 is compared. Only the theme Food is shown." in told
        assert "2 of 5 parents" in told
        assert "Transport" not in told
        await press_each(pilot, "slash backspace enter")
        told = in_one_line(shown(pilot))
        assert "3 of 10 parents" in told
        assert "Transport" in told
        assert "Only the theme" not in told


async def test_one_lane_at_a_time(twice: Workbook) -> None:
    """Two are refused in words, and the dialog stays; one is compared."""
    async with running(CompareScreen(twice), (100, 60)) as pilot:
        await press_each(pilot, "slash down down down space space enter")
        assert "One lane at a time: enabler or barrier." in in_one_line(shown(pilot))
        await press_each(pilot, "backspace b space enter")
        assert "Only what was said in the lane barrier" in in_one_line(shown(pilot))


async def test_a_part_in_which_nothing_was_found_says_so_and_can_be_left(twice: Workbook) -> None:
    """A lane in which nobody said anything: the list is gone, the keys that choose another part are not."""
    async with running(CompareScreen(twice), (100, 60)) as pilot:
        await press_each(pilot, "slash e space enter")
        told = in_one_line(shown(pilot))
        assert "Only what was said in the lane enabler" in told
        assert "Nothing was found in this part." in told
        assert "Food" not in told
        await press_each(pilot, "slash backspace enter")
        assert "3 of 10 parents" in in_one_line(shown(pilot))


async def test_one_group_in_two_sessions_is_exploratory(twice: Workbook) -> None:
    """It is said above everything, and the sides are called by where they sat."""
    async with running(CompareScreen(twice), (100, 60)) as pilot:
        await press_each(pilot, "b backspace")
        assert "parents in S1" in shown(pilot)
        await press_each(pilot, "down down space space enter")
        told = in_one_line(shown(pilot))
        assert "Exploratory: these are parents in two places or at two times" in told
        assert "2 of 5 parents in S1" in told
        assert "1 of 5 parents in S2" in told
        assert colour_of("parent@S1") == colour_of("parent")
        await press_each(pilot, "enter")
        assert "Parents in S1 Parents in S2" in in_one_line(shown(pilot))
        await press_each(pilot, "escape")
        await press_each(pilot, "b backspace space enter")
        assert "A comparison is between two: 1 is ticked." in in_one_line(shown(pilot))
        await press_each(pilot, "backspace enter")
        assert "Exploratory" not in shown(pilot)


async def test_a_finding_is_copied_as_text(example: Workbook) -> None:
    """Both groups' words, the answers and why, with the marking of the working copy; the screen says that the terminal decides."""
    async with running(CompareScreen(example)) as pilot:
        await press_each(pilot, "down y")
        assert "F2 is on the clipboard as text, if this terminal takes any from programs" in in_one_line(shown(pilot))
        copied = pilot.app.clipboard
        for told in (
            "Protecting children",
            "Parents: raised by 5 of 8",
            "Parents said:",
            "Practitioners said: “Parents may try to protect their children",
            "6 of 8 parents disagreed (agree 1, partly 1, disagree 6, unsure 0, of 8 asked): challenged",
            "In their words, parents:",
            "Shared: at least 2 people of each raised it",
            example.view().marking,
        ):
            assert told in copied


async def test_what_was_answered_back_is_in_the_list_and_in_what_is_copied(book: Workbook) -> None:
    """What the makers said once they had heard the others stands below what the others said."""
    book.add_statement("Parents hide it from their children.", "practitioner")
    parents = book.start_session(parse_plan(PLAN, "short"), "parent", present={"parent": 6})
    for verb in (Verb.START, Verb.NEXT):
        book.act(parents, verb)
    book.capture(parents, "hands: 1 0 5 0")
    book.act(parents, Verb.END)
    back = book.start_session(parse_plan(BACK, "back"), "practitioner", present={"practitioner": 4})
    book.act(back, Verb.START)
    book.capture(back, '1: !disagree "I had one family in mind"')
    for code in "234":
        book.capture(back, f"{code}: !disagree")
    async with running(CompareScreen(book), (100, 40)) as pilot:
        await press_each(pilot, f"{number(book, Chapter.STATEMENTS)} y")
        told = in_one_line(shown(pilot))
        assert told.index("5 of 6 parents disagreed · contested") < told.index(
            "Practitioners answered back · 4 of 4 practitioners disagreed"
        )
        assert "Practitioners answered back: 4 of 4 practitioners disagreed (agree 0" in pilot.app.clipboard
        assert "“I had one family in mind”" in pilot.app.clipboard


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Chapter.STATEMENTS, "Practitioners said:"),
        (Chapter.HEARD, "15 of 15 practitioners heard"),
        (Chapter.READING, "Not raising something"),
    ],
    ids=str,
)
async def test_any_row_can_be_copied(example: Workbook, part: Chapter, told: str) -> None:
    """From its own page too."""
    async with running(CompareScreen(example)) as pilot:
        await press_each(pilot, f"{number(example, part)} enter y")
        assert told in pilot.app.clipboard


async def test_who_was_heard_is_told_by_session(example: Workbook) -> None:
    """Counts of people and remarks, how evenly they are spread, and that notes are not airtime."""
    async with running(CompareScreen(example), (100, 40)) as pilot:
        await press_each(pilot, number(example, Chapter.HEARD))
        told = in_one_line(shown(pilot))
        assert "H1 S1, practitioners, 14 June 2012, A community centre" in told
        assert "15 of 15 practitioners heard" in told
        assert "Gini" in told
        await press_each(pilot, "enter")
        assert "Notes measure the note-taker" in in_one_line(shown(pilot))


async def test_shares_are_told_where_groups_sat_together(book: Workbook) -> None:
    """Of the people and of the remarks; of how many nothing is noted."""
    session = book.start_session(None, "mixed", present={"parent": 6, "practitioner": 2})
    for line in ("r1: one #food", "r1: two #food", "r2: three", "p4: four #food"):
        book.capture(session, line)
    async with running(CompareScreen(book), (140, 40)) as pilot:
        await press_each(pilot, number(book, Chapter.HEARD))
        told = in_one_line(shown(pilot))
        assert "75 % of the people, 25 % of the remarks (1 remark); nothing is noted of 5" in told


async def test_themes_over_time_stand_by_session(twice: Workbook) -> None:
    """Parents met twice: k of n each time, their own words below, and no trend."""
    async with running(CompareScreen(twice), (100, 40)) as pilot:
        await press_each(pilot, number(twice, Chapter.TIME))
        told = in_one_line(shown(pilot))
        assert "S1 2 of 5 parents" in told
        assert "S2 1 of 5 parents" in told
        await press_each(pilot, "enter")
        told = in_one_line(shown(pilot))
        assert "In S1 “it runs out on Thursdays”" in told
        assert "In S2 “we share what there is”" in told
        assert "is no trend" in told


async def test_a_report_is_of_the_part_that_is_compared(twice: Workbook, tmp_path: Path) -> None:
    """What was left out on the screen is left out of the file."""
    async with running(CompareScreen(twice), (100, 60)) as pilot:
        await press_each(pilot, "slash f space enter e")
        assert "the part compared Only the theme Food is shown" in in_one_line(shown(pilot))
        await press_each(pilot, "w")
    (page,) = (twice.folder / "reports").glob("*/*.html")
    assert "the bus" not in page.read_text(encoding="utf-8")
    assert "they buy in small packs" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_key_survives_every_size(twice: Workbook, size: tuple[int, int]) -> None:
    """Each part, each dialog, each page; then it can be read again at 80 columns."""
    async with running(CompareScreen(twice), size) as pilot:
        for keys in ("w escape", "slash escape", "b escape", "e escape", "y", "3 5 enter y w escape n escape", "6 enter escape", "tab tab"):
            await press_each(pilot, keys)
        assert isinstance(pilot.app.screen, CompareScreen)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "1 Themes" in shown(pilot)
        assert "Esc Back" not in shown(pilot)


async def test_at_most_seven_keys_and_help_among_them(example: Workbook) -> None:
    """At 80 columns the bar fits, and says how to find the other keys and the way out."""
    async with running(CompareScreen(example)) as pilot:
        bar = shown(pilot).splitlines()[-1]
        assert bar.strip() == "Enter Look closer  w Why  / Only  b Between  e Export  F1 Help  Ctrl+Q Quit"
