"""`workshop run`: a session by its clock, on the Room screen."""

from collections.abc import Mapping

import click

from workshop.cli.common import is_terminal, shelf, takes_home
from workshop.errors import OK, WorkshopError
from workshop.model.perspective import MIXED
from workshop.model.records import Session
from workshop.plans import load_plan, not_yet, plan_names
from workshop.workbook.book import Workbook


@click.command("run")
@click.argument("workshop")
@click.option("--plan", "plan_name", metavar="PLAN", help="A plan's name, or the path of one of your own. See: workshop plans")
@click.option("--group", metavar="PERSPECTIVE", help="Who sits in the room: parent, practitioner ... or mixed.")
@click.option("--present", "here", multiple=True, metavar="N", help="How many are here; of a mixed group parent=5. Repeatable.")
@click.option("--place", default="", metavar="TEXT", help="Where it is held.")
@click.option("--people", default="", metavar="NAME", help="A name for a group that meets again: its stickers stay the same people.")
@takes_home
def run_command(workshop: str, plan_name: str | None, group: str | None, here: tuple[str, ...], place: str, people: str) -> None:
    """Run a session: the clock, the agenda, and the line that takes what people say.

    A workshop with an open session returns to it; --present then says anew how many are here.
    Without a terminal the session is begun and its number printed.
    """
    with shelf().open(workshop) as book:
        session = book.open_session()
        if session is None:
            session = _begin(book, plan_name, group, here, place=place, people=people)
        else:
            _say_what_is_passed_over(book, session, plan_name, group)
            if here:
                session = book.set_present(session, _present(book, session.group, here))
        if not is_terminal():
            click.echo(book.ref(session))
            click.echo("The Room is a screen: run this in a terminal. `workshop capture` takes remarks without one.", err=True)
            return
        from workshop.tui.opening import run_room  # noqa: PLC0415  # textual: 186 ms that a wrong call saves

        code = run_room(book, session)
    if code != OK:
        raise click.exceptions.Exit(code)


def _begin(book: Workbook, plan_name: str | None, group: str | None, here: tuple[str, ...], *, place: str, people: str) -> Session:
    """Begin a session. A usage error names what is missing, and what there is to choose from."""
    if not plan_name or not group:
        missing = " and ".join(option for option, given in (("--plan", plan_name), ("--group", group)) if not given)
        groups = ", ".join([*(each.name for each in book.perspectives), MIXED])
        raise click.UsageError(f"No session is open, so give {missing}.\nPlans: {', '.join(plan_names())}\nGroups: {groups}")
    plan = load_plan(plan_name)
    for sentence in not_yet(plan):
        click.echo(sentence, err=True)
    return book.start_session(plan, group, present=_present(book, group, here), place=place, cohort=people)


def _present(book: Workbook, group: str, here: tuple[str, ...]) -> Mapping[str, int]:
    """Head counts by perspective from "8" or "parent=5". Raises a usage error."""
    found: dict[str, int] = {}
    for each in here:
        name, equals, count = each.rpartition("=")
        if not equals and _group(book, group) == MIXED:
            raise click.UsageError(f"--present {each}: of a mixed group say who, as in --present parent=5")
        if not count.strip().isdecimal():
            raise click.UsageError(f"--present {each}: that is no number of people")
        found[book.perspective(name if equals else group).name] = int(count)
    return found


def _say_what_is_passed_over(book: Workbook, session: Session, plan_name: str | None, group: str | None) -> None:
    """Say that the open session goes on, where something else was asked for."""
    other = []
    if plan_name and _stem(plan_name) != session.plan_name:
        other.append(f"with the plan {session.plan_name}, not {_stem(plan_name)}")
    if group and _group(book, group) != session.group:
        other.append(f"with the group {session.group}, not {group}")
    if other:
        click.echo(f"{book.ref(session)} is open and goes on, {' and '.join(other)}. End it first to begin another.", err=True)


def _group(book: Workbook, name: str) -> str:
    return MIXED if name.strip().casefold() == MIXED else book.perspective(name).name


def _stem(plan_name: str) -> str:
    try:
        return load_plan(plan_name).name
    except WorkshopError:
        return plan_name
