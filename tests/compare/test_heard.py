"""Who was heard."""

import pytest

from tests.compare.room import Room
from workshop.compare.heard import SessionHeard, heard


def session_of(**remarks: int) -> SessionHeard:
    """4 parents and 2 practitioners were counted; codes say how often each was noted."""
    room = Room()
    room.session("s", parent=4, practitioner=2)
    for code, count in remarks.items():
        who = room.person(code, "parent" if code.startswith("p") else "practitioner", "s")
        for _ in range(count):
            room.says(who, "food", session="s", text="three plain words")
    (found,) = heard(room.records())
    return found


def test_shares_are_set_beside_the_shares_of_people() -> None:
    """2 of 6 people made 6 of 8 remarks: more than twice their number."""
    found = session_of(p1=2, r1=4, r2=2)
    practitioners = found.groups["practitioner"]
    assert (practitioners.people, practitioners.contributions, practitioners.words, practitioners.silent) == (2, 6, 18, 0)
    assert found.share_of_people("practitioner") == pytest.approx(1 / 3)
    assert found.share_of_contributions("practitioner") == found.share_of_words("practitioner") == pytest.approx(3 / 4)
    assert found.ratio("practitioner") == pytest.approx(9 / 4)
    assert found.ratio("parent") == pytest.approx((1 / 4) / (2 / 3))


def test_those_who_said_nothing_are_people_too() -> None:
    """The inequality is over everyone present: three parents were never noted."""
    found = session_of(p1=2, r1=4, r2=2)
    assert found.groups["parent"].silent == 3
    assert found.top_share == pytest.approx(1 / 2)
    assert found.gini == pytest.approx(0.5833, abs=5e-5)


def test_of_very_few_people_there_are_counts_only() -> None:
    """A share of three people would single one out."""
    room = Room()
    room.session("s", parent=3)
    room.says(room.person("p1", "parent", "s"), "food", session="s")
    (found,) = heard(room.records())
    assert (found.top_share, found.gini, found.groups["parent"].contributions) == (None, None, 1)


def test_a_silent_session_has_no_shares() -> None:
    """Nothing was captured, of which nothing is a share."""
    found = session_of()
    assert (found.share_of_contributions("parent"), found.ratio("parent"), found.top_share, found.gini) == (None, None, None, None)
    assert found.groups["parent"].silent == 4


def test_remarks_that_name_no_one_count_for_their_group() -> None:
    """And for no person, so that silent people may not have been silent; the note-taker's own count for nobody."""
    room = Room()
    room.session("s", parent=4)
    room.says(None, "food", perspective="parent", session="s", text="")
    room.says(None, "food", perspective="note-taker", session="s")
    (found,) = heard(room.records())
    assert set(found.groups) == {"parent"}
    assert (found.groups["parent"].contributions, found.groups["parent"].not_attributed, found.groups["parent"].silent) == (1, 1, 4)
    assert (found.share_of_words("parent"), found.gini) == (None, None)


def test_without_a_head_count_those_known_in_the_cohort_were_there() -> None:
    """And who spoke was there, whatever was counted."""
    room = Room()
    room.session("one", cohort="ours")
    room.session("two", cohort="ours", parent=1)
    for who in room.people(3, "parent", "ours"):
        room.says(who, "food", session="two")
    one, two = heard(room.records())
    assert (one.groups["parent"].people, one.groups["parent"].silent) == (3, 3)
    assert (two.groups["parent"].people, two.groups["parent"].silent) == (3, 0)
    assert one.share_of_people("parent") == 1


def test_a_group_that_was_neither_counted_nor_known_has_no_share_of_people() -> None:
    """Its remarks are there all the same."""
    room = Room()
    room.session("s")
    room.says(None, "food", perspective="parent", session="s")
    (found,) = heard(room.records())
    assert (found.share_of_people("parent"), found.share_of_contributions("parent"), found.ratio("parent")) == (None, 1, None)


def test_who_was_absent_is_not_silent() -> None:
    """Four are known by a code, of whom one never came to this session."""
    room = Room()
    room.session("s")
    people = room.people(4, "parent", "s")
    room.says(people[0], session="s")
    room.was_in(people[3], "s")
    (session,) = heard(room.records())
    assert (session.groups["parent"].people, session.groups["parent"].silent) == (3, 2)
