"""The example workshop's data hold together, and give the comparison that their own table promises."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.compare.room import Room
from workshop.model.capture import Captured, Context, parse
from workshop.model.comparison import Comparison, ThemeFinding
from workshop.model.perspective import NOTE_TAKER
from workshop.model.plan import Kind
from workshop.model.records import Entry, Verb
from workshop.plans import example_folder, load_plan
from workshop.text import clean, fold

SESSIONS = ("practitioners", "parents")


def data(name: str) -> dict[str, Any]:
    """One file of the example."""
    return tomllib.loads(text(name))


def text(name: str) -> str:
    """One file of the example, as it stands."""
    return (example_folder() / f"{name}.toml").read_text("utf-8")


@dataclass(frozen=True)
class Line:
    """One remark: as it stands in the data, and as the note-taker's parser understands it."""

    given: dict[str, Any]
    captured: Captured


def lines(name: str) -> Iterator[Line]:
    """The remarks of a session, in their order."""
    session = data(name)
    activities = load_plan(session["plan"]).activities
    codes = {each["code"]: session["group"] for each in session["participants"]}
    for given in session["remarks"]:
        kind = activities[given["activity"] - 1].kind
        yield Line(given, parse(given["line"], Context(group=session["group"], codes=codes, kind=kind)))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """What is found in the data."""
    room, head = Room(), data("workshop")
    for theme in head["theme"]:
        room.theme(theme["title"], aliases=tuple(theme.get("aliases", ())))
    for statement in head["statement"]:
        room.statement(statement["key"], statement["made_by"], statement["theme"])
        for perspective, counts in statement["hands"].items():
            room.hands(perspective, statement["key"], *counts)
    for name in SESSIONS:
        _play(name, room)
    return room.compare()


def _play(name: str, room: Room) -> None:
    """The session's people, clock and remarks as records."""
    session = data(name)
    room.session(name, session["group"], present=session["present"])
    room.plans[name] = load_plan(session["plan"])
    people = {each["code"]: room.person(each["code"], session["group"], name) for each in session["participants"]}
    steps = enumerate(entry for entry in session["timeline"] if entry["verb"] != Verb.SHOW)
    room.timelines[name] = tuple(
        Entry(id=f"{name}-{step:02}", session=name, verb=Verb(entry["verb"]), at=session["start"]) for step, entry in steps
    )
    titles = {fold(title): title for title in room.themes}
    for line in lines(name):
        captured = line.captured
        who = people[captured.speaker.code] if captured.speaker.code else None
        if captured.answer:
            assert who is not None
            room.answers(who, line.given["statement"], captured.answer, name)
            continue
        remark = room.says(who, *(titles[fold(tag)] for tag in captured.themes), perspective=captured.speaker.perspective, session=name)
        room.reflections[remark.id] = replace(remark, activity=line.given["activity"] - 1, hands=captured.hands)


def promised() -> dict[str, tuple[str, ...]]:
    """The tables in the header of workshop.toml, by theme or statement: their cells."""
    rows = [re.split(r"\s{2,}", row.strip("# ")) for row in text("workshop").splitlines() if row.startswith("#   ")]
    return {row[0]: tuple(row[1:]) for row in rows if len(row) in {6, 7}}


def said(finding: ThemeFinding) -> tuple[str, ...]:
    """A theme's row as the header writes it."""
    counts = []
    for group in ("parent", "practitioner"):
        count = finding.groups[group]
        raised = f"{count.raised}" if count.raised == count.raised_at_most else f"{count.raised}-{count.raised_at_most}"
        counts.append(f"{raised} of {count.could}")
    return (*counts, finding.label, finding.strength or "-", "yes" if finding.fragile else "no", str(finding.contested))


def test_the_comparison_is_the_one_in_the_header(comparison: Comparison) -> None:
    """Counts, labels, strengths, steadiness and contested points of every theme are those that workshop.toml promises its readers."""
    found = {finding.theme: said(finding) for finding in comparison.themes}
    assert found == {theme: promised()[theme] for theme in found}


