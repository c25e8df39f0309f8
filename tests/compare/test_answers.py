"""Which answers count."""

from dataclasses import replace

from tests.compare.room import BEGIN, Room
from workshop.model.comparison import Answers
from workshop.model.records import Session


def answered(room: Room, statement: str = "claim", group: str = "parent") -> tuple[int, int, int, int]:
    found = next(one for one in room.compare().statements if one.id == statement)
    given = found.answers.get(group, Answers())
    return given.agree, given.partly, given.disagree, given.unsure


def room_with_statement(*sessions: str) -> Room:
    room = Room()
    for name in sessions:
        room.session(name, "parent")
    room.statement("claim", "practitioner")
    return room


def test_a_persons_last_answer_counts() -> None:
    """Who answers again has changed their mind."""
    room = room_with_statement("s")
    who = room.person("p1", "parent", "s")
    for answer in ("agree", "unsure", "disagree"):
        room.answers(who, "claim", answer, "s")
    assert answered(room) == (0, 0, 1, 0)


def test_answers_of_one_moment_go_by_order_and_then_by_id() -> None:
    """An imported file has one moment for all its rows; the later row is the later answer."""
    room = room_with_statement("s")
    who = room.person("p1", "parent", "s")
    first, second = room.answers(who, "claim", "agree", "s"), room.answers(who, "claim", "partly", "s")
    room.responses = {
        first.id: replace(room.responses[first.id], at=BEGIN, order=2),
        second.id: replace(room.responses[second.id], at=BEGIN, order=1),
    }
    assert answered(room) == (1, 0, 0, 0)
    room.responses[first.id] = replace(room.responses[first.id], order=1)
    assert answered(room) == (0, 1, 0, 0)


def test_a_later_show_of_hands_replaces_the_earlier() -> None:
    """The facilitator asked again: the same hands are not counted twice."""
    room = room_with_statement("s")
    room.hands("parent", "claim", 8, 0, 0, 0, session="s")
    room.hands("parent", "claim", 1, 1, 6, 0, session="s")
    assert answered(room) == (1, 1, 6, 0)
    room.responses = dict(reversed(room.responses.items()))
    assert answered(room) == (1, 1, 6, 0)


def test_hands_and_answers_of_different_cohorts_add_up() -> None:
    """Tuesday's group raised hands, Thursday's answered one by one."""
    room = room_with_statement("tuesday", "thursday")
    room.hands("parent", "claim", 1, 0, 5, 0, session="tuesday")
    room.all_answer(room.people(4, "parent", "thursday"), "claim", 1, 0, 3, 0, session="thursday")
    assert answered(room) == (2, 0, 8, 0)


def test_reasons_given_after_a_show_of_hands_are_not_more_people() -> None:
    """Of 8 hands two say why: they are two of the 8. The fuller count stands, and a note says that there were both."""
    room = room_with_statement("s")
    parents = room.people(8, "parent", "s")
    room.hands("parent", "claim", 1, 1, 6, 0, session="s")
    for who in parents[:2]:
        room.answers(who, "claim", "disagree", "s")
    assert answered(room) == (1, 1, 6, 0)
    note = "1 statement was answered by a show of hands and by person in one group: the fuller of the two counts is used."
    assert note in room.compare().notes


def test_answers_by_person_stand_where_they_are_as_full_as_the_hands() -> None:
    """They say more: who it was."""
    room = room_with_statement("s")
    room.hands("parent", "claim", 4, 0, 0, 0, session="s")
    room.all_answer(room.people(4, "parent", "s"), "claim", 0, 0, 4, 0, session="s")
    assert answered(room) == (0, 0, 4, 0)


def test_an_answer_that_names_no_one_is_a_ballot() -> None:
    """A form without codes brings one row a person; a note says that this was assumed."""
    room = room_with_statement("s")
    for _ in range(3):
        room.ballot("parent", "claim", "disagree", session="s")
    room.answers(room.person("p1", "parent", "s"), "claim", "agree", "s")
    assert answered(room) == (1, 0, 3, 0)
    assert "3 answers name no one: each is counted as one person's." in room.compare().notes
    room.hands("parent", "claim", 0, 0, 8, 0, session="s")
    assert answered(room) == (0, 0, 8, 0)
    assert not [note for note in room.compare().notes if "name no one" in note]


def test_a_cohort_that_meets_twice_answers_once() -> None:
    """Its people are the same, so its second show of hands replaces the first."""
    room = Room()
    room.statement("claim", "practitioner")
    for name in ("one", "two"):
        room.session(name, "parent", cohort="ours")
        room.hands("parent", "claim", 0, 0, 5, 0, session=name)
    assert answered(room) == (0, 0, 5, 0)


def test_answers_to_what_is_not_there_or_of_nobody_count_nowhere() -> None:
    """A statement that is gone, and a show of hands of a mixed room."""
    room = room_with_statement("s")
    room.sessions["s"] = Session(id="s", number=1, group="mixed", cohort="s", created=BEGIN)
    room.hands("mixed", "claim", 9, 0, 0, 0, session="s")
    room.hands("parent", "gone", 9, 0, 0, 0, session="s")
    comparison = room.compare()
    assert [one.id for one in comparison.statements] == ["claim"]
    assert set(comparison.statements[0].answers) == {"parent", "practitioner"}
    assert answered(room) == (0, 0, 0, 0)


def test_hands_of_a_mixed_room_count_for_the_group_that_they_name() -> None:
    """Each group is asked apart."""
    room = room_with_statement("s")
    room.hands("parent", "claim", 1, 0, 4, 0, session="s")
    room.hands("practitioner", "claim", 5, 0, 0, 0, session="s")
    assert answered(room) == (1, 0, 4, 0)
    assert answered(room, group="practitioner") == (5, 0, 0, 0)


def test_who_is_linked_answers_once() -> None:
    """Somebody who sat in two rooms has answered as they did last, whichever code they had there."""
    room = Room()
    for name in ("tuesday", "thursday"):
        room.session(name, parent=4)
    room.statement("s", "practitioner")
    one, other = room.person("p1", "parent", "tuesday"), room.person("p4", "parent", "thursday")
    room.answers(one, "s", "agree", "tuesday")
    room.answers(other, "s", "disagree", "thursday")
    (before,) = room.compare().statements
    room.link(one, other)
    (after,) = room.compare().statements
    assert (before.answers["parent"].agree, before.answers["parent"].disagree) == (1, 1)
    assert (after.answers["parent"].agree, after.answers["parent"].disagree) == (0, 1)
