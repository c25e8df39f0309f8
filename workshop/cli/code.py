"""`workshop code`: which themes a remark is about, by the note-taker or by somebody who codes blind."""

import click

from workshop.cli.common import shelf, takes_home
from workshop.workbook.book import Workbook
from workshop.workbook.coding import SAMPLE, coder_name


@click.command("code")
@click.argument("workshop")
@click.argument("reference", required=False, metavar="[R12]")
@click.argument("themes", nargs=-1, metavar="[THEME]...")
@click.option("--coder", default="", metavar="NAME", help="Whose coding it is: a name or initials. Else the note-taker's.")
@click.option("--remove", is_flag=True, help="Take these themes off; without any, all that this coder gave.")
@click.option("--none", "none_fits", is_flag=True, help="This coder has looked at it, and no theme fits.")
@click.option("--next", "show_next", is_flag=True, help="Print the next remark to code, without anybody else's themes.")
@click.option("--sample", default=SAMPLE, show_default=True, type=click.IntRange(1), help="How many remarks are to be coded with --next.")
@takes_home
def code_command(
    workshop: str,
    reference: str | None,
    themes: tuple[str, ...],
    coder: str,
    remove: bool,
    none_fits: bool,
    show_next: bool,
    sample: int,
) -> None:
    """Say which themes a remark is about.

    \b
    workshop code NAME R12 food debt             the note-taker's own, which the comparison counts
    workshop code NAME --next --coder Bo         a second coder's next remark, blind
    workshop code NAME R12 food debt --coder Bo  what Bo says of it
    workshop agreement NAME                      how far the two agree

    A theme is named by its title, an alias, or the beginning of one. A second coder's themes count in no comparison.
    """  # noqa: D301  # \b is click's mark for lines that stay as they are
    if show_next == bool(reference):
        raise click.UsageError("Name a remark, such as R12, or ask for the --next one.")
    if not show_next and not (themes or remove or none_fits):
        raise click.UsageError("Name its themes, or say --none.")
    if none_fits and (themes or remove):
        raise click.UsageError("--none stands alone.")
    with shelf().open(workshop) as book:
        if show_next or reference is None:
            _next(book, coder, sample)
            return
        if remove:
            changed = book.uncode(reference, *themes, coder=coder)
            click.echo(f"{book.ref(book.reflection(reference))}\t{', '.join(each.title for each in changed) or 'nothing'} taken off")
            return
        book.code(reference, *themes, coder=coder)
        remark = book.reflection(reference)
        titles = ", ".join(each.title for each in book.themes_of(remark, coder)) or "none fits"
        click.echo(f"{book.ref(remark)}\t{titles}")


def _next(book: Workbook, coder: str, sample: int) -> None:
    """The remark on stdout, what is left and the codebook on stderr."""
    left, total = book.to_code(coder, sample)
    if not left:
        click.echo(f"{coder_name(book.coder(coder))} has coded all {total} remarks of the sample.", err=True)
        return
    remark = left[0]
    said = " ".join(remark.text.split())
    click.echo(f"{book.ref(remark)}\t{remark.perspective}\t" + (f'"{said}"' if remark.verbatim else said))
    click.echo(f"{len(left)} of {total} left. Themes: {', '.join(each.title for each in book.themes()) or 'none yet'}.", err=True)
