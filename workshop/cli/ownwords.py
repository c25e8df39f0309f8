"""`workshop ownwords`: all that is kept of one person, for that person."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.cli.consent import whose_people


@click.command("ownwords")
@click.argument("workshop")
@click.argument("code", metavar="P3")
@click.option("--session", "whose", metavar="S", help="Whose code it is: a session, such as S2, or imported people's name.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="The folder to write to. Else reports/ in the workshop's own."
)
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object, and write no file.")
@takes_home
def ownwords_command(workshop: str, code: str, whose: str | None, out: Path | None, force: bool, as_json: bool) -> None:
    """Write what is kept of one person, for that person.

    A page (html) with what they said and what else is kept of them: to check it, or because they asked.

    It goes to nobody else: it is in clear, and has their number on it. The register of exports knows of it.
    """
    with shelf().open(workshop) as book:
        session, people = whose_people(book, whose)
        person = book.person(code, session, people)
        if as_json:
            print_json(_plain(asdict(book.own_words(person))))
            return
        click.echo(book.write_own_words(person, out, force=force))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime) else value
