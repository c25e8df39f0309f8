"""`workshop capture`: reflections on standard input, one a line, each acknowledged when it is on disk."""

import sys

import click

from workshop.cli.common import shelf, takes_home
from workshop.cli.lines import lines_of
from workshop.errors import REFUSED, WorkshopError
from workshop.model.records import Session
from workshop.workbook.book import Workbook

_WORDLESS = "(without words)"


@click.command("capture")
@click.argument("workshop")
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else the one that is open.")
@click.option("--group", metavar="PERSPECTIVE", help="This group's newest session; one is begun to type up notes if there is none.")
@click.option("--activity", type=click.IntRange(1), metavar="N", help="The activity of the plan that the lines belong to, else the one on.")
@takes_home
def capture_command(workshop: str, session_ref: str | None, group: str | None, activity: int | None) -> None:
    """Capture reflections from standard input, one a line.

    A line: who said it, what they said, themes. For example:  3: "we go without so they can eat" #food
    Each is answered on stdout with its number as soon as it is on disk.
    """
    if session_ref and group:
        raise click.UsageError("Give --session or --group, not both.")
    with shelf().open(workshop) as book:
        session = _session(book, session_ref, group)
        place = None if activity is None else book.activity_index(session, activity)
        speaker, failed = None, False
        for line in lines_of(sys.stdin.buffer):
            if not line.strip():
                continue
            try:
                saved = book.capture(session, line, sticky=speaker, activity=place)
            except WorkshopError as error:
                click.echo(f"not saved: {line}\n{error}", err=True)
                failed = True
                continue
            speaker = saved.sticky
            if saved.ref:
                click.echo(f"{saved.ref}\t{saved.words or _WORDLESS}")
                sys.stdout.flush()
            for title in saved.new_themes:
                if alike := ", ".join(each.title for each in book.near_themes(title) if each.title != title):
                    click.echo(f"{saved.ref}: {title} is a new theme, spelt much like {alike}", err=True)
            if saved.hint:
                click.echo(f"{saved.ref}: {saved.hint}", err=True)
    if failed:
        raise click.exceptions.Exit(REFUSED)


def _session(book: Workbook, reference: str | None, group: str | None) -> Session:
    if reference:
        return book.session(reference)
    if group:
        return book.session_of_group(group) or book.start_session(None, group)
    found = book.open_session()
    if found is None:
        raise WorkshopError(
            "No session is open in this workshop.", "Name one with --session S1, or type up notes of a group with --group parent."
        )
    return found
