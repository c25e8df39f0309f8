"""`kill -9` at any moment loses nothing that was acknowledged."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX only")


def kill(folder: Path, rounds: int, seed: int = 1) -> dict[str, int]:
    """Kill so many writers; what was found."""
    command = [sys.executable, "-m", "tests.store.killed", str(folder), str(rounds), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    found: dict[str, int] = json.loads(done.stdout)
    return found


@needs_fork
@pytest.mark.parametrize("rounds", [100, pytest.param(2000, marks=pytest.mark.long)])
def test_killed_writers_lose_nothing(tmp_path: Path, rounds: int) -> None:
    """No acknowledged save is lost, no transaction is there by half, no erased word comes back, and every folder opens."""
    found = kill(tmp_path, rounds)
    assert found.pop("acknowledged") > rounds
    assert found == {"kills": rounds, "lost": 0, "half": 0, "back": 0, "damage": 0}
