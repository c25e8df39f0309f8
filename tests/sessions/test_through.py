"""Every ready-made plan runs through, with made-up people and a clock that the test moves, to what it promises and its report."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.conftest import Tell
from tests.sessions.playing import CAST, Played, play
from workshop.model.plan import Kind
from workshop.model.records import Elicited, Verb
from workshop.model.search import Filter
from workshop.plans import load_plan, plan_names

KINDS = ("themes", "lanes", "votes", "points", "answers", "agreed", "turns", "readings", "off record", "tables", "carried")
"""What a session can come to, in the order of the table."""


def row(name: str, cells: Iterable[str]) -> str:
    """A row of the table of what each plan comes to."""
    return " ".join([f"{name:26}", *(f"{cell:>10}" for cell in cells)])


TABLE = f"What each plan comes to when its rehearsal is played:\n{row('plan', KINDS)}"


def outputs(played: Played) -> Mapping[str, int]:
    """How much of each the sessions of the plan came to, as the report or the workshop has it; what there is none of is left out."""
    book = played.book
    ids = {each.id for each in played.sessions}
    comparison, view = book.compare(), book.view("working")
    said = [each for each in book.records.reflections.values() if each.session in ids]
    activities = [activity for each in played.sessions for activity in book.activities(each)]
    scales = {lane for activity in activities if activity.kind is Kind.RATE for lane in activity.lanes}
    found = {
        "themes": len(comparison.themes),
        "lanes": len({each.lane for each in view.reflections} & {each.lane for each in said} - scales - {""}),
        "votes": sum(len(each.themes) for each in comparison.priorities),
        "points": len(points(played)),
        "answers": len([each for each in book.records.responses.values() if each.session in ids]),
        "agreed": len([each for each in book.recommendations() if each.recommendation.session in ids]),
        "turns": sum(entry.verb is Verb.TURN for each in ids for entry in book.records.timelines[each]),
        "readings": sum(each.artwork is not None for each in said),
        "off record": sum("off" in each.kinds for each in said),
        "tables": len(view.outcomes),
        "carried": carried(played),
    }
    return {kind: amount for kind, amount in found.items() if amount}


def points(played: Played) -> Mapping[str, float]:
    """How far parents and practitioners are apart in each theme that they gave points to."""
    return {each.theme: each.gap for each in played.book.ratings() if each.gap is not None}


def carried(played: Played) -> int:
    """With how many lines the next session with the same people would begin."""
    book, last = played.book, played.sessions[-1]
    after = book.start_session(book.plan_of(last), last.group, cohort=last.cohort)
    try:
        return len(book.carried(after).lines)
    finally:
        book.repository.remove(after)


def promised(name: str) -> set[str]:
    """What a plan's activities come to when they are gone through, by their kinds, lanes and turns."""
    if name == "supervision":
        return {"off record"}
    activities = load_plan(name).activities
    kinds = {Kind.VOTE: "votes", Kind.RATE: "points", Kind.SHOW: "answers", Kind.RECOMMEND: "agreed"}
    found = {"themes"} | {kinds[each.kind] for each in activities if each.kind in kinds}
    found = found - {"answers"} | {"readings"} if any(each.artworks for each in activities) else found
    found |= {"lanes"} if any(each.lanes and each.kind is not Kind.RATE for each in activities) else set()
    found |= {"tables"} if any(each.lanes or each.kind is Kind.RECOMMEND for each in activities) else set()
    found |= {"carried"} if any(each.kind in (Kind.RECOMMEND, Kind.VOTE) for each in activities) else set()
    return found | ({"turns"} if any(each.turns for each in activities) else set())


@pytest.mark.parametrize("name", plan_names())
def test_a_plan_runs_through_to_its_report(name: str, tmp_path: Path, tell: Tell) -> None:
    """Each activity takes its minutes, each kind of activity leaves what it is for, and the page of the report is made."""
    played = play(name, tmp_path)
    found = outputs(played)
    tell(TABLE, row(name, (f"{found.get(kind, '-')}" for kind in KINDS)))
    assert set(found) >= promised(name), "what it promises"
    plan = load_plan(name)
    for session in played.sessions:
        assert played.book.status(session).span == pytest.approx(plan.minutes * 60)
        lanes = {lane for each in plan.activities for lane in each.lanes if each.kind is not Kind.RATE}
        said = {each.lane for each in played.book.records.reflections.values() if each.session == session.id}
        assert not (lanes - said) or name == "supervision"
    pages = played.book.export(("html",), tmp_path / "out")
    page = pages[0].read_text("utf-8")
    assert f"Playing {name}" in page
    assert all(theme.theme in page for theme in played.book.compare().themes)
    came_to = played.book.export(("outcomes",), tmp_path / "out")
    page, tables = came_to[0].read_text("utf-8"), {path.stem for path in came_to[1:]}
    view = played.book.view()
    assert all(row.name in page for outcome in view.outcomes for row in outcome.rows)
    assert tables == {f"outcome-{outcome.name}" for outcome in view.outcomes}
    played.book.close()


