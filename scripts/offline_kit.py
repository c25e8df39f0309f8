"""All that a laptop without internet needs besides Python, in one folder: `.venv/bin/python scripts/offline_kit.py FOLDER`.

Makes the wheel of this checkout, fetches the wheels that it needs for each system and Python, and lays a start file for each system beside
them. The folder goes onto a stick; the start file sets workshop up in it, once, without any network (kit/set_up.py), and opens it.
"""

import argparse
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.parser import HeaderParser
from itertools import product
from pathlib import Path

# pip evaluates what a package needs "on Windows only" for the machine that it runs on, so we ask for the other systems ourselves,
# by the same code: packaging, which pip brings with it.
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
PARTS = Path(__file__).parent / "kit"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SECONDS_EACH, BASE_MB, EACH_MB = 20, 8, 12
"""What fetching for one system and one Python takes, what is fetched once, what each adds: eight came to 106 MB in 2 to 3 minutes."""
CANNOT_FETCH = 69
"""The exit code where a wheel can't be had: sysexits.h calls it EX_UNAVAILABLE."""


@dataclass(frozen=True)
class System:
    """A kind of laptop: its tags for wheels, what `sysconfig` calls it (kit/set_up.py), its start file, and how markers see it."""

    tags: tuple[str, ...]
    platform: str
    start: str
    markers: dict[str, str]


