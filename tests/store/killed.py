"""A writer that is killed at any moment: `python -m tests.store.killed FOLDER ROUNDS SEED` prints what was found, as JSON."""

import json
import os
import random
import select
import signal
import sys
from pathlib import Path
from typing import Any

from tests.store.test_tinydb_api import document
from workshop.store.database import JournalDB

MOST_SAVES = 12
"""How many saves a writer is heard to acknowledge at most before it is killed."""
LONGEST_SAVE = 0.002
"""Seconds into the next save that it is killed at most, if it isn't done sooner."""


def write(folder: Path, told: int, round_: int) -> None:
    """Save for ever, folding what earlier writers left; each save is told, through a pipe, after it was acknowledged."""
    db = JournalDB(folder)
    number = 0
    while True:
        id_ = f"{round_}-{number}"
        with db.transaction():
            db.table("reflections").insert(document(id_, text=f"said {id_}", part=1))
            db.table("codings").insert(document(id_, reflection=id_))
        os.write(told, f"put {id_}\n".encode())
        if number % 5 == 4:
            gone = f"{round_}-{number - 2}"
            db.erase([("reflections", gone)])
            os.write(told, f"erase {gone}\n".encode())
        if number % 3 == 0:
            db.compact(2)
        number += 1


def kill_one(folder: Path, round_: int, chance: random.Random) -> list[str]:
    """Let a writer acknowledge some saves, kill it in the next; what it told."""
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ears)
        write(folder, mouth, round_)
    os.close(mouth)
    heard = b""
    saves = chance.randrange(MOST_SAVES)
    while heard.count(b"\n") < saves:
        heard += os.read(ears, 4096)
    select.select([ears], [], [], chance.random() * LONGEST_SAVE)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ears, "rb") as rest:
        return (heard + rest.read()).decode().split("\n")[:-1]


def check(folder: Path, told: list[str]) -> dict[str, int]:
    """What a new opening finds wrong."""
    db = JournalDB(folder)
    reflections = {str(found.doc_id): found["text"] for found in db.table("reflections")}
    codings = {str(found.doc_id) for found in db.table("codings")}
    put = {line.removeprefix("put ") for line in told if line.startswith("put ")}
    erased = {line.removeprefix("erase ") for line in told if line.startswith("erase ")}
    bytes_left = b"".join(path.read_bytes() for path in folder.iterdir())
    db.close()
    return {
        "acknowledged": len(told),
        "lost": len(put - codings) + sum(reflections.get(id_) != f"said {id_}" for id_ in (put & reflections.keys())),
        "half": len(reflections.keys() - codings),
        "back": len(erased & reflections.keys()) + sum(f'"said {id_}"'.encode() in bytes_left for id_ in erased),
        "damage": sum("cut off" not in damage.meaning and "not whole" not in damage.meaning for damage in db.damage),
    }


def main(folder: Path, rounds: int, seed: int) -> dict[str, Any]:
    """Kill so many writers, a folder for each ten of them; the sums of what was found."""
    chance = random.Random(seed)  # noqa: S311 - chooses moments, keeps no secret
    sums = {"kills": rounds, "acknowledged": 0, "lost": 0, "half": 0, "back": 0, "damage": 0}
    for start in range(0, rounds, 10):
        place, told = folder / str(start), list[str]()
        JournalDB(place).close()
        for round_ in range(start, min(start + 10, rounds)):
            told += kill_one(place, round_, chance)
        for name, count in check(place, told).items():
            sums[name] += count
    return sums


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
