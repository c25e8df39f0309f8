"""`workshop sheet`: a blank sheet to take notes on, by hand."""

from pathlib import Path

import click

from workshop.cli.common import shelf, takes_home
from workshop.cli.onpaper import put, takes_out
from workshop.model.timeofday import parse_time
from workshop.model.timetable import timetable
from workshop.plans import load_plan, own_folder


@click.command("sheet")
@click.argument("plan")
@click.option("--starts-at", metavar="TIME", help="When the session begins, such as 09:30.")
@takes_out
@takes_home
def sheet_command(plan: str, starts_at: str | None, out: Path | None, force: bool) -> None:
    """Print a blank sheet to take notes on, from a plan: a page (html) with each activity's time and question, and lines to write on."""
    from workshop.report.paper import sheet_html  # noqa: PLC0415  # jinja2: 56 ms

    table = timetable(load_plan(plan, own_folder(shelf().home)), parse_time(starts_at) if starts_at else None)
    put(sheet_html(table), out, force=force)
