"""`workshop thresholds`: the numbers behind the labels, printed or changed for one workshop."""

from dataclasses import asdict

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import WorkshopError
from workshop.model.comparison import Thresholds
from workshop.model.thresholds import MEANINGS


@click.command("thresholds")
@click.argument("workshop")
@click.argument("changes", nargs=-1, metavar="[NAME=NUMBER]...")
@click.option("--reset", is_flag=True, help="Back to the usual numbers, all of them, before any that are given here.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def thresholds_command(workshop: str, changes: tuple[str, ...], reset: bool, as_json: bool) -> None:
    """Print the numbers behind the labels, or change them, such as gap=0.3.

    They are those of `workshop compare`, hold for the whole workshop, and every comparison says so where they are not the usual ones.
    Choose them before you look.
    """
    with shelf().open(workshop) as book:
        wanted = list(asdict(Thresholds()).items()) if reset else []
        wanted += [_change(each) for each in changes]
        found = asdict(book.set_thresholds(wanted) if wanted else book.thresholds)
    if as_json:
        print_json(found)
        return
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    usual = asdict(Thresholds())
    rows = [(name, f"{found[name]:.4g}", "" if found[name] == usual[name] else f"{usual[name]:.4g}", MEANINGS[name]) for name in MEANINGS]
    print_table(("name", "is", "usually", "meaning"), rows)


def _change(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        return name.strip().replace("-", "_"), float(number)
    except ValueError:
        raise WorkshopError(f'"{text}" is no threshold and its number.', "For example: workshop thresholds WORKSHOP gap=0.3") from None
