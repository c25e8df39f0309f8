"""`workshop timings`: planned against actual."""

import csv
import sys
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, tzinfo
from typing import Any

import click

from workshop.cli.clockstatus import rehearsal_mark
from workshop.cli.common import print_json, shelf, takes_home
from workshop.clocks import local_zone
from workshop.model.records import Session
from workshop.model.timing import ActivityTiming, Timing
from workshop.model.timingwords import actual, added, moment, planned, some, whole
from workshop.report.guard import guarded
from workshop.workbook.book import Workbook

_HEADER = ("", "activity", "planned", "added", "actual", "paused", "left out", "started", "ended", "remarks", "in overtime")


@click.command("timings")
@click.argument("workshop")
@click.option("--session", "session_ref", metavar="S", help="One session, such as S2. Else all that have a plan.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a list of sessions, lengths in seconds, instants ISO 8601.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV: a row an activity, and one for the whole of each session.")
@takes_home
def timings_command(workshop: str, session_ref: str | None, as_json: bool, as_csv: bool) -> None:
    """Print what each activity was planned to take, and what it took; and how much was said in it, in its overtime too."""
    if as_json and as_csv:
        raise click.UsageError("--json or --csv, not both")
    with shelf().open(workshop) as book:
        sessions = {each.id: each for each in book.sessions()}
        found = [(sessions[each.session], each) for each in book.timings(book.session(session_ref) if session_ref else None)]
        if as_json:
            print_json([_as_json(book.ref(session), timing) for session, timing in found])
        elif as_csv:
            _print_csv([(book.ref(session), timing) for session, timing in found])
        else:
            _print_tables(book, found)
    if not found:
        click.echo("No session with a plan was run here yet.", err=True)


def _print_tables(book: Workbook, found: Sequence[tuple[Session, Timing]]) -> None:
    from workshop.console import print_table  # noqa: PLC0415  # rich: 40 ms that --json and --csv save

    zone = local_zone()
    for session, timing in found:
        click.echo(f"{book.ref(session)}{rehearsal_mark(session)} {timing.title}: {whole(timing, zone)}")
        print_table(_HEADER, (_row(each, zone) for each in timing.activities))
        for note in timing.notes:
            click.echo(f"{moment(note.at, zone)}  {note.text}")
        if timing.elsewhere:
            click.echo(f"Remarks outside any activity: {timing.elsewhere}")


def _row(each: ActivityTiming, zone: tzinfo) -> tuple[str, ...]:
    said = (f"{each.reflections}", f"{each.in_overtime}") if each.reflections else ("", "")
    return (
        f"{each.number}",
        each.title,
        planned(each),
        added(each),
        actual(each),
        some(each.paused),
        some(each.discounted),
        moment(each.start, zone),
        moment(each.end, zone),
        *said,
    )


def _as_json(ref: str, timing: Timing) -> dict[str, Any]:
    names = (each.name for each in fields(timing) if each.name not in ("session", "activities", "notes"))
    whole = {name: _plain(getattr(timing, name)) for name in names}
    notes = [{"at": each.at.isoformat(), "text": each.text} for each in timing.notes]
    return {"session": ref} | whole | {"notes": notes, "activities": [_activity(each) for each in timing.activities]}


def _activity(timing: ActivityTiming) -> dict[str, Any]:
    return {each.name: _plain(getattr(timing, each.name)) for each in fields(timing)}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return round(value, 3) if isinstance(value, float) else value


def _print_csv(found: Sequence[tuple[str, Timing]]) -> None:
    """A row an activity; the row of the whole has no number."""
    names = [each.name for each in fields(ActivityTiming)]
    writer = csv.DictWriter(sys.stdout, ["session", "rehearsal", *names], lineterminator="\r\n")
    writer.writeheader()
    for ref, timing in found:
        for row in (*map(_activity, timing.activities), _whole_row(timing)):
            writer.writerow({"session": ref, "rehearsal": timing.rehearsal} | {name: _safe(value) for name, value in row.items()})


def _whole_row(timing: Timing) -> dict[str, Any]:
    """The whole of a session in the columns of an activity: sums of what its activities took."""
    sums = ("planned", "added", "actual", "paused", "discounted", "overtime", "reflections", "in_overtime")
    row: dict[str, Any] = {name: sum(getattr(each, name) for each in timing.activities) for name in sums}
    times = {name: _plain(getattr(timing, name)) for name in ("planned_start", "planned_end", "start", "end")}
    return {name: _plain(value) for name, value in row.items()} | times | {"title": timing.title, "kind": "whole session"}


def _safe(value: Any) -> Any:
    return guarded(value) if isinstance(value, str) else value
