"""Deliberate faults, to see that the tests catch each: `python -m tests.store.mutants [WORD]` (a minute or two; WORD picks some).

Each fault is put into a copy of the package, in a temporary folder; the tests named with it run there, and one of them has to fail.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Mutant(NamedTuple):
    """In this file of the store, `found` (there once) becomes `put`; these tests are to notice. See mutants.toml."""

    fault: str
    file: str
    found: str
    put: str
    tests: str


def survives(mutant: Mutant) -> bool:
    """Whether the tests pass in spite of the fault."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("workshop", "tests", "pyproject.toml"):
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / part)
        file = copy / "workshop" / "store" / f"{mutant.file}.py"
        text = file.read_text(encoding="utf-8")
        if text.count(mutant.found) != 1:
            raise SystemExit(f"{mutant.fault}: the text to change is in {mutant.file}.py {text.count(mutant.found)} times")
        file.write_text(text.replace(mutant.found, mutant.put), encoding="utf-8")
        tests = [f"tests/store/test_{name}.py" for name in mutant.tests.split()]
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        try:
            done = subprocess.run(command, cwd=copy, env=os.environ | {"PYTHONPATH": folder}, capture_output=True, check=False, timeout=300)
        except subprocess.TimeoutExpired:  # a fault that keeps the tests from ending is noticed
            return False
        if done.returncode not in (0, 1):
            raise SystemExit(f"{mutant.fault}: the tests did not run\n{done.stdout.decode()[-2000:]}")
        return done.returncode == 0


def main(word: str) -> int:
    """Try those whose fault holds the word; how many survived."""
    survivors = 0
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        mutants = [Mutant(**fields) for fields in tomllib.load(file)["mutant"]]
    for mutant in mutants:
        if word in mutant.fault:
            alive = survives(mutant)
            survivors += alive
            print("SURVIVED" if alive else "caught  ", mutant.fault, flush=True)
    return survivors


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
