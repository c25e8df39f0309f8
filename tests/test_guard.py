"""The formula guard of the CSV export and its removal by the import undo each other."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from workshop.intake.guard import unguarded
from workshop.report.guard import guarded
from workshop.text import clean


@given(st.text(st.one_of(st.sampled_from("'=+-@\t\r \uff1d"), st.characters())))
@example("'=1")
@example("''=1")
@example("'")
def test_every_cell_comes_back(cell: str) -> None:
    """Guarded and unguarded again, any cell is what it was; guarded, none begins a formula."""
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).lstrip().startswith(("=", "+", "-", "@"))


def test_the_payloads(shared: Path) -> None:
    """Published spreadsheet payloads, and the naughty strings, go out guarded and come in as the words that they were."""
    for name in ("formula-injection.txt", "naughty-strings.txt"):
        for line in (shared / "data" / "hostile" / name).read_text(encoding="utf-8", errors="replace").split("\n"):
            assert unguarded(guarded(clean(line))) == clean(line)
