"""How long each format of a large workshop takes, and how much memory: `python benchmarks/exports.py [--reflections 10000]`.

Printed, for every format that is registered: seconds of CPU, against the html of the same view in the same run (bar: 10 times), the memory
at its peak, and the size of its files. Made-up records: 500 people in 20 sessions, 60 themes, 10 statements with everybody's answers.
"""

import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.compare import records as compared
from workshop.compare.comparison import compare
from workshop.model.records import Answer, Elicited, Records, Response, Statement
from workshop.model.view.view import View
from workshop.privacy.view import view
from workshop.report.formats import FORMATS

NOW = datetime(2024, 4, 2, 10, 0, tzinfo=UTC)
PEOPLE, THEMES, SESSIONS, STATEMENTS = 500, 60, 20, 10
BAR = 10
ROUNDS = 5


def records(reflections: int) -> Records:
    """The made-up records of the comparison's benchmark, numbered, with statements, answers, and a reason with one remark in ten."""
    random = Random(2)  # noqa: S311 - made-up records, no secret
    found = compared(reflections, PEOPLE, THEMES, SESSIONS)
    statements = {
        f"st{number}": Statement(
            id=f"st{number}", number=number + 1, text=f"Made-up statement {number}", made_by="practitioner", theme=f"t{number}"
        )
        for number in range(STATEMENTS)
    }
    answers = [
        Response(
            id=f"{statement}/{person.id}",
            statement=statement,
            perspective=person.perspective,
            at=NOW - timedelta(days=1, seconds=place),
            session=person.cohort,
            participant=person.id,
            answer=random.choice(list(Answer)),
        )
        for place, person in enumerate(found.participants.values())
        for statement in statements
    ]
    prompted = {key for place, key in enumerate(found.reflections) if place % 10 == 0}
    said = {
        key: replace(each, elicited=Elicited.PROMPTED, statement=f"st{each.number % STATEMENTS}") if key in prompted else each
        for key, each in found.reflections.items()
    }
    sessions = {key: replace(each, number=place) for place, (key, each) in enumerate(found.sessions.items(), start=1)}
    return replace(
        found,
        sessions=sessions,
        reflections=said,
        statements=statements,
        responses={each.id: each for each in answers},
    )


def lines(reflections: int) -> Iterator[str]:
    """What is measured, in words."""
    data = records(reflections)
    began = process_time()
    shown = view(compare(data), data, plans={}, now=NOW)
    took = process_time() - began
    yield f"{reflections:,} reflections, {PEOPLE} people, {THEMES} themes: compared and put in words in {took:.1f} s of CPU"
    costs = seconds(shown)
    for name, cost in sorted(costs.items(), key=lambda pair: pair[1]):
        ratio = cost / costs["html"]
        peak, size = memory(name, shown)
        used = f"{peak:4.0f} MB at its peak, {size / 1e6:5.1f} MB of files"
        yield f"{name:10} {cost:6.2f} s of CPU, {ratio:5.2f} times the html's, {used}{'  OVER THE BAR' if ratio > BAR else ''}"


def seconds(shown: View) -> dict[str, float]:
    """The median CPU time of each format's exports, one of each a round, so that all have the machine's good and bad moments alike.

    What the formats need is loaded before, by exports without remarks.
    """
    bare = replace(shown, findings=(), reflections=(), responses=(), raised=(), people=())
    for format_ in FORMATS.values():
        format_(bare)
    found: dict[str, list[float]] = {name: [] for name in FORMATS}
    for _ in range(ROUNDS):
        for name, format_ in FORMATS.items():
            before = process_time()
            format_(shown)
            found[name].append(process_time() - before)
    return {name: median(times) for name, times in found.items()}


def memory(name: str, shown: View) -> tuple[float, int]:
    """Megabytes at the peak of an export, beside the view, and the bytes of its files."""
    tracemalloc.start()
    files = FORMATS[name](shown)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak, sum(map(len, files.values()))


if __name__ == "__main__":
    number = int(sys.argv[sys.argv.index("--reflections") + 1]) if "--reflections" in sys.argv else 10_000
    for line in lines(number):
        print(line, flush=True)  # noqa: T201 - a benchmark prints
