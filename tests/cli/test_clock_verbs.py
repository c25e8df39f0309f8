"""Every verb of `workshop clock`, by clocks that the test moves: what it does, and what it prints."""

import pytest

from tests.cli.conftest import Run
from tests.cli.timed import hands as hands  # noqa: PLC0414  # a fixture, which pytest finds by its name here
from tests.workbook.conftest import Hands

READBACK = ("--plan", "readback", "--group", "parent")


def begun(run: Run, *more: str) -> None:
    """A workshop "hall" with a session of eight parents by the plan `readback`: 8, 24, 15 (a break), 25, 8 (optional) and 10 min."""
    run("new", "Hall")
    run("run", "hall", *READBACK, "--present", "8", *more)


def clock(run: Run, *words: str) -> str:
    """What one verb prints."""
    return run("clock", "hall", *words).out.strip()


def lengths(run: Run) -> list[tuple[int, str, float]]:
    """Number, title and seconds of each activity of the agenda."""
    found = run("clock", "hall", "status", "--json").json()["activities"]
    return [(each["activity"], each["title"], each["planned_seconds"] + each["added_seconds"]) for each in found]


def test_a_forgotten_start_and_time_left_out(run: Run, hands: Hands) -> None:
    """`backdate 90s` before the start starts so long ago; after it, it moves the start; `discount 1m` leaves a minute out."""
    begun(run)
    hands.pass_(3)
    assert "1. Hello, 6:30" in clock(run, "backdate", "90s")
    assert "1. Hello, 5:00" in clock(run, "backdate", "3")
    assert "1. Hello, 6:00" in clock(run, "discount", "1m")
    assert "Undone: left out of Hello, 1 min." in run("clock", "hall", "undo").err
    assert "Done again: left out of Hello, 1 min." in run("clock", "hall", "redo").err


def test_time_is_typed_as_people_type_it(run: Run, hands: Hands) -> None:
    """`10`, `1h30`, `+10m`, `-5`, `90s`; of another activity by its number."""
    begun(run)
    clock(run, "start")
    for typed, shown in (("10", "18:00"), ("1h30", "1:48:00"), ("+10m", "1:58:00"), ("-5", "1:53:00"), ("90s", "1:54:30")):
        assert f"1. Hello, {shown}" in clock(run, "add", typed)
    clock(run, "add", "-4", "4")
    assert lengths(run)[3] == (4, "What the workers said", 21 * 60)


def test_fixed_times(run: Run, hands: Hands) -> None:
    """`ends-by 11:00` and `starts-at 9:45` are told with what they mean; `never` takes them away."""
    begun(run)
    assert clock(run, "ends-by", "11:00").endswith("must end by 11:00: 30 min too long")
    said = clock(run, "starts-at", "9:45")
    assert "nothing running for 15:00; not started, ends 11:30 if it starts now" in said
    assert "15 min behind, ends 11:30 instead of 11:15; started 15 min late; on time since the start" in clock(run, "start")
    found = run("clock", "hall", "status", "--json").json()
    assert (found["ends_by"], found["planned_start"]) == ("2026-03-02T11:00:00+00:00", "2026-03-02T09:45:00+00:00")
    assert (found["behind_seconds"], found["behind_clock_seconds"]) == (0, 900)
    assert "must end" not in clock(run, "ends-by", "never")
    assert "late" not in clock(run, "starts-at", "never")


def test_an_unplanned_break(run: Run, hands: Hands) -> None:
    """`break 5`, then `end-break`: what it interrupted goes on with its rest."""
    begun(run)
    clock(run, "start")
    hands.pass_(2)
    assert "7. Break, 5:00" in clock(run, "break", "5")
    hands.pass_(6)
    assert "1:00 over" in clock(run, "status")
    assert "1. Hello, 6:00; 6 min behind" in clock(run, "end-break")
    assert "No break is on" in run("clock", "hall", "end-break", code=1).err


def test_turns(run: Run, hands: Hands) -> None:
    """`turn` gives it to whoever is next, `turn 3` to sticker 3, `turn never` ends them."""
    begun(run)
    clock(run, "start")
    assert "turn 1: 1" in clock(run, "turn")
    done = run("clock", "hall", "turn", "3")
    assert "turn 2: 3" in done.out
    assert "It is the turn of 3." in done.err
    assert run("clock", "hall", "turn", "--json").json()["turn"] == "2"
    assert "turn" not in clock(run, "turn", "never")


def test_the_plan_changes_while_it_runs(run: Run, hands: Hands) -> None:
    """`insert`, `move`, `retime` and `drop`: numbers stay those of the activities, places are counted in the agenda."""
    begun(run)
    clock(run, "start")
    assert "It is activity 7." in run("clock", "hall", "insert", "One more thing", "5", "--at", "3", "--kind", "reflect").err
    clock(run, "move", "5", "2")
    clock(run, "retime", "2", "20")
    clock(run, "drop", "4")
    assert lengths(run) == [
        (1, "Hello", 480),
        (5, "What they left out", 480),
        (2, "In your own words", 1200),
        (7, "One more thing", 300),
        (3, "Food and a break", 900),
        (6, "Before we go", 600),
    ]
    for _ in range(4):
        clock(run, "undo")
    assert [number for number, _, _ in lengths(run)] == [1, 2, 3, 4, 5, 6]


