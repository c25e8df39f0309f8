"""`workshop form`: a plan's questions as a sheet to send out."""

from datetime import datetime
from pathlib import Path

import click

from workshop.cli.common import shelf, takes_home
from workshop.plans import load_plan, own_folder


@click.command("form")
@click.argument("workshop")
@click.argument("plan")
@click.option("--by", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day to send it back by: 2026-06-30.")
@click.option("--to", "contact", default="", metavar="WHERE", help="Where to send it back to: an office's address.")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write. Else form.xlsx, where you are.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@takes_home
def form_command(workshop: str, plan: str, by: datetime, contact: str, out: Path | None, force: bool) -> None:
    """Write a plan's questions as a form to send out.

    It is a sheet (xlsx); its name is printed.

    Each row is an example, or whatever else the plan asks for. What comes back needs no options: workshop import WORKSHOP FILE
    """
    the_shelf = shelf()
    with the_shelf.open(workshop) as book:
        found = load_plan(plan, own_folder(the_shelf.home))
        click.echo(book.write_form(found, out or Path("form.xlsx"), by.date(), contact, force=force))
