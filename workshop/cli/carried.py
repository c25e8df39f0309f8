"""`workshop carried`: what a session begins with."""

from dataclasses import asdict

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import WorkshopError


@click.command("carried")
@click.argument("workshop")
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else the one that is open, or the last.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def carried_command(workshop: str, session_ref: str | None, as_json: bool) -> None:
    """Print what a session begins with: the question, the promises from before.

    Also what came first in a vote, and what came of the promises.

    The question is the last remark with !question and a * that the same people made in a session before.
    """
    with shelf().open(workshop) as book:
        session = book.session(session_ref) if session_ref else book.open_session() or next(iter(reversed(book.sessions())), None)
        if session is None:
            raise WorkshopError("There is no session yet.", f"To begin one: workshop run {workshop}")
        found = book.carried(session, for_all=False)
    if as_json:
        print_json(asdict(found))
        return
    for line in found.lines:
        click.echo(line)
    if not found.lines:
        click.echo("Nothing is carried over from before.", err=True)
