"""Voting in an open workshop: what is stored, undone, taken back and erased, and what becomes of votes when themes become one."""

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb, Vote
from workshop.workbook.book import Workbook

PLAN = """
title = "Votes"

[[activity]]
title = "Talk"
kind = "open"
minutes = 5

[[activity]]
title = "Dots"
kind = "vote"
minutes = 5
dots = 3

[[activity]]
title = "Only these"
kind = "vote"
minutes = 5
budget = 100
themes = ["Damp", "Buses and fares"]
"""
DOTS, MONEY = 1, 2


@pytest.fixture
def session(book: Workbook) -> Session:
    """Four parents, with the dots on."""
    made = book.start_session(parse_plan(PLAN, "votes"), "parent", present={"parent": 4})
    book.act(made, Verb.START)
    book.act(made, Verb.NEXT)
    return made


def given(book: Workbook, session: Session, activity: int = DOTS) -> dict[str, dict[str, int]]:
    """What each voter has given, by the theme's title."""
    themes = book.records.themes
    return {
        each.code or each.perspective: {themes[theme].title: amount for theme, amount in each.given.items()}
        for each in book.ballots(session, activity)
    }


def test_a_line_of_themes_and_numbers_is_a_vote_while_votes_are_taken(book: Workbook, session: Session) -> None:
    """In the Room's line it makes no remark; any word makes it one again, and so does another activity."""
    saved = book.capture(session, "3: #damp 2 #buses")
    assert (saved.ref, saved.words, saved.new_code) == ("vote", "p3: Damp 2, Buses 1 (3 of 3 dots given)", "p3")
    assert (len(saved.votes), saved.new_themes) == (2, ("Damp", "Buses"))
    assert not book.records.reflections
    assert book.capture(session, "4: the #damp 2").ref == "R1"
    book.act(session, Verb.BACK)
    assert book.capture(session, "4: #damp").ref == "R2"
    assert given(book, session) == {"p3": {"Damp": 2, "Buses": 1}}


def test_whoever_votes_speaks_on(book: Workbook, session: Session) -> None:
    """The line's speaker stays for the next one, as with remarks; a line without one is that speaker's."""
    saved = book.capture(session, "3: #damp")
    book.capture(session, "#buses 2", sticky=saved.sticky)
    assert given(book, session) == {"p3": {"Damp": 1, "Buses": 2}}


def test_a_vote_is_one_step_to_undo(book: Workbook, session: Session) -> None:
    """Undo takes back the vote with the person and the themes that it brought; what was given before counts again."""
    book.vote(session, DOTS, "3", {"Damp": 1})
    book.vote(session, DOTS, "3", {"Damp": 0, "Buses": 3})
    assert book.undoable == "the vote of p3"
    book.undo()
    assert given(book, session) == {"p3": {"Damp": 1}}
    book.undo()
    assert (given(book, session), dict(book.records.participants), dict(book.records.themes)) == ({}, {}, {})


def test_nothing_is_stored_of_a_vote_that_is_refused(book: Workbook, session: Session) -> None:
    """Neither the votes nor the person nor the theme."""
    before = book.serial
    for who, votes in (("3", {"Damp": 4}), ("nobody at all", {"Damp": 1}), ("nt", {"Damp": 1})):
        with pytest.raises(WorkshopError):
            book.vote(session, DOTS, who, votes)
    assert book.serial == before


def test_only_what_the_plan_puts_to_the_vote_takes_any(book: Workbook, session: Session) -> None:
    """Where the plan names themes others are refused, and an alias of one is that one."""
    book.describe_theme("Buses and fares", aliases=("buses",))
    assert book.vote(session, MONEY, "3", {"buses": 60, "damp": 40}).given == {"Buses and fares": 60, "Damp": 40}
    with pytest.raises(WorkshopError, match='"Forms" is not voted on here'):
        book.vote(session, MONEY, "4", {"forms": 60})
    with pytest.raises(WorkshopError, match="Buses and fares stands there twice"):
        book.vote(session, MONEY, "4", {"buses": 60, "buses and fares": 10})


