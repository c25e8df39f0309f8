"""What all tests share."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("WORKSHOP_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data to test against, which is no part of this repository."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the shared test data are not beside this checkout (set WORKSHOP_SHARED)")
    return SHARED


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two for each core with `-n auto`: the screens' tests mostly wait."""
    return 2 * (os.cpu_count() or 1)
