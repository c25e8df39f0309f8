"""How the Room feels, as ratios taken in one run: `.venv/bin/python benchmarks/feel.py`.

By `feel.py` from the shared tools, where it is beside the checkout: a key press with 10,000 remarks on the screen against the same with
none, Enter (saved, listed, counted) against a plain key, and idling with the clock running against a Textual app that ticks once a second.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from workshop.model.keys import coding_id
from workshop.model.records import Coding, Reflection, Session, Verb
from workshop.plans import load_plan
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop

ROOT = Path(__file__).parents[1]
FEEL = Path(os.environ.get("WORKSHOP_SHARED", ROOT.parent / "shared")) / "tools" / "feel.py"
SETTLED = r"\x1b" * 24
"""Esc does nothing in the Room; after so many of them, each waited for, it has long been painted."""
TICKING = """
from textual.app import App
from textual.widgets import Digits

class Ticking(App):
    seconds = 0

    def compose(self):
        yield Digits("0")

    def on_mount(self):
        self.set_interval(1, self.tick)

    def tick(self):
        self.seconds += 1
        self.query_one(Digits).update(f"{self.seconds:05}")

Ticking().run()
"""


def room(folder: Path, remarks: int) -> None:
    """A workshop with a session that runs and so many remarks in it, by twelve people about forty themes."""
    with create_workshop(folder, folder.name) as book:
        session = book.start_session(load_plan("readback"), "parent", present={"parent": 12})
        book.act(session, Verb.START)
        for number in range(40 if remarks else 0):
            book.capture(session, f"{number % 12 + 1}: the first remark about it #theme-{number}")
        made = [record for number in range(40, remarks) for record in remark(book, session, number)]
        for start in range(0, len(made), 4000):
            book.repository.put(*made[start : start + 4000])


def remark(book: Workbook, session: Session, number: int) -> tuple[Reflection, Coding]:
    """One remark and its coding."""
    records = book.records
    person = list(records.participants)[number % 12]
    theme = list(records.themes)[number % 40]
    words = f"remark {number} about how the week goes, and what there is to eat at the end of it"
    reflection = Reflection(
        id=book.repository.new_id(),
        number=number + 1,
        session=session.id,
        text=words,
        perspective="parent",
        at=book.now(),
        participant=person,
    )
    return reflection, Coding(id=coding_id(book.workshop.salt, reflection.id, theme), reflection=reflection.id, theme=theme)


def feel(what: str, *arguments: str, command: tuple[str, ...], figure: str) -> float:
    """Have feel.py measure a command, print what it says, and give the number that stands behind these words in it."""
    measured = [sys.executable, "-W", "ignore", str(FEEL), what, "--setup", SETTLED, *arguments, "--", *command]
    said = subprocess.run(measured, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()  # noqa: S603  # our own tools
    print(f"  {said}")  # noqa: T201
    found = re.search(rf"{figure} (\d+(?:\.\d+)?)", said)
    if found is None:
        raise SystemExit(f"feel.py didn't say {figure}: {said}")
    return float(found[1])


def main() -> None:
    """Print the ratios."""
    if not FEEL.is_file():
        print(f"not measured: {FEEL} is not there")  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        room(home / "none", 0)
        room(home / "many", 10_000)
        (home / "ticking.py").write_text(TICKING, encoding="utf-8")
        none, many = ((sys.executable, "-m", "workshop", "run", name, "--home", scratch) for name in ("none", "many"))
        p95 = "first paint p50 [0-9.]+ p95"
        few = feel("keys", "--keys", "abc def", command=none, figure=p95)
        key = feel("keys", "--keys", "abc def", command=many, figure=p95)
        enter = feel("keys", "--keys", r"a\r", command=many, figure=p95)
        ticking = feel("idle", "--seconds", "40", command=(sys.executable, str(home / "ticking.py")), figure="cpu")
        idle = feel("idle", "--seconds", "40", command=many, figure="cpu")
    print(f"a key among 10,000 remarks: {key / few:.2f} times one among none, to the first paint, p95 (bar: 2)")  # noqa: T201
    print(f"Enter among 10,000, saved and listed: {enter / key:.2f} times a plain key, p95 (bar: 3)")  # noqa: T201
    print(f"idle with the clock running: {idle / ticking:.2f} times an app that ticks once a second (bar: 1.5)")  # noqa: T201


if __name__ == "__main__":
    main()
