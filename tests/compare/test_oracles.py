"""The same numbers as scipy and statsmodels, which are here for these tests only."""

import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.compare.published import fisher, fisher_greater, wilson
from workshop.compare.intervals import newcombe
from workshop.compare.multiplicity import benjamini_hochberg
from workshop.compare.priorities import tau_b

TABLES = 3_000


@pytest.fixture(scope="module")
def stats() -> Any:
    """scipy.stats, where it is installed."""
    return pytest.importorskip("scipy.stats", reason="scipy, an oracle of the tests, is not installed")


@pytest.fixture(scope="module")
def proportion() -> Any:
    """statsmodels.stats.proportion, where it is installed."""
    return pytest.importorskip("statsmodels.stats.proportion", reason="statsmodels, an oracle of the tests, is not installed")


def tables() -> list[tuple[int, int, int, int]]:
    """Random a of m and b of n, from very small groups to some hundreds."""
    random = Random(2024)  # noqa: S311 - test tables, no secret
    found = []
    for _ in range(TABLES):
        m, n = (random.randint(1, random.choice((5, 20, 300))) for _ in range(2))
        found.append((random.randint(0, m), m, random.randint(0, n), n))
    return found


def test_fisher_is_scipys(stats: Any) -> None:
    """One-sided and two-sided."""
    for a, m, b, n in tables():
        table = [[a, m - a], [b, n - b]]
        assert fisher(a, m, b, n) == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-9)
        assert fisher_greater(a, m, b, n) == pytest.approx(stats.fisher_exact(table, alternative="greater").pvalue, rel=1e-9)


def test_intervals_are_those_of_statsmodels(proportion: Any) -> None:
    """Wilson's and Newcombe's, at both levels that labels use."""
    for a, m, b, n in tables():
        for level in (0.8, 0.95):
            expected = proportion.proportion_confint(a, m, alpha=1 - level, method="wilson")
            assert wilson(a, m, level) == pytest.approx(expected, abs=1e-9)
            expected = proportion.confint_proportions_2indep(a, m, b, n, method="newcomb", alpha=1 - level)
            assert newcombe(a, m, b, n, level) == pytest.approx(expected, abs=1e-9)


def test_tau_is_scipys(stats: Any) -> None:
    """With ties."""
    random = Random(2024)  # noqa: S311 - test tables, no secret
    for _ in range(TABLES):
        size = random.randint(2, 9)
        first, second = ([random.randint(0, 5) for _ in range(size)] for _ in range(2))
        found = tau_b(first, second)
        if found is not None:
            assert found == pytest.approx(stats.kendalltau(first, second).statistic, abs=1e-12)


def test_q_values_are_scipys(stats: Any) -> None:
    """Benjamini and Hochberg's."""
    random = Random(2024)  # noqa: S311 - test tables, no secret
    for _ in range(TABLES):
        p_values = [random.random() ** 3 for _ in range(random.randint(1, 30))]
        assert benjamini_hochberg(p_values) == pytest.approx(stats.false_discovery_control(p_values))


def test_comparing_loads_none_of_them() -> None:
    """A fresh interpreter that has imported all of compare holds our own modules and Python's."""
    script = """
import pkgutil, sys
before = {name.partition(".")[0] for name in sys.modules}
import workshop.compare
for module in pkgutil.iter_modules(workshop.compare.__path__):
    __import__(f"workshop.compare.{module.name}")
print(*({name.partition(".")[0] for name in sys.modules} - before - sys.stdlib_module_names))
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert run.stdout.split() == ["workshop"]
