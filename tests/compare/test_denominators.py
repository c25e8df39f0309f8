"""How many people there were, and how many raised something: people, never remarks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.room import Room
from workshop.compare.intervals import newcombe
from workshop.compare.words import share
from workshop.model.plan import Activity, Kind
from workshop.model.records import Coding


def counted(room: Room, theme: str = "food", group: str = "parent") -> str:
    return share(room.finding(theme).groups[group])


def test_the_head_count_goes_before_those_who_are_known_by_a_code() -> None:
    """3 of 8 people raised it, of whom 4 ever got a code."""
    room = Room()
    room.session("s", parent=8)
    for who in room.people(4, "parent", "s")[:3]:
        room.says(who, "food", session="s")
    assert counted(room) == "3 of 8"


def test_without_a_head_count_those_known_are_those_present() -> None:
    """Who has a code and never spoke is one of them."""
    room = Room()
    room.session("s")
    for who in room.people(4, "parent", "s")[:3]:
        room.says(who, "food", session="s")
    assert counted(room) == "3 of 4"


def test_a_sticker_beyond_the_head_count_raises_no_denominator() -> None:
    """5 speakers of 4 people counted are 4 of 4, and a note says so."""
    room = Room()
    room.session("s", parent=4)
    for who in room.people(5, "parent", "s"):
        room.says(who, "food", session="s")
    assert counted(room) == "4 of 4"
    assert "5 parents are known by a sticker where 4 were counted: the head count stands." in room.compare().notes


def test_sessions_of_one_cohort_share_their_people() -> None:
    """The larger head count is the cohort's, and who speaks in both is one person."""
    room = Room()
    room.session("one", cohort="tuesdays", parent=6)
    room.session("two", cohort="tuesdays", parent=8)
    who = room.person("p1", "parent", "tuesdays")
    room.says(who, "food", session="one")
    room.says(who, "food", session="two")
    assert counted(room) == "1 of 8"
    assert room.compare().people["parent"] == 8


def test_cohorts_add_up() -> None:
    """Tuesday's parent 1 and Thursday's are two people, until they are linked."""
    room = Room()
    for name, present in (("tuesday", 6), ("thursday", 5)):
        room.session(name, parent=present)
        room.says(room.person("p1", "parent", name), "food", session=name)
    assert counted(room) == "2 of 11"


def test_a_head_count_of_a_session_without_an_open_round_is_no_chance_to_raise() -> None:
    """6 sat in the open round and 9 in the readback: 6 could have raised it, 9 took part."""
    room = Room()
    room.session("open", cohort="ours", parent=6)
    room.session("readback", cohort="ours", parent=9)
    room.says(room.person("p1", "parent", "ours"), "food", session="open")
    assert counted(room) == "1 of 6"
    assert room.compare().people["parent"] == 9


@pytest.mark.parametrize(
    ("named", "notes", "present", "expected"),
    [
        (3, 2, 8, "3-5 of 8"),
        (0, 1, 8, "1 of 8"),
        (0, 3, 8, "1-3 of 8"),
        (3, 9, 8, "3-8 of 8"),
        (8, 2, 8, "8 of 8"),
        (0, 0, 8, "0 of 8"),
        (0, 5, 0, "people not counted"),
    ],
)
def test_notes_that_name_no_one_give_a_range(named: int, notes: int, present: int, expected: str) -> None:
    """At least the people known, or one; at most one more for each such note, and never more than were there."""
    room = Room()
    room.session("s", parent=present)
    room.theme("food")
    for who in room.people(named, "parent", "s"):
        room.says(who, "food", session="s")
    for _ in range(notes):
        room.says(None, "food", perspective="parent", session="s")
    room.says(None, "bus", perspective="parent", session="s")
    assert counted(room) == expected


def test_notes_of_two_cohorts_are_of_two_people_at_least() -> None:
    """Somebody said it on Tuesday, and somebody else on Thursday; in neither room can notes stand for more than sat there."""
    room = Room()
    for name in ("tuesday", "thursday"):
        room.session(name, parent=4)
        for _ in range(6):
            room.says(None, "food", perspective="parent", session=name)
    assert counted(room) == "2-8 of 8"


def test_notes_of_an_import_belong_to_its_people() -> None:
    """An imported remark without a person counts among those who were imported."""
    room = Room()
    room.people(5, "parent")
    room.says(None, "food", perspective="parent")
    room.says(None, "food", perspective="parent")
    assert counted(room) == "1-2 of 5"


def test_a_label_that_hangs_on_notes_is_not_given() -> None:
    """1 to 6 of 8 parents is anything from one voice to parent-led: it depends on the notes, and no gap is printed."""
    room = Room()
    room.session("s", parent=8, practitioner=15)
    for _ in range(6):
        room.says(None, "food", perspective="parent", session="s")
    finding = room.finding("food")
    assert (finding.label, finding.gap, finding.interval) == ("depends on unattributed notes", None, None)
    assert finding.groups["parent"].not_attributed == 6


