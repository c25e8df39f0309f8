"""`workshop ratings`: the points that each group gave, and where the groups are far apart."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.compare.ratings import GroupRating, Rating
from workshop.compare.words import noun
from workshop.model.perspective import plural_of


@click.command("ratings")
@click.argument("workshop")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def ratings_command(workshop: str, as_json: bool) -> None:
    """Print the points that each group gave, and how far apart they are.

    An average of points on a scale is a rough measure: look at how many gave which, and ask why.
    """
    with shelf().open(workshop) as book:
        found = book.ratings()
    if as_json:
        print_json([_as_json(each) for each in found])
        return
    for rating in found:
        click.echo("\n".join(_as_text(rating)))
    if not found:
        click.echo("Nobody has given any points yet. The plan steps-check asks for some.", err=True)


def _as_text(rating: Rating) -> list[str]:
    """A line for the theme with how far the two groups are apart, and one for each group."""
    low, high = rating.scale
    apart = "" if rating.gap is None else f", {abs(rating.gap):.1f} apart"
    lines = [f"{rating.theme}, {low} to {high}{apart}"]
    for name, group in rating.groups.items():
        given = ", ".join(f"{people} gave {points}" for points, people in group.counts.items())
        lines.append(f"  {plural_of(name)}: {group.mean:.1f} on average; of {group.people} {noun(group.people, name)} {given}")
    return lines


def _as_json(rating: Rating) -> dict[str, object]:
    groups = {name: _group_json(group) for name, group in rating.groups.items()}
    return {"theme": rating.theme, "scale": list(rating.scale), "gap": rating.gap, "groups": groups}


def _group_json(group: GroupRating) -> dict[str, object]:
    return {"people": group.people, "mean": group.mean, "counts": {str(points): people for points, people in group.counts.items()}}
