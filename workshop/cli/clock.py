"""`workshop clock`: the session's clock, as the Room's keys drive it; an open Room follows."""

from typing import Any

import click

from workshop.cli.clockstatus import catch_up_json, catch_up_rows, status_json, status_line
from workshop.cli.clockverbs import VERBS, Given, usage
from workshop.cli.common import print_json, shelf, takes_home
from workshop.model.catchup import Proposal


@click.command("clock", context_settings={"ignore_unknown_options": True}, epilog=usage())  # -5 is a time to take off
@click.argument("workshop")
@click.argument("verb", type=click.Choice([*VERBS, "catch-up", "status"]), metavar="VERB")
@click.argument("words", nargs=-1, metavar="[WHAT]...")
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else the one that is open, else the last.")
@click.option("--json", "as_json", is_flag=True, help="Print the status, or the catch-up, as one JSON object.")
@click.option("--yes", is_flag=True, help="catch-up: do it.")
@click.option("--drop", "dropped", multiple=True, type=int, metavar="N", help="catch-up: leave out activity N. Repeatable.")
@click.option("--pin", "pinned", multiple=True, metavar="N=MINUTES", help="catch-up: give activity N this length. Repeatable.")
@click.option("--at", "place", type=int, metavar="P", help="insert: at this place of the agenda, from 1. Else it is next.")
@click.option("--kind", default="open", metavar="KIND", help="insert: open, reflect, break ...")
@takes_home
def clock_command(
    workshop: str,
    verb: str,
    words: tuple[str, ...],
    session_ref: str | None,
    as_json: bool,
    yes: bool,
    **more: Any,
) -> None:
    """Drive a session's clock and print how it stands. An open Room follows.

    A length of time is written 10 (minutes), 1h30, -5 or 90s, a time of day 14:45. N is an activity's number as `status --json` has it.
    """
    given = Given(words, **more)
    given.check(verb, VERBS.get(verb))
    with shelf().open(workshop) as book:
        session = book.session(session_ref) if session_ref else book.open_session() or book.last_session()
        said = ""
        if verb == "catch-up":
            proposal = book.catch_up(session, given.pins(book, session), given.drops(book, session))
            if not yes or proposal is None:
                _show(proposal, as_json=as_json)
                return
            book.apply_catch_up(session, proposal)
            said = proposal.message
        elif verb in VERBS:
            said = VERBS[verb].act(book, session, given) or ""
        if as_json:
            print_json(status_json(book, session, book.status(session)))
            return
        if said:
            click.echo(said, err=True)
        click.echo(status_line(book, session, book.status(session)))


def _show(proposal: Proposal | None, *, as_json: bool) -> None:
    """Print what could be done, and change nothing."""
    if as_json:
        print_json(catch_up_json(proposal) if proposal else None)
        return
    if proposal is None:
        click.echo("There is nothing to win back.", err=True)
        return
    from workshop.console import print_table  # noqa: PLC0415  # rich: 40 ms that the other verbs save

    click.echo(proposal.message, err=True)
    print_table(("", "activity", "before", "after", ""), catch_up_rows(proposal))
    click.echo("Nothing is changed yet: --yes does it.", err=True)
