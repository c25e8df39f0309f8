"""`workshop import`: a CSV of reflections, statements, responses or participants, all rows or none."""

from pathlib import Path

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import REFUSED
from workshop.intake.fields import FIELDS


@click.command("import")
@click.argument("workshop")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--what", required=True, type=click.Choice(list(FIELDS)), help="What each row is.")
@click.option(
    "--map", "maps", multiple=True, metavar="FIELD=COLUMN", help="Which column holds a field, where the header doesn't say it. Repeatable."
)
@click.option("--value", "values", multiple=True, metavar="FIELD:FROM=TO", help="What one of the file's own words means. Repeatable.")
@click.option("--people", default="", metavar="NAME", help="Whose codes these are, where files are about different people.")
@click.option("--dry-run", is_flag=True, help="Check and report; bring nothing in.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@takes_home
def import_(
    workshop: str, file: Path, what: str, maps: tuple[str, ...], values: tuple[str, ...], people: str, dry_run: bool, as_json: bool
) -> None:
    """Bring in a CSV: reflections, statements, responses or participants.

    All rows come in or none, and bringing in the same file twice adds nothing.
    """
    with shelf().open(workshop) as book:
        report = book.import_file(file, what, mapping=maps, values=values, people=people, dry_run=dry_run)
    if as_json:
        print_json(report.as_json())
    else:
        for refused in report.refused:
            click.echo(f"{file.name}, {refused}", err=True)
        for cure in dict.fromkeys(refused.cure for refused in report.refused if refused.cure):
            click.echo(cure, err=True)
        click.echo(report.words())
    if report.refused:
        raise click.exceptions.Exit(REFUSED)
