"""`workshop ratings`: the points that each group gave, and where the groups are far apart."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.compare.ratings import GroupRating, Rating, apart_words, average_words, counts_words


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
    groups = rating.groups.items()
    return [apart_words(rating), *(f"  {average_words(name, group)}; {counts_words(name, group)}" for name, group in groups)]


def _as_json(rating: Rating) -> dict[str, object]:
    groups = {name: _group_json(group) for name, group in rating.groups.items()}
    return {"theme": rating.theme, "scale": list(rating.scale), "gap": rating.gap, "groups": groups}


def _group_json(group: GroupRating) -> dict[str, object]:
    return {"people": group.people, "mean": group.mean, "counts": {str(points): people for points, people in group.counts.items()}}