def test_the_answers_are_those_in_the_header(comparison: Comparison) -> None:
    """Answers, stances and what is contested are those that workshop.toml promises."""
    found = {}
    for statement in comparison.statements:
        cells = []
        for group in ("parent", "practitioner"):
            answers = statement.answers[group]
            cells += [f"{answers.agree} / {answers.partly} / {answers.disagree} / {answers.unsure}", statement.label[group]]
        found[statement.id] = (*cells, "yes" if statement.contested else "no")
    assert found == {key: promised()[key] for key in found}


def test_the_contested_point_lies_in_shared_ground(comparison: Comparison) -> None:
    """The parents challenge the statement about protecting children, inside a theme that both groups raised by themselves."""
    theme = next(finding for finding in comparison.themes if finding.theme == "Protecting children")
    statement = next(finding for finding in comparison.statements if finding.id == "protect")
    assert (theme.label, theme.contested) == ("shared", 1)
    assert (statement.label["parent"], statement.contested_by) == ("challenged", ("parent",))


@pytest.mark.parametrize("name", SESSIONS)
def test_every_line_is_understood_and_refers_to_what_is_there(name: str) -> None:
    """No mark is left in the words, every line names its speaker, every speaker, theme and statement is in the data."""
    head, session = data("workshop"), data(name)
    known = {fold(title) for theme in head["theme"] for title in (theme["title"], *theme.get("aliases", ()))}
    codes = {each["code"] for each in session["participants"]}
    for line in lines(name):
        captured = line.captured
        assert captured.speaker_given, line
        assert captured.speaker.code in codes or captured.speaker.perspective in {session["group"], NOTE_TAKER}, line
        assert {fold(tag) for tag in captured.themes} <= known, line
        assert not re.search(r"(?:^|\s)[#!@]\w|\\|\*$|\bx\d", captured.text), line
        assert clean(line.given["line"]) == line.given["line"]
        assert not captured.unfinished, line
        assert ("statement" in line.given) == bool(captured.answer), line
    keys = {remark["key"] for each in SESSIONS for remark in data(each)["remarks"] if "key" in remark}
    assert {key for statement in head["statement"] for key in statement["from"]} == keys


@pytest.mark.parametrize("name", SESSIONS)
def test_every_remark_falls_in_its_activity(name: str) -> None:
    """Times go up, and a remark's time lies between the clock's entries of its activity and, when it answers, of its statement."""
    session = data(name)
    plan = load_plan(session["plan"])
    times = [remark["at"] for remark in session["remarks"]]
    assert times == sorted(set(times))
    events = sorted([*session["timeline"], *session["remarks"]], key=lambda event: event["at"])
    activity, statement = 0, None
    for event in events:
        if event.get("verb") in {Verb.START, Verb.NEXT}:
            activity, statement = activity + 1, None
        elif event.get("verb") == Verb.SHOW:
            statement = event["statement"]
            assert plan.activities[activity - 1].kind is Kind.SHOW
        elif "line" in event:
            assert (event["activity"], event.get("statement")) == (activity, statement), event
    assert activity == len(plan.activities)
    assert events[-1]["verb"] == Verb.END


def test_everybody_answers_each_statement_once() -> None:
    """Eight parents, five statements, forty answers."""
    answers = [(line.given["statement"], line.captured.speaker.code) for line in lines("parents") if line.captured.answer]
    assert len(answers) == len(set(answers)) == 40


def test_the_cover_tells_fact_from_fiction() -> None:
    """The cover names the source, the order of themes and organisations that the example assumes, and what was made up."""
    cover = data("workshop")["cover"]
    for matter in ("What is fact.", "What was written for the example.", "About Families", "in the order", "naive and middle class"):
        assert matter in cover
    assert [theme["lead_organisation"] for theme in data("workshop")["theme"] if theme.get("priority")] == [
        "Save the Children",
        "Scottish Book Trust",
        "Plan B Partnership",
        "One Parent Families Scotland",
    ]
