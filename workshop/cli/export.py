"""`workshop export`: the report as files."""

from pathlib import Path

import click

from workshop.cli.choices import takes_choices
from workshop.cli.common import shelf, takes_home
from workshop.report.formats import FORMATS, Choices


@click.command("export")
@click.argument("workshop")
@click.option("--to", "formats", multiple=True, required=True, type=click.Choice(list(FORMATS)), help="A format. Repeatable.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="The folder to write to. Else reports/ in the workshop's own."
)
@click.option("--between", nargs=2, metavar="A B", help="Two perspectives, or one in two places or times: parent@Ayr parent@Irvine.")
@click.option("--session", "sessions", multiple=True, metavar="S", help="Only what was said there, such as S1 or S1,S3. Repeatable.")
@click.option("--lane", default="", metavar="LANE", help="Only what was said in this lane.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Only this theme. Repeatable.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@takes_choices
@takes_home
def export_command(  # noqa: PLR0913  # an argument an option
    workshop: str,
    *,
    formats: tuple[str, ...],
    out: Path | None,
    between: tuple[str, str] | None,
    sessions: tuple[str, ...],
    lane: str,
    themes: tuple[str, ...],
    force: bool,
    choices: Choices,
) -> None:
    """Write the report for your own working group (marked as a working copy) and print the files' names."""
    chosen = [name for each in sessions for name in each.split(",") if name.strip()]
    with shelf().open(workshop) as book:
        paths = book.export(formats, out, between=between or (), sessions=chosen, lane=lane, themes=themes, force=force, choices=choices)
        for path in paths:
            click.echo(path)
