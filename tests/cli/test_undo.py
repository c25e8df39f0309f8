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


def test_redo_over_several_calls(run: Run) -> None:
    """The last undo is taken back first; what an undo says names the command; with nothing to redo the exit code is 1."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: the bus is late #buses\n4: nobody tells you\n")
    assert "workshop redo hall" in run("undo", "hall", "--times", "2").err
    assert run("redo", "hall").out == "R1 the bus is late\n"
    assert run("redo", "hall").out == "R2 nobody tells you\n"
    assert "There is nothing to redo." in run("redo", "hall", code=1).err
    assert [row["text"] for row in run("reflections", "hall", "--json").json()] == ["the bus is late", "nobody tells you"]


def test_an_undone_remark_is_brought_back_and_struck_by_its_number(run: Run) -> None:
    """`history` shows it, `choose` brings it back, `strike` takes its words out of the files, undone as it is."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: my sister lent us money\n")
    run("undo", "hall")
    assert "my sister lent us money" in run("history", "hall", "R1").out
    run("choose", "hall", "R1", "1")
    run("undo", "hall")
    told = run("strike", "hall", "R1", "--yes").out
    assert "R1 (undone before). What goes:" in told
    assert "1 remark undone before: R1" in told
    assert "1 remark withdrawn" in told
    assert "no reflection" in run("history", "hall", "R1", code=1).err
