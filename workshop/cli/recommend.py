"""`workshop recommend`: what should happen and what each side will do, who leads it, by when, and what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import click

from workshop.cli.common import print_json, takes_home
from workshop.cli.meant import open_meant, remember_workshop
from workshop.clocks import local_zone
from workshop.model.recommendation import Followed, Progress
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import NO_DAY, Wanted

_NO_DAY = "none"


def _day(_ctx: click.Context, _parameter: click.Parameter, typed: str | None) -> date | None:
    """The day that was typed. Raises a usage error."""
    if typed is None or typed == _NO_DAY:
        return NO_DAY if typed else None
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise click.BadParameter(f'"{typed}" is no day. Write it like 2026-09-01.') from error


_says = (
    click.option("--side", metavar="PERSPECTIVE", help="Who commits to it themselves. Without, it is a recommendation."),
    click.option("--lead", metavar="WHO", help="The organisation or role that leads it."),
    click.option("--due", callback=_day, metavar="DATE", help="By when, such as 2026-09-01; none takes the day away."),
    click.option("--theme", "themes", multiple=True, metavar="TITLE", help="A theme that it rests on. Repeatable."),
    click.option("--from", "sources", multiple=True, metavar="R12", help="A remark that it rests on. Repeatable."),
    click.option("--statement", metavar="T3", help="The contested statement that it answers."),
    click.option("--agreed", multiple=True, metavar="PERSPECTIVE", help="Who has said yes to these words. Repeatable."),
)


def _saying(command: Any) -> Any:
    """Let a command take what a recommendation says."""
    for option in reversed(_says):
        command = option(command)
    return command


@click.group("recommend", invoke_without_command=True)
@click.argument("workshop")
@takes_home
@click.pass_context
def recommend_command(ctx: click.Context, workshop: str) -> None:
    """Say what should happen and what each side will do, and follow it up. Without a word more it lists what there is.

    With --side it is a commitment: what that side will do itself. D4 names one.
    """
    remember_workshop(workshop)
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@recommend_command.command("add")
@click.argument("text", required=False, default="")
@_saying
@click.option("--session", "session_ref", metavar="S", help="Where it was made, such as S2. Else the session that is open.")
@takes_home
def add(text: str, session_ref: str | None, **said: Any) -> None:
    """Make one, and print what it is called. Without words of its own it takes those of the remark that it rests on."""
    with open_meant() as book:
        wanted = _wanted(text or None, said)
        if not text and len(said["sources"]) == 1:
            made_of = book.recommend_of(said["sources"][0])
            wanted = Wanted(
                text=made_of.text,
                side=wanted.side,
                lead=wanted.lead,
                due=wanted.due,
                themes=wanted.themes or made_of.themes,
                sources=made_of.sources,
                statement=wanted.statement or made_of.statement,
                agreed=wanted.agreed,
            )
        click.echo(book.ref(book.recommend(wanted, book.session(session_ref) if session_ref else None)))


@recommend_command.command("edit")
@click.argument("reference", metavar="D4")
@click.argument("text", required=False)
@_saying
@takes_home
def edit(reference: str, text: str | None, **said: Any) -> None:
    """Change what one says; what it said is kept: workshop history WORKSHOP D4. An empty --side makes it a recommendation.

    Who has said yes said it to the words as they were: to other words nobody has, unless --agreed says so.
    """
    with open_meant() as book:
        edited = book.edit_recommendation(reference, _wanted(text, said))
        click.echo(f"{book.ref(edited)}\t{edited.text}")


@recommend_command.command("note")
@click.argument("reference", metavar="D4")
@click.argument("text", required=False, default="")
@click.option("--status", type=click.Choice([each.value for each in Progress]), help="How far it has got.")
@takes_home
def note(reference: str, text: str, status: str | None) -> None:
    """Note what was done or heard, and how far it has got: --status done with what came of it, --status dropped with why."""
    with open_meant() as book:
        book.follow_up(reference, text, Progress(status) if status else None)
        found = next(each for each in book.recommendations() if each.recommendation.id == book.recommendation(reference).id)
        click.echo(f"{book.ref(found.recommendation)}\t{_state(found)}")


@recommend_command.command("list")
@click.option("--overdue", is_flag=True, help="Only those whose day has gone by.")
@click.option("--open", "open_", is_flag=True, help="Only those that are neither done nor dropped.")
@click.option("--notes", is_flag=True, help="With the notes on each.")
@click.option("--csv", "as_csv", is_flag=True, help="Print them as CSV, one row each.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def list_(overdue: bool = False, open_: bool = False, notes: bool = False, as_csv: bool = False, as_json: bool = False) -> None:
    """List them, what is overdue first, then what is due soonest."""
    with open_meant() as book:
        found = book.open_recommendations() if open_ or overdue else book.recommendations()
        found = tuple(each for each in found if each.overdue or not overdue)
        if as_json:
            print_json([_as_json(book, each) for each in found])
            return
        if as_csv:
            click.echo(_as_csv(book, found), nl=False)
            return
        for each in found:
            _print(book, each, notes=notes)
    if not found:
        click.echo("Nothing is overdue." if overdue else "Nothing is open." if open_ else "Nothing was recommended yet.", err=True)


def _wanted(text: str | None, said: dict[str, Any]) -> Wanted:
    """What the options say; an option that was not given says nothing."""
    lists = {name: said[name] or None for name in ("themes", "sources", "agreed")}
    return Wanted(text=text, side=said["side"], lead=said["lead"], due=said["due"], statement=said["statement"], **lists)


def _print(book: Workbook, each: Followed, *, notes: bool) -> None:
    """One line a recommendation: what it is called, how it stands, whose it is, by when, what it says."""
    one = each.recommendation
    who = ", ".join(part for part in (one.side, one.lead) if part) or "nobody yet"
    click.echo(f"{book.ref(one)}\t{_state(each)}\t{who}\t{one.due.isoformat() if one.due else 'no day'}\t{one.text}")
    for note in each.notes if notes else ():
        how = f"{note.progress.value}: " if note.progress else ""
        click.echo(f"\t{note.at.astimezone(local_zone()):%Y-%m-%d}\t{how}{' '.join(note.text.split())}")


def _state(each: Followed) -> str:
    return f"{each.progress.value}, overdue" if each.overdue else each.progress.value


def _as_csv(book: Workbook, found: Sequence[Followed]) -> str:
    """The table that an export has, of these."""
    from workshop.report.csv import recommendations_csv  # noqa: PLC0415  # only --csv needs it

    view = book.view()
    names = {book.ref(each.recommendation) for each in found}
    chosen = tuple(each for each in view.recommendations if each.name in names)
    return recommendations_csv(replace(view, recommendations=chosen)).decode("utf-8-sig")


def _as_json(book: Workbook, each: Followed) -> dict[str, Any]:
    one, records = each.recommendation, book.records
    statement, session = records.statements.get(one.statement or ""), records.sessions.get(one.session)
    return {
        "ref": book.ref(one),
        "kind": "commitment" if one.side else "recommendation",
        "text": one.text,
        "side": one.side or None,
        "lead": one.lead or None,
        "agreed": list(one.agreed),
        "due": one.due.isoformat() if one.due else None,
        "status": each.progress.value,
        "overdue": each.overdue,
        "outcome": each.outcome or None,
        "themes": list(book.titles_of(one)),
        "from": [book.ref(records.reflections[key]) for key in one.sources if key in records.reflections],
        "statement": book.ref(statement) if statement else None,
        "session": book.ref(session) if session else None,
        "made": one.created.isoformat(),
        "notes": [
            {"at": note.at.isoformat(), "text": note.text, "status": note.progress.value if note.progress else None} for note in each.notes
        ],
    }