def test_a_catch_up_is_shown_edited_and_applied(run: Run, hands: Hands) -> None:
    """Without --yes nothing changes; --drop and --pin edit it; with --yes it is done, and one undo takes it back."""
    begun(run)
    clock(run, "start")
    assert "nothing to win back" in run("clock", "hall", "catch-up").err
    hands.pass_(18)
    clock(run, "next")
    before = lengths(run)
    done = run("clock", "hall", "catch-up")
    assert "10 min to win back." in done.err
    assert "Nothing is changed yet" in done.err
    assert "Before we go            10:00    10:00   protected" in done.out
    assert lengths(run) == before
    pinned = run("clock", "hall", "catch-up", "--drop", "5", "--pin", "2=23", "--json").json()
    assert [(each["activity"], each["after_seconds"], each["dropped"]) for each in pinned["rows"]] == [
        (2, 1380, False),
        (3, 900, False),
        (4, 1440, False),
        (5, 0, True),
        (6, 600, False),
    ]
    assert "ends 11:30" in clock(run, "catch-up", "--drop", "5", "--pin", "2=23", "--yes")
    assert [number for number, _, _ in lengths(run)] == [1, 2, 3, 4, 6]
    clock(run, "undo")
    assert lengths(run) == before


def test_a_late_start_ends_on_time(run: Run, hands: Hands) -> None:
    """Begun 20 min late with an end fixed: it is said, the proposal keeps the closing, and the session then ends when it must."""
    begun(run, "--starts-at", "9:40", "--ends-by", "11:10")
    said = run("run", "hall").err
    assert "20 min to win back." in said
    assert "workshop clock hall catch-up" in said
    clock(run, "catch-up", "--yes")
    assert "ends 11:10; started 20 min late; 20 min ahead since the start; must end by 11:10: just in time" in clock(run, "start")
    assert lengths(run)[5] == (6, "Before we go", 600)


@pytest.mark.parametrize(
    ("minutes", "choice", "words", "after"),
    [
        (10, "2", "It goes on, and the time between was counted.", "running; 1. Hello, 8:00"),
        (40, "2", "What happened in the room?", "running; 1. Hello, 8:00"),
        (40, "3", "What happened in the room?", "ended; 1 h 30 min ahead, ended 10:00"),
        (14 * 60, "1", "It is closed at its last entry, 10:00.", "ended; 1 h 30 min ahead, ended 10:00"),
    ],
)
def test_a_session_that_was_left_open(run: Run, hands: Hands, minutes: float, choice: str, words: str, after: str) -> None:
    """10 min, 40 min and 14 h after its last entry: `gap` says what is assumed or asks, and takes the answer by its number."""
    begun(run)
    clock(run, "start")
    hands.pass_(minutes)
    assert words in run("run", "hall").err
    assert words in run("clock", "hall", "gap").err
    assert after in clock(run, "gap", choice)


def test_a_gap_that_is_none(run: Run, hands: Hands) -> None:
    """Of a session that is not open, and a choice that is not offered."""
    begun(run)
    assert "not open" in run("clock", "hall", "gap").err
    clock(run, "start")
    hands.pass_(5.5)
    assert "There is nothing to ask: something was noted 6 min ago." in run("clock", "hall", "gap").err
    hands.pass_(1)
    assert "when this program was last seen" in run("clock", "hall", "gap").err
    assert "no choice 7" in run("clock", "hall", "gap", "7", code=1).err
    assert "no choice two" in run("clock", "hall", "gap", "two", code=1).err


def test_an_activity_is_entered_by_its_number(run: Run, hands: Hands) -> None:
    """`start 4` jumps; `stop` leaves it and begins none; `next` goes on behind it."""
    begun(run)
    assert "4. What the workers said" in clock(run, "start", "4")
    hands.pass_(1)
    assert "between" in clock(run, "stop")
    assert "5. What they left out" in clock(run, "next")


@pytest.mark.parametrize(
    "words",
    [
        ("pause", "now"),
        ("status", "all"),
        ("catch-up", "5"),
        ("backdate",),
        ("retime", "2"),
        ("drop", "two"),
        ("move", "2", "0"),
        ("catch-up", "--pin", "two=5"),
    ],
)
def test_a_call_that_is_not_understood(run: Run, hands: Hands, words: tuple[str, ...]) -> None:
    """Too many words, too few, or no numbers: a usage error, and nothing is done."""
    begun(run)
    run("clock", "hall", *words, code=2)


@pytest.mark.parametrize("words", [("drop", "9"), ("ends-by", "noon"), ("retime", "2", "soon"), ("insert", " ", "5")])
def test_a_call_that_cannot_be_done(run: Run, hands: Hands, words: tuple[str, ...]) -> None:
    """No such activity, no time of day, no length, no title: exit code 1 and why."""
    begun(run)
    assert run("clock", "hall", *words, code=1).err
