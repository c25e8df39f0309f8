"""Several processes write to one folder at the same time."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from workshop.store.database import JournalDB


@pytest.mark.parametrize("count", [150, pytest.param(2000, marks=pytest.mark.long)])
def test_four_writers_at_once(tmp_path: Path, count: int) -> None:
    """All that they saved is there, each once, without damage; and they have seen one another on the way."""
    command = [sys.executable, "-m", "tests.store.writing", str(tmp_path / "workshop")]
    writers = [
        subprocess.Popen(
            [*command, name, str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
        )
        for name in "abcd"
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    watcher = JournalDB(tmp_path / "workshop")
    seen: Counter[str] = Counter()
    watcher.subscribe(lambda changes: seen.update(change.id for change in changes))
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    ends = [writer.communicate()[0].split() for writer in writers]
    watcher.refresh()
    assert {int(seen_by_it) for seen_by_it, _ in ends} <= set(range(count, 4 * count + 1))
    assert [damage for _, damage in ends] == ["0"] * 4
    assert set(seen.values()) == {1}
    db = JournalDB(tmp_path / "workshop")
    found = Counter((document["by"], document["number"]) for document in db.table("reflections"))
    assert found == Counter((name, number) for name in "abcd" for number in range(count))
    assert len(seen) == 4 * count
    assert not db.damage
