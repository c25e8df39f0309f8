"""`workshop merge`: another copy's remarks into this one."""

from pathlib import Path

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.workbook.merging import merge_into
from workshop.workbook.shelf import open_workshop


@click.command("merge")
@click.argument("workshop")
@click.argument("other", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@takes_home
def merge_command(workshop: str, other: Path, as_json: bool) -> None:
    """Take what another copy of the workshop has and this one lacks: from its folder, a stick, or a bundle (.zip).

    Nothing is asked, nothing is lost, and merging again, or in another order, gives the same. OTHER is only read.
    """
    folder = shelf().find(workshop)
    codec = shelf().codec(folder)
    report = merge_into(folder, other.expanduser(), codec, codec if codec.locked else shelf().codec(other.expanduser()))
    with open_workshop(folder, codec=codec) as book:  # opening it carries out the withdrawals that came
        pending = book.withdrawals_pending
    if as_json:
        print_json(report.as_json())
    else:
        click.echo(report.words())
    for each in (*report.damage, *pending):
        click.echo(each, err=True)
    if report.both:
        click.echo(f"To see both versions and choose: workshop conflicts {workshop}", err=True)
    if len(report.copies) == 1 and report.copies[0].is_dir():
        click.echo(f"Only {folder} was changed. To bring the other up to date: workshop merge {report.copies[0]} {folder}", err=True)
    else:
        click.echo(f"Only {folder} was changed. To bring the other up to date, take it a bundle: workshop bundle {workshop}", err=True)
