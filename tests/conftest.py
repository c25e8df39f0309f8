"""What all tests share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TOLD = "told: "
"""Before the title of a table under which a test tells a figure, among the properties of its report."""
Tell = Callable[[str, str], None]
SHARED = Path(os.environ.get("WORKSHOP_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data to test against, which is no part of this repository."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the shared test data are not beside this checkout (set WORKSHOP_SHARED)")
    return SHARED


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Print lines under a title when all tests are done, in how many processes ever they ran."""
    return lambda title, lines: record_property(f"{TOLD}{title}", lines)


def pytest_terminal_summary(terminalreporter: Any) -> None:  # pytest gives its type no public name
    """The tables that were told, each in one piece, its lines as the tests stand in the files."""
    told: dict[str, list[str]] = {}
    for report in sorted(terminalreporter.getreports("passed"), key=lambda report: report.nodeid):
        for name, lines in report.user_properties if report.when == "call" else ():
            if name.startswith(TOLD):
                told.setdefault(name.removeprefix(TOLD), []).append(lines)
    for title, found in told.items():
        terminalreporter.write_line(f"\n{title}")
        terminalreporter.write_line("\n".join(found))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two for each core with `-n auto`: the screens' tests mostly wait."""
    return 2 * (os.cpu_count() or 1)
