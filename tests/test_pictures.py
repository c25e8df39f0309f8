"""The pictures in the README show the program as it is."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMES = ("room", "comparison")


def rows(svg: str) -> list[str]:
    """The words of a picture, a line a row: not the drawing, which differs from one release of Textual to the next."""
    found: dict[float, list[tuple[float, str]]] = {}
    for x, y, text in re.findall(r'<text [^>]*?x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg):
        found.setdefault(float(y), []).append((float(x), unescape(text)))
    return ["".join(text for _, text in sorted(found[y])).rstrip() for y in sorted(found)]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pictures as they would be taken now."""
    folder = tmp_path_factory.mktemp("pictures")
    subprocess.run([sys.executable, ROOT / "scripts" / "pictures.py", folder], check=True, cwd=ROOT, timeout=120)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_shows_what_the_program_shows(fresh: Path, name: str) -> None:
    """Word for word; to renew both: python scripts/pictures.py."""
    kept = rows((ROOT / "docs" / f"{name}.svg").read_text("utf-8"))
    assert len(kept) > 20
    assert kept == rows((fresh / f"{name}.svg").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_fetches_nothing(name: str) -> None:
    """No font and no image comes from elsewhere, and the README shows it."""
    svg = (ROOT / "docs" / f"{name}.svg").read_text("utf-8")
    assert "url(http" not in svg
    assert "@import" not in svg
    assert f"(docs/{name}.svg)" in (ROOT / "README.md").read_text("utf-8")
