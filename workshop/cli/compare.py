"""`workshop compare`: the comparison as a table with mirrored bars, or as one JSON object."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.compare.as_json import comparison_json


@click.command("compare")
@click.argument("workshop")
@click.option("--between", nargs=2, metavar="A B", help="Two perspectives. Else parent and practitioner.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def compare_command(workshop: str, between: tuple[str, str] | None, as_json: bool) -> None:
    """Compare what two groups said: who raised which theme, who answered what to which statement."""
    with shelf().open(workshop) as book:
        if as_json:
            print_json(comparison_json(book.compare(between or ())))
            return
        from workshop.console import print_comparison  # noqa: PLC0415  # rich: 46 ms that --json saves

        print_comparison(book.view(between=between or ()))
