"""What holds for any records at all."""

from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.room import Room, by_title
from workshop.compare.as_json import comparison_json
from workshop.compare.comparison import compare
from workshop.compare.narrowing import in_sessions
from workshop.compare.sides import Side, divided
from workshop.compare.why import why
from workshop.model.comparison import Comparison, GroupCount, StatementFinding, ThemeFinding
from workshop.model.records import Elicited

T = TypeVar("T")
GROUPS = ("parent", "practitioner", "both")
THEMES = ("food", "debt", "buses")
ANSWERS = ("agree", "partly", "disagree", "unsure")


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Two cohorts of made-up people, some counted, some not; what they said, and what they answered."""
    room = Room()
    for name in ("tuesday", "thursday"):
        room.session(name, present=draw(st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 10), max_size=2)))
    people: list[str] = []
    for cohort in ("tuesday", "thursday"):
        for group in GROUPS:
            people += room.people(draw(st.integers(0, 6)), group, cohort)
    for title in THEMES:
        room.theme(title)
    room.statement("theirs", "practitioner", "food")
    room.statement("ours", "parent", draw(st.sampled_from(THEMES)))
    speakers = st.sampled_from([*people, None]) if people else st.none()
    said = st.tuples(speakers, st.sampled_from(THEMES), st.sampled_from(GROUPS), st.sampled_from(("tuesday", "thursday")), st.booleans())
    for who, theme, group, session, is_open in draw(st.lists(said, max_size=30)):
        session_of = room.participants[who].cohort if who else session
        (room.says if is_open else room.prompted)(who, theme, perspective=group, session=session_of)
    for who, statement, answer in draw(
        st.lists(st.tuples(st.sampled_from(people), st.sampled_from(("theirs", "ours")), st.sampled_from(ANSWERS)), max_size=30)
        if people
        else st.just([])
    ):
        room.answers(who, statement, answer, room.participants[who].cohort)
    if draw(st.booleans()):
        room.hands("parent", "theirs", *draw(st.tuples(*[st.integers(0, 6)] * 4)), session="tuesday")
    return room


def everything(comparison: Comparison) -> dict[str, Any]:
    return comparison_json(comparison)


@given(rooms())
def test_any_records_give_a_comparison_that_can_be_explained(room: Room) -> None:
    """Counts are within their denominators, gaps within their intervals, and every finding has a reason."""
    comparison = room.compare()
    assert len(comparison.themes) == 3
    for finding in comparison.themes:
        for count in finding.groups.values():
            assert 0 <= count.raised <= count.raised_at_most <= count.could
        assert (finding.gap is None) == (finding.interval is None)
        if finding.interval:
            assert finding.interval[0] <= (finding.gap or 0) <= finding.interval[1]
        assert (finding.leader is None) == (not finding.strength)
    findings: list[ThemeFinding | StatementFinding] = [*comparison.themes, *comparison.statements]
    for one in findings:
        assert all(why(one, comparison))


@given(rooms(), st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(room: Room, random: Any) -> None:
    """Another laptop reads the same journals in another order."""
    before = everything(room.compare())

    def shuffled(records: dict[str, T]) -> dict[str, T]:
        items = list(records.items())
        random.shuffle(items)
        return dict(items)

    room.sessions, room.participants = shuffled(room.sessions), shuffled(room.participants)
    room.reflections, room.codings = shuffled(room.reflections), shuffled(room.codings)
    room.themes, room.statements, room.responses = shuffled(room.themes), shuffled(room.statements), shuffled(room.responses)
    assert everything(room.compare()) == before


@given(rooms())
def test_swapping_the_perspectives_mirrors_the_comparison(room: Room) -> None:
    """Labels, counts and contested points stay; the gap changes its sign."""
    there, back = (by_title(room.compare(between)) for between in (("parent", "practitioner"), ("practitioner", "parent")))
    for title, one in there.items():
        other = back[title]
        assert (other.label, other.strength, other.leader, other.fragile) == (one.label, one.strength, one.leader, one.fragile)
        assert (other.contested, other.confirmed, other.one_session) == (one.contested, one.confirmed, one.one_session)
        assert dict(other.groups) == dict(one.groups)
        if one.gap is not None and one.interval:
            assert other.gap == -one.gap
            assert other.interval == (-one.interval[1], -one.interval[0])


@given(rooms())
def test_a_persons_tenth_remark_on_a_theme_changes_nothing(room: Room) -> None:
    """People are counted, so only the number of remarks grows."""
    before = room.compare()
    theme_of = {coding.reflection: coding.theme for coding in room.codings.values()}
    for one in [one for one in room.reflections.values() if one.elicited is Elicited.OPEN and one.participant]:
        room.says(one.participant, theme_of[one.id], session=one.session)
    after = room.compare()
    assert [_without_remarks(one) for one in after.themes] == [_without_remarks(one) for one in before.themes]
    assert (after.statements, after.notes) == (before.statements, before.notes)


def _without_remarks(finding: ThemeFinding) -> ThemeFinding:
    return replace(finding, groups={group: replace(count, reflections=0) for group, count in finding.groups.items()})


@given(rooms(), st.sampled_from(GROUPS))
def test_a_silent_attender_changes_only_denominators(room: Room, group: str) -> None:
    """Where nobody counted heads, one more person who says nothing is one more who could have; where they did, nothing changes."""
    before = by_title(room.compare())
    room.person("silent", group, "tuesday")
    after = by_title(room.compare())
    counted = group in dict(room.sessions["tuesday"].present)
    for title, finding in after.items():
        for name, count in finding.groups.items():
            was = before[title].groups.get(name, GroupCount(raised=0, raised_at_most=0, could=0, reflections=0))
            assert count.raised >= was.raised
            assert (count.reflections, count.not_attributed, count.prompted) == (was.reflections, was.not_attributed, was.prompted)
            if counted or name != group:
                assert count == was
            else:
                assert count.could - was.could in {0, 1}


@given(rooms())
def test_someone_not_asked_changes_no_stance(room: Room) -> None:
    """Silence is in no statement's numbers."""
    before = room.compare().statements
    for group in GROUPS:
        room.person("silent", group, "tuesday")
    assert room.compare().statements == before


