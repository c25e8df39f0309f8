"""What the points came to, from the command line."""

from tests.cli.conftest import Run


def rated(run: Run) -> None:
    """Services and families give points to one of the seven steps; both have a reason, or a show of hands."""
    run("new", "Steps")
    for group, lines in (
        ("practitioner", "1: #an-open-door !4\n2: always somebody there #an-open-door !5\n"),
        ("parent", "1: nobody answers after four #an-open-door !1\nparents: #an-open-door !2 x3\n"),
    ):
        run("run", "steps", "--plan", "steps-check", "--group", group, "--present", "4")
        run("capture", "steps", "--activity", "3", given=lines)
        run("clock", "steps", "start")
        run("clock", "steps", "end")


def test_the_gap_between_the_groups_is_printed(run: Run) -> None:
    """Each theme with how far the groups are apart, and how many of each group gave which points."""
    rated(run)
    assert run("ratings", "steps").out.splitlines() == [
        "An open door, 1 to 5, 2.8 apart",
        "  parents: 1.8 on average; of 4 parents 1 gave 1, 3 gave 2",
        "  practitioners: 4.5 on average; of 2 practitioners 1 gave 4, 1 gave 5",
    ]


def test_as_json_it_is_the_same(run: Run) -> None:
    """For a machine: the gap with its sign, the first group's less the second's."""
    rated(run)
    (found,) = run("ratings", "steps", "--json").json()
    assert (found["theme"], found["scale"], found["gap"]) == ("An open door", [1, 5], -2.75)
    assert found["groups"]["parent"] == {"people": 4, "mean": 1.75, "counts": {"1": 1, "2": 3}}


def test_without_points_it_says_where_they_come_from(run: Run) -> None:
    """Nothing on stdout, and a plan that asks for points on stderr; a rehearsal's are none."""
    run("new", "Empty")
    done = run("ratings", "empty")
    assert (done.out, "steps-check" in done.err) == ("", True)
