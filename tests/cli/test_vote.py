"""`workshop vote`: votes by line, from an argument or standard input, and what they came to."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAN = """
title = "Votes"

[[activity]]
title = "Talk"
kind = "open"
minutes = 5

[[activity]]
title = "Dots"
kind = "vote"
minutes = 5
dots = 3

[[activity]]
title = "Money"
kind = "vote"
minutes = 5
budget = 100

[[activity]]
title = "In order"
kind = "vote"
minutes = 5
ranks = 3

[[activity]]
title = "Hands"
kind = "vote"
minutes = 5
"""
DOTS, MONEY, RANKS, HANDS = "2", "3", "4", "5"


@pytest.fixture
def workshop(run: Run, tmp_path: Path) -> str:
    """A session with six parents, S1."""
    plan = tmp_path / "votes.toml"
    plan.write_text(PLAN)
    run("new", "Votes")
    run("run", "votes", "--plan", str(plan), "--group", "parent", "--present", "6")
    return "votes"


def given(run: Run, workshop: str, activity: str) -> dict[str, dict[str, int]]:
    """What each voter has given, by theme."""
    listing = run("vote", workshop, "--activity", activity, "--json").json()
    return {ballot["who"] or ballot["perspective"]: ballot["given"] for ballot in listing["ballots"]}


def test_a_line_is_a_vote_and_says_how_far_it_goes(run: Run, workshop: str) -> None:
    """What was given and how many dots are left is said; the listing holds it by voter and by theme."""
    done = run("vote", workshop, "--session", "S1", "--activity", DOTS, "3: #debt 2 #housing")
    assert done.out == "p3: Debt 2, Housing 1 (3 of 3 dots given)\n"
    listing = run("vote", workshop, "--activity", DOTS, "--json").json()
    assert (listing["session"], listing["activity"], listing["title"], listing["kind"], listing["most"]) == ("S1", 2, "Dots", "dots", 3)
    assert listing["ballots"] == [{"who": "p3", "perspective": "parent", "given": {"Debt": 2, "Housing": 1}}]
    assert [theme["theme"] for theme in listing["themes"]] == ["Debt", "Housing"]
    assert listing["themes"][0]["groups"]["parent"] == {"points": 2, "rank": 1, "gave": 1, "gave_at_most": 1}


def test_lines_come_from_standard_input_too(run: Run, workshop: str) -> None:
    """A line each; those that can't be right are named on stderr, the others are kept, and the exit code says that some weren't."""
    done = run("vote", workshop, "--activity", DOTS, given="1: #debt 2\n\n2: #food 4\n3: food matters\n4: #food\n", code=1)
    assert done.out.splitlines() == ["p1: Debt 2 (2 of 3 dots given)", "p4: Food 1 (1 of 3 dots given)"]
    assert "not saved: 2: #food 4\nThat makes 4 dots, and there are 3 to give." in done.err
    assert "not saved: 3: food matters\nThat is no vote" in done.err
    assert given(run, workshop, DOTS) == {"p1": {"Debt": 2}, "p4": {"Food": 1}}


def test_what_was_given_before_stays_until_it_is_taken_back(run: Run, workshop: str) -> None:
    """Theme by theme the last number counts, nought takes it back, and all of a person's dots are counted together."""
    run("vote", workshop, "--activity", DOTS, "3: #debt 2")
    assert "p3 gave before: Debt 2." in run("vote", workshop, "--activity", DOTS, "3: #food 2", code=1).err
    run("vote", workshop, "--activity", DOTS, "3: #debt 0 #food 2")
    run("vote", workshop, "--activity", DOTS, "3: #damp")
    assert given(run, workshop, DOTS) == {"p3": {"Food": 2, "Damp": 1}}


def test_a_budget_is_given_out_with_the_running_total(run: Run, workshop: str) -> None:
    """Each line says how much of the budget is given; more than there is is refused, for a person and for a group."""
    assert run("vote", workshop, "--activity", MONEY, "3: #debt £60").out == "p3: Debt 60 (60 of 100 given)\n"
    assert "That makes 110, and there are 100 to give." in run("vote", workshop, "--activity", MONEY, "3: #food 50", code=1).err
    assert "That makes 101" in run("vote", workshop, "--activity", MONEY, "parents: #food 101", code=1).err
    assert "It says no number." in run("vote", workshop, "--activity", MONEY, "3: #food", code=1).err


