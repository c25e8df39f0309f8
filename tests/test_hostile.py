"""The 515 naughty strings go in as remarks and come out as what `clean` makes of them, in every format."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import html

from workshop.errors import WorkshopError
from workshop.intake.guard import unguarded
from workshop.model.capture import Captured, Speaker
from workshop.model.records import Reflection
from workshop.text import clean
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop


@pytest.fixture(scope="module")
def strings(shared: Path) -> list[str]:
    """The strings, as they stand in the file."""
    lines = (shared / "data" / "hostile" / "naughty-strings.txt").read_bytes().decode("utf-8", "surrogateescape").split("\n")
    return [line for line in lines if not line.startswith("#")]


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """An empty workshop with one session of parents, for typing up."""
    made = create_workshop(tmp_path / "hostile", "Hostile")
    made.start_session(None, "parent")
    return made


def test_each_string_is_kept_or_refused_as_blank(book: Workbook, strings: list[str], tmp_path: Path) -> None:
    """Captured as text, no string is changed but by `clean`; html, csv and json give the same words back; no escape byte anywhere."""
    (session,) = book.sessions()
    kept: list[Reflection] = []
    for string in strings:
        if not clean(string).strip():
            with pytest.raises(WorkshopError, match="nothing in that line"):
                book.capture(session, Captured(speaker=Speaker("parent"), text=string))
            continue
        saved = book.capture(session, Captured(speaker=Speaker("parent"), text=string))
        assert saved.reflection is not None
        assert saved.reflection.text == clean(string)
        kept.append(saved.reflection)
    assert len(kept) > 450
    texts = sorted(each.text for each in kept)
    paths = {path.name: path for path in book.export(["html", "csv", "json"], tmp_path / "out")}
    for path in paths.values():
        assert re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", path.read_text(encoding="utf-8-sig")) == [], path.name
    rows = csv.DictReader(
        io.StringIO(next(paths[name] for name in paths if "reflections" in name).read_text(encoding="utf-8-sig"), newline="")
    )
    assert sorted(unguarded(row["text"]) for row in rows) == texts
    report = json.loads(next(paths[name] for name in paths if name.endswith(".json")).read_text(encoding="utf-8"))
    assert sorted(each["text"] for each in report["reflections"]) == texts
    page = html.fromstring(next(paths[name] for name in paths if name.endswith(".html")).read_bytes())
    said = {(line.text or "").removesuffix(" ") for line in page.xpath("//ul[@class='all']/li")}  # then comes who said it
    assert [text for text in texts if text not in said] == []
    assert page.xpath("//script|//img|//iframe|//*[@onerror or @onload or @onclick]") == []
