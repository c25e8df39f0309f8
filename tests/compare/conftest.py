"""The published reference values, by the function that they are values of."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest


class Anchor(NamedTuple):
    """One published value: arguments, what comes out, and how near is right."""

    id: str
    args: list[Any]
    expected: Any
    tolerance: float


Anchors = dict[str, list[Anchor]]


@pytest.fixture(scope="session")
def anchors(shared: Path) -> Anchors:
    """All reference values."""
    found: Anchors = {}
    for one in json.loads((shared / "data/comparison_anchors.json").read_text()):
        found.setdefault(one["function"], []).append(Anchor(one["id"], one["args"], one["expected"], one["tol"]))
    return found


@pytest.fixture(scope="session")
def golden(shared: Path) -> Any:
    """The labels that the rules give, as worked out by hand for this project."""
    return json.loads((shared / "data/comparison_golden_labels.json").read_text())
