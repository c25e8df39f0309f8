"""`workshop clock`: the session's clock, as the Room's keys drive it; an open Room follows."""

from typing import Any

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.clocks import local_zone
from workshop.model.clock.status import Status
from workshop.model.clock.words import clock_time, pace
from workshop.model.duration import countdown, parse_duration
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook

VERBS = {"start": Verb.START, "pause": Verb.PAUSE, "resume": Verb.RESUME, "next": Verb.NEXT, "back": Verb.BACK, "end": Verb.END}


@click.command("clock", context_settings={"ignore_unknown_options": True})  # -5 is a time to take off
@click.argument("workshop")
@click.argument("verb", type=click.Choice([*VERBS, "add", "show", "undo", "status"]))
@click.argument("what", required=False)
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else the one that is open, else the last.")
@click.option("--json", "as_json", is_flag=True, help="Print the status as one JSON object.")
@takes_home
def clock_command(workshop: str, verb: str, what: str | None, session_ref: str | None, as_json: bool) -> None:
    """Drive a session's clock and print how it stands.

    An open Room follows. add takes the time to add: 5, -5, 1h30, 90s. show takes the statement to put to the group: T3.
    undo takes back the last entry.
    """
    if (verb in ("add", "show")) != (what is not None):
        raise click.UsageError(f"clock {verb} takes {'one more word' if verb in ('add', 'show') else 'no more words'}: see --help")
    with shelf().open(workshop) as book:
        session = book.session(session_ref) if session_ref else book.open_session() or book.last_session()
        said = _do(book, session, verb, what or "")
        status = book.status(session)
        if as_json:
            print_json(_status_json(book, session, status))
            return
        if said:
            click.echo(said, err=True)
        click.echo(_line(book, session, status))


def _do(book: Workbook, session: Session, verb: str, what: str) -> str:
    """Carry the verb out; what was done, where the status doesn't say it."""
    if verb == "undo":
        return f"Undone: {book.undo_clock(session)}."
    if verb == "add":
        book.act(session, Verb.ADD, seconds=parse_duration(what))
    elif verb == "show":
        book.show(session, book.statement(what))
    elif verb != "status":
        book.act(session, VERBS[verb])
    return ""


def _line(book: Workbook, session: Session, status: Status) -> str:
    """One line: which session, which activity, how long it has, how the whole stands."""
    words = [f"{book.ref(session)} {status.phase}"]
    if status.current is not None:
        words.append(f"{status.current.index + 1}. {status.current.title}, {countdown(status.current.remaining)}")
    statement = book.statement_on_show(session)
    if statement is not None:
        words.append(f"{book.ref(statement)} on show")
    return "; ".join([*words, pace(status, local_zone())])


def _status_json(book: Workbook, session: Session, status: Status) -> dict[str, Any]:
    zone = local_zone()
    statement = book.statement_on_show(session)
    return {
        "session": book.ref(session),
        "phase": status.phase.value,
        "activity": status.current.index + 1 if status.current else None,
        "title": status.current.title if status.current else None,
        "remaining_seconds": round(status.current.remaining, 3) if status.current else None,
        "behind_seconds": round(status.behind, 3),
        "projected_end": status.projected_end.isoformat(),
        "statement": book.ref(statement) if statement else None,
        "words": pace(status, zone),
        "activities": [
            {
                "activity": each.index + 1,
                "title": each.title,
                "stage": each.stage.value,
                "planned_seconds": each.ledger.planned,
                "added_seconds": each.ledger.added,
                "active_seconds": round(each.active, 3),
                "paused_seconds": round(each.ledger.paused, 3),
                "starts": clock_time(each.projected_start, zone) if each.projected_start else None,
            }
            for each in status.agenda
        ],
    }
