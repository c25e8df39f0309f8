"""Issue by issue the whole grid of 8 parents and 15 practitioners, by the command line alone."""

import csv
import json
from pathlib import Path

from tests.cli.conftest import Run

LABELS = {
    "P": ("parent-led", "clear"),
    "R": ("practitioner-led", "clear"),
    "p": ("parent-led", "leaning"),
    "r": ("practitioner-led", "leaning"),
    "s": ("shared", ""),
    "f": ("raised by a few", ""),
    "1": ("one voice", ""),
}


def test_every_cell_of_the_grid_gets_its_label(run: Run, shared: Path, tmp_path: Path) -> None:
    """A CSV of 23 people with one theme for each of the 143 cells: label and strength are those of the golden file, and 55 are fragile."""
    golden = json.loads((shared / "data" / "comparison_golden_labels.json").read_text(encoding="utf-8"))
    grid: list[str] = golden["grid_8_parents_15_practitioners"]
    expected = {f"cell {a} {b}": LABELS[grid[a][b]] for a in range(9) for b in range(16) if a + b}
    assert len(expected) == 143
    people, remarks = tmp_path / "people.csv", tmp_path / "remarks.csv"
    with people.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["code", "perspective"])
        rows.writerows([f"p{number}", "parent"] for number in range(1, 9))
        rows.writerows([f"r{number}", "practitioner"] for number in range(1, 16))
    with remarks.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["participant", "text", "theme"])
        for a in range(9):
            for b in range(16):
                rows.writerows([f"p{number}", f"said by p{number}", f"cell {a} {b}"] for number in range(1, a + 1))
                rows.writerows([f"r{number}", f"said by r{number}", f"cell {a} {b}"] for number in range(1, b + 1))
    run("new", "Grid")
    run("import", "grid", str(people), "--what", "participants")
    run("import", "grid", str(remarks), "--what", "reflections")
    found = run("compare", "grid", "--json").json()
    assert found["people"]["parent"] == 8
    assert found["people"]["practitioner"] == 15
    assert {theme["theme"].casefold(): (theme["label"], theme["strength"]) for theme in found["themes"]} == expected
    assert sum(theme["fragile"] for theme in found["themes"]) == 55
