"""Other people's packages to test against, fetched once and kept in pytest's cache if there is one: none of them is installed beside us."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

_BESIDE = pytest.StashKey[Path]()


def _packages(config: pytest.Config) -> Path:
    """The folder of all of them: in pytest's cache, or where it keeps none (`-p no:cacheprovider`) one that goes with this run."""
    if config.pluginmanager.hasplugin("cacheprovider"):
        return config.cache.mkdir("packages")
    if _BESIDE not in config.stash:
        beside = tempfile.TemporaryDirectory()
        config.add_cleanup(beside.cleanup)
        config.stash[_BESIDE] = Path(beside.name)
    return config.stash[_BESIDE]


def fetched(config: pytest.Config, name: str, *requirements: str) -> Path:
    """A folder with these packages and nothing that they need. Skips the test where they can't be had."""
    kept = _packages(config) / name
    if kept.is_dir():
        return kept
    with tempfile.TemporaryDirectory(dir=kept.parent) as beside:
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-compile",
            "--target",
            f"{beside}/new",
            *requirements,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        if done.returncode:
            pytest.skip(f"{requirements[0]} is not installed, and could not be fetched: {done.stderr.strip()[-200:]}")
        try:
            Path(beside, "new").rename(kept)
        except OSError:  # another worker was faster
            assert kept.is_dir()
    return kept
