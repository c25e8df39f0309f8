"""`workshop agreement`: how far two people who coded the same remarks agree."""

from typing import Any

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.compare.coding_agreement import ENOUGH_REFLECTIONS, RARE, RELIABLE, TENTATIVE, CodingAgreement
from workshop.workbook.book import Workbook
from workshop.workbook.coding import coder_name


@click.command("agreement")
@click.argument("workshop")
@click.option("--coders", nargs=2, metavar="A B", default=("", ""), help='Two coders; "note-taker" is one. Else the only two there are.')
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def agreement_command(workshop: str, coders: tuple[str, str], as_json: bool) -> None:
    """Say how far two coders agree, theme by theme, and on which remarks they don't: those to talk through."""
    with shelf().open(workshop) as book:
        found = book.coding_agreement(*coders)
        told = agreement_json(book, found)
    if as_json:
        print_json(told)
        return
    print_agreement(found, told)


def print_agreement(found: CodingAgreement, told: dict[str, Any]) -> None:
    """A row a theme, the remarks to talk through, and on stderr what the numbers mean; `told` is the same as plain values."""
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    first, second = told["coders"]
    rows = [
        (
            each["theme"],
            *(str(each[name]) for name in ("both", "first_only", "second_only", "neither")),
            f"{100 * each['agreement']:.0f} %",
            _number(each["kappa"], each),
            _number(each["alpha"], each),
        )
        for each in told["themes"]
    ]
    print_table(("theme", "both", f"{first} only", f"{second} only", "neither", "agree", "kappa", "alpha"), rows)
    if told["disagreements"]:
        click.echo("\nTo talk through:")
    for each in told["disagreements"]:
        gave = [f"{who}: {', '.join(each[side])}" for who, side in ((first, "first_only"), (second, "second_only")) if each[side]]
        click.echo(f"{each['ref']}\t{'; '.join(gave)}\t{' '.join(each['text'].split())}")
    _say_what_it_means(found)


def _number(value: float | None, theme: dict[str, Any]) -> str:
    if value is not None:
        return f"{value:.3f}"
    return "too rare" if theme["rare"] else "undefined"


def _say_what_it_means(found: CodingAgreement) -> None:
    click.echo(f"{found.reflections} remarks were coded by both.", err=True)
    if found.reflections < ENOUGH_REFLECTIONS:
        click.echo(f"Fewer than {ENOUGH_REFLECTIONS} are too few to speak of agreement.", err=True)
    click.echo(
        f"Krippendorff's own lines for alpha: from {RELIABLE:.3f} reliable, below {TENTATIVE:.3f} no conclusion. "
        f"A theme given fewer than {RARE} times has counts only.",
        err=True,
    )


def agreement_json(book: Workbook, found: CodingAgreement) -> dict[str, Any]:
    """The agreement of two coders as plain values, with titles and references."""
    records = book.records
    titles = {each.id: each.title for each in records.themes.values()}
    return {
        "schema": "workshop.agreement",
        "version": 1,
        "coders": [coder_name(each) for each in found.coders],
        "remarks": found.reflections,
        "enough": found.reflections >= ENOUGH_REFLECTIONS,
        "themes": [
            {
                "theme": titles[each.theme],
                "both": each.both,
                "first_only": each.first_only,
                "second_only": each.second_only,
                "neither": each.neither,
                "agreement": each.agreement,
                "kappa": each.kappa,
                "alpha": each.alpha,
                "rare": each.rare,
            }
            for each in sorted(found.themes, key=lambda each: titles[each.theme])
        ],
        "disagreements": [
            {
                "ref": book.ref(remark),
                "text": remark.text,
                "first_only": [titles[theme] for theme in each.first_only],
                "second_only": [titles[theme] for theme in each.second_only],
            }
            for each in found.disagreements
            if (remark := records.reflections[each.reflection])
        ],
    }
