"""`workshop statement`: what one group said, made ready to be put to another."""

import re
from collections.abc import Mapping

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.compare.words import answers_words, noun, unasked_words
from workshop.model.comparison import MISCOUNTED, Answers, StatementFinding
from workshop.model.records import Statement
from workshop.workbook.book import Workbook

_REFERENCE = re.compile(r"r\d+[a-z]*", re.IGNORECASE)


@click.group("statement")
def statement_command() -> None:
    """Make a statement, change one, or list those that there are."""


@statement_command.command("add")
@click.argument("workshop")
@click.argument("words", nargs=-1, required=True, metavar="[R40]... TEXT")
@click.option("--made-by", default="", metavar="PERSPECTIVE", help="Whose statement it is. Else theirs whose remarks it rests on.")
@click.option("--theme", default="", metavar="TITLE", help="The theme that it belongs to. Else the one that most of its remarks share.")
@click.option("--from", "sources", multiple=True, metavar="R12", help="A remark that it rests on; more may follow: --from R12 R40.")
@takes_home
def add(workshop: str, words: tuple[str, ...], made_by: str, theme: str, sources: tuple[str, ...]) -> None:
    """Make a statement and print its number."""
    more = tuple(each for each in words if _REFERENCE.fullmatch(each)) if sources else ()
    text = [each for each in words if each not in more]
    if len(text) != 1:
        raise click.UsageError('Give the statement as one text, in quotation marks, such as: "Parents go without."')
    with shelf().open(workshop) as book:
        made = book.add_statement(text[0], made_by, theme=theme, sources=(*sources, *more))
        click.echo(book.ref(made))
        if made.theme is None:
            click.echo(f"{book.ref(made)} is about no theme: --theme names one.", err=True)


@statement_command.command("edit")
@click.argument("workshop")
@click.argument("reference", metavar="T3")
@click.argument("text", required=False)
@click.option("--theme", metavar="TITLE", help="The theme that it belongs to; an empty one takes it out.")
@click.option("--same-meaning", is_flag=True, help="Only the spelling changes: whoever answered has answered this.")
@takes_home
def edit(workshop: str, reference: str, text: str | None, theme: str | None, same_meaning: bool) -> None:
    """Change the words or the theme of a statement; what it was is kept: workshop history WORKSHOP T3."""
    with shelf().open(workshop) as book:
        edited = book.edit_statement(reference, text, theme=theme, same_meaning=same_meaning)
        click.echo(f"{book.ref(edited)}\t{edited.made_by}\t{edited.text}")


@statement_command.command("reword")
@click.argument("workshop")
@click.argument("reference", metavar="T3")
@click.argument("text")
@click.option("--made-by", default="", metavar="PERSPECTIVE", help="Whose words they are. Else as before.")
@takes_home
def reword(workshop: str, reference: str, text: str, made_by: str) -> None:
    """Put a statement in better words, and print the number of the new one. The old one and what was answered to it are kept.

    Where a plan shows the old one, the next group is shown the new one in its place.
    """
    with shelf().open(workshop) as book:
        click.echo(book.ref(book.reword_statement(reference, text, made_by)))


@statement_command.command("dispute")
@click.argument("workshop")
@click.argument("reference", metavar="T3")
@click.argument("remarks", nargs=-1, required=True, metavar="R12...")
@click.option("--take-back", is_flag=True, help="They don't say so after all.")
@takes_home
def dispute(workshop: str, reference: str, remarks: tuple[str, ...], take_back: bool) -> None:
    """Note that what people said unasked says that a statement is not so. Of two people or more it makes the statement contested."""
    with shelf().open(workshop) as book:
        for each in book.dispute(reference, remarks, take_back=take_back):
            click.echo(f"{book.ref(each)}\t{each.text}")


@statement_command.command("list")
@click.argument("workshop")
@click.option("--answers", is_flag=True, help="With what each group answered, and what its makers answered back.")
@click.option("--to-correct", is_flag=True, help="Only those that their own group found wrong: notes to correct.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def list_(workshop: str, answers: bool, to_correct: bool, as_json: bool) -> None:
    """List the statements, the first made first."""
    with shelf().open(workshop) as book:
        findings = {each.id: each for each in book.compare().statements} if answers or to_correct or as_json else {}
        found = sorted(book.records.statements.values(), key=lambda each: (each.number, each.id))
        found = [each for each in found if not to_correct or (each.id in findings and findings[each.id].to_correct)]
        if as_json:
            print_json([_as_json(book, each, findings.get(each.id)) for each in found])
            return
        for each in found:
            click.echo(f"{book.ref(each)}\t{each.made_by}\t{each.text}")
            if answers and each.id in findings:
                _print_answers(findings[each.id])
    if to_correct and not found:
        click.echo("No group found what was noted of it wrong.", err=True)


def _print_answers(found: StatementFinding) -> None:
    for group, given in found.answers.items():
        if given.asked:
            contested = ", contested" if group in found.contested_by else ""
            note = ", a note to correct" if group == found.made_by and found.to_correct else ""
            click.echo(f"\t{noun(2, group)}\t{answers_words(given)}: {found.label[group]}{contested}{note}")
    for group, said in found.unasked.items():
        click.echo(f"\t{noun(2, group)}\t{unasked_words(said, group)}")
    if found.answered_back.asked:
        wrong = f": {MISCOUNTED}" if found.back_miscounted else ""
        click.echo(f"\t{noun(2, found.made_by)} answered back\t{answers_words(found.answered_back)}{wrong}")


def _as_json(book: Workbook, statement: Statement, found: StatementFinding | None) -> Mapping[str, object]:
    records = book.records
    theme = records.themes.get(statement.theme or "")
    return {
        "ref": book.ref(statement),
        "statement": statement.text,
        "made_by": statement.made_by,
        "theme": theme.title if theme else None,
        "from": [book.ref(records.reflections[key]) for key in statement.sources if key in records.reflections],
        "id": statement.ref or statement.id,
        "answers": {group: _counts(given) for group, given in found.answers.items() if given.asked} if found else {},
        "answered_back": _counts(found.answered_back) if found and found.answered_back.asked else None,
        "to_correct": bool(found and found.to_correct),
    }


def _counts(given: Answers) -> Mapping[str, int]:
    return {"agree": given.agree, "partly": given.partly, "disagree": given.disagree, "unsure": given.unsure}
