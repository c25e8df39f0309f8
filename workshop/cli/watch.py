"""`workshop watch`: the names that reports are searched for before they go out."""

import click

from workshop.cli.common import shelf, takes_home

_WHAT = ("list", "add", "remove")


@click.command("watch")
@click.argument("workshop")
@click.argument("what", type=click.Choice(_WHAT), default="list")
@click.argument("names", nargs=-1, metavar="[NAME ...]")
@takes_home
def watch_command(workshop: str, what: str, names: tuple[str, ...]) -> None:
    """Keep a list of names that must not go out unnoticed: of people, streets, schools, whatever this town knows.

    The check before a report (workshop check) finds them however they are spelt, small or capital.
    """
    if what != "list" and not names:
        raise click.UsageError('Say which name, such as "Kiln Street".')
    with shelf().open(workshop) as book:
        for name in names:
            if what == "add":
                click.echo(book.watch(name).name)
            elif what == "remove":
                book.unwatch(name)
        if what == "list":
            for name in book.watched():
                click.echo(name)
