"""The example workshop, replayed from its data through the same verbs that a live session uses."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from workshop.clocks import read as read_clock
from workshop.model.perspective import PARENT
from workshop.model.reading import Reading
from workshop.model.recommendation import Progress
from workshop.model.records import Consent, Session, Statement, Verb
from workshop.plans import example_folder, load_plan
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted
from workshop.workbook.shelf import create_workshop

SESSIONS = ("practitioners.toml", "parents.toml", "again.toml")
REHEARSED = "readback"
"""The plan that is rehearsed: short, and with another group's statements to answer, which the example has."""
MINUTES = 10.0
"""So long a rehearsal takes, unless told otherwise."""
_BOOT = "example"


def make_example(folder: Path) -> Workbook:
    """Make the example workshop in a new folder and leave it open, at the end of its last session."""
    data = example_folder()
    about = _read(data / "workshop.toml")
    clock = _Replay()
    book = create_workshop(folder, about["title"], cover=about["cover"].strip(), clock=clock)
    for theme in about["theme"]:
        book.describe_theme(
            theme["title"],
            description=theme.get("description", ""),
            aliases=theme.get("aliases", ()),
            priority=theme.get("priority", False),
            lead_organisation=theme.get("lead_organisation", ""),
        )
    made = _Made()
    for place, name in enumerate(SESSIONS):
        told = _read(data / name)
        session = _replay_session(book, clock, told, made)
        if place == 0:
            _make_statements(book, session, about["statement"], made)
        _recommend(book, clock, session, told.get("recommend", ()), made)
    book.read_clock = read_clock  # from here on it is now
    return book


def rehearse(book: Workbook, speed: float | None = None) -> Session:
    """Begin a rehearsal with eight made-up parents in the example workshop, `speed` times as fast as real time, else in ten minutes.

    Raises WorkshopError where nobody can keep up with that speed.
    """
    plan = load_plan(REHEARSED)
    return book.start_session(plan, PARENT, present={PARENT: 8}, rehearsal=plan.minutes / MINUTES if speed is None else speed)


class _Replay:
    """The clock of the replay: wherever the data says."""

    def __init__(self) -> None:
        self.now = datetime(2012, 6, 1, tzinfo=UTC)

    def __call__(self) -> Reading:
        return Reading(self.now, self.now.timestamp(), _BOOT)


@dataclass(frozen=True)
class _Made:
    """What the replay has made so far, by the keys that the data give it: remarks' references, and statements."""

    remarks: dict[str, str] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)


def _replay_session(book: Workbook, clock: _Replay, told: Mapping[str, Any], made: _Made) -> Session:
    """Run one session again: who came, what was said, and at its end what people agreed to."""
    clock.now = told["start"]
    session = book.start_session(
        load_plan(told["plan"]),
        told["group"],
        present=told["present"],
        place=told["place"],
        cohort=told.get("cohort", ""),
        title=told["title"],
    )
    for person in told["participants"]:
        book.describe_participant(session, person["code"], organisation=person.get("organisation", ""), role=person.get("role", ""))
    for code in told.get("absent", ()):
        book.set_attendance(session, code, ())
    for minutes, event in _in_order(told):
        clock.now = told["start"] + timedelta(minutes=minutes)
        if "line" in event:
            saved = book.capture(session, event["line"])
            if "key" in event:
                made.remarks[event["key"]] = saved.ref
        elif event["verb"] == "show":
            book.show(session, made.statements[event["statement"]])
        else:
            book.act(session, Verb(event["verb"]))
    for level, codes in told.get("consent", {}).items():
        for code in codes:
            book.set_consent(session, code, Consent(level))
    book.set_room_consent(session, Consent(told["room"]))
    return session


def _make_statements(book: Workbook, session: Session, told: list[dict[str, Any]], made: _Made) -> None:
    for each in told:
        sources = [made.remarks[key] for key in each["from"]]
        statement = book.add_statement(each["text"], each["made_by"], theme=each["theme"], sources=sources)
        for perspective, counts in each["hands"].items():
            agree, partly, disagree, unsure = counts
            book.answer_by_hands(session, statement, perspective, (agree, partly, disagree, unsure))
        made.statements[each["key"]] = statement


def _recommend(book: Workbook, clock: _Replay, session: Session, told: Iterable[dict[str, Any]], made: _Made) -> None:
    """What was recommended and promised at the session's end, and what was heard of each later."""
    for each in told:
        statement = made.statements.get(each.get("statement", ""))
        wanted = Wanted(
            text=each["text"],
            side=each.get("side", ""),
            lead=each["lead"],
            due=each["due"],
            themes=tuple(each.get("themes", ())),
            sources=tuple(made.remarks[key] for key in each["from"]),
            statement=book.ref(statement) if statement else "",
        )
        reference = book.ref(book.recommend(wanted, session))
        now = clock.now
        for note in each.get("notes", ()):
            clock.now = note["at"]
            book.follow_up(reference, note["text"], Progress(note["progress"]))
        clock.now = now


def _in_order(told: Mapping[str, Any]) -> Iterator[tuple[float, dict[str, Any]]]:
    """The timeline and the remarks as one sequence; at one instant the timeline goes first."""
    events = [*told["timeline"], *told["remarks"]]
    for event in sorted(events, key=lambda each: (each["at"], "line" in each)):
        yield event["at"], event


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
