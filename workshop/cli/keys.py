"""`workshop keys`: the keys of every screen, for paper and for those who listen to a screen; and a file to change them in."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.settings import keep_setting, setting

TEMPLATE = """\
# Your own keys. Take the # off a line and write another key: "F5", "Ctrl+N", "PgUp", or "n" where no text is typed.
# Several: ["F5", "Ctrl+N"]. What can't be is told when the program starts, and the usual key stays.
"""


@click.command("keys")
@click.option("--new", is_flag=True, help="Write a file in which every key stands, to be changed, and print where it is.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def keys_command(*, new: bool, as_json: bool) -> None:
    """Print the keys of every screen, and what each does.

    As they are now, and with the name by which keys.toml gives each another.
    """
    from workshop.tui.keys import KEYS, NAMES, keys_of, naming_keys, spelt, use_keys  # noqa: PLC0415  # textual: 186 ms that a wrong option saves
    from workshop.tui.keys.remapping import FILE, read_own_keys  # noqa: PLC0415  # likewise
    from workshop.tui.keys.spelling import written  # noqa: PLC0415  # likewise

    home = shelf().home
    if new:
        lines = [f'# "{key.id}" = {[written(each) for each in key.keys.split(",")]}  # {key.description}' for key in KEYS]
        click.echo(str(keep_setting(home, FILE, "\n".join([TEMPLATE, *lines, ""]), force=False)))
        return
    own = read_own_keys(setting(home, FILE))
    use_keys(own.changed)
    by_place = {naming_keys(name): [(spelt(key), key.description, key.id) for key in keys_of(place)] for place, name in NAMES.items()}
    use_keys({})
    if as_json:
        print_json({name: [{"key": key, "does": does, "id": id_} for key, does, id_ in keys] for name, keys in by_place.items()})
    else:
        _print(by_place)
    for fault in own.faults:
        click.echo(fault, err=True)


def _print(by_place: dict[str, list[tuple[str, str, str]]]) -> None:
    width = max(len(key) for keys in by_place.values() for key, _, _ in keys)
    for name, keys in by_place.items():
        click.echo(f"{name[:1].upper()}{name[1:]}")
        for key, does, id_ in keys:
            click.echo(f"  {key:{width}}  {does}  [{id_}]")
        click.echo()
