"""Withdraw in a process that kills itself at its nth call of the disk, for every n; print what the next opening found, a JSON line each.

Run as a module, with an empty folder to work in. A process for each n is forked: starting Python anew would take minutes.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.workbook.laptops import files_with, opened
from workshop.store.fs import FileSystem
from workshop.workbook.shelf import create_workshop

SAID = ("heating stayed off", "sister lent us", "Corner Playgroup")
CALLS = ("create", "open", "write", "truncate", "sync", "sync_folder", "rename", "unlink")
"""What changes the disk, and opening for it: between any two of these a kill may come."""


def prepare(place: Path) -> None:
    """A workshop with two journals, a report in its own folder, and a backup beside it."""
    book = create_workshop(place / "book", "Book")
    session = book.start_session(None, "parents")
    book.capture(session, '3: "the heating stayed off all winter" #heating')
    book.capture(session, "5: the bus is late #buses")
    book.close()
    again = opened(place / "book")
    again.capture(again.session("S1"), "3: my sister lent us what she had #family")
    again.describe_participant(again.session("S1"), "p3", organisation="Corner Playgroup")
    again.export(["html"])
    (place / "drive").mkdir()
    again.backup_to(place / "drive" / "backup")
    again.close()


def withdraw_until_killed(folder: Path, calls: int) -> None:
    """Withdraw p3 and die at the disk call of this number; return if it is done before."""
    book = opened(folder)
    left = [calls]

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any) -> Any:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments)

        return counting

    for name in CALLS:
        setattr(FileSystem, name, counted(getattr(FileSystem, name)))
    book.withdraw(book.withdrawal("p3"))


def main(scratch: Path) -> None:
    """Try every n until one is done before it is killed."""
    fresh, place = scratch / "fresh", scratch / "place"
    prepare(place)
    shutil.copytree(place, fresh)
    status, calls = -1, 0
    while status:
        calls += 1
        shutil.rmtree(place)
        shutil.copytree(fresh, place)
        child = os.fork()
        if not child:
            withdraw_until_killed(place / "book", calls)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        book = opened(place / "book")
        found = {
            "calls": calls,
            "withdrawn": len(book.records.withdrawals),
            "remarks": len(book.records.reflections),
            "pending": book.withdrawals_pending,
            "files": files_with(place, *SAID),
        }
        book.close()
        print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
