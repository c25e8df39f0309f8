"""What a person may choose about the files of an export, as options of the command line."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from workshop.report.formats import FORMATS
from workshop.workbook.exporting import Choices, read_template


def takes_choices(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options; what was chosen comes as its argument `choices`."""

    @functools.wraps(command)
    def chosen(*, template: Path | None, case_codes: bool, speaking_order: bool, **others: Any) -> None:
        if template is not None and not others["every"] and not set(others["formats"]) & set(_IN_WORD):
            raise click.UsageError(f"--template is for {', '.join(_IN_WORD)}; none of these is asked for.")
        styles = None if template is None else _read(template)
        command(choices=Choices(template=styles, case_codes=case_codes, speaking_order=speaking_order), **others)

    options = (
        click.option(
            "--template",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help=f"{', '.join(_IN_WORD)}: take the styles, margins, header and footer of this Word file.",
        ),
        click.option("--case-codes", is_flag=True, help="qdpx: each person is a code too, over all that they said."),
        click.option("--speaking-order", is_flag=True, help="qdpx: one text for each session, not for each person in it."),
    )
    decorated: Callable[..., None] = chosen
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


_IN_WORD = tuple(name for name, form in FORMATS.items() if "template" in form.takes)


def _read(template: Path) -> bytes:
    """The Word file, once it is told which of its styles are missing. Raises WorkshopError for what is none."""
    content, missing = read_template(template)
    if missing:
        click.echo(f"{template.name} lacks styles that the report uses, and ours stand in: {', '.join(missing)}.", err=True)
    return content
