"""A real conversation in which two opinion groups voted on statements, counted anew from its file."""

import csv
from collections import defaultdict
from functools import cache
from math import sqrt
from pathlib import Path

import pytest

from tests.compare.room import Room
from workshop.compare.polis import consensus_on, measures, polis_json, typical_of
from workshop.model.comparison import Comparison

ANSWERS = {"1": "agree", "-1": "disagree", "0": "unsure"}
Votes = list[dict[str, str]]


@cache
def rows(path: Path) -> Votes:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """Freshwater: 117 people, 80 statements, 3,979 votes (CC BY 4.0, Scoop HiveMind and the Computational Democracy Project)."""
    return shared / "data/polis-freshwater"


@pytest.fixture(scope="module")
def comparison(folder: Path) -> Comparison:
    """The comparison of its two groups."""
    room = Room(("left", "right"))
    people = {}
    for row in rows(folder / "participants-votes.csv"):
        if row["group-id"] in {"0", "1"}:
            people[row["participant"]] = room.person(row["participant"], ("left", "right")[int(row["group-id"])])
    for row in rows(folder / "comments.csv"):
        room.statement(row["comment-id"], "unknown")
    for row in rows(folder / "votes.csv"):
        if row["voter-id"] in people:
            room.answers(people[row["voter-id"]], row["comment-id"], ANSWERS[row["vote"]])
    return room.compare()


def last_votes(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The last vote of each person, by group and statement, from the file alone."""
    group = {row["participant"]: row["group-id"] for row in rows(folder / "participants-votes.csv")}
    last = {(row["voter-id"], row["comment-id"]): row["vote"] for row in rows(folder / "votes.csv")}
    found = defaultdict(list)
    for (voter, comment), vote in last.items():
        if group.get(voter) in {"0", "1"}:
            found[group[voter], comment].append(vote)
    return found


def test_each_persons_last_vote_counts_once(comparison: Comparison, folder: Path) -> None:
    """For every statement and group."""
    last = last_votes(folder)
    assert len(comparison.statements) == 80
    for one in comparison.statements:
        for number, group in (("0", "left"), ("1", "right")):
            votes = last[number, one.id]
            given = one.answers[group]
            assert (given.agree, given.disagree, given.unsure) == (votes.count("1"), votes.count("-1"), votes.count("0"))


def test_consensus_and_typical_answers_by_polis_formulas(comparison: Comparison, folder: Path) -> None:
    """Group-aware consensus and representativeness, worked out again from the votes."""
    last = last_votes(folder)
    for one in comparison.statements:
        (n1, a1), (n2, a2) = ((len(votes), votes.count("1")) for votes in (last["0", one.id], last["1", one.id]))
        expected = 1.0
        for n, a in ((n1, a1), (n2, a2)):
            expected *= (a + 1) / (n + 2) if n else 1
        assert consensus_on(one.answers) == pytest.approx(expected)
        found = typical_of("left", one.answers)
        assert found.share == pytest.approx((a1 + 1) / (n1 + 2))
        assert found.ratio == pytest.approx((a1 + 1) / (n1 + 2) / ((a2 + 1) / (n2 + 2)))
        pooled = (a1 + a2 + 2) / (n1 + n2 + 2)
        spread = sqrt(pooled * (1 - pooled) * (1 / (n1 + 1) + 1 / (n2 + 1)))
        assert found.ratio_test == pytest.approx(((a1 + 1) / (n1 + 1) - (a2 + 1) / (n2 + 1)) / spread if spread else 0)
        assert found.share_test == pytest.approx(2 * sqrt(n1 + 1) * ((a1 + 1) / (n1 + 1) - 0.5))


def test_the_appendix_holds_every_statement_and_what_all_hold_first(comparison: Comparison, folder: Path) -> None:
    """As the JSON of the working report has it: consensus and representativeness of both answers, anew from the file."""
    last = last_votes(folder)
    found = polis_json(comparison)
    assert len(found) == 80
    scores = [each["group_aware_consensus"] for each in found]
    assert scores == sorted(scores, key=lambda score: -float(str(score)))
    for each, one in zip(found, (measure.statement for measure in measures(comparison)), strict=True):
        groups = {"left": last["0", one.id], "right": last["1", one.id]}
        held = {name: {vote: (votes.count(vote) + 1) / (len(votes) + 2) for vote in ("1", "-1")} for name, votes in groups.items()}
        asked = [name for name, votes in groups.items() if votes]
        expected = 1.0
        for name in asked:
            expected *= held[name]["1"]
        assert each["group_aware_consensus"] == pytest.approx(expected, abs=1e-9)
        typical = each["representativeness"]
        assert isinstance(typical, dict)
        assert set(typical) == (set(asked) if len(asked) > 1 else set())
        for name, other in (("left", "right"), ("right", "left")) if typical else ():
            for answer, vote in (("agree", "1"), ("disagree", "-1")):
                assert typical[name][answer]["share"] == pytest.approx(held[name][vote], abs=1e-9)
                assert typical[name][answer]["ratio"] == pytest.approx(held[name][vote] / held[other][vote], abs=1e-9)


def test_a_statement_that_one_group_answered_is_typical_of_nobody() -> None:
    """There are no others to be unlike; one that nobody answered is left out."""
    room = Room()
    room.statement("claim", "practitioner")
    room.statement("other", "practitioner")
    room.all_answer(room.people(8, "parent"), "claim", 6, 1, 1, 0)
    (found,) = measures(room.compare())
    assert (found.statement.id, found.typical) == ("claim", {})
    assert found.consensus == pytest.approx(7 / 10)
