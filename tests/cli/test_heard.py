"""`workshop heard`: the counts that the Room shows its facilitator."""

from tests.cli.conftest import Run


def heard_in(run: Run) -> None:
    """A session of three parents; two have a sticker, one of them two remarks."""
    run("new", "Fuel and food")
    run("run", "fuel-and-food", "--plan", "readback", "--group", "parent", "--present", "3")
    run("capture", "fuel-and-food", given='3: "we go without"\n3: again\np5:\nparents: all of us\n')


def test_it_counts_by_what_was_written_down(run: Run) -> None:
    """People heard of those here, remarks, and each sticker."""
    heard_in(run)
    done = run("heard", "fuel-and-food")
    assert done.out.splitlines() == ["3 parents: 1 of 3 heard, 3 remarks, 1 without a sticker", "p3  2"]


def test_as_json_it_is_the_same(run: Run) -> None:
    """For a machine."""
    heard_in(run)
    found = run("heard", "fuel-and-food", "--session", "S1", "--json").json()
    assert found["groups"]["parent"] == {"people": 3, "heard": 1, "remarks": 3, "words": 7, "without_sticker": 1}
    assert found["stickers"] == {"p3": 2}