def test_a_ranking_is_given_whole(run: Run, workshop: str) -> None:
    """Themes in their order are a ranking, the next one takes its place, and no two themes are number 1."""
    assert run("vote", workshop, "--activity", RANKS, "3: #debt #housing #food").out.endswith("(3 of 3 ranked)\n")
    run("vote", workshop, "--activity", RANKS, "3: #food 1 #debt 2")
    assert given(run, workshop, RANKS) == {"p3": {"Food": 1, "Debt": 2}}
    for line, fault in (
        ("3: #food 1 #debt 1", "Food and Debt can't both be number 1."),
        ("3: #food 1 #debt 3", "Nothing is number 2."),
        ("3: #a #b #c #d", "That is 4 themes, and 3 are to be put in order."),
    ):
        assert fault in run("vote", workshop, "--activity", RANKS, line, code=1).err


def test_more_hands_than_people_are_kept_and_queried(run: Run, workshop: str) -> None:
    """A count that can't be right is saved, and said; one person has one hand."""
    done = run("vote", workshop, "--activity", HANDS, "parents: #debt x7 #food x3")
    assert done.out == "parents: Debt 7, Food 3 (10 hands raised)\n"
    assert done.err == "parents: more hands for Debt (7) than people here (6)\n"
    assert given(run, workshop, HANDS) == {"parent": {"Debt": 7, "Food": 3}}
    assert "One person raises one hand for Debt." in run("vote", workshop, "--activity", HANDS, "3: #debt 2", code=1).err


def test_the_table_has_ranks_amounts_and_people(run: Run, workshop: str) -> None:
    """Without a line it prints what was given, in people and not in dots alone; before anybody voted it says so."""
    assert run("vote", workshop, "--activity", DOTS).err == "Nobody has voted yet.\n"
    run("vote", workshop, "--activity", DOTS, given="1: #debt 3\n2: #food\n3: #food\n")
    done = run("vote", workshop, "--activity", DOTS)
    table = done.out
    assert done.err == "Ordered by the ranks of parents.\n"
    assert "Parents (3 voted)" in table
    assert "1st, 3 dots from 1 of 3" in table
    assert "2nd, 2 dots from 2 of 3" in table


def test_an_activity_without_votes_says_so(run: Run, workshop: str) -> None:
    """The command names what is wrong, for an activity, a group and a session without a vote."""
    assert "Activity 1 of S1 takes no votes." in run("vote", workshop, "--activity", "1", "3: #debt", code=1).err
    assert "That is no vote" in run("vote", workshop, "--activity", DOTS, "nt: #debt 3", code=1).err


def test_the_ready_made_plan_runs_through_to_ranks_by_group(run: Run) -> None:
    """Both groups run families-priorities, each gives its dots, and the comparison has the ranks side by side."""
    run("new", "Round here")
    for group, lines in (
        ("parent", "1: #buses 2 #damp 1\n2: #buses 3\n3: #damp 1 #play 2\n4: #buses 1 #forms 2\n"),
        ("practitioner", "1: #forms 3\n2: #forms 2 #damp 1\n3: #play 1 #forms 2\n4: #parenting-classes 3\n"),
    ):
        session = run("run", "round-here", "--plan", "families-priorities", "--group", group, "--present", "4").out.strip()
        run("clock", "round-here", "start")
        for _ in range(4):
            run("clock", "round-here", "next")
        run("vote", "round-here", "--session", session, given=lines)  # in the activity that is on
        run("clock", "round-here", "end")
    (votes,) = run("compare", "round-here", "--json").json()["priorities"]
    ranks = {each["theme"]: [each["groups"][group]["rank"] for group in ("parent", "practitioner")] for each in votes["themes"]}
    assert list(ranks) == ["Buses", "Forms", "Damp", "Play", "Parenting classes"], "by parents' ranks, then by practitioners'"
    assert votes["voted"] == {"parent": 4, "practitioner": 4}
    assert ranks == {"Buses": [1, None], "Damp": [2, 3], "Play": [2, 3], "Forms": [2, 1], "Parenting classes": [None, 2]}
    assert votes["tau_b"] is not None
    assert votes["rbo"] is not None


def test_more_hands_on_a_statement_than_people_are_queried(run: Run) -> None:
    """`capture` takes the show of hands down, and says on stderr what to look at again."""
    run("new", "Shown")
    run("statement", "add", "shown", "Families manage.", "--made-by", "practitioner")
    run("run", "shown", "--plan", "readback", "--group", "parent", "--present", "6")
    done = run("capture", "shown", "--activity", "4", given="hands: 1 1 7 0\n")
    assert done.out.startswith("T1\t")
    assert "\nT1: look again: 9 hands, and 6 parents are here\n" in done.err
