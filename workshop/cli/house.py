"""Keeping house: `workshop rename`, `archive`, `unarchive`, `keep`, `delete` and `takeaway`."""

import sys
from datetime import date
from pathlib import Path

import click

from workshop.cli.common import shelf, takes_home
from workshop.errors import WorkshopError
from workshop.workbook.housekeeping import Gone, delete, take_away


@click.command("rename")
@click.argument("workshop")
@click.argument("title")
@takes_home
def rename_command(workshop: str, title: str) -> None:
    """Give a workshop another title. Its folder keeps its name."""
    with shelf().open(workshop) as book:
        book.rename(title)
        click.echo(book.workshop.title)


@click.command("archive")
@click.argument("workshop")
@takes_home
def archive_command(workshop: str) -> None:
    """Take a workshop off the list of current ones; `workshop list --all` still has it."""
    with shelf().open(workshop) as book:
        book.archive()


@click.command("unarchive")
@click.argument("workshop")
@takes_home
def unarchive_command(workshop: str) -> None:
    """Put a workshop back on the list of current ones."""
    with shelf().open(workshop) as book:
        book.unarchive()


@click.command("keep")
@click.argument("workshop")
@click.option("--until", required=True, metavar="DATE", help="The last day, such as 2027-03-31; or: always")
@takes_home
def keep_command(workshop: str, until: str) -> None:
    """Say until when a workshop may be kept. After that day `workshop list` names it as one to be deleted."""
    with shelf().open(workshop) as book:
        book.keep_until(_day(until))


@click.command("delete")
@click.argument("workshop")
@click.option("--yes", is_flag=True, help="Don't ask.")
@takes_home
def delete_command(workshop: str, yes: bool) -> None:
    """Overwrite a workshop and remove it, with the reports in its folder. There is no way back."""
    folder = shelf().find(workshop)
    _ask(f"Delete {_described(folder)}, for good?", yes)
    _say(delete(folder))


@click.command("takeaway")
@click.argument("workshop")
@click.argument("stick", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Don't ask.")
@takes_home
def takeaway_command(workshop: str, stick: Path, yes: bool) -> None:
    """Leave a borrowed laptop: copy the workshop to a stick, see that the copy is whole, and delete it here.

    Prints where the copy is. Where anything is wrong with it, nothing is deleted. Reports in the workshop's folder don't go along.
    """
    folder = shelf().find(workshop)
    _ask(f"Copy {_described(folder)} to {stick}, and delete it here, its reports too?", yes)
    gone = take_away(folder, stick, shelf().codec(folder))
    click.echo(gone.copy)
    _say(gone)


def _described(folder: Path) -> str:
    entry = shelf().entry_of(folder)
    if entry.locked:
        return f"the locked workshop in {folder}"
    return f'"{entry.title}" in {folder} (sessions: {entry.sessions}, reflections: {entry.reflections})'


def _ask(question: str, yes: bool) -> None:
    """Ask on stderr. WorkshopError where the answer is no, or nobody is there to give one."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise WorkshopError(f"{question} Nobody was there to say yes, and nothing was done.", "In a script, say it with --yes.")
    if not click.confirm(question, err=True):
        raise WorkshopError("Nothing was done.")


def _say(gone: Gone) -> None:
    click.echo(gone.words(), err=True)


def _day(text: str) -> date | None:
    if text.strip().casefold() == "always":
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise WorkshopError(f'"{text}" is no date.', "Write it as year, month, day: 2027-03-31") from error
