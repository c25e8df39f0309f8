"""What the store costs, beside its peers and in one run: `.venv/bin/python benchmarks/store.py`.

Durable inserts of one reflection (about 300 bytes of JSON) where so many are there already: this store, TinyDB's own storage, sqlite3
(WAL, synchronous=FULL), and a bare append with fdatasync. Then opening, beside `json.load` of the same data; following; erasing. All
are wall milliseconds, medians, taken in turns so that a busy machine is busy for all of them: the ratios are what counts.
"""

import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from tinydb import JSONStorage, TinyDB
from tinydb.table import Document

from workshop.store.database import JournalDB
from workshop.store.fs import FileSystem

SIZES = (100, 1_000, 10_000, 100_000)
TURNS = 60
STOCK_TURNS = {100: 30, 1_000: 20, 10_000: 7, 100_000: 3}


class Unsynced(FileSystem):
    """A disk that is not waited for, to fill a folder quickly."""

    def sync(self, file: int) -> None:
        """Don't."""


def reflection(number: int) -> dict[str, Any]:
    """A made-up remark as the store holds it."""
    words = "You end up choosing between the bus fare and the shop, and then you are late for the appointment anyway."
    return {
        "number": number,
        "session": "0mbxstezp001w000000001",
        "text": f"{words} ({number})",
        "perspective": "parent",
        "at": "2025-03-04T10:41:07+00:00",
        "participant": None,
        "activity": 2,
        "lane": "barrier",
        "verbatim": True,
        "kinds": [],
    }


def fill(folder: Path, count: int, journals: int = 1) -> list[str]:
    """A folder with so many reflections in so many journals, a line each; their ids."""
    ids = []
    for part in range(journals):
        with JournalDB(folder, fs=Unsynced()) as db:
            ids += [db.table("reflections").insert(reflection(number)) for number in range(part, count, journals)]
    os.sync()
    return ids


def milliseconds(work: Callable[[], object], turns: int) -> list[float]:
    """How long each turn took."""
    times = []
    for _ in range(turns):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return times


def say(text: str) -> None:
    """Print it at once."""
    print(text, flush=True)  # noqa: T201


def inserts(scratch: Path, size: int) -> tuple[float, float, float, float]:
    """Median milliseconds of one durable insert: this store, TinyDB's own, sqlite3, bare."""
    ids = fill(scratch / "ours", size)
    (scratch / "stock.json").write_text(json.dumps({"reflections": {number: reflection(number) for number in range(1, size + 1)}}))
    with (
        JournalDB(scratch / "ours") as db,
        closing(sqlite3.connect(scratch / "rows.sqlite", isolation_level=None)) as rows,
        (scratch / "bare").open("ab", buffering=0) as bare,
        TinyDB(str(scratch / "stock.json"), storage=JSONStorage) as stock,
    ):
        rows.execute("pragma journal_mode = wal")
        rows.execute("pragma synchronous = full")
        rows.execute("create table reflections (id text primary key, body text)")
        rows.executemany("insert into reflections values (?, ?)", ((id_, json.dumps(reflection(0))) for id_ in ids))
        table = db.table("reflections")

        def append() -> None:
            bare.write(json.dumps(reflection(0)).encode() + b"\n")
            os.fdatasync(bare.fileno())

        works: tuple[Callable[[], object], ...] = (
            lambda: table.insert(reflection(0)),
            lambda: rows.execute("insert into reflections values (?, ?)", (db.new_id(), json.dumps(reflection(0)))),
            append,
        )
        times: list[list[float]] = [[] for _ in works]
        for work in works:
            milliseconds(work, 3)  # the first makes the file
        for _ in range(TURNS):
            for taken, work in zip(times, works, strict=True):
                taken.extend(milliseconds(work, 1))
        ours, sqlite, alone = map(statistics.median, times)
        own = stock.table("reflections")
        slow = milliseconds(lambda: own.insert(Document(reflection(0), doc_id=time.monotonic_ns())), STOCK_TURNS[size])
    return ours, statistics.median(slow), sqlite, alone


def compare_inserts(scratch: Path) -> None:
    """Print the table and its ratios."""
    say("A durable insert, ms, where so many documents are there:")
    say(f"{'':>10}{'this store':>14}{'TinyDB stock':>14}{'sqlite3 WAL':>14}{'bare append':>14}")
    found = {}
    for size in SIZES:
        (scratch / str(size)).mkdir()
        found[size] = inserts(scratch / str(size), size)
        say(f"{size:>10,}" + "".join(f"{value:>14.3f}" for value in found[size]))
    first, last = found[SIZES[0]], found[SIZES[-1]]
    say(f"100,000 beside 100: {last[0] / first[0]:.2f} times (bar: 1.5); stock {last[1] / first[1]:.0f} times")
    say(f"beside sqlite3: {max(row[0] / row[2] for row in found.values()):.2f} times at most (bar: 2.5)")
    say(f"beside stock at 100,000: {last[1] / last[0]:,.0f} times faster (bar: 1,000)")


def opened(folder: Path) -> None:
    """Open and close."""
    JournalDB(folder).close()


def loaded(path: Path) -> object:
    """Parse a whole file."""
    return json.loads(path.read_text())


def compare_opening(scratch: Path) -> None:
    """Print what opening costs beside parsing the same data."""
    for size in (10_000, 100_000):
        folder, plain = scratch / f"open{size}", scratch / f"open{size}.json"
        fill(folder, size)
        with JournalDB(folder) as db:
            plain.write_text(json.dumps({"reflections": {change.id: change.document for change in db.changes()}}))
        del db
        opening, loading = [], []
        for _ in range(9 if size == 10_000 else 3):
            opening += milliseconds(partial(opened, folder), 1)
            loading += milliseconds(partial(loaded, plain), 1)
        took, beside = statistics.median(opening), statistics.median(loading)
        say(f"Open {size:,}: {took:.0f} ms, json.load {beside:.0f} ms: {took / beside:.1f} times" + (" (bar: 5)" if size == 10_000 else ""))


def follow_and_erase(scratch: Path) -> None:
    """Print what a second window costs, and an erasure."""
    for journals in (1, 20, 500):
        folder = scratch / f"follow{journals}"
        fill(folder, 1_000, journals)
        opening = statistics.median(milliseconds(partial(opened, folder), 5))
        db = JournalDB(folder)
        idle = statistics.median(milliseconds(db.refresh, 200))
        say(f"{journals} journal(s) of 1,000 reflections: open {opening:.0f} ms, a poll with nothing new {idle * 1000:.0f} us")
    folder = scratch / "follow500"
    with JournalDB(folder) as db:
        took = milliseconds(lambda: db.compact(2), 1)[0]
    opening = statistics.median(milliseconds(partial(opened, folder), 5))
    idle = statistics.median(milliseconds(JournalDB(folder).refresh, 200))
    say(f"500 journals folded into one in {took:.0f} ms: open {opening:.0f} ms, a poll with nothing new {idle * 1000:.0f} us")
    folder = scratch / "erase"
    ids = fill(folder, 10_000, 5)
    db = JournalDB(folder)
    took = milliseconds(lambda: db.erase([("reflections", id_) for id_ in ids[::900]]), 1)[0]
    say(f"Erase {len(ids[::900])} of 10,000 in 5 journals: {took:.0f} ms")


def main() -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as scratch:
        compare_inserts(Path(scratch))
        compare_opening(Path(scratch))
        follow_and_erase(Path(scratch))


if __name__ == "__main__":
    main()
