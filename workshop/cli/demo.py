"""`workshop demo`: the example workshop in a throw-away copy, on its comparison."""

import shutil
import tempfile
from pathlib import Path

import click

from workshop.cli.common import is_terminal
from workshop.workbook.example import make_example


@click.command("demo")
def demo_command() -> None:
    """Look around the example workshop, "Parenting on a low income", in a throw-away copy.

    Where the output is no terminal: print its comparison, write its report, and print where that is.
    """
    scratch = Path(tempfile.mkdtemp(prefix="workshop-demo-"))
    book = make_example(scratch / "parenting-on-a-low-income")
    if not is_terminal():
        from workshop.console import print_comparison  # noqa: PLC0415  # rich: 46 ms

        print_comparison(book.view())
        (report,) = book.export(["html"])
        book.close()
        click.echo(f"\nThe report: {report}")
        return
    from workshop.tui.opening import run_compare  # noqa: PLC0415  # textual: 186 ms

    try:
        code = run_compare(book, title_note="the example, a throw-away copy", throw_away=True)
    finally:
        book.close()
        shutil.rmtree(scratch, ignore_errors=True)
    raise click.exceptions.Exit(code)
