"""A person's own plans: made from one that explains itself, edited, and checked when the editor is left."""

from pathlib import Path

import click

from workshop.cli.common import is_terminal
from workshop.cli.editing import edit_file
from workshop.errors import REFUSED, WorkshopError
from workshop.model.plan import Plan
from workshop.plans import copy_plan, load_plan, new_plan, plan_file
from workshop.text import clean_line
from workshop.workbook.catalogue import slug


def make_plan(own: Path, name: str, *, edit: bool) -> None:
    """Write a new plan and print where it is; open it at once if asked to."""
    title = clean_line(name)
    if not title:
        raise WorkshopError("A plan needs a name.", 'For example: workshop plans --new "Breakfast club"')
    path = new_plan(own, slug(title), title)
    if edit:
        _edit(path)
        return
    click.echo(str(path))
    click.echo(f"It can be run as it stands. To change it: workshop plans --edit {path.stem}", err=True)


def edit_plan(own: Path, name: str) -> None:
    """Open a plan of one's own; a ready-made one is copied, and the copy goes again where nothing was changed in it."""
    before = plan_file(name, own)
    path = copy_plan(own, name)
    content = path.read_bytes()
    if before != path:
        click.echo(f"This is your own copy; the ready-made plan stays as it is: {path}", err=True)
    _edit(path)
    if before != path and path.read_bytes() == content:
        path.unlink()
        click.echo("Nothing was changed, so there is no copy.", err=True)


def checked(path: Path, plan: Plan) -> str:
    """That a plan is good, in a line."""
    return f'{path}: a good plan, "{plan.title}", {len(plan.activities)} activities, {plan.minutes:g} min'


def _edit(path: Path) -> None:
    """Edit and check, as often as it takes. Prints what is good; exits as refused where the person leaves it faulty."""
    while True:
        edit_file(path)
        try:
            plan = load_plan(path)
        except WorkshopError as fault:
            click.echo(str(fault), err=True)
            if is_terminal() and click.confirm("Edit it again?", default=True, err=True):
                continue
            click.echo(f"It is kept as it is: {path}", err=True)
            raise click.exceptions.Exit(REFUSED) from fault
        click.echo(checked(path, plan))
        return