SYSTEMS = {
    "windows": System(
        ("win_amd64",),
        "win-amd64",
        "start-windows.bat",
        {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
    ),
    "linux": System(
        (*(f"manylinux_2_{minor}_x86_64" for minor in range(28, 16, -1)), "manylinux2014_x86_64"),
        "linux-x86_64",
        "start-linux.sh",
        {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
    ),
    "mac": System(
        ("macosx_12_0_arm64",),
        "macosx-arm64",
        "start-mac.command",
        {"os_name": "posix", "sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"},
    ),
}
"""Linux from glibc 2.28 on (2018); Macs with Apple's own processor."""


class NotFetchedError(Exception):
    """A wheel can't be had, with what pip said."""


def pip(*words: str | Path) -> None:
    """Run pip, quietly. Raises NotFetchedError with its last words."""
    done = subprocess.run([sys.executable, "-m", "pip", *words, "--quiet"], capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        raise NotFetchedError(done.stderr.strip()[-800:])


def fetch(wheels: Path, system: System, python: str) -> None:
    """Put every wheel that workshop needs on that system and Python into the folder. Raises NotFetchedError."""
    target = [word for tag in system.tags for word in ("--platform", tag)]
    target += ["--python-version", python, "--implementation", "cp", "--only-binary=:all:"]
    ours = next(wheels.glob("workshop-*.whl"))
    wanted: list[str] = []
    while True:
        pip("download", ours, "pip", *wanted, "--dest", wheels, "--find-links", wheels, *target)
        missing = sorted(set(lacking(wheels, system, python)))
        if not missing:
            return
        if set(missing) <= set(wanted):
            raise NotFetchedError(f"these were fetched and yet are not there: {', '.join(missing)}")
        wanted += missing


def lacking(wheels: Path, system: System, python: str) -> Iterator[str]:
    """What a wheel in the folder needs on that system and Python, and is not in it."""
    marked = {**system.markers, "python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    there = {parse_wheel_filename(file.name)[0] for file in wheels.glob("*.whl")}
    for file in wheels.glob("*.whl"):
        for need in needs(file):
            if canonicalize_name(need.name) not in there and (need.marker is None or need.marker.evaluate(marked)):
                yield f"{need.name}{need.specifier}"


def needs(wheel: Path) -> Iterator[Requirement]:
    """What a wheel says that it needs, with its conditions."""
    with zipfile.ZipFile(wheel) as opened:
        name = next(each for each in opened.namelist() if each.count("/") == 1 and each.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(opened.read(name).decode("utf-8"))
    return map(Requirement, headers.get_all("Requires-Dist") or ())


def lay_out(kit: Path, systems: Iterable[str], pythons: Iterable[str]) -> None:
    """Put the start files, what they run and the page to read first beside the wheels."""
    pythons = sorted(pythons, key=lambda version: tuple(map(int, version.split("."))))
    version = next((kit / "parts" / "wheels").glob("workshop-*.whl")).name.split("-")[1]
    told = ", ".join(pythons[:-1]) + (" or " if pythons[:-1] else "") + pythons[-1]
    lines = [f"{SYSTEMS[system].platform} {python}" for system in systems for python in pythons]
    (kit / "parts" / "fits.txt").write_text("\n".join([version, *lines, ""]), encoding="ascii")
    (kit / "parts" / "set_up.py").write_bytes((PARTS / "set_up.py").read_bytes())
    for name in ["READ-ME-FIRST.txt", *(SYSTEMS[system].start for system in systems)]:
        shell = name.startswith(("start-linux", "start-mac"))
        text = (PARTS / ("start.sh" if shell else name)).read_text("ascii")
        text = text.replace("@VERSION@", version).replace("@PYTHONS@", told).replace("@EACH@", " ".join(reversed(pythons)))
        # Windows' own editor and command line want their line ends; the shell wants its own.
        (kit / name).write_text(text, encoding="ascii", newline="\n" if shell else "\r\n")
        if shell:
            (kit / name).chmod(0o755)


def zipped(kit: Path) -> Path:
    """The kit as one file beside it, in which the start files may still be run."""
    out = kit.with_name(f"{kit.name}.zip")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as opened:  # wheels are compressed already
        for file in sorted(each for each in kit.rglob("*") if each.is_file()):
            opened.write(file, Path(kit.name) / file.relative_to(kit))
    return out


def asked() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(description="Collect all that workshop needs on a laptop without internet, besides Python.")
    parser.add_argument("folder", type=Path, help="a new or empty folder for the kit")
    parser.add_argument("--system", action="append", choices=SYSTEMS, help="a system to fetch for, again for each; else windows and linux")
    parser.add_argument("--python", action="append", metavar="3.X", help=f"a Python to fetch for, likewise; else {', '.join(PYTHONS)}")
    parser.add_argument("--zip", action="store_true", help="make one file of it too, beside the folder")
    return parser.parse_args()


def main() -> int:
    """Make the kit and print where it is; talk goes to stderr."""
    options = asked()
    kit: Path = options.folder.resolve()
    systems, pythons = options.system or ("windows", "linux"), options.python or PYTHONS
    wheels = kit / "parts" / "wheels"
    if kit.exists() and any(kit.iterdir()):
        say(f"{kit} is not empty: give a new folder, so that no old wheel stays in the kit.")
        return 1
    wheels.mkdir(parents=True)
    say(beforehand(len(systems), len(pythons)))
    try:
        pip("wheel", "--no-deps", "--wheel-dir", wheels, ROOT)
        for number, (system, python) in enumerate(product(systems, pythons), 1):
            say(f"fetching for {system}, Python {python} ({number} of {len(systems) * len(pythons)})")
            fetch(wheels, SYSTEMS[system], python)
    except NotFetchedError as error:
        say(f"The kit is not complete. This machine needs internet to make it. pip said:\n{error}")
        return CANNOT_FETCH
    lay_out(kit, systems, pythons)
    made = zipped(kit) if options.zip else kit
    print(made)  # noqa: T201 - what was made
    say(afterwards(made, systems))
    return 0


def say(words: str) -> None:
    """Talk, which is no output."""
    print(words, file=sys.stderr)  # noqa: T201 - a command


def beforehand(systems: int, pythons: int) -> str:
    """How long it takes and how large it gets, roughly."""
    rounds = systems * pythons
    minutes = max(1, round(rounds * SECONDS_EACH / 60))
    return (
        f"This takes about {minutes} {'minute' if minutes == 1 else 'minutes'} and needs internet. The kit will have about "
        f"{BASE_MB + rounds * EACH_MB} MB."
    )


def afterwards(made: Path, systems: Iterable[str]) -> str:
    """What to do with it: what goes onto the stick, and which file is opened on which laptop."""
    files = [made] if made.is_file() else [each for each in made.rglob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files) / 1_000_000
    what = "this file" if made.is_file() else "this whole folder"
    unpack = " and unpack it there" if made.is_file() else ""
    starts = "\n".join(f"  {system}: double-click {SYSTEMS[system].start}" for system in systems)
    return f"Done, {size:.0f} MB. Copy {what} to the laptop{unpack}, then\n{starts}\nREAD-ME-FIRST.txt in it says what the laptop needs."


if __name__ == "__main__":
    sys.exit(main())
