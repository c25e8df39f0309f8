"""`workshop bundle`: the whole workshop as one file."""

from pathlib import Path

import click

from workshop.cli.common import shelf, takes_home


@click.command("bundle")
@click.argument("workshop")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write. Else NAME.zip in this folder.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@takes_home
def bundle_command(workshop: str, out: Path | None, force: bool) -> None:
    """Write the whole workshop into one zip, to be merged or restored elsewhere, and print its name.

    Everything that was said is in it, in clear unless the workshop is locked: hand it over as you would the notes themselves.
    """
    with shelf().open(workshop) as book:
        click.echo(book.bundle(out, force=force))
