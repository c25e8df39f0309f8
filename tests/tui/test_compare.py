"""The Compare screen: what is contested is seen at once, and every finding can be looked at closely."""

import pytest

from tests.tui.driving import press, running, settle, shown
from tests.workbook.conftest import PLAN
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.tui.compared import Scope, compared
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.finding import FindingScreen
from workshop.tui.widgets.summary import NARROW
from workshop.workbook.book import Workbook

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])


def in_one_line(text: str) -> str:
    """The text without its line breaks and runs of blanks."""
    return " ".join(text.split())


@BOTH_SIZES
async def test_what_is_contested_stands_above_everything(example: Workbook, size: tuple[int, int]) -> None:
    """Whoever opens it reads first what practitioners said about parents and that 6 of 8 parents disagreed."""
    async with running(CompareScreen(example), size) as pilot:
        top = in_one_line(shown(pilot)[: size[0] * 12])
        if size[0] >= NARROW:
            assert "Parents contest" in top
            assert "contested: the other group said no, or was divided" in top
        assert "“Parents may try to protect their children" in top
        assert "6 of 8 parents disagreed" in top


@BOTH_SIZES
async def test_bars_meet_around_the_theme_s_name(example: Workbook, size: tuple[int, int]) -> None:
    """Parents on the left, practitioners on the right, each with another fill and its count with the unit."""
    async with running(CompareScreen(example), size) as pilot:
        rows = shown(pilot).splitlines()
        (row,) = (row for row in rows if "Protecting children" in row)
        assert row.index("█") < row.index("Protecting children") < row.index("▓")
        below = rows[rows.index(row) + 1]
        assert below.index("5 of 8 parents") < below.index("shared") < below.index("7 of 15")


async def test_themes_come_contested_first_and_statements_last(example: Workbook) -> None:
    """The order of the report; headings say it, and can't be chosen."""
    async with running(CompareScreen(example), (120, 200)) as pilot:
        screen = shown(pilot)
        headings = ["With contested points", "Raised more by one group", "Shared: both groups", "Other themes", "Statements, and what"]
        places = [screen.index(heading) for heading in headings]
        assert places == sorted(places)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "findings"


async def test_nothing_but_words_is_needed_to_read_it(example: Workbook) -> None:
    """Every finding of the comparison is there, with its label in words and its counts with their unit."""
    async with running(CompareScreen(example), (160, 200)) as pilot:
        screen = in_one_line(shown(pilot))
        view = example.view()
        for finding in view.findings:
            assert finding.theme.split()[0] in screen
            assert finding.label_text.partition(":")[0] in screen  # what follows may stand on a line of its own
            for group in view.sides:
                assert f"{finding.groups[group.name].text} {group.plural}" in screen
        for statement in view.statements:
            for answers in statement.answers.values():
                assert in_one_line(" ".join(f"{each.answer} {each.text}" for each in answers.answers)) in screen


@BOTH_SIZES
async def test_a_theme_looked_at_closely_has_both_groups_words(example: Workbook, size: tuple[int, int]) -> None:
    """Quotes side by side, what was said and answered, and why it is called what it is."""
    found = compared(example, Scope())
    name = next(each.name for each in found.view.findings if each.theme == "Protecting children")
    finding = FindingScreen(found, name)
    async with running(CompareScreen(example), (size[0], 100)) as pilot:
        pilot.app.push_screen(finding)
        await settle(pilot)
        screen = in_one_line(shown(pilot))
        assert "Parents Practitioners" in screen
        assert "Practitioners said “Parents may try to protect their children" in screen
        assert "Parents answered" in screen
        assert "In their words" in screen
        assert "Why it is called this" in screen
        assert "Raised unprompted by 5 of 8 parents." in screen


async def test_words_to_a_statement_stand_with_the_answer_that_they_were_given_with(book: Workbook, session: Session) -> None:
    """Who agreed is told as well as who disagreed; what was said beside it comes last, under a heading of its own."""
    book.act(session, Verb.START)
    book.act(session, Verb.NEXT)
    for line in (
        "9: is there tea?",
        "3: !disagree they see the empty cupboard",
        "4: !agree mine never knew",
        "3: !agree well, mine did not",
    ):
        book.capture(session, line)
    finding = FindingScreen(compared(book, Scope()), "T1")
    async with running(CompareScreen(book), (100, 60)) as pilot:
        pilot.app.push_screen(finding)
        await settle(pilot)
        screen = in_one_line(shown(pilot))
        words = screen[screen.index("In their words: parents") :]
        told = [
            "disagree they see the empty",
            "agree mine never knew",
            "agree well, mine did not",
            "Also said while it was shown",
            "is there tea?",
        ]
        assert [words.index(each) for each in told] == sorted(words.index(each) for each in told)


async def test_looking_closely_goes_through_all_and_comes_back_to_the_same_row(example: Workbook) -> None:
    """N goes on, Esc goes back, and the row that was looked at last is the one chosen."""
    async with running(CompareScreen(example), (100, 40)) as pilot:
        await press(pilot, "enter")
        assert "F1, 1 of" in shown(pilot)
        await press(pilot, "n", "n")
        assert "F3, 3 of" in shown(pilot)
        await press(pilot, "escape")
        screen = pilot.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.findings.highlighted_option is not None
        assert screen.findings.highlighted_option.id == "F3"


async def test_help_lists_only_the_keys_that_do_something(example: Workbook) -> None:
    """On the comparison that the program began on: no way back, and no session to go to where there is none."""
    async with running(CompareScreen(example), (100, 40)) as pilot:
        await press(pilot, "f1")
        screen = shown(pilot)
        assert "Keys in the comparison" in screen
        assert "write a report: for whom, in which formats, and where" in screen
        assert "back out one level" not in screen
        assert "go to the session that is open, else to the last one" in screen


async def test_an_empty_workshop_says_what_to_do(book: Workbook) -> None:
    """Where nothing was said there is nothing to compare, and the pane says what fills it."""
    async with running(CompareScreen(book)) as pilot:
        assert "Nothing to compare yet" in shown(pilot)
        assert "Run a session with each group first: s on the shelf." in shown(pilot)


async def test_while_a_session_is_open_its_room_fills_the_comparison(book: Workbook) -> None:
    """No other can be started then, so that is not what the pane says."""
    book.start_session(parse_plan(PLAN, "short"), "parent")
    async with running(CompareScreen(book)) as pilot:
        told = " ".join(shown(pilot).split())
        assert "S1 is open. What is typed in its Room comes here once it has a theme" in told
        assert "on the shelf" not in told
