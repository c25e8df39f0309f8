"""`workshop demo`: the example workshop in a throw-away copy, on its comparison or with a rehearsal."""

import shutil
import tempfile
from pathlib import Path

import click

from workshop.cli.common import is_terminal, shelf
from workshop.errors import WorkshopError
from workshop.workbook.book import Workbook
from workshop.workbook.example import make_example


@click.command("demo")
@click.option("--rehearse", is_flag=True, help="Run a session of it in ten minutes, to try out the clock and the line.")
@click.option("--speed", type=float, metavar="N", help="With --rehearse: so many times as fast as real time.")
def demo_command(*, rehearse: bool, speed: float | None) -> None:
    """Look around the example workshop, "Parenting on a low income", in a throw-away copy.

    Where the output is no terminal: print its comparison, write its report, and print where that is.
    """
    if speed is not None and not rehearse:
        raise click.UsageError("--speed is for a rehearsal: give --rehearse too.")
    if rehearse and not is_terminal():
        raise WorkshopError(
            "A rehearsal is a screen: run this in a terminal.",
            "Without one, begin it with `workshop run NAME --plan readback --group parent --speed 9`, and drive it with `workshop clock`.",
        )
    scratch = Path(tempfile.mkdtemp(prefix="workshop-demo-"))
    book = make_example(scratch / "parenting-on-a-low-income")
    if not is_terminal():
        _print(book)
        return
    try:
        code = _open(book, rehearse=rehearse, speed=speed)
    finally:
        book.close()
        shutil.rmtree(scratch, ignore_errors=True)
    raise click.exceptions.Exit(code)


def _print(book: Workbook) -> None:
    from workshop.console import print_comparison  # noqa: PLC0415  # rich: 46 ms

    print_comparison(book.view())
    (report,) = book.export(["html"])
    book.close()
    click.echo(f"\nThe report: {report}")


def _open(book: Workbook, *, rehearse: bool, speed: float | None) -> int:
    from workshop.tui.opening import run_compare, run_rehearsal  # noqa: PLC0415  # textual: 186 ms

    if rehearse:
        return run_rehearsal(book, shelf().home, speed)
    return run_compare(book, shelf().home, title_note="the example, a throw-away copy", throw_away=True)
