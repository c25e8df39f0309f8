"""Files that nobody should open: each is refused in one line, within two seconds and 200 MB, by a process of its own."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake.files import docx, paragraph, xlsx, zipped
from workshop.errors import WorkshopError
from workshop.intake.archive import MOST_MEMBERS
from workshop.intake.source import read_source
from workshop.intake.tables import read_table

SECONDS, MEGABYTES = 2.0, 200
_READ = """
import json, resource, sys, time
from pathlib import Path
def most():  # of this program alone: getrusage counts what the one that started it had
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return next(int(line.split()[1]) // 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))
from workshop.errors import WorkshopError
from workshop.workbook.howread import HowRead
from workshop.workbook.incoming import Incoming
from workshop.model.records import Records, Workshop
from datetime import datetime, UTC
here = Records(workshop=Workshop(title="", perspectives=("parent",), salt="s", created=datetime.now(UTC)))
begun = time.process_time()
try:
    came = Incoming(Path(sys.argv[1]), HowRead(), here, ())
    came.preview() if came.kind != "workshop" else __import__("workshop.intake.ownfile").intake.ownfile.own_documents(came.source)
    said = ""
except WorkshopError as refused:
    said = refused.message
print(json.dumps([said, time.process_time() - begun, most()]))
"""
_LAUGHS = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)


def _one_line(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"text,perspective\n" + b"a" * (1 << 20))
        file.seek((1 << 30) - 1)
        file.write(b"a")


def _bomb(path: Path, member: str, first: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(first, "<x/>")
        with archive.open(member, "w") as file:
            for _ in range(200):
                file.write(b" " * (1 << 20))


def _lying_bomb(path: Path) -> None:
    """Its headers say that it unpacks to 1,000 bytes."""
    _bomb(path, "xl/worksheets/sheet1.xml", "xl/workbook.xml")
    data = path.read_bytes()
    path.write_bytes(data.replace((200 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little")))


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "line.csv": (_one_line, "is over 16 MB"),
    "zeros.csv": (_sparse, "is over 16 MB"),
    "zeros.json": (_sparse, "is over 48 MB"),
    "binary.csv": (lambda path: path.write_bytes(os.urandom(1 << 20)), "is not text"),
    "deep.json": (lambda path: path.write_bytes(b"[" * 100_000), "can't be read as json"),
    "many.json": (
        lambda path: path.write_bytes(b'{"schema":"workshop.report","records":[' + b"[]," * 15_000_000),
        "more than any workshop",
    ),
    "values.json": (
        lambda path: path.write_bytes(b'{"schema":"workshop.report","records":[' + b"1," * 20_000_000),
        "more than any workshop",
    ),
    "lines.txt": (lambda path: path.write_bytes(b"A: b\n" * 3_000_000), "over 200,000 lines"),
    "lines.vtt": (lambda path: path.write_bytes(b"WEBVTT\n" + b"A: b\n" * 3_000_000), "over 200,000 lines"),
    "paragraphs.docx": (lambda path: path.write_bytes(docx("<w:p/>" * 300_000 + os.urandom(300_000).hex())), "over 200,000 paragraphs"),
    "bomb.xlsx": (lambda path: _bomb(path, "xl/worksheets/sheet1.xml", "xl/workbook.xml"), "more than 48 MB unpacked"),
    "bomb.docx": (lambda path: _bomb(path, "word/document.xml", "word/styles.xml"), "more than 48 MB unpacked"),
    "bomb.csv": (lambda path: _bomb(path, "xl/worksheets/sheet1.xml", "xl/workbook.xml"), "more than 48 MB unpacked"),
    "lying.xlsx": (_lying_bomb, "broken zip archive"),
    "laughs.xlsx": (lambda path: path.write_bytes(zipped({"xl/workbook.xml": _LAUGHS})), "holds a DOCTYPE"),
    "laughs.docx": (lambda path: path.write_bytes(zipped({"word/document.xml": _LAUGHS})), "holds a DOCTYPE"),
    "laughs.ods": (
        lambda path: path.write_bytes(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": _LAUGHS})),
        "holds a DOCTYPE",
    ),
    "slip.xlsx": (lambda path: path.write_bytes(zipped({"xl/workbook.xml": "", "../../slipped": "x"})), "points outside of it"),
    "root.docx": (lambda path: path.write_bytes(zipped({"word/document.xml": "", "/etc/slipped": "x"})), "points outside of it"),
}


@pytest.mark.parametrize("name", FILES)
def test_each_is_refused_in_time_and_in_bounds(tmp_path: Path, name: str) -> None:
    """One line that names the file; processor time and memory are those of a process that only tries to read it."""
    make, said = FILES[name]
    make(tmp_path / name)
    done = subprocess.run([sys.executable, "-c", _READ, str(tmp_path / name)], capture_output=True, text=True, check=True)
    message, seconds, megabytes = json.loads(done.stdout)
    assert message.startswith(name)
    assert said in message
    assert "\n" not in message
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"word/document.xml": "<x/>", "a\\b": ""}, "points outside of it"),
        ({"word/document.xml": "<x/>", "c:x": ""}, "points outside of it"),
        ({f"{number}": "" for number in range(MOST_MEMBERS + 1)}, f"holds {MOST_MEMBERS + 1:,} members"),
        ({"readme.md": "x"}, "is a zip archive, and no spreadsheet"),
    ],
    ids=["backslash", "drive", "members", "other"],
)
def test_other_archives_are_refused(tmp_path: Path, members: dict[str, bytes | str], said: str) -> None:
    """Names that mean a path on some system, too many members, and archives of something else."""
    (tmp_path / "a.zip").write_bytes(zipped(members))
    with pytest.raises(WorkshopError, match=said):
        read_source(tmp_path / "a.zip")


def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    """Two readers would read two files."""
    (tmp_path / "a.docx").write_bytes(zipped({"word/document.xml": "one", "word/Document.xml": "two"}).replace(b"Document", b"document"))
    with pytest.raises(WorkshopError, match="two members of one name"):
        read_source(tmp_path / "a.docx")


@pytest.mark.parametrize("end", [10, 100, 1000, 3000])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, end: int) -> None:
    """As a download that broke off."""
    (tmp_path / "a.xlsx").write_bytes(xlsx({"A": [("text", "perspective"), ("one", "parent")]})[:end])
    with pytest.raises(WorkshopError, match="broken zip archive"):
        read_table(tmp_path / "a.xlsx")


def test_a_table_is_asked_of_no_document(tmp_path: Path) -> None:
    """A Word file holds no rows, and a CSV no sheets: each is told in its words."""
    (tmp_path / "a.docx").write_bytes(docx(paragraph("x")))
    with pytest.raises(WorkshopError, match="is a Word document, and holds no table"):
        read_table(tmp_path / "a.docx")
    (tmp_path / "a.csv").write_text("text\nx\n")
    with pytest.raises(WorkshopError, match="is no spreadsheet"):
        read_table(tmp_path / "a.csv", "Sheet1")