@settings(max_examples=60)
@given(st.integers(0, 6), st.integers(4, 6), st.integers(0, 8), st.integers(4, 8))
def test_a_theme_is_fragile_if_leaving_out_a_person_changes_its_label(a: int, m: int, b: int, n: int) -> None:
    """By counts it comes out as by taking each person's records away in turn."""
    room = Room()
    room.theme("food")
    parents, practitioners = room.people(m, "parent"), room.people(n, "practitioner")
    for who in (*parents[:a], *practitioners[:b]):
        room.says(who, "food")
    room.says(None, "bus", perspective="other")
    finding = room.finding("food")

    def without(person: str) -> tuple[str, str]:
        left = Room()
        left.themes, left.codings = room.themes, room.codings
        left.participants = {key: one for key, one in room.participants.items() if key != person}
        left.reflections = {key: one for key, one in room.reflections.items() if one.participant != person}
        found = left.finding("food")
        return found.label, found.strength

    changes = any(without(person) != (finding.label, finding.strength) for person in (*parents, *practitioners))
    assert finding.fragile == changes


@given(rooms())
def test_any_records_can_be_divided_into_sides(room: Room) -> None:
    """The parents of two sessions are compared like any two groups: explained, mirrored, and nobody counted who was not there."""
    tuesday, thursday = (Side("parent", name, frozenset({name})) for name in ("tuesday", "thursday"))
    there = compare(divided(room.records(), (tuesday, thursday)), (tuesday.name, thursday.name))
    back = by_title(compare(divided(room.records(), (thursday, tuesday)), (thursday.name, tuesday.name)))
    whole = by_title(room.compare())
    for finding in there.themes:
        assert why(finding, there)
        other = back[finding.theme]
        assert (finding.label, finding.strength, finding.fragile) == (other.label, other.strength, other.fragile)
        sides = [finding.groups[side.name] for side in (tuesday, thursday)]
        assert sum(count.reflections for count in sides) == whole[finding.theme].groups["parent"].reflections
        assert all(0 <= count.raised <= count.raised_at_most <= count.could for count in sides)


@given(rooms())
def test_a_part_counts_what_its_sessions_count(room: Room) -> None:
    """The sessions are of different people, so that what each counts alone adds up to the whole; all of them are the whole."""
    records, whole = room.records(), by_title(room.compare())
    parts = [by_title(compare(in_sessions(records, {name}))) for name in ("tuesday", "thursday")]
    for title, finding in whole.items():
        for group in ("parent", "practitioner"):
            counts = [part[title].groups[group] for part in parts]
            assert sum(count.raised for count in counts) == finding.groups[group].raised
            assert sum(count.could for count in counts) == finding.groups[group].could
    assert by_title(compare(in_sessions(records, {"tuesday", "thursday"}))) == whole
