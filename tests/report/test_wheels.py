"""Other people's packages, fetched for a run of the tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = """
import subprocess
from pathlib import Path
from tests.report.wheels import fetched

def made(command, **how):
    folder = Path(command[command.index("--target") + 1])
    folder.mkdir()
    (folder / "there").touch()
    return subprocess.CompletedProcess(command, 0, "", "")

def test_once(request, monkeypatch):
    monkeypatch.setattr(subprocess, "run", made)
    kept = fetched(request.config, "some", "some==1")
    assert (kept / "there").exists()
    assert fetched(request.config, "some", "some==1") == kept
    print(f"kept in {kept}")
"""


@pytest.mark.parametrize("cached", [True, False], ids=["cache", "no-cache"])
def test_they_are_kept_for_a_run_without_pytest_s_cache_too(tmp_path: Path, cached: bool) -> None:
    """In the cache where there is one, else in a folder that goes with the run."""
    (tmp_path / "test_run.py").write_text(RUN, encoding="utf-8")
    without = [] if cached else ["-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", "-s", *without, "--rootdir", str(tmp_path), "test_run.py"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert told.returncode == 0, told.stdout
    kept = Path(told.stdout.partition("kept in ")[2].splitlines()[0])
    assert kept.exists() is cached
    assert (tmp_path in kept.parents) is cached
