"""The room's display from the command line: without a terminal it sets the wall, and says what it is."""

from tests.cli.conftest import Run


def test_the_wall_is_set_from_the_command_line(run: Run) -> None:
    """`--wall` and `--no-wall` are kept with the session; the display itself wants a terminal."""
    run("new", "Fuel")
    assert "No session is open" in run("display", "fuel", "--wall", code=1).err
    run("run", "fuel", "--plan", "readback", "--group", "parent")
    assert "display of S1 shows what is said, without codes" in run("display", "fuel", "--wall").err
    assert "display of S1 does not show what is said" in run("display", "fuel", "--no-wall", "--session", "S1").err
    assert "The display is a screen" in run("display", "fuel", code=1).err
    assert "no session" in run("display", "fuel", "--session", "S7", "--wall", code=1).err
