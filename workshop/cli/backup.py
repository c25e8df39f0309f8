"""`workshop backup` and `workshop restore`: copies in other places, and back from one."""

from pathlib import Path

import click

from workshop.cli.common import shelf, takes_home
from workshop.errors import REFUSED, WorkshopError
from workshop.workbook.book import Workbook


@click.command("backup")
@click.argument("workshop")
@click.argument("place", required=False, type=click.Path(path_type=Path))
@click.option("--every", type=click.IntRange(0), metavar="MINUTES", help="Again after so many minutes, while a session runs. 0: no more.")
@click.option("--list", "listing", is_flag=True, help="Print where copies of this workshop are known to be.")
@click.option("--forget", is_flag=True, help="Take PLACE off that list: the copy there is deleted, or given away.")
@takes_home
def backup_command(workshop: str, place: Path | None, every: int | None, listing: bool, forget: bool) -> None:
    """Copy the workshop to a second place, or bring all places where it was copied before up to date.

    Only what is new is written; the copy is read back and compared, and withdrawals are carried out in it.
    """
    with shelf().open(workshop) as book:
        if listing:
            for each in book.places:
                timer = f"\tevery {each.every} min" if each.every else ""
                click.echo(f"{each.kind}\t{each.path}\t{each.made:%Y-%m-%d %H:%M}{timer}")
        elif forget:
            if place is None:
                raise click.UsageError("Name the place that is to be forgotten.")
            book.forget_copy(place)
        elif place is not None:
            click.echo(book.backup_to(place, every).words())
        else:
            _renew(book, every)


def _renew(book: Workbook, every: int | None) -> None:
    if every is not None:
        book.backup_every(every)
    made = book.backup_now()
    if not made:
        raise WorkshopError("This workshop has no backup yet.", "Name a place for one: workshop backup WORKSHOP PLACE")
    for each in made:
        click.echo(each.words(), err=bool(each.trouble))
    if all(each.trouble for each in made):
        raise click.exceptions.Exit(REFUSED)


@click.command("restore")
@click.argument("place", type=click.Path(path_type=Path))
@takes_home
def restore_command(place: Path) -> None:
    """Put a workshop back on the shelf from a backup or a bundle, and print its folder. What was withdrawn stays away."""
    click.echo(shelf().restore(place))
