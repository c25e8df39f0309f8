"""`workshop run` without a terminal: what it begins, what it refuses, what it says."""

from tests.cli.conftest import Run
from tests.cli.timed import hands as hands  # noqa: PLC0414  # a fixture, which pytest finds by its name here
from tests.workbook.conftest import Hands


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
    assert "Next here, say: --plan readback --group parent" in said
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


def test_what_was_promised_and_fixed_is_kept(run: Run, hands: Hands) -> None:
    """When it begins, when it must end, the last day to withdraw on; said anew on returning, they take the place of what was said."""
    run("new", "Fuel")
    run("run", "fuel", "--plan", "readback", "--group", "parent", "--starts-at", "10:00", "--ends-by", "11.45")
    first = run("clock", "fuel", "status", "--json").json()
    assert (first["planned_start"], first["ends_by"]) == ("2026-03-02T10:00:00+00:00", "2026-03-02T11:45:00+00:00")
    run("run", "fuel", "--starts-at", "9:55", "--ends-by", "11:20", "--withdraw-until", "2026-04-01")
    again = run("clock", "fuel", "status", "--json").json()
    assert (again["planned_start"], again["ends_by"]) == ("2026-03-02T09:55:00+00:00", "2026-03-02T11:20:00+00:00")
    assert "01 April 2026" in run("consent", "fuel", "--withdraw-until", "2026-04-01").out


def test_a_time_that_is_none_begins_nothing(run: Run, hands: Hands) -> None:
    """It is said, and no session stands on the shelf."""
    run("new", "Fuel")
    assert '"noon" is not a time of day' in run("run", "fuel", "--plan", "readback", "--group", "parent", "--ends-by", "noon", code=1).err
    assert "can't run at 0 times" in run("run", "fuel", "--plan", "readback", "--group", "parent", "--speed", "0", code=1).err
    assert run("list", "--json").json()[0]["sessions"] == 0


def test_a_rehearsal_runs_fast_and_goes_on_where_it_was(run: Run, hands: Hands) -> None:
    """At --speed 60 a second is a minute; a night later it goes on, says so, and keeps its speed whatever is asked for."""
    run("new", "Fuel")
    run("run", "fuel", "--plan", "readback", "--group", "parent", "--speed", "60")
    run("clock", "fuel", "start")
    hands.pass_(4 / 60)
    assert "S1 (rehearsal x60) running; 1. Hello, 4:00" in run("clock", "fuel", "pause").out.replace("paused", "running")
    run("clock", "fuel", "resume")
    hands.restart(14 * 60)
    assert "not as a rehearsal x30" in run("run", "fuel", "--speed", "30").err
    hands.pass_(1 / 60)
    assert "1. Hello, 3:00" in run("clock", "fuel", "status").out
    assert run("compare", "fuel", "--json").json()["notes"][-1] == "1 rehearsal is left out."


def test_people_do_not_land_in_a_rehearsal_unawares(run: Run, hands: Hands) -> None:
    """A plan and a group without a speed begin a session of its own; the rehearsal before it is open no longer, even when that ends."""
    run("new", "Fuel")
    run("run", "fuel", "--plan", "readback", "--group", "parent", "--speed", "60")
    assert (
        "S1 (rehearsal x60) is open and goes on" in run("run", "fuel", "--plan", "readback", "--group", "practitioner", "--speed", "60").err
    )
    assert run("run", "fuel", "--plan", "readback", "--group", "parent").out == "S2\n"
    run("clock", "fuel", "start")
    assert run("clock", "fuel", "end").out.startswith("S2 ended")
    assert run("list", "--json").json()[0]["open_session"] is None
    assert run("clock", "fuel", "status").out.startswith("S2 ended")
