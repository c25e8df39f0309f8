"""`workshop import`: tables, transcripts, codebooks and whole workshops, all of a file or none of it."""

from pathlib import Path

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import REFUSED
from workshop.intake.fields import FIELDS
from workshop.workbook.howread import HowRead
from workshop.workbook.importreport import ImportReport
from workshop.workbook.incoming import KINDS

_FIELDS = "\n\n".join(f"Fields of {what}: {', '.join(field.name for field in fields)}." for what, fields in FIELDS.items())
_MAPPING = "\b\nWhere a header says it in other words:\n  --map perspective=Who --map text=Comment"


@click.command("import", epilog=f"{_FIELDS}\n\n{_MAPPING}")
@click.argument("workshop")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--what", type=click.Choice(list(KINDS)), help="What each row is, or the file, where it doesn't say so itself.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column holds a field, where the header doesn't say it. Repeatable; several for text, as on a form.",
)
@click.option(
    "--value",
    "values",
    multiple=True,
    metavar="FIELD:FROM=TO",
    help="What one of the file's own words means; FROM may be blank. Repeatable.",
)
@click.option("--sheet", default="", metavar="NAME", help="Which sheet of a spreadsheet. Else the first that holds anything.")
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME=GROUP",
    help="Whom a speaker of a transcript stands for: a group, a code, nt, ? or nobody. Repeatable.",
)
@click.option("--session", default="", metavar="TITLE", help="What the session of a transcript is called here.")
@click.option("--began", default="", metavar="TIME", help="When a transcript's recording began: 2026-05-14 10:00.")
@click.option("--people", default="", metavar="NAME", help="Whose codes these are, where files are about different people.")
@click.option("--dry-run", is_flag=True, help="Check and report; bring nothing in.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@takes_home
def import_(  # noqa: PLR0913, PLR0917  # click gives each option by its name
    workshop: str,
    file: Path,
    what: str | None,
    mapping: tuple[str, ...],
    values: tuple[str, ...],
    sheet: str,
    speakers: tuple[str, ...],
    session: str,
    began: str,
    people: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in a table, a transcript, a codebook or another workshop.

    A table in csv, xlsx or ods; a transcript in txt, docx or vtt; another workshop as our own json, or a bundle of it.

    All of it comes in or none, and bringing in the same file twice adds nothing. How a table was read is remembered for the next one
    with the same header.
    """
    how = HowRead(
        what=what or "", mapping=mapping, values=values, people=people, sheet=sheet, speakers=speakers, session=session, began=began
    )
    with shelf().open(workshop) as book:
        report = book.import_file(file, how, dry_run=dry_run)
    if as_json:
        print_json(report.as_json())
    else:
        _tell(report, file.name)
    if report.refused:
        raise click.exceptions.Exit(REFUSED)


def _tell(report: ImportReport, name: str) -> None:
    for refused in report.refused:
        click.echo(f"{name}, {refused}", err=True)
    for cure in dict.fromkeys(refused.cure for refused in report.refused if refused.cure):
        click.echo(cure, err=True)
    click.echo(report.words())
