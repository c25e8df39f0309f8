"""What a long list costs the hands: `.venv/bin/python benchmarks/capture_speed.py [--huge]`, ratios taken in one run.

The Room with 10,000 remarks beside the Room with none: a plain key, Enter until the remark is saved and listed, and going up the list;
the Themes screen likewise. Presses are made in turns, so that a busy machine is busy for both. With `--huge`, what 100,000 cost: seconds
and memory to open, and a key. The terminal is that of `feel.py` from the shared tools, where it is beside the checkout.
"""

import importlib.util
import os
import select
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from feel import FEEL, room

PLAIN = b"abc defg"
UP, DOWN, BACKTAB, ESCAPE, ENTER = b"\x1b[A", b"\x1b[B", b"\x1b[Z", b"\x1b", b"\r"
MORE = b"\x0b"
TURNS = 60
QUIET = 0.12
"""Seconds without a byte after which a press is taken to be painted to the end."""
LONGEST = 120.0
NOTHING_YET = "Nothing noted yet"


def tool() -> ModuleType:
    """feel.py, as a module."""
    spec = importlib.util.spec_from_file_location("feel_tool", FEEL)
    if spec is None or spec.loader is None:
        raise SystemExit(f"not measured: {FEEL} can't be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(slots=True)
class Window:
    """A program in a terminal of its own, and the seconds until it was open, the milliseconds that each kind of press took."""

    pid: int
    fd: int
    opened: float = 0.0
    times: dict[str, list[float]] = field(default_factory=dict)

    def press(self, kind: str, key: bytes, until: str = "") -> None:
        """Press, and note when the first byte came, or (with `until`) the first that made this text complete."""
        while select.select([self.fd], [], [], QUIET)[0]:  # the last of what came before, the clock's tick
            os.read(self.fd, 1 << 16)
        began = time.perf_counter()
        os.write(self.fd, key)
        self.times.setdefault(kind, []).append(self.await_(until, began) * 1e3)

    def await_(self, text: str, began: float) -> float:
        """Wait until this text is painted; the seconds since it was begun."""
        seen = b""
        while select.select([self.fd], [], [], LONGEST)[0]:
            seen += os.read(self.fd, 1 << 16)
            if text.encode() in seen:
                return time.perf_counter() - began
        raise SystemExit(f"never painted: {text or 'anything'}")

    def p(self, kind: str, share: float) -> float:
        """A quantile of the milliseconds."""
        return sorted(self.times[kind])[int(len(self.times[kind]) * share)]


@contextmanager
def windows(feel: ModuleType, home: Path, **names: str) -> Iterator[list[Window]]:
    """The Rooms of these workshops, side by side, each open when it has painted its text, and settled."""
    opened = []
    for name, text in names.items():
        began = time.perf_counter()
        window = Window(*feel.spawn([sys.executable, "-m", "workshop", "run", name, "--home", str(home)], 40, 120))
        opened.append(window)
        window.opened = window.await_(text, began)
        go(feel, window, *[ESCAPE] * 4)  # Esc does nothing in the Room
    try:
        yield opened
    finally:
        for window in opened:
            feel.end(window.pid, window.fd)


def go(feel: ModuleType, window: Window, *keys: bytes, quiet: float = 0.5) -> None:
    """Press these one after the other, waiting for each."""
    for each in keys:
        os.write(window.fd, each)
        feel.settle(window.fd, quiet, LONGEST)


def in_turns(few: Window, many: Window, kind: str, key: bytes | None = None) -> None:
    """Press a key, else one letter after the other, so many times in both, now in the one and now in the other."""
    for turn in range(TURNS):
        for window in (few, many):
            window.press(kind, key or PLAIN[turn % len(PLAIN) :][:1])


def entered(feel: ModuleType, few: Window, many: Window, numbers: tuple[int, int]) -> None:
    """Remarks of a letter in both: Enter, until the remark of that number is in the list (there its name has a blank behind it)."""
    for turn in range(TURNS):
        for window, first in zip((few, many), numbers, strict=True):
            go(feel, window, b"a", quiet=QUIET)
            window.press("enter", ENTER, f"R{first + turn} ")


def ratios(few: Window, many: Window, kind: str, what: str, bar: float) -> str:
    """How the presses of one kind compare, in words."""
    p50, p95 = many.p(kind, 0.5) / few.p(kind, 0.5), many.p(kind, 0.95) / few.p(kind, 0.95)
    return (
        f"{what}: {many.p(kind, 0.5):.1f} ms (p95 {many.p(kind, 0.95):.1f}) among 10,000, {few.p(kind, 0.5):.1f} ms "
        f"(p95 {few.p(kind, 0.95):.1f}) among none or few: {p50:.2f} times, p95 {p95:.2f} (bar: {bar:g})"
    )


def say(text: str) -> None:
    """Print it at once."""
    print(text, flush=True)  # noqa: T201  # a benchmark prints


def main() -> None:
    """Print the ratios."""
    if not FEEL.is_file():
        say(f"not measured: {FEEL} is not there")
        return
    feel = tool()
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        room(home / "none", 0)
        room(home / "many", 10_000)
        with windows(feel, home, none=NOTHING_YET, many="R10000 ") as (few, many):
            in_turns(few, many, "key")
            say(ratios(few, many, "key", "a key, to the first byte painted", 2))
            for window, number in ((few, 1), (many, 10_001)):
                window.press("saved", ENTER, f"R{number} ")
            entered(feel, few, many, (2, 10_002))
            say(ratios(few, many, "enter", "Enter, until saved and listed", 2))
            p95 = many.p("enter", 0.95) / many.p("key", 0.95)
            say(f"Enter among 10,000 is {many.p('enter', 0.5) / many.p('key', 0.5):.2f} times a plain key, p95 {p95:.2f} (bar: 3)")
            for window in (few, many):
                go(feel, window, BACKTAB)
            in_turns(few, many, "up", UP)
            say(ratios(few, many, "up", "up the Room's list", 2))
            for window in (few, many):
                go(feel, window, ESCAPE, MORE, b"m", b"*")
            in_turns(few, many, "down", DOWN)
            say(ratios(few, many, "down", "down the remarks of the Themes screen", 2))
        if "--huge" in sys.argv:
            huge(feel, home)


def huge(feel: ModuleType, home: Path) -> None:
    """What 100,000 remarks cost: to open, to hold, to type among."""
    room(home / "huge", 100_000)
    with windows(feel, home, huge="R100000 ") as (window,):
        say(f"100,000 remarks: open after {window.opened:.1f} s, {feel.resident_mib(window.pid):.0f} MiB")
        for kind, key in (("key", b"a"), ("up", UP)):
            if kind == "up":
                go(feel, window, BACKTAB)
            for _ in range(TURNS):
                window.press(kind, key)
            say(f"among 100,000, {kind}: {window.p(kind, 0.5):.1f} ms, p95 {window.p(kind, 0.95):.1f}")


if __name__ == "__main__":
    main()
