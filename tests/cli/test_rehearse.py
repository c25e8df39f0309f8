"""`workshop demo --rehearse` where there is no terminal."""

from tests.cli.conftest import Run


def test_a_rehearsal_needs_a_terminal_and_says_what_does_not(run: Run) -> None:
    """Nothing is made; a speed without a rehearsal is no call."""
    done = run("demo", "--rehearse", code=1)
    assert "workshop run NAME --plan readback --group parent --speed 9" in done.err
    assert done.out == ""
    assert "--rehearse" in run("demo", "--speed", "9", code=2).err
