"""`workshop export --to docx`, `summary` and `yousaid`: the Word files, and an organisation's styles in them."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Run


@pytest.fixture
def folder(run: Run) -> Path:
    """A workshop "word" with a typed-up session of parents and one of practitioners."""
    made = Path(run("new", "Word").out.strip())
    run("capture", "word", "--group", "parent", given='3: "the heating stayed off" #heating\n5: the bus is late #buses\n')
    run("capture", "word", "--group", "practitioner", given="1: they come late #buses\n")
    return made


def template(folder: Path, without: str = "") -> Path:
    """A council's file, from which a style may be missing."""
    document = Document()
    document.sections[0].footer.paragraphs[0].text = "The Council of Nowhere"
    if without:
        document.styles[without].delete()
    path = folder / "council.docx"
    document.save(str(path))
    return path


def test_the_three_lengths_are_files(run: Run, folder: Path, tmp_path: Path) -> None:
    """One each, named after the workshop."""
    done = run("export", "word", "--to", "docx", "--to", "summary", "--to", "yousaid", "--out", str(tmp_path / "out"))
    assert [Path(line).name for line in done.out.splitlines()] == ["word-report.docx", "word-summary.docx", "word-you-said-we-did.docx"]
    assert done.err == ""
    for line in done.out.splitlines():
        assert Document(line).paragraphs


def test_a_template_is_taken(run: Run, folder: Path, tmp_path: Path) -> None:
    """Its footer is in the report, and nothing is said where it has every style."""
    done = run("export", "word", "--to", "docx", "--template", str(template(tmp_path)), "--out", str(tmp_path / "out"))
    assert done.err == ""
    with zipfile.ZipFile(io.BytesIO(Path(done.out.strip()).read_bytes())) as packed:
        feet = b"".join(packed.read(name) for name in packed.namelist() if "footer" in name)
    assert b"The Council of Nowhere" in feet


def test_what_a_template_lacks_is_said(run: Run, folder: Path, tmp_path: Path) -> None:
    """On stderr, by the name that Word shows; the report is written all the same."""
    done = run("export", "word", "--to", "summary", "--template", str(template(tmp_path, "Subtitle")), "--out", str(tmp_path / "out"))
    assert done.err.strip() == "council.docx lacks styles that the report uses, and ours stand in: Subtitle."
    assert Path(done.out.strip()).is_file()


def test_what_is_no_template_stops_the_export(run: Run, folder: Path, tmp_path: Path) -> None:
    """Exit code 1 and the cure, and no file; a file that isn't there is a wrong call."""
    path = tmp_path / "council.docx"
    path.write_bytes(b"nothing")
    done = run("export", "word", "--to", "docx", "--template", str(path), "--out", str(tmp_path / "out"), code=1)
    assert ".docx or .dotx" in done.err
    assert not (tmp_path / "out").exists()
    run("export", "word", "--to", "docx", "--template", str(tmp_path / "none.docx"), code=2)


def test_a_template_for_no_word_file_is_a_wrong_call(run: Run, folder: Path, tmp_path: Path) -> None:
    """Styles would change nothing in the page: that is said, and nothing is written."""
    done = run("export", "word", "--to", "html", "--template", str(template(tmp_path)), "--out", str(tmp_path / "out"), code=2)
    assert "docx, summary, yousaid" in done.err
    assert not (tmp_path / "out").exists()
