"""`workshop new`, `workshop list`, and the shelf's screen."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.workbook.catalogue import ShelfEntry


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
@click.option("--all", "archived", is_flag=True, help="Those in the archive too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def list_command(archived: bool, as_json: bool) -> None:
    """List the workshops on the shelf, the one last changed first."""
    entries = shelf().entries(archived=archived)
    if as_json:
        print_json(
            [
                {
                    "name": each.name,
                    "folder": str(each.folder),
                    "title": each.title,
                    "sessions": None if each.locked else each.sessions,
                    "reflections": None if each.locked else each.reflections,
                    "open_session": each.open_session or None,
                    "changed": each.changed.isoformat() if each.changed else None,
                    "trouble": each.trouble or None,
                    "archived": each.archived,
                    "keep_until": each.keep_until.isoformat() if each.keep_until else None,
                    "overdue": each.overdue,
                    "locked": each.locked,
                }
                for each in entries
            ]
        )
        return
    if not entries:
        hint = "Those in the archive: workshop list --all" if shelf().names() else 'Make one with: workshop new "TITLE"'
        click.echo(f"No workshops {'' if shelf().names() else 'yet '}in {shelf().home}. {hint}", err=True)
        return
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    rows = [
        (
            each.name,
            each.title or each.trouble,
            "" if each.locked else str(each.sessions),
            "" if each.locked else str(each.reflections),
            _state(each),
        )
        for each in entries
    ]
    print_table(("name", "title", "sessions", "reflections", ""), rows)
    overdue = [each for each in entries if each.overdue]
    if overdue:
        click.echo(f"Kept longer than was decided: {', '.join(each.name for each in overdue)}. See: workshop delete --help", err=True)


def _state(entry: ShelfEntry) -> str:
    if entry.locked:
        return "locked"
    told = [f"{entry.open_session} is open"] if entry.open_session else []
    if entry.archived:
        told.append("archived")
    if entry.overdue and entry.keep_until:
        told.append(f"to be deleted since {entry.keep_until.isoformat()}")
    return ", ".join(told)
