"""`workshop heard`: who has been heard in a session so far."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.compare.words import noun
from workshop.workbook.hearing import HeardSoFar


@click.command("heard")
@click.argument("workshop")
@click.option("--session", "session_ref", metavar="S", help="A session, such as S2. Else the one that is open, or the last.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@takes_home
def heard_command(workshop: str, session_ref: str | None, as_json: bool) -> None:
    """Print who has been heard in a session so far.

    How many remarks each sticker has, and of whom nothing is noted yet. By what was written down, which is not who spoke.
    """
    with shelf().open(workshop) as book:
        session = book.session(session_ref) if session_ref else book.open_session() or book.last_session()
        found = book.heard(session)
    if as_json:
        print_json(_as_json(found))
        return
    for name, group in found.groups.groups.items():
        heard = f"{group.people - group.silent} of {group.people} heard, " if group.people else ""
        click.echo(
            f"{group.people} {noun(group.people, name)}: {heard}{group.contributions} remarks, {group.not_attributed} without a sticker"
        )
    for code, count in found.remarks.items():
        click.echo(f"{code}  {count if count else 'nothing noted yet'}")


def _as_json(found: HeardSoFar) -> dict[str, object]:
    groups = {
        name: {
            "people": group.people,
            "heard": group.people - group.silent,
            "remarks": group.contributions,
            "words": group.words,
            "without_sticker": group.not_attributed,
        }
        for name, group in found.groups.groups.items()
    }
    return {"groups": groups, "stickers": dict(found.remarks)}
