"""`workshop run` without a terminal: what it begins, what it refuses, what it says."""

from tests.cli.conftest import Run


def test_a_session_is_begun_and_its_number_printed(run: Run) -> None:
    """On stdout the number alone; on stderr that the Room needs a terminal."""
    run("new", "Fuel")
    done = run("run", "fuel", "--plan", "readback", "--group", "parent", "--present", "8", "--place", "Leith")
    assert done.out == "S1\n"
    assert "run this in a terminal" in done.err
    (entry,) = run("list", "--json").json()
    assert entry["open_session"] == "S1"


def test_a_workshop_with_an_open_session_returns_to_it(run: Run) -> None:
    """Without a word where nothing else was asked for; with one where it was."""
    run("new", "Fuel")
    run("run", "fuel", "--plan", "readback", "--group", "parent")
    assert "goes on" not in run("run", "fuel").err
    assert "goes on" not in run("run", "fuel", "--plan", "readback", "--group", "parents").err
    done = run("run", "fuel", "--plan", "community-of-practice", "--group", "practitioner")
    assert done.out == "S1\n"
    assert (
        "S1 is open and goes on, with the plan readback, not community-of-practice and with the group parent, not practitioner." in done.err
    )


def test_what_is_missing_is_named_with_what_there_is(run: Run) -> None:
    """A usage error that lists the plans and the groups."""
    run("new", "Fuel")
    said = run("run", "fuel", code=2).err
    assert "give --plan and --group" in said
    assert {"community-of-practice", "readback"} <= {word.strip(",") for word in said.split()}
    assert "parent, practitioner, both, other, mixed" in said
    assert "give --group" in run("run", "fuel", "--plan", "readback", code=2).err


def test_a_plan_or_a_group_that_is_not_there_begins_nothing(run: Run) -> None:
    """The nearest plan is named, the perspectives are listed, and no session stands on the shelf."""
    run("new", "Fuel")
    assert 'Did you mean "readback"?' in run("run", "fuel", "--plan", "readbak", "--group", "parent", code=1).err
    assert "It has: parent, practitioner" in run("run", "fuel", "--plan", "readback", "--group", "teacher", code=1).err
    (entry,) = run("list", "--json").json()
    assert entry["sessions"] == 0


def test_how_many_are_here_is_by_perspective_in_a_mixed_group(run: Run) -> None:
    """A bare number says nothing there."""
    run("new", "Fuel")
    mixed = ("run", "fuel", "--plan", "readback", "--group", "mixed")
    assert "--present parent=5" in run(*mixed, "--present", "5", code=2).err
    assert "no number of people" in run(*mixed, "--present", "parent=five", code=2).err
    assert run(*mixed, "--present", "parent=5", "--present", "practitioner=3").out == "S1\n"
