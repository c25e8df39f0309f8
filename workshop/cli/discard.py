"""`workshop discard`: throw away a session that was begun by mistake."""

import click

from workshop.cli.common import shelf, takes_home


@click.command("discard")
@click.argument("workshop")
@click.argument("session", metavar="S1")
@click.option("--back", is_flag=True, help="Bring back one that was thrown away.")
@takes_home
def discard_command(workshop: str, session: str, back: bool) -> None:
    """Throw away a session that was begun by mistake. Its people no longer count as asked.

    Only a session in which nothing was noted, answered or made.
    """
    with shelf().open(workshop) as book:
        if back:
            click.echo(f"{book.ref(book.bring_back(session))} is back.", err=True)
            return
        meant = book.session(session)
        book.discard_session(meant)
        ref = book.ref(meant)
        click.echo(f"{ref} is thrown away. To bring it back: workshop discard {book.folder.name} {ref} --back", err=True)
