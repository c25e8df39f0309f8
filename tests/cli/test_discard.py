"""`workshop discard`, called as a person would."""

from tests.cli.conftest import Run


def test_an_empty_session_goes_and_comes_back(run: Run) -> None:
    """That never started too, which can't be ended; the way back is said, and holds."""
    run("new", "Hall")
    run("run", "hall", "--plan", "readback", "--group", "parent", "--present", "6")
    assert "workshop discard hall S1" in run("clock", "hall", "end", code=1).err
    assert "workshop discard hall S1 --back" in run("discard", "hall", "S1").err
    assert "S1 was thrown away" in run("discard", "hall", "S1", code=1).err
    assert "no session" in run("clock", "hall", "status", code=1).err
    run("discard", "hall", "S1", "--back")
    assert "was not thrown away" in run("discard", "hall", "S1", "--back", code=1).err
    run("discard", "hall", "S1")
    run("undo", "hall")
    assert "not started" in run("clock", "hall", "status").out


def test_one_with_words_in_it_is_kept(run: Run) -> None:
    """It says why, and what to do instead."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: we go without\n")
    refused = run("discard", "hall", "S1", code=1).err
    assert "it is kept" in refused
    assert "Strike" in refused
