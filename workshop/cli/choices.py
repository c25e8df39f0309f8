"""What a person may choose about the files of an export, as options of the command line."""

import functools
from collections.abc import Callable
from typing import Any

import click

from workshop.report.formats import Choices


def takes_choices(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options; what was chosen comes as its argument `choices`."""

    @functools.wraps(command)
    def chosen(*, case_codes: bool, speaking_order: bool, **others: Any) -> None:
        command(choices=Choices(case_codes=case_codes, speaking_order=speaking_order), **others)

    options = (
        click.option("--case-codes", is_flag=True, help="qdpx: each person is a code too, over all that they said."),
        click.option("--speaking-order", is_flag=True, help="qdpx: one text for each session, not for each person in it."),
    )
    decorated: Callable[..., None] = chosen
    for option in reversed(options):
        decorated = option(decorated)
    return decorated
