"""`--present`: how many people are here, for the commands that begin a session."""

from collections.abc import Mapping, Sequence

import click

from workshop.model.perspective import MIXED
from workshop.workbook.book import Workbook

says_how_many = click.option(
    "--present", "here", multiple=True, metavar="N", help="How many are here; of a mixed group parent=5. Repeatable."
)


def head_counts(book: Workbook, group: str, here: Sequence[str]) -> Mapping[str, int]:
    """Head counts by perspective from "8" or "parent=5". Raises a usage error."""
    found: dict[str, int] = {}
    for each in here:
        name, equals, count = each.rpartition("=")
        if not equals and group.strip().casefold() == MIXED:
            raise click.UsageError(f"--present {each}: of a mixed group say who, as in --present parent=5")
        if not count.strip().isdecimal():
            raise click.UsageError(f"--present {each}: that is no number of people")
        found[book.perspective(name if equals else group).name] = int(count)
    return found
