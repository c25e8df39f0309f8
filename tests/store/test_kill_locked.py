"""`kill -9` at any moment, while saving or while sealing, loses nothing of a locked workshop and leaves nothing in clear."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX only")
@pytest.mark.parametrize("rounds", [60, pytest.param(1000, marks=pytest.mark.long)])
def test_killed_writers_lose_nothing_and_leave_nothing_in_clear(tmp_path: Path, rounds: int) -> None:
    """No acknowledged save is lost, no erased word comes back; most died with a journal that was not sealed, and the next one seals it."""
    command = [sys.executable, "-m", "tests.store.killed_locked", str(tmp_path), str(rounds), "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    found: dict[str, int] = json.loads(done.stdout)
    assert found.pop("acknowledged") > rounds
    assert found.pop("live") > rounds // 4
    assert found == {"kills": rounds, "lost": 0, "back": 0, "damage": 0, "in clear": 0, "not sealed": 0}
