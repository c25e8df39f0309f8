"""A withdrawal that is killed half-way is finished by the next opening, or had not begun."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, and killed with SIGKILL")
def test_killed_at_every_call_of_the_disk(tmp_path: Path) -> None:
    """After SIGKILL at the nth call, for every n: nothing withdrawn and every remark there, or no word in any file, report or backup."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.workbook.killed_withdrawal", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=300,
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    kept = [each for each in found if not each["withdrawn"]]
    gone = [each for each in found if each["withdrawn"]]
    assert {each["remarks"] for each in kept} == {3}
    assert all(each["files"] for each in kept)
    assert {each["remarks"] for each in gone} == {1}
    assert [each for each in gone if each["files"] or each["pending"]] == []
    assert len(kept) >= 2
    assert len(gone) > 30
