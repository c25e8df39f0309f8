"""`workshop artwork`: pictures that are shown to groups, and what each group read in them."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import click

from workshop.cli.common import print_json, takes_home
from workshop.cli.meant import open_meant, remember_workshop
from workshop.compare.words import noun
from workshop.model.artwork import Artwork
from workshop.workbook.artworks import drawn
from workshop.workbook.book import Workbook

_SEEN = (60, 40)
"""Columns and half rows of a picture in a terminal."""

_file = click.Path(dir_okay=False, path_type=Path)
_alt = click.option("--alt", metavar="TEXT", help="What is to be seen in it, for who can't see it.")


@click.group("artwork", invoke_without_command=True)
@click.argument("workshop")
@takes_home
@click.pass_context
def artwork_command(ctx: click.Context, workshop: str) -> None:
    """Show pictures to groups, and list what each group read in them.

    Without a word more it lists them.

    A plan shows them in an activity of the kind `show`; what is noted meanwhile are the readings of the one that is on show. A1 names one.
    """
    remember_workshop(workshop)
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@artwork_command.command("add")
@click.argument("file", required=False, type=_file)
@click.option("--caption", required=True, metavar="TEXT", help="What stands under it. A plan names a picture by this.")
@click.option("--by", "made_by", required=True, metavar="PERSPECTIVE", help="Whose talk it arose from, or who made it.")
@_alt
@takes_home
def add(file: Path | None, caption: str, made_by: str, alt: str | None) -> None:
    """Take a picture in, a JPEG or a PNG, and print its number. Without a file it is shown on paper.

    Where it was taken and all else that its file says is left out, and it is cut down to what a page or a screen can show.
    """
    with open_meant() as book:
        made = book.add_artwork(file, caption, made_by, alt=alt or "")
        click.echo(book.ref(made))
        if not made.alt:
            click.echo("Say what is to be seen in it, for who can't see it: --alt", err=True)


@artwork_command.command("edit")
@click.argument("reference", metavar="A1")
@click.option("--caption", metavar="TEXT", help="What stands under it.")
@click.option("--picture", "file", type=_file, metavar="FILE", help="Another picture.")
@_alt
@takes_home
def edit(reference: str, caption: str | None, file: Path | None, alt: str | None) -> None:
    """Change what stands under a picture, what is said of it for who can't see it, or the picture; what it was is kept."""
    with open_meant() as book:
        _print(book, book.edit_artwork(reference, caption=caption, alt=alt, file=file))


@artwork_command.command("remove")
@click.argument("reference", metavar="A1")
@takes_home
def remove(reference: str) -> None:
    """Take a picture out of the list. Undo brings it back; to destroy it: workshop strike WORKSHOP A1."""
    with open_meant() as book:
        ref = book.ref(book.artwork(reference))
        said = sum(map(len, book.readings(book.remove_artwork(reference)).values()))
        click.echo(f"{ref} is out of the list. Its {_counted(said)} stay as remarks." if said else f"{ref} is out of the list.", err=True)


@artwork_command.command("show")
@click.argument("reference", metavar="A1")
@takes_home
def show(reference: str) -> None:
    """Print a picture as well as the terminal can, with its caption and what each group read in it."""
    with open_meant() as book:
        from workshop.console import print_picture  # noqa: PLC0415  # rich: 46 ms that the other verbs save

        found = book.artwork(reference)
        print_picture(drawn(found.content, *_SEEN), found.described)
        click.echo(f"{book.ref(found)}\t{found.caption}")
        _print_readings(book, found)


@artwork_command.command("write")
@click.argument("reference", metavar="A1")
@click.option("--out", default=".", type=click.Path(file_okay=False, path_type=Path), help="The folder. Else the one that you are in.")
@takes_home
def write(reference: str, out: Path) -> None:
    """Write a picture into a file, to be printed or put on a wall, and print its path."""
    with open_meant() as book:
        click.echo(str(book.write_artwork(reference, out)))


@artwork_command.command("list")
@click.option("--readings", is_flag=True, help="With what each group read in them.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list, with the readings.")
@takes_home
def list_(readings: bool = False, as_json: bool = False) -> None:
    """List them, the first added first."""
    with open_meant() as book:
        found = book.artworks()
        if as_json:
            print_json([_as_json(book, each) for each in found])
            return
        for each in found:
            _print(book, each)
            if readings:
                _print_readings(book, each)
    if not found:
        click.echo("No picture was added yet.", err=True)


def _print(book: Workbook, each: Artwork) -> None:
    """One line an artwork: what it is called, whose it is, how large, what was said, its caption."""
    size = f"{each.width} x {each.height}" if each.content else "on paper"
    said = sum(map(len, book.readings(each).values()))
    click.echo(f"{book.ref(each)}\t{each.made_by}\t{size}\t{_counted(said)}\t{each.caption}")


def _print_readings(book: Workbook, each: Artwork) -> None:
    """A line a reading: whose, what it is called, the words, what it was marked as."""
    for group, said in book.readings(each).items():
        for remark in said:
            words = " ".join(remark.text.split())
            quoted = f"“{words}”" if words and remark.verbatim else words
            click.echo("\t".join(("", noun(2, group), book.ref(remark), quoted, ", ".join(remark.kinds))).rstrip("\t"))


def _counted(readings: int) -> str:
    return f"{readings} {'reading' if readings == 1 else 'readings'}"


def _as_json(book: Workbook, each: Artwork) -> Mapping[str, object]:
    content = each.content
    return {
        "ref": book.ref(each),
        "caption": each.caption,
        "made_by": each.made_by,
        "alt": each.alt or None,
        "media": each.media if content else None,
        "width": each.width if content else None,
        "height": each.height if content else None,
        "bytes": len(content),
        "sha256": sha256(content).hexdigest() if content else None,
        "readings": {
            group: [
                {"ref": book.ref(remark), "text": remark.text, "verbatim": remark.verbatim, "marks": list(remark.kinds)} for remark in said
            ]
            for group, said in book.readings(each).items()
        },
    }
