"""The example workshop, replayed from its data through the same verbs that a live session uses."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from workshop.clocks import read as read_clock
from workshop.model.perspective import PARENT
from workshop.model.reading import Reading
from workshop.model.records import Session, Statement, Verb
from workshop.plans import example_folder, load_plan
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop

SESSIONS = ("practitioners.toml", "parents.toml")
REHEARSED = "readback"
"""The plan that is rehearsed: short, and with another group's statements to answer, which the example has."""
MINUTES = 10.0
"""So long a rehearsal takes, unless told otherwise."""
_BOOT = "example"


def make_example(folder: Path) -> Workbook:
    """Make the example workshop in a new folder and leave it open, at the end of its last session."""
    data = example_folder()
    about = _read(data / "workshop.toml")
    replay = _Replay()
    book = create_workshop(folder, about["title"], cover=about["cover"].strip(), clock=replay)
    for theme in about["theme"]:
        book.describe_theme(
            theme["title"],
            description=theme.get("description", ""),
            aliases=theme.get("aliases", ()),
            priority=theme.get("priority", False),
            lead_organisation=theme.get("lead_organisation", ""),
        )
    statements: dict[str, Statement] = {}
    for place, name in enumerate(SESSIONS):
        told = _read(data / name)
        session, remarks = _replay_session(book, replay, told, statements)
        if place == 0:
            statements = _make_statements(book, session, about["statement"], remarks)
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


def _replay_session(
    book: Workbook, replay: _Replay, told: Mapping[str, Any], statements: Mapping[str, Statement]
) -> tuple[Session, dict[str, str]]:
    """Run one session again and return it, with the references of the remarks that the data name."""
    replay.now = told["start"]
    session = book.start_session(load_plan(told["plan"]), told["group"], present=told["present"], place=told["place"], title=told["title"])
    for person in told["participants"]:
        book.describe_participant(session, person["code"], organisation=person.get("organisation", ""), role=person.get("role", ""))
    remarks: dict[str, str] = {}
    for minutes, event in _in_order(told):
        replay.now = told["start"] + timedelta(minutes=minutes)
        if "line" in event:
            saved = book.capture(session, event["line"])
            if "key" in event:
                remarks[event["key"]] = saved.ref
        elif event["verb"] == "show":
            book.show(session, statements[event["statement"]])
        else:
            book.act(session, Verb(event["verb"]))
    return session, remarks


def _make_statements(book: Workbook, session: Session, told: list[dict[str, Any]], remarks: Mapping[str, str]) -> dict[str, Statement]:
    made = {}
    for each in told:
        statement = book.add_statement(each["text"], each["made_by"], theme=each["theme"], sources=[remarks[key] for key in each["from"]])
        for perspective, counts in each["hands"].items():
            agree, partly, disagree, unsure = counts
            book.answer_by_hands(session, statement, perspective, (agree, partly, disagree, unsure))
        made[each["key"]] = statement
    return made


def _in_order(told: Mapping[str, Any]) -> Iterator[tuple[float, dict[str, Any]]]:
    """The timeline and the remarks as one sequence; at one instant the timeline goes first."""
    events = [*told["timeline"], *told["remarks"]]
    for event in sorted(events, key=lambda each: (each["at"], "line" in each)):
        yield event["at"], event


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
