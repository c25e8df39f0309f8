"""The Flags screen: what may point at somebody is answered one by one, in its words, and can be answered anew."""

import pytest

from tests.tui.driving import press_each, running, shown, type_text
from tests.tui.test_compare import in_one_line
from tests.tui.test_sizes import SIZES
from workshop.model.clearance import Decision
from workshop.model.records import Consent, Session
from workshop.tui.flagview import AROUND, answered, flag_words, in_context, next_open, offered
from workshop.tui.screens.report.flags import FlagsScreen
from workshop.workbook.book import Workbook
from workshop.workbook.publishing import Doubt
from workshop.workbook.shelf import open_workshop


@pytest.fixture
def flagged(book: Workbook, session: Session) -> Workbook:
    """R1 names Mrs Reid and her school, R2 nobody, R3 a street."""
    for line in ('3: "Mrs Reid at Craigmill Primary was kind"', "5: nobody asks us", '3: "it is all like that in Kiln Street"'):
        book.capture(session, line)
    for code in ("p3", "p5"):
        book.set_consent(session, code, Consent.QUOTE)
    return book


def answers(book: Workbook, audience: str = "published") -> dict[str, str]:
    """What was decided, by what was flagged."""
    return {each.found: f"{each.answer.decision} {each.answer.instead}".strip() if each.answer else "" for each in book.flags(audience)}


def flag(book: Workbook, part: str) -> Doubt:
    """The flag of these words."""
    return next(each for each in book.flags("published") if each.found == part)


async def test_each_is_answered_in_its_words(flagged: Workbook) -> None:
    """The words around it, why it was flagged, that the check can't find everything; an answer is on disk before the next is asked."""
    async with running(FlagsScreen(flagged, "published"), (100, 30)) as pilot:
        told = in_one_line(shown(pilot))
        assert "3 of 3 to answer" in told
        assert "R1: a title and a name Mrs Reid at Craigmill Primary was kind no answer yet" in told
        assert "can’t find everything" in told
        await press_each(pilot, "k")
        assert answers(flagged)["Mrs Reid"] == "keep"
        assert "R1: a named school, clinic or the like" in in_one_line(shown(pilot))
        with open_workshop(flagged.folder) as elsewhere:
            assert answers(elsewhere)["Mrs Reid"] == "keep"
        await press_each(pilot, "r")
        assert "What stands in place of “Craigmill Primary”?" in shown(pilot)
        await press_each(pilot, "enter", "d")
        assert answers(flagged) == {"Mrs Reid": "keep", "Craigmill Primary": "replace [a place]", "Kiln Street": "drop"}
        assert "Every flag is answered." in shown(pilot)


async def test_an_answer_can_be_given_anew_and_undone(flagged: Workbook) -> None:
    """Going back to one: the later answer takes the place of the earlier one, and an undo brings that back."""
    async with running(FlagsScreen(flagged, "published"), (100, 30)) as pilot:
        await press_each(pilot, "k", "home", "r", "ctrl+u")
        await type_text(pilot, "[a teacher]")
        await press_each(pilot, "enter")
        assert answers(flagged)["Mrs Reid"] == "replace [a teacher]"
        await press_each(pilot, "ctrl+z")
        assert answers(flagged)["Mrs Reid"] == "keep"


async def test_a_paraphrase_needs_words_and_is_looked_through(flagged: Workbook) -> None:
    """Nothing is no paraphrase; a name in it is asked about in its turn."""
    async with running(FlagsScreen(flagged, "published"), (100, 30)) as pilot:
        await press_each(pilot, "p", "enter")
        assert "It needs words." in shown(pilot)
        await type_text(pilot, "ask for Dr Okafor there")
        await press_each(pilot, "enter")
        assert "“Dr Okafor”" in shown(pilot)
        assert answers(flagged)["Dr Okafor"] == ""


