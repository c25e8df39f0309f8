"""`workshop statement`: what one group said, made ready to be put to another."""

import click

from workshop.cli.common import print_json, shelf, takes_home


@click.group("statement")
def statement_command() -> None:
    """Make a statement, or list those that there are."""


@statement_command.command("add")
@click.argument("workshop")
@click.argument("text")
@click.option("--made-by", required=True, metavar="PERSPECTIVE", help="Whose statement it is.")
@click.option("--theme", default="", metavar="TITLE", help="The theme that it belongs to.")
@click.option("--from", "sources", multiple=True, metavar="R12", help="A reflection that it rests on. Repeatable.")
@takes_home
def add(workshop: str, text: str, made_by: str, theme: str, sources: tuple[str, ...]) -> None:
    """Make a statement and print its number."""
    with shelf().open(workshop) as book:
        click.echo(book.ref(book.add_statement(text, made_by, theme=theme, sources=sources)))


@statement_command.command("list")
@click.argument("workshop")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def list_(workshop: str, as_json: bool) -> None:
    """List the statements, the first made first."""
    with shelf().open(workshop) as book:
        records = book.records
        found = [(book.ref(each), each) for each in sorted(records.statements.values(), key=lambda each: (each.number, each.id))]
        titles = {theme.id: theme.title for theme in records.themes.values()}
        if as_json:
            print_json(
                [
                    {
                        "ref": ref,
                        "statement": each.text,
                        "made_by": each.made_by,
                        "theme": titles.get(each.theme or ""),
                        "id": each.ref or each.id,
                    }
                    for ref, each in found
                ]
            )
            return
        for ref, each in found:
            click.echo(f"{ref}\t{each.made_by}\t{each.text}")
