"""One of several processes that write to a folder at once: `python -m tests.store.writing FOLDER NAME COUNT`."""

import sys
from pathlib import Path

from workshop.store.database import JournalDB


def main(folder: Path, name: str, count: int) -> None:
    """Save so many reflections, each by itself, looking now and then at what the others have saved."""
    db = JournalDB(folder)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        db.table("reflections").insert({"by": name, "number": number})
        if number % 10 == 0:
            db.refresh()
    db.refresh()
    print(len(db.table("reflections")), len(db.damage))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
