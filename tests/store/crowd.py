"""Several processes that open one folder, save, erase, fold and close again: `python -m tests.store.crowd FOLDER ROUNDS clear|locked`.

Prints what they and a last opening found, as JSON.
"""

import json
import os
import sys
from pathlib import Path

from tests.store.locks import new_codec, told_by
from tests.store.test_tinydb_api import document
from workshop.store.database import JournalDB
from workshop.store.line import LineCodec
from workshop.store.locking import lock_alike

PROCESSES = 4


def visit(folder: Path, codec: LineCodec, name: int, rounds: int) -> int:
    """Come and go; how often something was damaged, or could not be sealed."""
    odd = 0
    for number in range(rounds):
        with JournalDB(folder, codec=codec) as db:
            db.table("a").insert(document(f"{name}-{number}", text=f"said {name}-{number}."))
            if number % 3 == 2:
                db.erase([("a", f"{name}-{number - 1}")])
            if number % 4 == 1:
                db.compact(2)
            db.refresh()
            odd += len(db.damage)
        odd += len(db.unsealed)
    return odd


def main(folder: Path, rounds: int, kind: str) -> dict[str, object]:
    """Let them come and go, and look at what there is then."""
    folder.mkdir()
    codec: LineCodec = LineCodec()
    if kind == "locked":
        codec = sealed = new_codec()
        lock_alike(folder, sealed)
    children = []
    for name in range(PROCESSES):
        child = os.fork()
        if child == 0:
            os._exit(min(visit(folder, codec, name, rounds), 99))
        children.append(child)
    odd = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
    with JournalDB(folder, codec=codec) as db:
        pending, damage = len(db.pending_erasures), [each.meaning for each in db.damage]
        found = {str(each.doc_id) for each in db.table("a")}
    erased = {f"{name}-{number - 1}" for name in range(PROCESSES) for number in range(2, rounds, 3)}
    left = told_by(codec, {path.name: path.read_bytes() for path in folder.iterdir()})
    return {
        "odd": odd,
        "pending": pending,
        "damage": damage,
        "lost": sorted({f"{name}-{number}" for name in range(PROCESSES) for number in range(rounds)} - erased - found),
        "back": sorted(id_ for id_ in erased if id_ in found or f"said {id_}.".encode() in left),
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