def test_points_show_the_gap_between_the_groups(tmp_path: Path) -> None:
    """Steps check: services give each step two points more than parents, and no step counts as raised by anybody: it was on the list."""
    played = play("steps-check", tmp_path)
    assert len(points(played)) == 7
    assert points(played) == pytest.approx(dict.fromkeys(points(played), -2))
    raised = {each.theme: [group.reflections for group in each.groups.values()] for each in played.book.compare().themes}
    assert {raised[theme][place] for theme in points(played) for place in (0, 1)} == {0}
    assert raised["Fares"][0] > 0
    said = [each for each in played.book.records.reflections.values() if each.lane.isdecimal()]
    assert {each.elicited for each in said} == {Elicited.PROMPTED}


@pytest.mark.parametrize(
    "name", ["enablers-and-barriers", "data-sharing", "mapping-services", "asset-mapping", "needs-and-assets", "skills-bank"]
)
def test_each_lane_can_be_compared_by_itself(name: str, tmp_path: Path) -> None:
    """In each lane all of both groups were asked, so that who raised nothing there is a count too."""
    book = play(name, tmp_path).book
    for lane in (lane for activity in load_plan(name).activities for lane in activity.lanes):
        found = [each.groups for each in book.compare(lane=lane).themes]
        raised = [{group: count for group, count in groups.items() if count.raised} for groups in found]
        assert any(raised), lane
        assert {count.could for groups in raised for count in groups.values()} == {5}, lane


def test_the_deal_is_carried_to_the_next_session(tmp_path: Path) -> None:
    """Each side has its commitments, and the next session with the same people begins with what is still open."""
    played = play("the-deal", tmp_path)
    sides = {each.recommendation.side for each in played.book.open_recommendations()}
    assert sides == {"", "parent", "practitioner"}
    assert played.book.carried_over() == "2 commitments and 1 recommendation are open from before"
    assert "we promised last time" in load_plan("the-deal").activities[0].prompt


def test_an_inquiry_goes_on_from_the_last_session(tmp_path: Path) -> None:
    """The second and third session have the people of the first, its themes, and what was agreed in it, and nothing is typed again."""
    book = play("inquiry-3-change", tmp_path).book
    team = [each for each in book.sessions() if each.group == "practitioner"]
    assert [each.plan_name for each in team] == ["inquiry-1-question", "inquiry-2-evidence", "inquiry-3-change"]
    assert len([each for each in book.records.participants.values() if each.perspective == "practitioner"]) == len(CAST["practitioner"])
    assert {each.recommendation.session for each in book.open_recommendations()} >= {each.id for each in team}
    practitioners = {theme.theme: theme.groups["practitioner"] for theme in book.compare().themes}
    assert practitioners["Forms"].reflections > practitioners["Forms"].raised == 2, "who says it in three sessions is one person still"


def test_a_story_is_counted_without_its_words(tmp_path: Path) -> None:
    """Story circle: who, and what it was about; not a word of it is kept, and each had a turn."""
    played = play("story-circle", tmp_path)
    assert {each.text for each in played.book.records.reflections.values()} == {""}
    assert next(each for each in played.book.compare().themes if each.theme == "Fares").groups["parent"].raised == 2


def test_supervision_leaves_nothing_for_a_report(tmp_path: Path) -> None:
    """Of what was talked about off the record there is a mark and no word, and no report quotes any."""
    played = play("supervision", tmp_path)
    assert not any(each.text for each in played.book.records.reflections.values())
    assert not any(each.quote.text for each in played.book.view().reflections)


def test_supervision_s_words_go_back_to_the_person_alone(tmp_path: Path) -> None:
    """What someone asked to have written is found by their sticker, and is gone when they have it on paper."""
    played = play("supervision", tmp_path)
    book, (session,) = played.book, played.sessions
    book.capture(session, 'r2: "I will ask her first" #asking-first', activity=3)
    assert [each.text for each in book.search(Filter.parse("person=r2"))] == ["I will ask her first"]
    book.withdraw(book.withdrawal("r2", session))
    assert not any(each.text for each in book.records.reflections.values())


def test_hands_are_counted_at_a_place(tmp_path: Path) -> None:
    """Walk the place: the line in its notes is a show of hands, in its lane, at a place; children stand beside parents."""
    played = play("walk-the-place", tmp_path)
    book, session = played.book, played.sessions[0]
    walk = next(place for place, each in enumerate(book.activities(session)) if each.lanes)
    saved = book.capture(session, "!not-safe the steps behind the shop #shop-steps x7", activity=walk).reflection
    assert saved is not None
    assert (saved.lane, saved.hands, saved.perspective) == ("not safe", 7, "young person")
    found = book.compare(between=("young person", "parent"))
    assert found.between == ("young person", "parent")
    assert {"Broken glass", "Damp"} <= {each.theme for each in found.themes}


def test_a_budget_is_given_out_by_each_person(tmp_path: Path) -> None:
    """A shared budget: nobody gives more than their hundred, and what each group gave to a theme stands side by side."""
    played = play("shared-budget", tmp_path)
    (votes,) = played.book.compare().priorities
    assert dict(votes.voted) == {"parent": 5, "practitioner": 5}
    ballots = [each for session in played.sessions for each in played.book.ballots(session, 3)]
    assert {sum(each.given.values()) for each in ballots} == {100}
