"""The example workshop's data hold together, and give the comparison that their own table promises."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.compare.room import Room
from workshop.model.capture import Captured, Context, parse
from workshop.model.comparison import Comparison, ThemeFinding
from workshop.model.perspective import NOTE_TAKER
from workshop.model.plan import Kind
from workshop.model.recommendation import Progress
from workshop.model.records import Elicited, Entry, Response, Verb
from workshop.plans import example_folder, load_plan
from workshop.text import clean, fold
from workshop.workbook.example import make_example

SESSIONS = ("practitioners", "parents", "again")


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
    codes = dict.fromkeys(people(session), session["group"])
    for given in session["remarks"]:
        kind = activities[given["activity"] - 1].kind
        yield Line(given, parse(given["line"], Context(group=session["group"], codes=codes, kind=kind)))


def people(session: dict[str, Any]) -> tuple[str, ...]:
    """The codes in use in a session: its own, or those of an earlier one of its cohort."""
    cohort = session.get("cohort")
    same = [each for each in map(data, SESSIONS) if each.get("cohort") == cohort] if cohort else [session]
    return tuple(person["code"] for each in same for person in each["participants"])


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
    cohort = session.get("cohort", name)
    room.session(name, session["group"], cohort, present=session["present"])
    room.plans[name] = plan = load_plan(session["plan"])
    here = {code: room.person(code, session["group"], cohort) for code in people(session)}
    for code in session.get("absent", ()):
        room.was_in(here[code], name)
    steps = enumerate(entry for entry in session["timeline"] if entry["verb"] != Verb.SHOW)
    room.timelines[name] = tuple(
        Entry(id=f"{name}-{step:02}", session=name, verb=Verb(entry["verb"]), at=session["start"]) for step, entry in steps
    )
    titles = {fold(title): title for title in room.themes}
    for line in lines(name):
        captured = line.captured
        who = here[captured.speaker.code] if captured.speaker.code else None
        if captured.answer or captured.answers:
            given = _answer(room, name, line, who)
            room.responses[given.id] = replace(given, back=plan.answers_back)
            continue
        remark = room.says(who, *(titles[fold(tag)] for tag in captured.themes), perspective=captured.speaker.perspective, session=name)
        elicited = Elicited.PROMPTED if plan.answers_back else Elicited.OPEN
        room.reflections[remark.id] = replace(
            remark, activity=line.given["activity"] - 1, hands=captured.hands, elicited=elicited, statement=line.given.get("statement")
        )


def _answer(room: Room, session: str, line: Line, who: str | None) -> Response:
    """Somebody's answer, or a show of hands."""
    captured, statement = line.captured, line.given["statement"]
    if captured.answers:
        return room.hands(captured.speaker.perspective, statement, *captured.answers, session=session)
    assert who is not None
    assert captured.answer is not None
    return room.answers(who, statement, captured.answer, session)


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
    codes = set(people(session))
    for line in lines(name):
        captured = line.captured
        assert captured.speaker_given, line
        assert captured.speaker.code in codes or captured.speaker.perspective in {session["group"], NOTE_TAKER}, line
        assert {fold(tag) for tag in captured.themes} <= known, line
        assert not re.search(r"(?:^|\s)[#!@]\w|\\|\*$|\bx\d", captured.text), line
        assert clean(line.given["line"]) == line.given["line"]
        assert not captured.unfinished, line
        answered = bool(captured.answer or captured.answers)
        assert answered if name == "parents" and "statement" in line.given else "statement" in line.given or not answered, line


def test_every_key_is_a_remark_that_something_rests_on() -> None:
    """What statements and recommendations rest on is there, and no remark has a key for nothing."""
    sessions = [data(each) for each in SESSIONS]
    keys = [remark["key"] for each in sessions for remark in each["remarks"] if "key" in remark]
    resting = [*data("workshop")["statement"], *(each for session in sessions for each in session.get("recommend", ()))]
    assert {key for each in resting for key in each["from"]} == set(keys)
    assert len(keys) == len(set(keys))


def test_everybody_was_asked_what_they_agree_to() -> None:
    """Each person has one level, in the session where they got their sticker; each room has one; most may be quoted, not all."""
    asked = [code for name in SESSIONS for codes in data(name).get("consent", {}).values() for code in codes]
    assert sorted(asked) == sorted(person["code"] for name in SESSIONS for person in data(name)["participants"])
    assert all(data(name)["room"] for name in SESSIONS)
    quoted = [code for name in SESSIONS for code in data(name).get("consent", {}).get("quote", ())]
    assert len(asked) / 2 < len(quoted) < len(asked)


def test_only_who_was_there_answers_back() -> None:
    """Nobody who stayed away has a line, each of those who were there gives at most one answer, and the counts are of them all."""
    session = data("again")
    spoke = [line.captured.speaker.code for line in lines("again") if line.captured.answer]
    here = set(people(session)) - set(session["absent"])
    assert set(spoke) <= here
    assert len(spoke) == len(set(spoke)) == len(here) == session["present"]["practitioner"]
    (hands,) = [line.captured.answers for line in lines("again") if line.captured.answers]
    assert sum(hands) == len(here)


def test_what_was_promised_stands_in_the_workshop(tmp_path: Path) -> None:
    """Replayed, what was contested is answered by commitments, one done and one overdue, and most of the words may be quoted."""
    with make_example(tmp_path / "example") as book:
        found = book.recommendations()
        challenged = {each.statement.id for each in book.challenges() if each.back.asked}
        may, of = book.quotable()
    assert challenged == {each.recommendation.statement for each in found if each.recommendation.statement}
    assert [each.progress for each in found] == [Progress.UNDER_WAY, Progress.OPEN, Progress.DONE]
    assert [each.overdue for each in found] == [True, True, False]
    assert [bool(each.recommendation.side) for each in found] == [False, True, True]
    assert of / 2 < may < of


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
