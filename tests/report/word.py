"""A Word file read back: its parts as XML, and as LibreOffice lays it out on paper."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from workshop.model.view.view import View

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
SECONDS = 120


@dataclass(frozen=True)
class Word:
    """One file, unzipped."""

    content: bytes
    parts: Mapping[str, bytes]

    def xml(self, name: str = "word/document.xml") -> etree._Element:
        """The root of a part."""
        return etree.fromstring(self.parts[name])

    def found(self, xpath: str, name: str = "word/document.xml") -> list[etree._Element]:
        """The elements of a part that an XPath finds."""
        found = self.xml(name).xpath(xpath, namespaces=NAMES)
        assert isinstance(found, list)
        return [each for each in found if isinstance(each, etree._Element)]

    def texts(self, xpath: str) -> list[str]:
        """The words in each element found."""
        return ["".join(text.text or "" for text in each.iter(f"{W}t")) for each in self.found(xpath)]

    def in_style(self, style: str) -> list[str]:
        """The paragraphs of this style's id."""
        return self.texts(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")

    @property
    def text(self) -> str:
        """All its paragraphs, a line each."""
        return "\n".join(self.texts("//w:p"))


def word(content: bytes) -> Word:
    """The file of these bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return Word(content, {name: packed.read(name) for name in packed.namelist()})


def written(writer: Callable[[View], dict[str, bytes]], view: View) -> Word:
    """The one file that a writer makes of a view."""
    (content,) = writer(view).values()
    return word(content)


def pages(made: Word, folder: Path) -> list[str]:
    """The text of each page of the file on A4, as LibreOffice prints it; the test is skipped where a program for that is missing."""
    (printed,) = pages_of((made,), folder)
    return printed


def pages_of(files: Sequence[Word], folder: Path) -> list[list[str]]:
    """The same of several files, for which LibreOffice is started once."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not installed")
    paths = [folder / f"made{place}.docx" for place in range(len(files))]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.content)
    profile = (folder / "profile").as_uri()
    convert = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, *map(str, paths)], check=True, capture_output=True, timeout=SECONDS)
    return [pdf_pages(path.with_suffix(".pdf")) for path in paths]


def pdf_pages(pdf: Path) -> list[str]:
    """The text of each page of a PDF on A4; the test is skipped where the program that reads it is missing."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    assert "A4" in subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return told.stdout.split("\f")[:-1]
