"""`workshop rule`: whether the room chose the Chatham House Rule."""

import click

from workshop.cli.common import shelf, takes_home

CHATHAM_HOUSE = "chatham-house"
_NONE = "none"


@click.command("rule")
@click.argument("workshop")
@click.argument("chosen", type=click.Choice([CHATHAM_HOUSE, _NONE]), required=False)
@takes_home
def rule_command(workshop: str, chosen: str | None) -> None:
    """Say whether the room chose the Chatham House Rule.

    Without a rule it prints which one was chosen.

    Under the Chatham House Rule what was said may be told, and never who took part: no report but the working copy then says which
    organisations came, or where a session was.
    """
    with shelf().open(workshop) as book:
        if chosen is not None:
            book.set_chatham_house(chosen == CHATHAM_HOUSE)
        click.echo(CHATHAM_HOUSE if book.workshop.chatham_house else _NONE)
