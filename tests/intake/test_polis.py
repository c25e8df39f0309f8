"""A real conversation of 117 people, as it was published, read with the options of the command line."""

import csv
from collections import Counter
from pathlib import Path

from tests.intake.given import PERSPECTIVES
from workshop.intake.check import Checked, check
from workshop.intake.fields import What, read_map_options
from workshop.intake.rows import ParticipantRow, ResponseRow, StatementRow, row_keys
from workshop.intake.tables import read_table
from workshop.intake.values import read_value_options

ANSWERS = {"1": "agree", "-1": "disagree", "0": "unsure"}


def polis(shared: Path, name: str, what: What, maps: list[str], values: list[str]) -> Checked:
    """One of its files, checked."""
    table = read_table(shared / "data" / "polis-freshwater" / name)
    return check(table, what, read_map_options(what, maps), read_value_options(what, values), PERSPECTIVES)


def test_its_people_are_participants(shared: Path) -> None:
    """The two opinion groups are two perspectives."""
    values = ["perspective:0=parent", "perspective:1=practitioner"]
    found = polis(shared, "participants-votes.csv", What.PARTICIPANTS, ["perspective=group-id"], values)
    assert found.refused == ()
    assert Counter(row.perspective for row in found.rows if isinstance(row, ParticipantRow)) == {"parent": 9, "practitioner": 108}


def test_its_comments_are_statements(shared: Path) -> None:
    """80 of them, each with the id that the votes name."""
    found = polis(shared, "comments.csv", What.STATEMENTS, ["id=comment-id", "text=comment-body"], [])
    assert found.refused == ()
    assert {row.id for row in found.rows if isinstance(row, StatementRow)} == {str(number) for number in range(80)}


def test_its_votes_are_responses(shared: Path) -> None:
    """Every vote in the file's order, no two with one key, so that the last of a person's votes can be told."""
    maps = ["participant=voter-id", "statement=comment-id", "answer=vote"]
    found = polis(shared, "votes.csv", What.RESPONSES, maps, [f"answer:{number}={word}" for number, word in ANSWERS.items()])
    with (shared / "data" / "polis-freshwater" / "votes.csv").open(encoding="utf-8", newline="") as file:
        votes = [(row["voter-id"], row["comment-id"], ANSWERS[row["vote"]]) for row in csv.DictReader(file)]
    assert [(row.participant, row.statement, row.answer) for row in found.rows if isinstance(row, ResponseRow)] == votes
    assert len(set(row_keys(found.rows))) == len(votes) == 3979
