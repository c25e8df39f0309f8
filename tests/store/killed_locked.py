"""A writer of a locked workshop that is killed at any moment: `python -m tests.store.killed_locked FOLDER ROUNDS SEED` prints JSON."""

import json
import os
import random
import select
import signal
import sys
from pathlib import Path

from tests.store.locks import new_codec, told_by
from tests.store.test_tinydb_api import document
from workshop.store.database import JournalDB
from workshop.store.locking import lock_alike
from workshop.store.sealed import SealedCodec

MOST_SAVES, SAVES_AN_OPENING = 12, 3
LONGEST_SAVE = 0.004
"""Seconds into the next save, or the next closing, that a writer is killed at most."""


def write(folder: Path, codec: SealedCodec, told: int, round_: int) -> None:
    """Save for ever, and close and open again on the way; each save is told, through a pipe, after it was acknowledged."""
    number = 0
    while True:
        with JournalDB(folder, codec=codec) as db:
            for _ in range(SAVES_AN_OPENING):
                id_ = f"{round_}-{number}"
                with db.transaction():
                    db.table("reflections").insert(document(id_, text=f"said {id_}."))
                    db.table("codings").insert(document(id_, reflection=id_))
                os.write(told, f"put {id_}\n".encode())
                if number % 5 == 4:
                    gone = f"{round_}-{number - 2}"
                    db.erase([("reflections", gone)])
                    os.write(told, f"erase {gone}\n".encode())
                number += 1


def kill_one(folder: Path, codec: SealedCodec, round_: int, chance: random.Random) -> list[str]:
    """Let a writer acknowledge some saves, kill it in the next or while it closes; what it told."""
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ears)
        write(folder, codec, mouth, round_)
    os.close(mouth)
    heard = b""
    saves = chance.randrange(MOST_SAVES)
    while heard.count(b"\n") < saves:
        heard += os.read(ears, 4096)
    select.select([], [], [], chance.random() * LONGEST_SAVE)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ears, "rb") as rest:
        return (heard + rest.read()).decode().split("\n")[:-1]


def in_clear(folder: Path) -> int:
    """How many files hold something that was said, as it was said."""
    return sum(b"said " in path.read_bytes() or b"reflections" in path.read_bytes() for path in folder.iterdir())


def check(folder: Path, codec: SealedCodec, told: list[str]) -> dict[str, int]:
    """What a new opening finds wrong; what was erased is looked for with the key."""
    with JournalDB(folder, codec=codec) as db:
        reflections = {str(found.doc_id): found["text"] for found in db.table("reflections")}
        codings = {str(found.doc_id) for found in db.table("codings")}
        damage = sum("cut off" not in damage.meaning and "not whole" not in damage.meaning for damage in db.damage)
    put = {line.removeprefix("put ") for line in told if line.startswith("put ")}
    erased = {line.removeprefix("erase ") for line in told if line.startswith("erase ")}
    left = told_by(codec, {path.name: path.read_bytes() for path in folder.iterdir()})
    return {
        "acknowledged": len(told),
        "lost": len(put - codings) + sum(reflections[id_] != f"said {id_}." for id_ in put & reflections.keys()),
        "back": len(erased & reflections.keys()) + sum(f"said {id_}.".encode() in left for id_ in erased),
        "damage": damage,
    }


def main(folder: Path, rounds: int, seed: int) -> dict[str, int]:
    """Kill so many writers, and open now and then what they left; the sums of what was found."""
    chance, codec = random.Random(seed), new_codec()  # noqa: S311 - chooses moments, keeps no secret
    sums = {"kills": rounds, "acknowledged": 0, "lost": 0, "back": 0, "damage": 0, "in clear": 0, "not sealed": 0, "live": 0}
    for start in range(0, rounds, 10):
        place, told = folder / str(start), list[str]()
        place.mkdir()
        lock_alike(place, codec)
        for round_ in range(start, min(start + 10, rounds)):
            told += kill_one(place, codec, round_, chance)
            sums["in clear"] += in_clear(place)
            sums["live"] += any(path.name.endswith(".jsonl") for path in place.iterdir())
        for name, count in check(place, codec, told).items():
            sums[name] += count
        sums["in clear"] += in_clear(place)
        sums["not sealed"] += any(path.name.endswith(".jsonl") and path.stat().st_size > 0 for path in place.iterdir())
    return sums


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
