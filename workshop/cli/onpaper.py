"""How the commands that print for paper write their page: to a file, or to standard output."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from workshop.errors import WorkshopError

F = TypeVar("F", bound=Callable[..., Any])


def takes_out(command: F) -> F:
    """Give a command `--out` and `--force`."""
    out = click.option(
        "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page there, not to stdout."
    )
    return out(click.option("--force", is_flag=True, help="Write over a file that is in the way.")(command))


def put(page: str, out: Path | None, *, force: bool) -> None:
    """Print the page, or write it and print where. Raises WorkshopError for a file in the way, unless `force`."""
    from workshop.report.write import write_files  # noqa: PLC0415  # the formats' table, which a page on stdout does without

    if out is None:
        click.echo(page, nl=False)
        return
    if out.exists() and not force:
        raise WorkshopError(f"{out} is there already; nothing was written.", "Give another name, or write over it with --force.")
    write_files({out.name: page.encode()}, out.absolute().parent, force=True)
    click.echo(str(out))
    click.echo("Open it in a browser and print it.", err=True)
