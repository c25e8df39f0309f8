"""`workshop theme`: the codebook."""

from collections.abc import Mapping
from typing import Any

import click

from workshop.cli.common import print_json, takes_home
from workshop.cli.meant import open_meant, remember_workshop
from workshop.clocks import local_zone
from workshop.model.perspective import plural_of
from workshop.model.records import Theme
from workshop.workbook.book import Workbook


@click.group("theme", invoke_without_command=True)
@click.argument("workshop")
@takes_home
@click.pass_context
def theme_command(ctx: click.Context, workshop: str) -> None:
    """Work on the codebook: list its themes, add, describe, rename, merge, split, order.

    A theme is named by its title, an alias, or the beginning of one. Every change can be undone.
    """
    remember_workshop(workshop)
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@theme_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def list_(as_json: bool = False) -> None:
    """List the themes in order, with how many remarks of each group are about them."""
    with open_meant() as book:
        themes, counts = book.themes(), book.theme_counts()
        titles = {each.id: each.title for each in themes}
        groups = [each.name for each in book.perspectives if any(each.name in of for of in counts.values())]
    if as_json:
        print_json([_as_json(each, titles, counts[each.id]) for each in themes])
        return
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    rows = [(each.title, *(str(counts[each.id].get(group, 0)) for group in groups), "; ".join(_about(each, titles))) for each in themes]
    print_table(("theme", *map(plural_of, groups), ""), rows)
    if not themes:
        click.echo("There are no themes yet. Type # and a word on the capture line, or: workshop theme WORKSHOP add TITLE", err=True)


@theme_command.command("add")
@click.argument("title")
@click.option("--description", default="", help="What it is about.")
@click.option("--alias", "aliases", multiple=True, help="Another name for it. Repeatable.")
@click.option("--under", default="", metavar="THEME", help="The theme that it stands under.")
@click.option("--lead", default="", metavar="ORGANISATION", help="Who leads on it.")
@click.option("--provisional", is_flag=True, help="It is not agreed upon yet.")
@takes_home
def add(title: str, description: str, aliases: tuple[str, ...], under: str, lead: str, provisional: bool) -> None:
    """Add a theme, last in the order."""
    with open_meant() as book:
        near = book.near_themes(title)
        made = book.add_theme(title, description=description, aliases=aliases, parent=under, lead=lead, agreed=not provisional)
    click.echo(made.title)
    if near:
        alike = ", ".join(f'"{each.title}"' for each in near)
        click.echo(f"Spelt much like {alike}. If they mean the same: workshop theme WORKSHOP merge", err=True)


@theme_command.command("edit")
@click.argument("name", metavar="THEME")
@click.option("--description", help="What it is about.")
@click.option("--alias", "aliases", multiple=True, help="Another name for it, in place of those it has. Repeatable.")
@click.option("--no-alias", is_flag=True, help="It has no other name.")
@click.option("--under", metavar="THEME", help='The theme that it stands under; "" for none.')
@click.option("--lead", metavar="ORGANISATION", help='Who leads on it; "" for nobody.')
@click.option("--agreed/--provisional", default=None, help="Whether it is agreed upon.")
@click.option("--priority/--no-priority", default=None, help="Whether it is a priority.")
@takes_home
def edit(
    name: str,
    description: str | None,
    aliases: tuple[str, ...],
    no_alias: bool,
    under: str | None,
    lead: str | None,
    agreed: bool | None,
    priority: bool | None,
) -> None:
    """Change what is given of a theme, and leave the rest."""
    with open_meant() as book:
        changed = book.edit_theme(
            name,
            description=description,
            aliases=aliases if aliases or no_alias else None,
            parent=under,
            lead=lead,
            agreed=agreed,
            priority=priority,
        )
        _print(book, changed)


@theme_command.command("rename")
@click.argument("name", metavar="THEME")
@click.argument("title")
@takes_home
def rename(name: str, title: str) -> None:
    """Give a theme another title. The old one goes on meaning it."""
    with open_meant() as book:
        _print(book, book.rename_theme(name, title))


@theme_command.command("merge")
@click.argument("name", metavar="THEME")
@click.argument("into")
@takes_home
def merge(name: str, into: str) -> None:
    """Make a theme part of another, with all that is coded with it, here and on other laptops."""
    with open_meant() as book:
        _print(book, book.merge_themes(name, into))


@theme_command.command("split")
@click.argument("name", metavar="THEME")
@click.argument("title")
@click.argument("reflections", nargs=-1, required=True, metavar="R12...")
@takes_home
def split(name: str, title: str, reflections: tuple[str, ...]) -> None:
    """Take remarks out of a theme into another one, which is made if need be."""
    with open_meant() as book:
        _print(book, book.split_theme(name, title, reflections))


@theme_command.command("order")
@click.argument("names", nargs=-1, required=True, metavar="THEME...")
@takes_home
def order(names: tuple[str, ...]) -> None:
    """Put these themes first, in this order; print all of them."""
    with open_meant() as book:
        for each in book.order_themes(names):
            click.echo(each.title)


@theme_command.command("move")
@click.argument("name", metavar="THEME")
@click.argument("place", type=click.IntRange(1))
@takes_home
def move(name: str, place: int) -> None:
    """Put a theme at a place, from 1; print all of them."""
    with open_meant() as book:
        for each in book.move_theme(name, place):
            click.echo(each.title)


@theme_command.command("remove")
@click.argument("name", metavar="THEME")
@takes_home
def remove(name: str) -> None:
    """Take a theme out of the codebook, if nothing is about it."""
    with open_meant() as book:
        click.echo(book.remove_theme(name).title)


@theme_command.command("history")
@click.argument("name", metavar="THEME")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def history(name: str, as_json: bool) -> None:
    """Print all that was done to a theme: when, in which window, what."""
    with open_meant() as book:
        events = book.theme_history(name)
    if as_json:
        print_json([each.as_json() for each in events])
        return
    for each in events:
        click.echo(f"{each.at.astimezone(local_zone()):%d %b %Y %H:%M:%S}\t{each.writer}\t{each.what}")


def _print(book: Workbook, theme: Theme) -> None:
    titles = {each.id: each.title for each in book.themes()}
    click.echo("\t".join(part for part in (theme.title, "; ".join(_about(theme, titles))) if part))


def _about(theme: Theme, titles: Mapping[str, str]) -> list[str]:
    """What else is to be said of a theme, in words."""
    told = ["provisional"] if theme.provisional else []
    told += ["priority"] if theme.priority else []
    told += [f"under {titles[theme.parent]}"] if theme.parent and theme.parent in titles else []
    told += [f"lead: {theme.lead_organisation}"] if theme.lead_organisation else []
    told += [f"also: {', '.join(theme.aliases)}"] if theme.aliases else []
    return told + ([" ".join(theme.description.split())] if theme.description else [])


def _as_json(theme: Theme, titles: Mapping[str, str], remarks: Mapping[str, int]) -> dict[str, Any]:
    return {
        "title": theme.title,
        "description": theme.description,
        "aliases": list(theme.aliases),
        "parent": titles.get(theme.parent or ""),
        "lead": theme.lead_organisation or None,
        "agreed": not theme.provisional,
        "priority": theme.priority,
        "remarks": dict(remarks),
        "id": theme.id,
    }
