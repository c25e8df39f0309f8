"""`workshop run`: a session by its clock, on the Room screen."""

import shlex
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from workshop.cli.clockstatus import rehearsal_mark
from workshop.cli.clockverbs import NEVER
from workshop.cli.common import is_terminal, shelf, takes_home
from workshop.cli.headcounts import head_counts, says_how_many
from workshop.errors import OK, WorkshopError
from workshop.model.perspective import MIXED
from workshop.model.records import Session
from workshop.model.sequel import Sequel
from workshop.plans import good_plans, load_plan, not_yet, own_folder, plan_names
from workshop.workbook.book import Workbook


@click.command("run")
@click.argument("workshop")
@click.option("--plan", "plan_name", metavar="PLAN", help="A plan's name, or the path of one of your own. See: workshop plans")
@click.option("--group", metavar="PERSPECTIVE", help="Who sits in the room: parent, practitioner ... or mixed.")
@says_how_many
@click.option("--place", default="", metavar="TEXT", help="Where it is held.")
@click.option("--people", default="", metavar="NAME", help="A name for a group that meets again: its stickers stay the same people.")
@click.option("--starts-at", metavar="TIME", help="When it should begin, such as 9:30: a late start then shows.")
@click.option("--ends-by", metavar="TIME", help="When it has to be over, whatever happens, such as 14:45; or never.")
@click.option("--withdraw-until", "until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day to withdraw on.")
@click.option("--speed", type=float, metavar="N", help="A rehearsal, N times as fast as real time. No finding ever counts it.")
@takes_home
def run_command(workshop: str, plan_name: str | None, group: str | None, here: tuple[str, ...], **more: Any) -> None:
    """Run a session: the clock, the agenda, and the line that takes what people say.

    A workshop with an open session returns to it; --present, --starts-at, --ends-by and --withdraw-until then say anew what they say.
    Without a terminal the session is begun and its number printed.
    """
    asked = _Asked(plan_name, group, here, **more)
    with shelf().open(workshop) as book:
        session = book.open_session()
        begins = session is None or asked.for_people_after(session)
        if session is None or begins:
            session = _begin(book, asked)
        else:
            _say_what_is_passed_over(book, session, asked)
            session = _return_to(book, session, asked)
        if not is_terminal():
            click.echo(book.ref(session))
            _say_what_a_screen_would_ask(book, session)
            click.echo("The Room is a screen: run this in a terminal. `workshop capture` takes remarks without one.", err=True)
            return
        from workshop.tui.opening import run_room  # noqa: PLC0415  # textual: 186 ms that a wrong call saves

        code = run_room(book, session, shelf().home, begins=begins)
    if code != OK:
        raise click.exceptions.Exit(code)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the call asks for, as it was typed."""

    plan_name: str | None
    group: str | None
    here: tuple[str, ...]
    place: str
    people: str
    starts_at: str | None
    ends_by: str | None
    until: datetime | None
    speed: float | None

    def for_people_after(self, session: Session) -> bool:
        """Whether a session with people is asked for while only a rehearsal is open."""
        return session.rehearsal is not None and self.speed is None and bool(self.plan_name and self.group)

    @property
    def withdraw_until(self) -> date | None:
        """The day of it."""
        return self.until.date() if self.until else None


def _begin(book: Workbook, asked: _Asked) -> Session:
    """Begin a session. A usage error names what is missing, and what there is to choose from."""
    if not asked.plan_name or not asked.group:
        missing = " and ".join(option for option, given in (("--plan", asked.plan_name), ("--group", asked.group)) if not given)
        groups = ", ".join([*(each.name for each in book.perspectives), MIXED])
        plans = ", ".join(plan_names(_own_plans()))
        raise click.UsageError(f"No session is open, so give {missing}.{_next(book)}\nPlans: {plans}\nGroups: {groups}")
    plan = load_plan(asked.plan_name, _own_plans())
    for sentence in not_yet(plan):
        click.echo(sentence, err=True)
    if carried := book.carried_over():
        click.echo(f"{carried}: workshop recommend {book.folder.name} list --open", err=True)
    return book.start_session(
        plan,
        asked.group,
        present=head_counts(book, asked.group, asked.here),
        place=asked.place,
        cohort=asked.people,
        planned_start=book.moment_of(None, asked.starts_at) if asked.starts_at else None,
        ends_by=book.end_of(None, asked.ends_by) if asked.ends_by and asked.ends_by != NEVER else None,
        withdraw_until=asked.withdraw_until,
        rehearsal=asked.speed,
    )


def _next(book: Workbook) -> str:
    """What to come to next, as options on a line of their own; "" where there is nothing to propose."""
    sequel = Sequel(good_plans(_own_plans())[0], book.sessions())
    plan = sequel.plan
    group = sequel.group(plan, [each.name for each in book.perspectives]) if plan is not None else ""
    return f"\nNext here, say: --plan {shlex.quote(plan.name)} --group {shlex.quote(group)}" if plan is not None and group else ""


def _return_to(book: Workbook, session: Session, asked: _Asked) -> Session:
    """The session that is open, with what is said anew about it."""
    if asked.here:
        session = book.set_present(session, head_counts(book, session.group, asked.here))
    if asked.until:
        session = book.set_withdraw_until(session, asked.withdraw_until)
    if asked.starts_at:
        book.set_starts_at(session, book.moment_of(session, asked.starts_at))
    if asked.ends_by:
        book.set_ends_by(session, None if asked.ends_by == NEVER else book.end_of(session, asked.ends_by))
    return session


def _say_what_a_screen_would_ask(book: Workbook, session: Session) -> None:
    """Say on stderr what is to be decided: about a session that was left open, and about one that will end too late."""
    gap = book.opening_gap(session)
    if gap is not None and gap.choices:
        click.echo(f"{gap.message}\nSee: workshop clock {book.folder.name} gap", err=True)
    proposal = book.catch_up(session)
    if proposal is not None:
        click.echo(f"{proposal.message}\nSee: workshop clock {book.folder.name} catch-up", err=True)


def _say_what_is_passed_over(book: Workbook, session: Session, asked: _Asked) -> None:
    """Say that the open session goes on, where something else was asked for."""
    plan_name, group, speed = asked.plan_name, asked.group, asked.speed
    other = []
    if plan_name and _stem(plan_name) != session.plan_name:
        other.append(f"with the plan {session.plan_name}, not {_stem(plan_name)}")
    if group and _group(book, group) != session.group:
        other.append(f"with the group {session.group}, not {group}")
    if speed is not None and speed != session.rehearsal:
        other.append(f"{_speed(session.rehearsal)}, not {_speed(speed)}")
    if other:
        click.echo(
            f"{book.ref(session)}{rehearsal_mark(session)} is open and goes on, {' and '.join(other)}. End it first to begin another.",
            err=True,
        )


def _group(book: Workbook, name: str) -> str:
    return MIXED if name.strip().casefold() == MIXED else book.perspective(name).name


def _speed(rehearsal: float | None) -> str:
    return "with people in the room" if rehearsal is None else f"as a rehearsal x{rehearsal:g}"


def _own_plans() -> Path:
    return own_folder(shelf().home)


def _stem(plan_name: str) -> str:
    try:
        return load_plan(plan_name, _own_plans()).name
    except WorkshopError:
        return plan_name
