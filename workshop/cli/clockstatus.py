"""How a session's clock stands, and what a catch-up proposes: as lines, as a table, and as JSON."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from workshop.clocks import local_zone
from workshop.model.catchup import Proposal, Row
from workshop.model.clock import ActivityStatus, Status
from workshop.model.clock.words import clock_time, deadline, late_start, nearest_minute, nothing_running, pace, since_start
from workshop.model.duration import countdown, face
from workshop.model.records import Session
from workshop.workbook.book import Workbook


def status_line(book: Workbook, session: Session, status: Status) -> str:
    """One line: which session, which activity, how long it has, how the whole stands."""
    zone = local_zone()
    words = [f"{book.ref(session)}{rehearsal_mark(session)} {status.phase}"]
    if status.current is not None:
        words.append(f"{status.current.index + 1}. {status.current.title}, {countdown(status.current.remaining)}")
    if status.turn is not None:
        words.append(f"turn {status.turn.number}: {status.turn.who}")
    shown = book.on_show(session)
    if shown is not None:
        words.append(f"{book.ref(shown)} on show")
    late = late_start(status)
    stands = [f"by the clock {pace(status, zone)}", late, since_start(status)] if late else [pace(status, zone)]
    words += [nothing_running(status), *stands, deadline(status, zone)]
    return "; ".join(each for each in words if each)


def rehearsal_mark(session: Session) -> str:
    """The mark of a rehearsal, such as " (rehearsal x60)"; empty for a session with people."""
    return "" if session.rehearsal is None else f" (rehearsal x{session.rehearsal:g})"


def status_json(book: Workbook, session: Session, status: Status) -> dict[str, Any]:
    """The same, and every activity, for machines. Lengths are seconds, instants ISO 8601, `starts` the local time of day."""
    zone = local_zone()
    statement, artwork = book.statement_on_show(session), book.artwork_on_show(session)
    return {
        "session": book.ref(session),
        "rehearsal": session.rehearsal,
        "phase": status.phase.value,
        "activity": status.current.index + 1 if status.current else None,
        "title": status.current.title if status.current else None,
        "remaining_seconds": round(status.current.remaining, 3) if status.current else None,
        "nothing_running_seconds": None if status.nothing_running is None else round(status.nothing_running, 3),
        "behind_seconds": round(status.behind, 3),
        "behind_clock_seconds": None if status.behind_clock is None else round(status.behind_clock, 3),
        "planned_start": _iso(status.planned_start),
        "planned_end": _iso(status.planned_end),
        "started": _iso(status.started),
        "ended": _iso(status.ended),
        "ends_by": _iso(status.ends_by),
        "projected_end": status.projected_end.isoformat(),
        "statement": book.ref(statement) if statement else None,
        "artwork": book.ref(artwork) if artwork else None,
        "turn": status.turn.who if status.turn else None,
        "words": pace(status, zone),
        "activities": [_activity_json(each) for each in status.agenda],
    }


def _activity_json(each: ActivityStatus) -> dict[str, Any]:
    return {
        "activity": each.index + 1,
        "title": each.title,
        "stage": each.stage.value,
        "planned_seconds": each.ledger.planned,
        "added_seconds": each.ledger.added,
        "active_seconds": round(each.active, 3),
        "paused_seconds": round(each.ledger.paused, 3),
        "discounted_seconds": round(each.ledger.discounted, 3),
        "starts": clock_time(nearest_minute(each.projected_start), local_zone()) if each.projected_start else None,
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def catch_up_rows(proposal: Proposal) -> Iterator[tuple[str, str, str, str, str]]:
    """The proposal's table: number, title, before, after, and what is special about it."""
    yield from ((f"{row.index + 1}", row.title, _length(row.before), _after(row), _mark(row)) for row in proposal.rows)


def catch_up_json(proposal: Proposal) -> dict[str, Any]:
    """The proposal for machines."""
    return {
        "target": proposal.target.isoformat(),
        "late_seconds": round(proposal.late, 3),
        "fits": proposal.fits,
        "message": proposal.message,
        "rows": [
            {
                "activity": row.index + 1,
                "title": row.title,
                "before_seconds": round(row.before, 3),
                "after_seconds": round(row.after, 3),
                "protected": row.protected,
                "optional": row.optional,
                "dropped": row.dropped,
            }
            for row in proposal.rows
        ],
        "too_late_seconds": round(max((miss.seconds for miss in proposal.misses), default=0.0), 3),
        "would_fit_without": [index + 1 for index in proposal.drop],
    }


def _length(seconds: float) -> str:
    return face(round(seconds))


def _after(row: Row) -> str:
    return "left out" if row.dropped else _length(row.after)


def _mark(row: Row) -> str:
    return "protected" if row.protected else "optional" if row.optional else ""
