"""`workshop keys`: the keys of every screen, for paper and for those who listen to a screen."""

import click

from workshop.cli.common import print_json


@click.command("keys")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def keys_command(as_json: bool) -> None:
    """Print the keys of every screen, and what each does."""
    from workshop.tui.keys import NAMES, keys_of, spelt  # noqa: PLC0415  # textual: 186 ms that a wrong option saves

    by_place = {name: [(spelt(key), key.description) for key in keys_of(place)] for place, name in NAMES.items()}
    if as_json:
        print_json({name: [{"key": key, "does": does} for key, does in keys] for name, keys in by_place.items()})
        return
    width = max(len(key) for keys in by_place.values() for key, _ in keys)
    for name, keys in by_place.items():
        click.echo(f"{name[:1].upper()}{name[1:]}")
        for key, does in keys:
            click.echo(f"  {key:{width}}  {does}")
        click.echo()