def test_what_can_be_voted_for(book: Workbook, session: Session) -> None:
    """The codebook's themes in its order; where the plan names some, those."""
    for title in ("Play", "Damp"):
        book.describe_theme(title)
    assert [each.title for each in book.vote_themes(session, DOTS)] == ["Play", "Damp"]
    assert [each.title for each in book.vote_themes(session, MONEY)] == ["Damp"]


def test_a_line_is_weighed_before_it_is_cast(book: Workbook, session: Session) -> None:
    """The running total is known while it is typed, with what was given before; nothing is stored."""
    book.vote(session, DOTS, "3", {"Damp": 1})
    before = book.serial
    weighed = book.vote_preview(session, DOTS, "3: #buses")
    assert weighed is not None
    assert (weighed.running, weighed.given) == ("2 of 3 dots given", {"Damp": 1, "Buses": 1})
    assert book.vote_preview(session, DOTS, "3: the buses") is None
    with pytest.raises(WorkshopError, match="That makes 4 dots"):
        book.vote_preview(session, DOTS, "3: #buses 3")
    assert book.serial == before


def test_when_a_person_withdraws_their_votes_go(book: Workbook, session: Session, reopened: Reopen) -> None:
    """What p3 gave is in no count any more, here and when the workshop is opened again; what others gave stays."""
    book.vote(session, DOTS, "3", {"Damp": 3})
    book.vote(session, DOTS, "4", {"Buses": 1})
    preview = book.withdrawal("p3", session)
    assert (preview.votes, preview.themes) == (1, ("Damp",)), "nobody else gave that theme anything"
    book.withdraw(preview)
    for each in (book, reopened()):
        assert given(each, session) == {"p4": {"Buses": 1}}


def test_votes_go_with_their_theme_when_it_becomes_part_of_another(book: Workbook, session: Session) -> None:
    """They are added up, undoing the merge parts them again, and a new number for the whole is the only one."""
    book.vote(session, DOTS, "3", {"Damp": 2, "Mould": 1})
    book.merge_themes("Mould", "Damp")
    assert given(book, session) == {"p3": {"Damp": 3}}
    book.undo()
    assert given(book, session) == {"p3": {"Damp": 2, "Mould": 1}}
    book.merge_themes("Mould", "Damp")
    book.vote(session, DOTS, "3", {"Damp": 1, "Buses": 2})
    assert given(book, session) == {"p3": {"Damp": 1, "Buses": 2}}


def test_another_window_s_votes_are_there(book: Workbook, session: Session, reopened: Reopen, hands: Hands) -> None:
    """Two windows take down two people, and each sees both."""
    other = reopened()
    book.vote(session, DOTS, "3", {"Damp": 1})
    hands.pass_(1)
    other.refresh()
    other.vote(other.session("S1"), DOTS, "4", {"Damp": 2})
    book.refresh()
    assert given(book, session) == given(other, session) == {"p3": {"Damp": 1}, "p4": {"Damp": 2}}


def test_which_activity_takes_a_vote(book: Workbook, session: Session) -> None:
    """The one that is on; else, of those that take any, the last with votes, else the last."""
    assert book.vote_activity(session) == DOTS
    book.act(session, Verb.END)
    assert book.vote_activity(session) == MONEY
    book.vote(session, DOTS, "3", {"Damp": 1})
    assert book.vote_activity(session) == DOTS
    without = book.start_session(None, "parent")
    with pytest.raises(WorkshopError, match="S2 has no activity that takes votes"):
        book.vote_activity(without)


def test_a_vote_is_stored_whole(book: Workbook, session: Session, reopened: Reopen) -> None:
    """What comes back from the disk is what was stored."""
    stored = book.vote(session, DOTS, "parents", {"Damp": 7}).votes
    assert tuple(reopened().records.votes.values()) == stored
    assert [type(each) for each in stored] == [Vote]


def test_votes_of_a_rehearsal_are_in_no_finding(book: Workbook) -> None:
    """Nor are the themes that came up in them alone; the table of the rehearsal itself shows them."""
    rehearsal = book.start_session(parse_plan(PLAN, "votes"), "parent", present={"parent": 4}, rehearsal=60.0)
    book.vote(rehearsal, DOTS, "3", {"Damp": 3})
    found = book.compare()
    assert (found.priorities, found.themes) == ((), ())
    assert [each.theme for each in book.votes(rehearsal, DOTS).themes] == ["Damp"]
