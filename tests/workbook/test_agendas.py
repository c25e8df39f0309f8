"""The published schedules of two courses, turned into plans: every start is the published one, and what a run of them took adds up."""

import csv
import json
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.workbook.conftest import Hands
from workshop.model.clock import Phase
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.model.timeofday import parse_time
from workshop.model.timetable import timetable
from workshop.workbook.book import Workbook

COURSES = ("git-novice", "python-novice-gapminder")


class Published(NamedTuple):
    """A course: its plan, and the minute at which each part begins, and the last one ends, as published."""

    plan: Plan
    starts: tuple[int, ...]


def published(shared: Path, course: str) -> Published:
    """Read a course's schedule, and write a plan of it as a person would."""
    with (shared / "data" / "agendas" / course / "expected_schedule.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    *parts, finish = rows
    assert finish["episode_file"] == "FINISH"
    text = "\n".join([f'title = "{course}"', *(line for part in parts for line in _activity(part))])
    return Published(parse_plan(text, course), tuple(int(row["published_start_min"]) for row in rows))


def _activity(part: dict[str, str]) -> Iterator[str]:
    rest = int(part["break"])
    yield "[[activity]]"
    yield f"title = {json.dumps(part['title'])}"
    yield f'kind = "{"break" if rest else "open"}"'
    yield f"minutes = {int(part['teaching']) + int(part['exercises']) + rest}"


@pytest.mark.parametrize("course", COURSES)
def test_every_start_is_the_published_one(shared: Path, course: str) -> None:
    """On paper, from the beginning and from nine o'clock."""
    plan, starts = published(shared, course)
    table = timetable(plan)
    assert [*(slot.begins for slot in table.slots), table.ends] == [f"{minute // 60}:{minute % 60:02}" for minute in starts]
    nine = timetable(plan, parse_time("9:00"))
    assert [*(slot.begins for slot in nine.slots), nine.ends] == [f"{9 + minute // 60:02}:{minute % 60:02}" for minute in starts]


@pytest.mark.parametrize("course", COURSES)
def test_every_planned_start_of_the_clock_is_the_published_one(shared: Path, course: str, book: Workbook, hands: Hands) -> None:
    """Of a session that is planned to begin at ten, and begins 7 minutes later, planned starts stay where they were published."""
    plan, starts = published(shared, course)
    ten = hands.wall
    session = book.start_session(plan, "parent", planned_start=ten)
    hands.pass_(7)
    book.act(session, Verb.START)
    status = book.status(session)
    assert [each.planned_start for each in status.activities] == [ten + timedelta(minutes=minute) for minute in starts[:-1]]
    assert status.planned_end == ten + timedelta(minutes=starts[-1])
    assert [each.projected_start for each in status.activities] == [ten + timedelta(minutes=minute + 7) for minute in starts[:-1]]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("course", COURSES)
def test_the_actuals_of_a_run_add_up(shared: Path, course: str, book: Workbook, hands: Hands, seed: int) -> None:
    """With random overruns, pauses, idle gaps and added time each activity took what it took, and all together the session's span."""
    plan, _ = published(shared, course)
    session = book.start_session(plan, "parent")
    took, paused, idle = run_through(book, session, hands, plan, random.Random(seed))  # noqa: S311  # made-up delays
    status = book.status(session)
    assert status.phase is Phase.ENDED
    assert [each.ledger.active for each in status.activities] == pytest.approx(took)
    assert [each.ledger.paused for each in status.activities] == pytest.approx(paused)
    assert status.idle == pytest.approx(idle)
    assert status.span == pytest.approx(sum(took) + sum(paused) + idle)
    assert status.ended is not None
    assert status.started is not None
    assert (status.ended - status.started).total_seconds() == pytest.approx(status.span)
    (timed,) = book.timings(session)
    assert [each.actual for each in timed.activities] == pytest.approx(took)
    assert [each.title for each in timed.activities] == [each.title for each in plan.activities]


def run_through(
    book: Workbook, session: Session, hands: Hands, plan: Plan, chance: random.Random
) -> tuple[list[float], list[float], float]:
    """Run a session from start to end; the seconds that each activity ran, that it was paused, and in which nothing ran."""
    took, paused, idle = [], [], 0.0
    book.act(session, Verb.START)
    for activity in plan.activities:
        first = activity.minutes * chance.uniform(0.2, 1.0)
        hands.pass_(first)
        rest = 0.0
        if chance.random() < 0.3:
            book.act(session, Verb.PAUSE)
            rest = chance.uniform(0.1, 6)
            hands.pass_(rest)
            book.act(session, Verb.RESUME)
        if chance.random() < 0.3:
            book.act(session, Verb.ADD, seconds=chance.choice((-60.0, 120.0, 300.0)))
        second = activity.minutes * chance.uniform(0.0, 0.7)
        hands.pass_(second)
        took.append((first + second) * 60)
        paused.append(rest * 60)
        if activity is plan.activities[-1]:
            book.act(session, Verb.END)
        elif chance.random() < 0.25:
            book.act(session, Verb.STOP)
            gap = chance.uniform(0.1, 4)
            hands.pass_(gap)
            idle += gap * 60
            book.act(session, Verb.START)
        else:
            book.act(session, Verb.NEXT)
    return took, paused, idle
