"""The apostrophe before what a spreadsheet would take for a formula."""

from pathlib import Path

import pytest

from tests.intake.given import checked
from workshop.intake.guard import unguarded
from workshop.intake.rows import ReflectionRow


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("'=1+1", "=1+1"),
        ("'+44 is a prefix", "+44 is a prefix"),
        ("'-3 degrees", "-3 degrees"),
        ("'@home", "@home"),
        ("'  =1", "  =1"),
        ("'\tx", "\tx"),
        ("'\rx", "\rx"),
        ("'\uff1d1", "\uff1d1"),
        ("''=1", "'=1"),
        ("'tis the season", "'tis the season"),
        ("'", "'"),
        ("", ""),
        ("=1", "=1"),
        ("it's -3", "it's -3"),
    ],
)
def test_the_apostrophe_goes_only_where_it_guards(cell: str, words: str) -> None:
    """One apostrophe goes, and only before a sign that makes a formula; one that belongs to the words stays."""
    assert unguarded(cell) == words


def test_formula_payloads_come_back_as_the_same_words(shared: Path) -> None:
    """Each payload, guarded or not, is imported as its own words."""
    payloads = (shared / "data" / "hostile" / "formula-injection.txt").read_text(encoding="utf-8").splitlines()
    assert len(payloads) >= 6
    for payload in payloads:
        doubled = payload.replace('"', '""')
        for cell in (payload, f"'{payload}") if payload[0] in "=+-@" else (payload,):
            quoted = cell.replace(payload, doubled)
            row = checked("reflections", "text,perspective", f'"{quoted}",parent').rows[0]
            assert isinstance(row, ReflectionRow)
            assert row.text == payload
