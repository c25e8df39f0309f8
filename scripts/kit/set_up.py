"""Sets workshop up in this folder, once, from the wheels beside it and without any network, and opens it. The start files run it.

`--fits` only says, by its exit code, whether this Python is one that the kit has wheels for. Other words are passed to workshop.
"""

import os
import platform
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

PARTS = Path(__file__).resolve().parent
WHEELS = PARTS / "wheels"
VERSION, *FITS = (PARTS / "fits.txt").read_text("ascii").split("\n")
DOES_NOT_FIT = 3


def here() -> str:
    """This system and this Python, as fits.txt names them."""
    system = sysconfig.get_platform()
    if system.startswith("macosx"):
        system = f"macosx-{platform.machine()}"
    return f"{system} {sys.version_info[0]}.{sys.version_info[1]}"


def set_up(program: Path) -> None:
    """Make the environment anew and install into it. Raises CalledProcessError or OSError."""
    print("Setting workshop up in this folder. This is done once and takes about a minute.", file=sys.stderr)  # noqa: T201
    # Without pip, because some systems keep that part of Python in a package of its own; the kit has pip's wheel, which runs as it is.
    venv.EnvBuilder(clear=True, with_pip=False, symlinks=os.name != "nt").create(program)
    pip = next(WHEELS.glob("pip-*.whl")) / "pip"
    quietly = ["--isolated", "--quiet", "--disable-pip-version-check"]
    words = ["install", *quietly, "--no-index", "--find-links", str(WHEELS), f"workshop=={VERSION}"]
    subprocess.run([python(program), pip, *words], check=True)  # noqa: S603 - the kit's own files
    (program / "ready").touch()


def python(program: Path) -> Path:
    """The environment's own Python."""
    return program / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def whole(program: Path) -> bool:
    """Whether it was set up to the end, in this place, by a Python that is still there."""
    if not (program / "ready").is_file():
        return False
    try:
        asked = [str(python(program)), "-m", "workshop", "--version"]
        return subprocess.run(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0  # noqa: S603
    except OSError:
        return False


def main(words: list[str]) -> int:
    """Set up where that is to be done, then open workshop with these words."""
    if here() not in FITS or sys.maxsize < 2**32:
        if words != ["--fits"]:
            print(f"This is {here()}, and the kit has no wheels for it. READ-ME-FIRST.txt says which Python it needs.", file=sys.stderr)  # noqa: T201
        return DOES_NOT_FIT
    if words == ["--fits"]:
        return 0
    program = PARTS.parent / f"program {VERSION} {here()}".replace(" ", "-")
    try:
        if not whole(program):
            set_up(program)
        return subprocess.run([python(program), "-m", "workshop", *words], check=False).returncode  # noqa: S603
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"workshop could not be set up here: {error}", file=sys.stderr)  # noqa: T201
        print("Copy the whole folder from the stick onto the laptop, to a place where you may write, and start it there.", file=sys.stderr)  # noqa: T201
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
