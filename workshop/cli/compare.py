"""`workshop compare`: the comparison as a table with mirrored bars, JSON or CSV, why a label is as it is, and what stands beside it."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.cli.measures import MEASURES, Part, measures_json
from workshop.compare.as_json import comparison_json
from workshop.compare.why import why
from workshop.workbook.book import Workbook


@click.command("compare")
@click.argument("workshop")
@click.option(
    "--between", nargs=2, metavar="A B", help="Two perspectives, or one in two places, times or sessions: parent@Ayr parent@Irvine."
)
@click.option("--session", "sessions", multiple=True, metavar="S", help="Only what was said there, such as S1 or S1,S3. Repeatable.")
@click.option("--lane", default="", metavar="LANE", help="Only what was said in this lane.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Show only this theme. Repeatable.")
@click.option("--why", "reason", metavar="WHICH", help="Say why F3, T2 or a theme has its label: the counts, the rule, the interval.")
@click.option("--heard", is_flag=True, help="Print who was heard, by what was written down.")
@click.option("--over-time", is_flag=True, help="Print the themes across the sessions of each group.")
@click.option("--agreement", is_flag=True, help="Print how far two coders agree.")
@click.option("--polis", is_flag=True, help="Print what all groups hold of the statements, and what is typical of one.")
@click.option("--words", is_flag=True, help="Print words that one group uses more. Exploratory.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the themes as CSV, for a spreadsheet.")
@takes_home
def compare_command(
    workshop: str,
    between: tuple[str, str] | None,
    sessions: tuple[str, ...],
    lane: str,
    themes: tuple[str, ...],
    reason: str | None,
    as_json: bool,
    as_csv: bool,
    **measures: bool,
) -> None:
    """Compare what two groups said: who raised which theme, who answered what to which statement."""
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    wanted = [name for name, asked in measures.items() if asked]
    if as_csv and (wanted or reason is not None):
        raise click.UsageError("--csv prints the themes: give it without what is to be printed beside them. --json has all.")
    chosen = [name for each in sessions for name in each.split(",") if name.strip()]
    part = Part(between or (), chosen, lane, themes)
    with shelf().open(workshop) as book:
        if reason is not None:
            _print_why(book, reason, part, as_json=as_json)
        elif as_json:
            found = comparison_json(book.compare(part.between, sessions=part.sessions, lane=part.lane, themes=part.themes))
            print_json({**found, **measures_json(book, wanted, part)})
        elif wanted:
            for name in wanted:
                MEASURES[name](book, part)
        else:
            _print_findings(book, part, as_csv=as_csv)


def _print_why(book: Workbook, reason: str, part: Part, *, as_json: bool) -> None:
    comparison = book.compare(part.between, sessions=part.sessions, lane=part.lane, themes=part.themes)
    found = book.finding_called(reason, comparison)
    name = book.name_of_finding(found)
    sentences = [*filter(None, (comparison.exploratory, comparison.narrowed)), *why(found, comparison)]
    if as_json:
        print_json({"finding": name, "why": sentences})
        return
    click.echo(name)
    for sentence in sentences:
        click.echo(sentence)


def _print_findings(book: Workbook, part: Part, *, as_csv: bool) -> None:
    view = book.view(between=part.between, sessions=part.sessions, lane=part.lane, themes=part.themes)
    if as_csv:
        from workshop.report.csv import themes_csv  # noqa: PLC0415  # only --csv needs it

        click.echo(themes_csv(view).decode("utf-8-sig"), nl=False)
        for sentence in filter(None, (view.exploratory, view.narrowed)):
            click.echo(sentence, err=True)
        return
    from workshop.console import print_comparison  # noqa: PLC0415  # rich: 46 ms that --json saves

    print_comparison(view)
