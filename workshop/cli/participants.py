"""`workshop participants`: who the people are, by their codes, and who is in the room."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from workshop.cli.common import print_json, takes_home
from workshop.cli.meant import meant_session, open_meant, remember_workshop
from workshop.model.perspective import plural_of
from workshop.model.records import Participant, Session
from workshop.workbook.attending import Attended
from workshop.workbook.book import Workbook

takes_session = click.option("--session", "whose", metavar="S", help="The session, such as S2. Else the one that is open, or the only one.")


class ListsFirst(click.Group):
    """A group of verbs that lists where none is named: options right after the workshop are those of the list."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the verb in."""
        unsaid = len(args) > 1 and not args[0].startswith("-") and args[1].startswith("-")
        return super().parse_args(ctx, [args[0], "list", *args[1:]] if unsaid else args)


@click.group("participants", cls=ListsFirst, invoke_without_command=True)
@click.argument("workshop")
@takes_home
@click.pass_context
def participants_command(ctx: click.Context, workshop: str) -> None:
    """Say who took part, by sticker and never by name, and who came and left.

    People of whom nobody takes down a code are counted: who arrives and who leaves changes the number who are here, and all who were
    ever here count as people who could have raised something.
    """
    remember_workshop(workshop)
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@participants_command.command("list")
@takes_session
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def list_(whose: str | None = None, as_json: bool = False) -> None:
    """List the people of a session, with what is known of them, and how many are here."""
    with open_meant() as book:
        session = meant_session(book, whose)
        people = [_as_json(book, each, session) for each in book.attendance(session)]
        here = dict(book.here_now(session))
    if as_json:
        print_json({"session": book.ref(session), "here": here, "present": dict(session.present), "people": people})
        return
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    rows = [
        (
            each["code"],
            each["perspective"],
            each["organisation"],
            each["role"],
            each["consent"] or "not asked",
            _attended(each["parts"]),
            ", ".join(each["same_as"]),
        )
        for each in people
    ]
    print_table(("code", "perspective", "organisation", "role", "consent", "there", "same as"), rows)
    _say_here(here)


@participants_command.command("add")
@click.argument("code")
@click.option("--perspective", default="", help="Else as the code's letter says, or the session's group.")
@click.option("--organisation", default="")
@click.option("--role", default="")
@takes_session
@takes_home
def add(code: str, perspective: str, organisation: str, role: str, whose: str | None) -> None:
    """Make somebody known before they have spoken. A code is a sticker's number, such as 3 or p3."""
    with open_meant() as book:
        made = book.add_participant(meant_session(book, whose), code, organisation=organisation, role=role, perspective=perspective)
        _print(made.code, made.perspective, made.organisation, made.role)


@participants_command.command("edit")
@click.argument("code")
@click.option("--perspective")
@click.option("--organisation")
@click.option("--role")
@takes_session
@takes_home
def edit(code: str, perspective: str | None, organisation: str | None, role: str | None, whose: str | None) -> None:
    """Change what is given of what is known of somebody. What they agreed to: workshop consent."""
    with open_meant() as book:
        session = meant_session(book, whose)
        changed = book.edit_participant(session, code, organisation=organisation, role=role, perspective=perspective)
        _print(changed.code, changed.perspective, changed.organisation, changed.role)


@participants_command.command("attend")
@click.argument("code")
@click.option("--part", "parts", multiple=True, type=click.IntRange(1), help="An activity that they were there for, from 1. Repeatable.")
@click.option("--absent", is_flag=True, help="They were not there at all.")
@takes_session
@takes_home
def attend(code: str, parts: tuple[int, ...], absent: bool, whose: str | None) -> None:
    """Say for which parts of the session somebody was there: for all of it, unless parts are named."""
    if absent and parts:
        raise click.UsageError("--absent stands alone.")
    with open_meant() as book:
        session = meant_session(book, whose)
        recorded = book.set_attendance(session, code, () if absent else [part - 1 for part in parts] or None)
        _print(book.person(code, session).code, _attended(recorded.parts))


@participants_command.command("arrive")
@click.argument("who", default="")
@click.option("-n", "count", default=1, show_default=True, type=click.IntRange(1), help="How many.")
@click.option("--again", is_flag=True, help="They were here before.")
@takes_session
@takes_home
def arrive(who: str, count: int, again: bool, whose: str | None) -> None:
    """Somebody has come: a code, or a group, else the session's own."""
    with open_meant() as book:
        _say_here(book.arrived(meant_session(book, whose), who, count, again=again), err=False)


@participants_command.command("leave")
@click.argument("who", default="")
@click.option("-n", "count", default=1, show_default=True, type=click.IntRange(1), help="How many.")
@takes_session
@takes_home
def leave(who: str, count: int, whose: str | None) -> None:
    """Somebody has gone: a code, or a group, else the session's own. They were here, and stay counted."""
    with open_meant() as book:
        _say_here(book.left(meant_session(book, whose), who, count), err=False)


@participants_command.command("link")
@click.argument("code")
@click.argument("session", metavar="S1")
@click.argument("other_code", metavar="OTHER")
@click.argument("other_session", metavar="S2")
@takes_home
def link(code: str, session: str, other_code: str, other_session: str) -> None:
    """Say that two codes of different groups of people are one person: the comparison then counts them once."""
    with open_meant() as book:
        linked = book.link_people(code, book.session(session), other_code, book.session(other_session))
        _print(linked.code, "same as", *_codes(book, book.same_person(linked)))


@participants_command.command("unlink")
@click.argument("code")
@takes_session
@takes_home
def unlink(code: str, whose: str | None) -> None:
    """Take back every link of somebody with codes elsewhere."""
    with open_meant() as book:
        _print(book.unlink_person(code, meant_session(book, whose)).code, "linked with nobody")


def _as_json(book: Workbook, attended: Attended, session: Session) -> dict[str, Any]:
    person = attended.person
    return {
        "code": person.code,
        "perspective": person.perspective,
        "organisation": person.organisation,
        "role": person.role,
        "consent": person.consent.value if person.consent else None,
        "parts": None if attended.parts is None else [part + 1 for part in attended.parts],
        "here": attended.here,
        "same_as": _codes(book, book.same_person(person)),
        "session": book.ref(session),
    }


def _codes(book: Workbook, people: Sequence[Participant]) -> list[str]:
    return [f"{each.code} of {book.where(each)}" for each in people]


def _attended(parts: Sequence[int] | None) -> str:
    """`parts` from 1."""
    if parts is None:
        return "throughout"
    return f"part {', '.join(map(str, parts))}" if parts else "absent"


def _say_here(here: Mapping[str, int], *, err: bool = True) -> None:
    told = ", ".join(f"{count} {group if count == 1 else plural_of(group)}" for group, count in here.items())
    click.echo(f"Here: {told or 'nobody counted'}.", err=err)


def _print(*cells: str) -> None:
    click.echo("\t".join(cells))
