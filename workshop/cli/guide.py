"""`workshop guide`: a page for each who has a part in a session, and the words that the program uses."""

import shutil
from pathlib import Path

import click

from workshop.cli.common import is_terminal, print_json
from workshop.errors import WorkshopError
from workshop.guide import PAGES, Heading, Page, load_page, named_page, plain

WIDEST = 80
"""Longer lines are hard to read, however wide the terminal."""


@click.command("guide")
@click.argument("name", required=False)
@click.option("--html", "out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a page to print.")
@click.option("--force", is_flag=True, help="Write over a file that is in the way.")
@click.option("--json", "as_json", is_flag=True, help="Print which guides there are as one JSON object.")
def guide_command(name: str | None, *, out: Path | None, force: bool, as_json: bool) -> None:
    """Print a page for who leads, who types or who organises, or what the words mean.

    Without a name, say which there are.

    The keys in it are those that the program comes with; `workshop keys` prints yours.
    """
    if name is None:
        if out is not None:
            raise click.UsageError("Which guide? Give its name.")
        _list(as_json=as_json)
        return
    page = load_page(named_page(name))
    if out is not None:
        _write(page, out, force=force)
        return
    text = plain(page, min(shutil.get_terminal_size().columns, WIDEST) if is_terminal() else WIDEST)
    headings = {page.title, *(piece.text.upper() for piece in page.pieces if isinstance(piece, Heading))}
    for line in text.splitlines():
        click.secho(line, bold=line in headings)


def _list(*, as_json: bool) -> None:
    if as_json:
        print_json(PAGES)
        return
    width = max(map(len, PAGES))
    for name, what in PAGES.items():
        click.echo(f"{name:{width}}  {what}")


def _write(page: Page, out: Path, *, force: bool) -> None:
    from workshop.report.guide import guide_html  # noqa: PLC0415  # jinja2: 56 ms
    from workshop.report.write import write_files  # noqa: PLC0415  # likewise

    if out.exists() and not force:
        raise WorkshopError(f"{out} is there already; nothing was written.", "Give another name, or write over it with --force.")
    write_files({out.name: guide_html(page).encode()}, out.absolute().parent, force=True)
    click.echo(str(out))
