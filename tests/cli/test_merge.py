"""`workshop merge` and `workshop bundle`: laptops that diverged come to say the same."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ORDERS = list(itertools.permutations(("parents", "practitioners", "notes")))
Diverged = dict[str, Path]


@pytest.fixture
def diverged(run: Run, tmp_path: Path) -> Diverged:
    """Three laptops' copies of one workshop: one ran the parents' session, one the practitioners', one typed up notes and tidied.

    On two of them one remark was edited; on one a remark was struck that another coded, and a statement was made that another answers.
    """
    run("new", "Diverged")
    run("capture", "diverged", "--group", "parent", given='1: "the bus is late" #buses\n2: nobody tells you #benefits\n3: a slip #slip\n')
    base = Path(run("list", "--json").json()[0]["folder"])
    run("statement", "add", "diverged", "Families do not claim.", "--made-by", "parent", "--theme", "benefits", "--from", "R2")
    places = {name: tmp_path / name / "diverged" for name in ORDERS[0]}
    for place in places.values():
        shutil.copytree(base, place)
    parents, practitioners, notes = (str(place) for place in places.values())
    run(
        "capture",
        parents,
        "--group",
        "parent",
        given='4: "I claimed, and was refused" #benefits\n5: no bus at all #buses\n1: so tired #sleep x3\n',
    )
    run("edit", parents, "R1", "the bus is late, and then full")
    run("capture", practitioners, "--group", "practitioner", given="1: forms are long #benefits\n2: the last bus goes at five #buses\n")
    run("edit", practitioners, "R1", "the bus is late every day")
    run("capture", notes, "--group", "parent", given="6: all of us #buses\n7: the school says #school-costs\n")
    run("edit", notes, "R2", "nobody tells you anything")
    run("rename", notes, "Diverged, and tidied")
    return places


def test_three_copies_in_any_order_twice(run: Run, diverged: Diverged, tmp_path: Path) -> None:
    """Merged in each of the six orders, twice over, they give the same bytes of `compare --json`, and both edits are there."""
    compared, conflicts = set(), set()
    for order in ORDERS:
        target, *others = order
        place = tmp_path / "-".join(order) / "diverged"
        shutil.copytree(diverged[target], place)
        for _ in range(2):
            for name in others:
                run("merge", str(place), str(diverged[name]))
            compared.add(run("compare", str(place), "--json").out)
            conflicts.add(run("conflicts", str(place), "--json").out)
    assert len(compared) == 1
    assert len(conflicts) == 1
    (found,) = run("conflicts", str(place), "--json").json()
    assert found["ref"] == "R1"
    assert [each["record"]["text"] for each in found["versions"]] == ["the bus is late every day", "the bus is late, and then full"]
    themes = {each["theme"]: each["groups"]["parent"]["raised"] for each in run("compare", str(place), "--json").json()["themes"]}
    assert themes == {"Buses": 3, "Benefits": 2, "Slip": 1, "Sleep": 1, "School costs": 1}


def _by_folder(run: Run, folder: Path, other: Path) -> None:
    run("merge", str(folder), str(other))


def _by_bundle(run: Run, folder: Path, other: Path) -> None:
    sent = folder.parent / f"{other.parent.name}.zip"
    run("bundle", str(other), "--out", str(sent), "--force")
    run("merge", str(folder), str(sent))


def _by_hand(run: Run, folder: Path, other: Path) -> None:
    assert run("verify", str(folder)).code == 0
    for path in other.glob("*.jsonl"):
        if not (folder / path.name).exists():
            shutil.copy(path, folder / path.name)


@pytest.mark.parametrize("way", [_by_folder, _by_bundle, _by_hand])
def test_each_laptop_ends_with_the_same(run: Run, diverged: Diverged, way: Callable[[Run, Path, Path], None]) -> None:
    """By folder, by bundle, or by copying the journals by hand: when each has met each, all three say the same."""
    for mine, theirs in itertools.permutations(diverged.values(), 2):
        way(run, mine, theirs)
    assert len({run("compare", str(place), "--json").out for place in diverged.values()}) == 1
    assert len({run("history", str(place), "R1", "--json").out for place in diverged.values()}) == 1


def test_it_says_how_to_bring_the_other_up_to_date(run: Run, diverged: Diverged) -> None:
    """What was merged is told on stdout; on stderr the very command that brings the other up to date, and it does."""
    parents, practitioners = diverged["parents"], diverged["practitioners"]
    done = run("merge", str(parents), str(practitioners))
    assert done.out == "Merged: 2 reflections new, 1 session new, 2 participants new, 1 edited on both sides (both kept).\n"
    (command,) = [line for line in done.err.splitlines() if line.startswith("Only ")]
    run(*command.partition(": workshop ")[2].split())
    assert run("compare", str(parents), "--json").out == run("compare", str(practitioners), "--json").out
    report = run("merge", str(parents), str(diverged["notes"]), "--json").json()
    assert (report["new"]["reflections"], report["changed"], report["edited_on_both_sides"]) == (2, 1, 0)


def test_a_bundle_is_not_written_over(run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `--out` it is called after the workshop's folder, where the command was given; a file in the way stays, without `--force`."""
    monkeypatch.chdir(tmp_path)
    run("new", "To be sent")
    assert run("bundle", "to-be-sent").out == f"{tmp_path / 'to-be-sent.zip'}\n"
    made = (tmp_path / "to-be-sent.zip").read_bytes()
    run("capture", "to-be-sent", "--group", "parent", given="a remark\n")
    assert "there already" in run("bundle", "to-be-sent", code=1).err
    assert (tmp_path / "to-be-sent.zip").read_bytes() == made
    run("bundle", "to-be-sent", "--force")
    assert (tmp_path / "to-be-sent.zip").read_bytes() != made
    run("bundle", "to-be-sent", "--out", str(tmp_path / "again.zip"))
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "to-be-sent.zip").read_bytes()
    (shelf, *rest) = sorted(home.iterdir())
    assert (shelf.name, rest) == ("to-be-sent", [])


def test_a_bundle_that_is_none_is_refused_in_a_line(run: Run, tmp_path: Path) -> None:
    """A file that is no zip, and another workshop's bundle: one line says so, one what to do, and nothing is merged."""
    run("new", "Mine")
    run("new", "Other")
    run("capture", "other", "--group", "parent", given="a remark\n")
    run("bundle", "other", "--out", str(tmp_path / "other.zip"))
    (tmp_path / "odd.zip").write_bytes(b"odd")
    for name, says in (("odd.zip", "no zip"), ("other.zip", "another one: Other"), ("gone.zip", "nothing at")):
        done = run("merge", "mine", str(tmp_path / name), code=1)
        assert says in done.err
        assert len(done.err.splitlines()) == 2
    assert run("list", "--json").json()[1]["reflections"] == 0
