"""What the commands share: the shelf that a call means, and tables as JSON."""

import json
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from workshop.cli import NAMED
from workshop.cli.passphrase import passphrase_for, takes_passphrase_file
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import home_folder
from workshop.workbook.notices import damage_notice
from workshop.workbook.shelf import Shelf

F = TypeVar("F", bound=Callable[..., Any])


def takes_home(command: F) -> F:
    """Let a command take what says which workshop and how to open it, `--home` and `--passphrase-file`, after its name too."""

    def remember(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value:
            ctx.obj = value

    option = click.option(
        "--home",
        metavar="FOLDER",
        expose_value=False,
        is_eager=True,
        callback=remember,
        help="Where your workshops stand (or set WORKSHOP_HOME).",
    )
    return option(takes_passphrase_file(command))


class _TellingShelf(Shelf):
    """A shelf that says on stderr what of a workshop can't be read, so that nobody takes what is left for the whole."""

    def open(self, reference: str) -> Workbook:
        """Open it, and say so where something is damaged; it is kept which was named."""
        click.get_current_context().meta[NAMED] = reference
        book = super().open(reference)
        if notice := damage_notice(book):
            click.echo(f"{notice}.", err=True)
        return book


def shelf() -> Shelf:
    """The shelf that this call is about. Opening a locked workshop asks for its passphrase."""
    given = click.get_current_context().obj
    return _TellingShelf(home_folder(given if isinstance(given, str) else None), passphrase=passphrase_for)


def print_json(value: Any) -> None:
    """Write one JSON value to stdout, readable and in its own letters."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def is_terminal() -> bool:
    """Whether a person sees our output and can press keys."""
    return sys.stdout.isatty() and sys.stdin.isatty()
