"""`workshop answerback`: what goes back to the group that said it, with what the others answered and why."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.compare.words import answers_words, noun
from workshop.model.perspective import MIXED
from workshop.workbook.answering_back import Challenge
from workshop.workbook.book import Workbook


@click.command("answerback")
@click.argument("workshop")
@click.option("--group", default=MIXED, metavar="PERSPECTIVE", help="Only what this group said. Else what any group said.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def answerback_command(workshop: str, group: str, as_json: bool) -> None:
    """Take contested statements back to those who made them.

    Prints them with the answers and the reasons of the others.

    Reasons are printed where whoever gave them agreed that their words are passed on: see workshop consent. To put them to the group,
    run the plan answering-back with it.
    """
    with shelf().open(workshop) as book:
        found = book.challenges(group)
        if as_json:
            print_json([_as_json(book, each) for each in found])
            return
        for each in found:
            _print(book, each)
        for name in dict.fromkeys(each.statement.made_by for each in found if not each.back.asked):
            click.echo(f"To put them to {noun(2, name)}: workshop run {book.folder.name} --plan answering-back --group {name}", err=True)
    if not found:
        click.echo("Nothing is contested yet.", err=True)


def _print(book: Workbook, challenge: Challenge) -> None:
    statement = challenge.statement
    click.echo(f"{book.ref(statement)}\t{noun(2, statement.made_by)} said\t{statement.text}")
    for heard in challenge.heard:
        click.echo(f"\t{heard.sentence}")
        for reason in heard.reasons:
            click.echo(f"\t\t{reason}")
        if heard.more:
            click.echo(f"\t\t{heard.more}")
        if heard.kept_back:
            more = "1 more reason is" if heard.kept_back == 1 else f"{heard.kept_back} more reasons are"
            click.echo(f"\t\t({more} kept back: nobody agreed to pass on the words)")
    if challenge.back.asked:
        click.echo(f"\t{noun(2, statement.made_by)} answered back: {answers_words(challenge.back)}")


def _as_json(book: Workbook, challenge: Challenge) -> dict[str, object]:
    statement, back = challenge.statement, challenge.back
    return {
        "statement": book.ref(statement),
        "text": statement.text,
        "made_by": statement.made_by,
        "heard": [
            {"group": each.group, "answered": each.sentence, "reasons": list(each.reasons), "more": each.more, "kept_back": each.kept_back}
            for each in challenge.heard
        ],
        "answered_back": {"agree": back.agree, "partly": back.partly, "disagree": back.disagree, "unsure": back.unsure}
        if back.asked
        else None,
    }
