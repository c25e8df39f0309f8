"""How quickly `workshop` starts, as ratios taken in one run: `.venv/bin/python benchmarks/start.py`.

`workshop --help` against `python -c pass`, in CPU time of the process; the shelf's first content against a minimal Textual app's, by
`feel.py` from the shared tools, where it is beside the checkout.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(sys.executable).parent
FEEL = Path(os.environ.get("WORKSHOP_SHARED", Path(__file__).parents[2] / "shared")) / "tools" / "feel.py"
MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("minimal app")

Minimal().run()
"""


def cpu(*command: str | Path) -> float:
    """The CPU seconds, user and system, that one run of the command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own command
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(turns: int, *commands: tuple[str | Path, ...]) -> list[float]:
    """The median CPU seconds of each command, taken in turns so that a busy machine is busy for all of them."""
    taken: list[list[float]] = [[] for _ in commands]
    for _ in range(turns):
        for times, command in zip(taken, commands, strict=True):
            times.append(cpu(*command))
    return [statistics.median(times) for times in taken]


def main() -> None:
    """Print the ratios."""
    nothing, helped, version = medians(21, (sys.executable, "-c", "pass"), (BIN / "workshop", "--help"), (BIN / "workshop", "--version"))
    print(f"python -c pass {nothing * 1e3:.0f} ms; workshop --help {helped * 1e3:.0f} ms: {helped / nothing:.1f} times (bar: 8)")  # noqa: T201
    print(f"workshop --version {version * 1e3:.0f} ms: {version / nothing:.1f} times")  # noqa: T201
    if not FEEL.is_file():
        print(f"first content: not measured, {FEEL} is not there")  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as scratch:
        minimal = Path(scratch) / "minimal.py"
        minimal.write_text(MINIMAL, encoding="utf-8")
        empty = Path(scratch) / "home"
        for until, command in (("minimal app", (sys.executable, minimal)), ("workshop", (BIN / "workshop", "--home", empty))):
            subprocess.run([sys.executable, FEEL, "start", "--until", until, "-n", "9", "--", *command], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
