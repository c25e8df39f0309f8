"""`workshop undo` and `redo`: take back what was done last, of any depth, and take that back again."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.clocks import local_zone
from workshop.errors import WorkshopError


@click.command("undo")
@click.argument("workshop")
@click.option("--times", type=click.IntRange(1), default=1, metavar="N", help="Undo so many, the last one first.")
@click.option("--list", "as_list", is_flag=True, help="List what can be undone, the last thing first, and undo nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@takes_home
def undo_command(workshop: str, times: int, as_list: bool, as_json: bool) -> None:
    """Undo what was done last on this computer.

    In the session that is open, or else within a day.

    What was withdrawn stays away. What another laptop did is undone there; what was changed there since stays.
    """
    with shelf().open(workshop) as book:
        if as_list or as_json:
            deeds = book.deeds()
            if as_json:
                print_json([each.as_json() for each in deeds])
                return
            for number, each in enumerate(deeds, 1):
                click.echo(f"{number}\t{each.at.astimezone(local_zone()):%d %b %H:%M:%S}\t{each.what}")
            if not deeds:
                click.echo("There is nothing to undo.", err=True)
            return
        for done in range(times):
            try:
                click.echo(book.undo())
            except WorkshopError as error:
                if not done:
                    raise
                click.echo(str(error), err=True)
                return
        click.echo(f"To bring it back: workshop redo {workshop}", err=True)


@click.command("redo")
@click.argument("workshop")
@takes_home
def redo_command(workshop: str) -> None:
    """Take the last undo on this computer back.

    As long as nothing was done since; again for the one before.

    What was undone longer ago is brought back from its history: workshop history NAME R12, then workshop choose NAME R12 1.
    """
    with shelf().open(workshop) as book:
        click.echo(book.redo())
