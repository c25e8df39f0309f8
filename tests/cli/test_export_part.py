"""`workshop export` of a part of the workshop, as the comparison's screen writes it."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_report_can_be_of_a_part(run: Run, tmp_path: Path) -> None:
    """Of a session, a lane or a theme: what was said elsewhere is not in the file, and the file says of what part it is."""
    run("new", "Two towns")
    for group, line in (("parent", "1: it runs out #food"), ("practitioner", "1: the forms are long #forms")):
        run("run", "two-towns", "--plan", "readback", "--group", group, "--present", "6")
        run("clock", "two-towns", "start")
        run("capture", "two-towns", "--group", group, given=f"{line}\n")
        run("clock", "two-towns", "end")
    for words, narrowed in (
        (("--session", "S1,S1"), "Only what was said in S1"),
        (("--theme", "food"), "Only the theme Food is shown."),
        (("--session", "S1", "--theme", "food"), "Only the theme Food is shown."),
    ):
        folder = tmp_path / "-".join(words)
        (path,) = run("export", "two-towns", "--to", "html", "--out", str(folder), *words).out.splitlines()
        page = Path(path).read_text(encoding="utf-8")
        assert "it runs out" in page
        assert "the forms are long" not in page
        assert narrowed in page
    assert "There is no lane" in run("export", "two-towns", "--to", "html", "--lane", "nowhere", code=1).err
