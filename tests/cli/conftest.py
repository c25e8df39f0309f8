"""The command line, called in this process, on a shelf of the test's own."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workshop.cli import main


@dataclass(frozen=True)
class Done:
    """What a call gave: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Its output, read as one JSON value."""
        return json.loads(self.out)


Run = Callable[..., Done]


class _Stdin(io.TextIOWrapper):
    """Standard input with a buffer behind it, as the real one has."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty shelf, which WORKSHOP_HOME names."""
    folder = tmp_path / "home"
    monkeypatch.setenv("WORKSHOP_HOME", str(folder))
    return folder


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `workshop` with these words and this standard input; it must end with exit code 0 unless `code` says otherwise."""

    def call(*words: str, given: str = "", code: int = 0) -> Done:
        monkeypatch.setattr(sys, "stdin", _Stdin(io.BytesIO(given.encode()), encoding="utf-8"))
        capsys.readouterr()
        got = main(words)
        written = capsys.readouterr()
        done = Done(got, written.out, written.err)
        assert done.code == code, f"{words}: {done}"
        return done

    return call
