"""Take a picture of every stop of the tour in every theme: `.venv/bin/python -m tests.tui.tour FOLDER [NAME ...]`."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.tui.tour.pictures import taken
from tests.tui.tour.stops import STOPS


def main(out: Path, names: Sequence[str]) -> int:
    """Write the pictures into a folder, of these stops or of all; a stop that could not be reached is said, and the exit code 1."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    missed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for place, stop in enumerate(STOPS):
            if names and not any(stop.name.startswith(name) for name in names):
                continue
            wrong = asyncio.run(taken(stop, Path(scratch) / f"{place}", out))
            missed += bool(wrong)
            print(f"{stop.name}: {wrong or 'taken'}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