async def test_esc_answers_nothing(flagged: Workbook) -> None:
    """Neither in the dialog nor on the screen."""
    async with running(FlagsScreen(flagged, "published"), (100, 30)) as pilot:
        await press_each(pilot, "r", "escape")
        assert "3 of 3 to answer" in shown(pilot)
    assert set(answers(flagged).values()) == {""}


async def test_all_are_kept_at_once_only_among_those_who_said_it(flagged: Workbook) -> None:
    """The key works in a copy for participants, and does nothing in a published report."""
    async with running(FlagsScreen(flagged, "published"), (100, 30)) as pilot:
        await press_each(pilot, "a")
        assert set(answers(flagged).values()) == {""}
    async with running(FlagsScreen(flagged, "participants", "parent"), (100, 30)) as pilot:
        await press_each(pilot, "a")
        assert "Every flag is answered." in shown(pilot)
    assert set(answers(flagged, "participants").values()) == {"keep"}


async def test_the_next_without_an_answer(flagged: Workbook) -> None:
    """A key goes round to it."""
    async with running(FlagsScreen(flagged, "published"), (100, 30)) as pilot:
        await press_each(pilot, "k", "end", "n")
        assert "R1: a title" not in in_one_line(shown(pilot))
        assert "R1: a named school" in in_one_line(shown(pilot))
    flags = flagged.flags("published")
    assert next_open(flags, flags[-1].key) == flags[1].key
    assert next_open((), "") is None


@pytest.mark.parametrize("decision", list(Decision))
def test_what_follows_from_an_answer_is_what_looking_again_finds(flagged: Workbook, decision: Decision) -> None:
    """Where the screen doesn't look through everything again, it shows the same as if it had."""
    for part in ("Mrs Reid", "Kiln Street"):
        before, asked = flagged.flags("published"), flag(flagged, part)
        given = flagged.answer_flag("published", asked, decision, "[somebody]")
        follows = answered(before, asked, given)
        assert follows in (None, flagged.flags("published"))
        assert (follows is None) == (decision in (Decision.REPLACE, Decision.PARAPHRASE))
        assert answered(flagged.flags("published"), flag(flagged, part), given) is None


def test_of_a_long_text_what_is_around_it_is_shown(flagged: Workbook, session: Session) -> None:
    """Whole words, with a sign where something is left out; what was flagged is marked."""
    flagged.capture(session, f'3: "{"a bus " * 200}to Kiln Street {"and back " * 200}"')
    found = next(each for each in flagged.flags("published") if each.where == "R4" and each.found == "Kiln Street")
    told = in_context(found)
    assert told.plain.startswith("… ")
    assert told.plain.endswith(" …")
    assert "to Kiln Street and back" in told.plain
    assert len(told.plain) < 2 * AROUND + 30
    assert in_context(found, len(found.words)).plain == found.words
    (mark,) = told.spans
    assert told.plain[mark.start : mark.end] == "Kiln Street"


def test_what_is_offered_fits_what_was_found(flagged: Workbook) -> None:
    """A place for a school, a name for a name, and what was given before where something was."""
    assert offered(flag(flagged, "Craigmill Primary")) == "[a place]"
    assert offered(flag(flagged, "Mrs Reid")) == "[a name]"
    flagged.answer_flag("published", flag(flagged, "Mrs Reid"), Decision.REPLACE, "[a teacher]")
    assert offered(flag(flagged, "Mrs Reid")) == "[a teacher]"
    assert "is replaced by [a teacher]" in flag_words(flag(flagged, "Mrs Reid")).plain


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(flagged: Workbook, size: tuple[int, int]) -> None:
    """Every answer; then it can be read again at 80 columns."""
    async with running(FlagsScreen(flagged, "published"), size) as pilot:
        await press_each(pilot, "k", "r", "enter", "p", "escape", "n", "d")
        await pilot.resize_terminal(80, 24)
        await press_each(pilot, "home")
        assert "0 of 3 to answer" in shown(pilot)
        assert "“Mrs Reid”" in shown(pilot)
