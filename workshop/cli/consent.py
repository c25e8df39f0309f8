"""`workshop consent`: what people agreed to, taken down and listed."""

from datetime import datetime

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import WorkshopError
from workshop.model.records import Session
from workshop.workbook.book import Workbook
from workshop.workbook.consent import Agreement, consent_level


@click.command("consent")
@click.argument("workshop")
@click.argument("words", nargs=-1, metavar="[CODE] [LEVEL]")
@click.option("--session", "whose", metavar="S", help="Whose code or room it is: a session, such as S2, or imported people's name.")
@click.option("--room", metavar="LEVEL", help="What the room chose for remarks that are noted for the group.")
@click.option("--remark", metavar="R12", help="The level is for this one remark, apart from its speaker's.")
@click.option("--research", type=click.Choice(["yes", "no"]), help="Whether the words may go into a research archive.")
@click.option("--withdraw-until", "until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day to withdraw on.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as one JSON object.")
@takes_home
def consent_command(
    workshop: str,
    words: tuple[str, ...],
    whose: str | None,
    room: str | None,
    remark: str | None,
    research: str | None,
    until: datetime | None,
    as_json: bool,
) -> None:
    """Take down what people agreed to, or list it.

    \b
    workshop consent NAME P3 quote --research yes   what p3 agreed to
    workshop consent NAME --room paraphrase         what the room chose
    workshop consent NAME --remark R12 none         one remark apart
    workshop consent NAME                           the list

    Levels: quote, paraphrase, count (the words are not used), none. Unset is count. With --session somebody who hasn't spoken yet
    can be named too.
    """  # noqa: D301  # \b is click's mark for lines that stay as they are
    if room is not None and (remark or words):
        raise click.UsageError("--room takes the level itself, and stands alone.")
    code, levels = ("", words) if remark else (words[0] if words else "", words[1:])
    if len(levels) > 1:
        raise click.UsageError(f"One level at a time, not {' '.join(levels)}.")
    level = consent_level(room or levels[0]) if room or levels else None
    yes = None if research is None else research == "yes"
    with shelf().open(workshop) as book:
        session, people = whose_people(book, whose)
        if until is not None:
            _say_until(book, book.set_withdraw_until(session or _session(book), until.date()))
        if room is not None:
            _print(book.agreement(book.set_room_consent(session or _session(book), level, research=yes)))
        elif remark:
            _print(book.agreement(book.set_remark_consent(remark, level, research=yes)))
        elif code:
            _print(book.agreement(book.set_consent(session, code, level, research=yes, people=people)))
        elif until is None:
            _list(book, session, as_json)


def whose_people(book: Workbook, reference: str | None) -> tuple[Session | None, str]:
    """The session that is named, or the name of imported people. Raises WorkshopError where it is neither."""
    if not reference:
        return None, ""
    if any(each.cohort == reference for each in book.records.participants.values()):
        return None, reference
    return book.session(reference), ""


def _session(book: Workbook) -> Session:
    """The session that is meant where none is named: the one that is open, else the only one."""
    sessions = book.sessions()
    found = book.open_session() or (sessions[0] if len(sessions) == 1 else None)
    if found is None:
        raise WorkshopError("It isn't clear which session is meant.", "Name it: --session S1")
    return found


def _say_until(book: Workbook, session: Session) -> None:
    click.echo(f"{book.ref(session)}\tpeople may withdraw until {session.withdraw_until:%d %B %Y}")


def _print(agreed: Agreement) -> None:
    click.echo("\t".join((agreed.who, agreed.where, *_told(agreed))))


def _told(agreed: Agreement) -> tuple[str, str]:
    research = "yes" if agreed.research else "no" if agreed.research_asked else "no (not asked)"
    return agreed.level.value if agreed.asked else f"{agreed.level.value} (not asked)", f"research: {research}"


def _list(book: Workbook, session: Session | None, as_json: bool) -> None:
    agreements, (quotable, remarks) = book.agreements(session), book.quotable(session)
    if as_json:
        print_json({"quotable": quotable, "remarks": remarks, "agreements": [each.as_json() for each in agreements]})
        return
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    rows = [(each.who, each.where, *_told(each), str(each.remarks)) for each in agreements]
    print_table(("who", "where", "agreed to", "", "remarks"), rows)
    click.echo(f"{quotable} of {remarks} remarks may be quoted.", err=True)