def test_a_label_that_holds_for_all_that_notes_may_mean_is_given() -> None:
    """The interval is then wide enough for each end of the range, and the gap is that of the people known."""
    room = Room()
    room.session("s", parent=8, practitioner=15)
    for who in room.people(5, "parent", "s"):
        room.says(who, "food", session="s")
    for who in room.people(1, "practitioner", "s"):
        room.says(who, "food", session="s")
    for group in ("parent", "practitioner"):
        room.says(None, "food", perspective=group, session="s")
    finding = room.finding("food")
    assert (finding.label, finding.strength, finding.gap) == ("parent-led", "clear", 5 / 8 - 1 / 15)
    assert finding.interval == (newcombe(5, 8, 2, 15)[0], newcombe(6, 8, 1, 15)[1])


@pytest.mark.parametrize("perspective", ["note-taker", "unknown", "mixed"])
def test_what_is_nobodys_counts_for_no_group(perspective: str) -> None:
    """The note-taker's own remarks and those of nobody in particular are no people, whoever sat beside them, and make no column."""
    room = Room()
    room.session("s", parent=8, practitioner=8)
    room.says(room.person("p1", "parent", "s"), "food", perspective=perspective, session="s")
    room.says(None, "bus", perspective="parent", session="s")
    finding = room.finding("food")
    assert finding.label == "not raised"
    assert set(finding.groups) == {"parent", "practitioner"}
    assert "1 remark counts for no group: the note-taker's own, or nobody knows whose." in room.compare().notes


def test_who_is_both_has_a_column_of_their_own() -> None:
    """Counting a practitioner who is a parent in both groups would make one person two."""
    room = Room()
    room.session("s", parent=8, practitioner=8, both=2)
    room.says(room.person("b1", "both", "s"), "food", session="s")
    finding = room.finding("food")
    assert {group: share(count) for group, count in finding.groups.items()} == {
        "parent": "0 of 8",
        "practitioner": "0 of 8",
        "both": "1 of 2",
    }
    assert finding.label == "not raised"


def test_a_persons_perspective_is_the_participants() -> None:
    """A remark noted under another group stays its speaker's."""
    room = Room()
    room.session("s", parent=4, practitioner=4)
    room.says(room.person("p1", "parent", "s"), "food", perspective="practitioner", session="s")
    assert counted(room) == "1 of 4"
    assert counted(room, group="practitioner") == "0 of 4"


def test_hands_are_no_people_who_raised_it() -> None:
    """Seven nods to what one parent said leave it one parent."""
    room = Room()
    room.session("s", parent=8)
    room.says(room.person("p1", "parent", "s"), "food", session="s", hands=7)
    assert counted(room) == "1 of 8"


def test_a_second_coder_makes_no_more_people() -> None:
    """Salience is counted from the note-taker's coding alone: what a second coder gave counts once the note-taker gives it too."""
    room = Room()
    room.session("s", parent=8)
    coded = room.says(room.person("p1", "parent", "s"), "food", session="s")
    other = room.says(room.person("p2", "parent", "s"), "bus", session="s", coder="second")
    room.codings["blind"] = Coding(id="blind", reflection=coded.id, theme="bus", coder="second")
    assert (counted(room, "bus"), counted(room, "food")) == ("0 of 8", "1 of 8")
    room.codings["agreed"] = Coding(id="agreed", reflection=other.id, theme="bus")
    assert counted(room, "bus") == "1 of 8"


def test_a_theme_raised_in_one_of_two_sessions_says_so() -> None:
    """All raisers sat in one session, though their group had the chance in two; with one session there is nothing to say."""
    room = Room()
    for name in ("tuesday", "thursday"):
        room.session(name, parent=4)
        for who in room.people(4, "parent", name)[:2]:
            room.says(who, "food", session=name)
    room.says("tuesday/pa1", "bus", session="tuesday")
    room.session("staff", practitioner=4)
    room.says(room.person("r1", "practitioner", "staff"), "forms", session="staff")
    assert {one.theme: one.one_session for one in room.compare().themes} == {"food": None, "bus": "tuesday", "forms": None}


TALK, MORE, SHOW = (
    Activity(title="Talk", kind=Kind.OPEN, minutes=10),
    Activity(title="More", kind=Kind.REFLECT, minutes=10),
    Activity(title="Their words", kind=Kind.SHOW, minutes=10),
)


def attended(present: int = 0) -> tuple[Room, list[str]]:
    """Five parents in a session of two open parts and one that shows; the first two raised food. Eight are counted, or nobody."""
    room = Room()
    room.session("s", present={"parent": present} if present else None)
    room.run("s", TALK, MORE, SHOW)
    people = room.people(5, "parent", "s")
    for who in people[:2]:
        room.says(who, "food", session="s", activity=0)
    return room, people


