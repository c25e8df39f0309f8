"""`workshop undo`: over several calls, each of which is a window of its own."""

from tests.cli.conftest import Run


def test_undo_over_several_calls(run: Run) -> None:
    """Each call undoes what earlier calls did, the last thing first; the list says what is to come; at the end there is nothing."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: the bus is late #buses\n4: nobody tells you\n")
    run("edit", "hall", "R1", "the bus never comes")
    listed = [line.split("\t") for line in run("undo", "hall", "--list").out.splitlines()]
    assert [(number, what) for number, _, what in listed] == [
        ("1", "the edit of R1"),
        ("2", "R2 nobody tells you"),
        ("3", "R1 the bus never comes"),
    ]
    assert [each["what"] for each in run("undo", "hall", "--json").json()] == [what for _, _, what in listed]
    assert run("undo", "hall").out.startswith("the edit of R1 (done at ")
    done = run("undo", "hall", "--times", "5")
    assert [line.partition(" (")[0] for line in done.out.splitlines()] == ["R2 nobody tells you", "R1 the bus is late"]
    assert "There is nothing to undo." in done.err
    assert "There is nothing to undo." in run("undo", "hall", code=1).err
    assert run("undo", "hall", "--list").out == ""
