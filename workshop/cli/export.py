"""`workshop export`: the report as files."""

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from workshop.cli import NAMED
from workshop.cli.check import AUDIENCES as CHECKED
from workshop.cli.choices import takes_choices
from workshop.cli.common import shelf, takes_home
from workshop.cli.earlier import say_beside, say_how_to_take_back
from workshop.cli.flagsheet import read_sheet
from workshop.report.formats import FORMATS, Choices
from workshop.workbook.book import Workbook
from workshop.workbook.publishing import LIMITS

AUDIENCES = ("working", "participants", "research", "published")
SMALL = ("3", "5", "10")
PURPOSES = "\b\nFormats:\n" + "\n".join(f"  {name:<10}{form.purpose}" for name, form in FORMATS.items())
"""As click prints it line by line."""


@click.command("export", epilog=PURPOSES)
@click.argument("workshop")
@click.option("--to", "formats", multiple=True, type=click.Choice(list(FORMATS)), help="A format. Repeatable.")
@click.option("--all", "every", is_flag=True, help="Every format.")
@click.option("--audience", type=click.Choice(AUDIENCES), default=AUDIENCES[0], show_default=True, help="Who is to read it.")
@click.option("--group", default="", metavar="GROUP", help="Of a copy for participants: whose words it has, such as parents.")
@click.option("--small", type=click.Choice(SMALL), default=SMALL[0], show_default=True, help="Counts below this are hidden.")
@click.option("--answers", type=click.Path(dir_okay=False, path_type=Path), help="Answers to flags: a CSV of workshop check.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="The folder to write to. Else reports/ in the workshop's own."
)
@click.option("--between", nargs=2, metavar="A B", help="Two perspectives, or one in two places or times: parent@Ayr parent@Irvine.")
@click.option("--session", "sessions", multiple=True, metavar="S", help="Only what was said there, such as S1 or S1,S3. Repeatable.")
@click.option("--lane", default="", metavar="LANE", help="Only what was said in this lane.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Only this theme. Repeatable.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--dry-run", is_flag=True, help="Write nothing: print what it would show, what it would hide, and why.")
@takes_choices
@takes_home
def export_command(  # noqa: PLR0913  # an argument an option
    workshop: str,
    *,
    formats: tuple[str, ...],
    every: bool,
    audience: str,
    group: str,
    small: str,
    answers: Path | None,
    out: Path | None,
    between: tuple[str, str] | None,
    sessions: tuple[str, ...],
    lane: str,
    themes: tuple[str, ...],
    force: bool,
    dry_run: bool,
    choices: Choices,
) -> None:
    """Write the report, for your working group or for others. It prints the files' names.

    The audiences: working is for your own working group, and is marked as such; participants is for those who took part, to check back;
    research is for an archive, of those who agreed to it; published is for everybody. For participants and everybody small numbers are
    hidden, nobody is quoted who did not agree, and what may point at somebody has to be answered first: see workshop check.
    """
    wanted = _formats(formats, every=every, none=dry_run)
    chosen = [name for each in sessions for name in each.split(",") if name.strip()]
    with shelf().open(workshop) as book:
        if answers:
            book.answer_flags(audience, read_sheet(answers), group)
        beside = book.beside_earlier(audience, between or (), themes=themes, small=int(small))
        if dry_run:
            found = book.disclosure(audience, between or (), sessions=chosen, lane=lane, themes=themes, small=int(small), group=group)
            click.echo("\n".join(("Shown:", *found.shown, "", "Kept back:", *found.hidden)))
            say_how_to_take_back(beside)
            return
        paths = book.export(
            wanted,
            out,
            audience=audience,
            between=between or (),
            sessions=chosen,
            lane=lane,
            themes=themes,
            small=int(small),
            group=group,
            force=force,
            choices=choices,
        )
        click.echo("\n".join(map(str, paths)))
        _warn(book, audience)
    say_beside(beside)


def _formats(named: Sequence[str], *, every: bool, none: bool) -> Sequence[str]:
    """Those that were named, or every one. Raises a usage error where there are none, unless `none` are wanted."""
    if not named and not every and not none:
        raise click.UsageError(f"Say which format, with --to ({', '.join(FORMATS)}), or --all.")
    return list(FORMATS) if every else named


def _warn(book: Workbook, audience: str) -> None:
    """Of a report for others say that nobody is quoted, where nobody is, and that no check finds everything."""
    if audience not in CHECKED:
        return
    quotable, remarks = book.quotable()
    if not quotable:
        named = shlex.quote(click.get_current_context().meta[NAMED])
        click.echo(f"0 of {remarks} remarks may be quoted. To take down what people agreed to: workshop consent {named}", err=True)
    click.echo(LIMITS, err=True)