def test_no_attendance_recorded_means_present_throughout() -> None:
    """Of five known people five could have raised it."""
    room, people = attended()
    assert counted(room) == "2 of 5"
    room.was_in(people[4], "s", 0, 1, 2)
    assert counted(room) == "2 of 5"


def test_who_missed_the_open_parts_had_no_chance() -> None:
    """One came for the last part only, and one not at all: of these one took part."""
    room, people = attended()
    room.was_in(people[3], "s", 2)
    room.was_in(people[4], "s")
    assert counted(room) == "2 of 3"
    assert room.compare().people["parent"] == 4


def test_one_open_part_is_chance_enough() -> None:
    """Who left after the first, silent, could have raised it; so could who came late."""
    room, people = attended()
    room.was_in(people[3], "s", 0)
    room.was_in(people[4], "s", 1, 2)
    assert counted(room) == "2 of 5"


def test_a_head_count_is_less_those_known_to_have_missed_the_open_parts() -> None:
    """It is of all who were ever there: who came for the last part is in it, and who never came is not."""
    room, people = attended(8)
    room.was_in(people[3], "s", 2)
    room.was_in(people[4], "s")
    assert counted(room) == "2 of 7"
    assert room.compare().people["parent"] == 8


def test_who_speaks_was_there_whatever_was_recorded() -> None:
    """A slip in the attendance can't make more people raise a theme than could."""
    room, people = attended()
    for who in people:
        room.was_in(who, "s", 2)
    assert counted(room) == "2 of 2"


def test_a_part_that_is_for_some_themes_is_a_chance_for_those() -> None:
    """Who was there only while debt was asked about could have raised debt, and food not."""
    room = Room()
    room.session("s")
    room.theme("debt")
    room.run("s", TALK, replace(MORE, themes=("debt",)))
    people = room.people(4, "parent", "s")
    room.says(people[0], "food", "debt", session="s", activity=0)
    room.was_in(people[3], "s", 1)
    assert (counted(room, "food"), counted(room, "debt")) == ("1 of 3", "1 of 4")


def test_somebody_linked_by_hand_is_one_person() -> None:
    """Tuesday's p1 and Thursday's p4 are counted once, in the total, among those who could, and among those who did."""
    room = Room()
    for name in ("tuesday", "thursday"):
        room.session(name, parent=6)
        room.says(room.person("p1", "parent", name), "food", session=name)
        room.says(room.person("p2", "parent", name), "bus", session=name)
    assert counted(room) == "2 of 12"
    room.link("tuesday/p1", "thursday/p1")
    assert (counted(room), counted(room, "bus"), room.compare().people["parent"]) == ("1 of 11", "2 of 11", 11)


def test_a_link_with_somebody_who_was_not_there_takes_nobody_away() -> None:
    """Of two linked codes one is of a session that they missed."""
    room = Room()
    for name in ("tuesday", "thursday"):
        room.session(name)
        room.run(name, TALK)
        for number in range(1, 6):
            room.person(f"p{number}", "parent", name)
    room.says("tuesday/p1", "food", session="tuesday", activity=0)
    room.link("tuesday/p1", "thursday/p1")
    assert counted(room) == "1 of 9"
    room.was_in("thursday/p1", "thursday")
    assert counted(room) == "1 of 9"


def test_links_may_go_round_and_lead_nowhere() -> None:
    """Two laptops linked three codes in a ring, and one of them has withdrawn: the two that are left are one person."""
    room = Room()
    for name in ("a", "b", "c"):
        room.session(name, parent=4)
        room.run(name, TALK)
        room.says(room.person("p1", "parent", name), "food", session=name, activity=0)
    room.link("a/p1", "b/p1")
    room.link("b/p1", "c/p1")
    room.link("c/p1", "a/p1")
    assert counted(room) == "1 of 10"
    del room.participants["b/p1"]
    room.reflections = {key: each for key, each in room.reflections.items() if each.participant != "b/p1"}
    assert counted(room) == "1 of 11"


@given(st.lists(st.tuples(st.integers(0, 4), st.sets(st.integers(0, 2))), max_size=8), st.sampled_from([0, 5, 9]), st.booleans())
def test_attendance_never_lets_more_raise_a_theme_than_could(recorded: list[tuple[int, set[int]]], present: int, linked: bool) -> None:
    """Whatever was recorded of whom, counts stay between nobody and everybody, and the raisers keep theirs."""
    room, people = attended(present)
    room.session("other", parent=3)
    room.says(room.person("p1", "parent", "other"), "food", session="other")
    if linked:
        room.link(people[0], "other/p1")
    for who, parts in recorded:
        room.was_in(people[who], "s", *parts)
    count = room.finding("food").groups["parent"]
    assert 2 <= count.raised <= count.raised_at_most <= count.could <= room.compare().people["parent"]
