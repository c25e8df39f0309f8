"""`workshop colours`: dark, light or high contrast, from now on."""

import click

from workshop.cli.common import shelf, takes_home
from workshop.errors import WorkshopError
from workshop.settings import COLOURS_FILE, colours, keep_setting


@click.command("colours")
@click.argument("name", required=False)
@takes_home
def colours_command(name: str | None) -> None:
    """Say which colours the screens have: dark, light or high contrast.

    Without a name it prints which they are now. NO_COLOR does without any.
    """
    from workshop.tui.themes import THEMES  # noqa: PLC0415  # textual: 186 ms that a wrong option saves

    home = shelf().home
    if name is None:
        click.echo(colours(home) or next(iter(THEMES)))
        return
    wanted = name.strip().casefold().replace(" ", "-")
    if wanted not in THEMES:
        raise WorkshopError(f'There are no colours called "{name[:40]}".', f"There are: {', '.join(THEMES)}.")
    click.echo(str(keep_setting(home, COLOURS_FILE, f"{wanted}\n")))
