"""`workshop new`, `workshop list`, and the shelf's screen."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.workbook import Shelf, home_folder


@click.command("new")
@click.argument("title")
@click.option("--perspective", "more", multiple=True, metavar="NAME", help="A perspective besides parent and practitioner. Repeatable.")
@takes_home
def new_command(title: str, more: tuple[str, ...]) -> None:
    """Make a workshop and print its folder."""
    book = shelf().create(title, more)
    book.close()
    click.echo(book.folder)


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def list_command(as_json: bool) -> None:
    """List the workshops on the shelf, the one last changed first."""
    entries = shelf().entries()
    if as_json:
        print_json(
            [
                {
                    "name": each.name,
                    "folder": str(each.folder),
                    "title": each.title,
                    "sessions": each.sessions,
                    "reflections": each.reflections,
                    "open_session": each.open_session or None,
                    "changed": each.changed.isoformat() if each.changed else None,
                    "trouble": each.trouble or None,
                }
                for each in entries
            ]
        )
        return
    if not entries:
        click.echo(f'No workshops yet in {shelf().home}. Make one with: workshop new "TITLE"', err=True)
        return
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    rows = [
        (
            each.name,
            each.title or each.trouble,
            str(each.sessions),
            str(each.reflections),
            f"{each.open_session} is open" if each.open_session else "",
        )
        for each in entries
    ]
    print_table(("name", "title", "sessions", "reflections", ""), rows)


def open_shelf(home: str | None) -> int:
    """Open the shelf's screen and return the exit code."""
    from workshop.tui.app import run_shelf  # noqa: PLC0415  # textual: 186 ms that `new` and `list` save

    return run_shelf(Shelf(home_folder(home)))
