"""Processes that open and close one folder at once, and rewrite each other's files, lose nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX only")
@pytest.mark.parametrize("kind", ["clear", "locked"])
@pytest.mark.parametrize("rounds", [30, pytest.param(100, marks=pytest.mark.long)])
def test_who_comes_and_goes_takes_nothing_from_the_others(tmp_path: Path, kind: str, rounds: int) -> None:
    """Erasing, folding and sealing replace files that others are reading, or replacing, too: nothing is lost, damaged, or back."""
    command = [sys.executable, "-m", "tests.store.crowd", str(tmp_path / "workshop"), str(rounds), kind]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert json.loads(done.stdout) == {"odd": 0, "pending": 0, "damage": [], "lost": [], "back": []}
