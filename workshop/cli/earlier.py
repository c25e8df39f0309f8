"""Saying on stderr what copies that were published before do to a report, and how to say that one is out no more."""

import shlex

import click

from workshop.cli import NAMED
from workshop.workbook.beside import BesideEarlier


def say_beside(found: BesideEarlier) -> None:
    """Each sentence, then the command; nothing where there is nothing to say."""
    for each in found.sentences:
        click.echo(each, err=True)
    say_how_to_take_back(found)


def say_how_to_take_back(found: BesideEarlier) -> None:
    """The command alone."""
    if found.sentences:
        named = shlex.quote(click.get_current_context().meta[NAMED])
        click.echo(f"If nobody has that copy any more, say so: workshop exports {named} --taken-back {found.numbers[-1]}", err=True)
