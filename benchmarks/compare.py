"""How long a comparison takes, as ratios measured in one run: `python benchmarks/compare.py [--million]`.

Printed: the comparison of 100,000 reflections (2,000 people, 200 themes) against `json.loads` of the same records, and its
memory; how its cost grows from 10,000 (to 1,000,000 with `--million`); the shuffle check of 23 people and 12 themes, and of all.
"""

import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from workshop.compare.comparison import compare
from workshop.compare.shuffle import shuffle_check
from workshop.model.records import Coding, Participant, Records, Reflection, Session, Theme, Workshop

BEGIN = datetime(2024, 3, 5, 10, 0, tzinfo=UTC)
PERSPECTIVES = ("parent", "practitioner")


def records(reflections: int, people: int = 2_000, themes: int = 200, sessions: int = 40) -> Records:
    """Made-up records: four in five remarks name a person, one in three is about two themes."""
    random = Random(1)  # noqa: S311 - made-up records, no secret
    rooms = [f"s{number}" for number in range(sessions)]
    persons = [
        Participant(id=f"p{number}", cohort=rooms[number % sessions], code=f"p{number}", perspective=random.choice(PERSPECTIVES))
        for number in range(people)
    ]
    remarks, codings = {}, {}
    for number in range(reflections):
        person = random.choice(persons)
        remark = Reflection(
            id=f"r{number}",
            number=number,
            session=person.cohort,
            text="made-up words about food and buses " * 4,
            perspective=person.perspective,
            at=BEGIN + timedelta(seconds=number),
            participant=person.id if random.random() < 0.8 else None,
        )
        remarks[remark.id] = remark
        for theme in random.sample(range(themes), random.choice((1, 1, 2))):
            codings[f"{number}/{theme}"] = Coding(id=f"{number}/{theme}", reflection=remark.id, theme=f"t{theme}")
    return Records(
        workshop=Workshop(title="Made up", perspectives=PERSPECTIVES, salt="salt", created=BEGIN),
        sessions={room: Session(id=room, number=1, group="mixed", cohort=room, created=BEGIN) for room in rooms},
        participants={person.id: person for person in persons},
        reflections=remarks,
        themes={f"t{number}": Theme(id=f"t{number}", title=f"Theme {number}") for number in range(themes)},
        codings=codings,
    )


def as_text(found: Records) -> str:
    """The same records as one JSON text."""
    tables = (found.sessions, found.participants, found.reflections, found.themes, found.codings)
    return json.dumps([[asdict(record) for record in table.values()] for table in tables], default=str)


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least CPU time of some runs."""
    found = []
    for _ in range(times):
        before = process_time()
        work()
        found.append(process_time() - before)
    return min(found)


def lines() -> Iterator[str]:
    """What is measured, in words."""
    large = records(100_000)
    text = as_text(large)
    whole, load = seconds(lambda: compare(large)), seconds(lambda: json.loads(text))
    yield f"100,000 reflections, 2,000 people, 200 themes: {whole:.2f} s of CPU"
    yield f"{whole / load:.1f} times json.loads of the same {len(text) / 1e6:.0f} MB (bar: 20)"
    tracemalloc.start()
    compare(large)
    yield f"memory at its peak: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB beside the records"
    tracemalloc.stop()
    sizes = (10_000, 100_000, 1_000_000) if "--million" in sys.argv else (10_000, 100_000)
    costs = [seconds(partial(compare, records(size)), 2) for size in sizes]
    yield "; ".join(f"{size:,} reflections: {cost:.2f} s" for size, cost in zip(sizes, costs, strict=True))
    for (small_size, low), (large_size, high) in pairwise(zip(sizes, costs, strict=True)):
        slope = log(high / low) / log(large_size / small_size)
        yield f"cost from {small_size:,} to {large_size:,} reflections grows with the power {slope:.2f} of their number (1 is linear)"
    small = records(300, people=23, themes=12, sessions=1)
    yield f"shuffle check, 23 people, 12 themes, 2,000 shuffles: {seconds(lambda: shuffle_check(small)):.2f} s of CPU (bar: 0.5)"
    yield f"shuffle check of the 2,000 people and 200 themes, 2,000 shuffles: {seconds(lambda: shuffle_check(large), 1):.1f} s of CPU"


if __name__ == "__main__":
    for line in lines():
        print(line)  # noqa: T201 - a benchmark prints
