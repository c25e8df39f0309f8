"""A real conversation of 117 people and 3,979 votes comes in by the command line alone."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

ANSWER = {"1": "agree", "-1": "disagree", "0": "unsure"}
PERSPECTIVE = {"0": "parent", "1": "practitioner"}


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV as dictionaries."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def import_all(run: Run, folder: Path) -> list[str]:
    """Import people, statements and votes, and return what each import said."""
    people = ["--map", "code=participant", "--map", "perspective=group-id", "--value", "perspective:0=parent"]
    votes = ["--map", "participant=voter-id", "--map", "statement=comment-id", "--map", "answer=vote", "--value", "answer:1=agree"]
    calls = {
        "participants-votes.csv": ["participants", *people, "--value", "perspective:1=practitioner"],
        "comments.csv": ["statements", "--map", "id=comment-id", "--map", "text=comment-body"],
        "votes.csv": ["responses", *votes, "--value", "answer:-1=disagree", "--value", "answer:0=unsure"],
    }
    return [run("import", "water", str(folder / name), "--what", *options).out for name, options in calls.items()]


@pytest.fixture
def water(run: Run, shared: Path) -> tuple[Path, list[str]]:
    """The data's folder, and what the three imports into the workshop "water" said."""
    folder = shared / "data" / "polis-freshwater"
    run("new", "Water")
    return folder, import_all(run, folder)


def test_answers_are_the_last_vote_of_each_person(run: Run, water: tuple[Path, list[str]]) -> None:
    """Per statement and group the counts equal those recomputed from the file, each person's later vote replacing the earlier."""
    folder, said = water
    votes, people = table(folder / "votes.csv"), table(folder / "participants-votes.csv")
    group = {person["participant"]: PERSPECTIVE[person["group-id"]] for person in people if person["group-id"] in PERSPECTIVE}
    last: dict[tuple[str, str], str] = {}
    replaced = 0
    for vote in votes:
        key = (vote["comment-id"], vote["voter-id"])
        replaced += key in last
        last[key] = vote["vote"]
    expected: dict[str, dict[str, Counter[str]]] = {}
    for (comment, voter), given in last.items():
        expected.setdefault(comment, {"parent": Counter(), "practitioner": Counter()})[group[voter]][ANSWER[given]] += 1
    found: dict[str, Any] = run("compare", "water", "--json").json()
    assert replaced > 0
    assert f"{replaced} earlier answers were replaced" in said[2]
    by_id = {statement["id"]: statement["answers"] for statement in found["statements"]}
    assert sorted(by_id) == sorted(comment["comment-id"] for comment in table(folder / "comments.csv"))
    for statement, groups in expected.items():
        answers = by_id[statement]
        for perspective, counts in groups.items():
            assert {answer: answers[perspective][answer] for answer in ("agree", "disagree", "unsure")} == {
                answer: counts[answer] for answer in ("agree", "disagree", "unsure")
            }, (statement, perspective)


def test_the_same_files_again_add_nothing(run: Run, water: tuple[Path, list[str]]) -> None:
    """A second import of all three files brings in 0 rows and leaves the comparison as it was, to the byte."""
    folder, _ = water
    before = run("compare", "water", "--json").out
    assert [said.split(".")[0] for said in import_all(run, folder)] == [
        "Brought in 0 participants",
        "Brought in 0 statements",
        "Brought in 0 responses",
    ]
    assert run("compare", "water", "--json").out == before
