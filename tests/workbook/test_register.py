"""The register of exports: what was written, for whom and where, without a word of it; and what a withdrawal does with it."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands, Reopen
from tests.workbook.laptops import all_files, files_with
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session in which p3 has said R1 and p5 R2."""
    made = book.start_session(plan, "parents")
    book.capture(made, '3: "the heating stayed off all winter" #heating')
    book.capture(made, "5: the bus is late #buses")
    return made


def test_every_export_is_registered(book: Workbook, session: Session, reopened: Reopen, hands: Hands) -> None:
    """When, for whom, which formats and files, how many remarks it could show; and none of their words."""
    paths = book.export(["html", "json"])
    hands.pass_(5)
    (entry,) = reopened().exports()
    assert (entry.audience, entry.formats, entry.folder, entry.remarks) == ("working", ("html", "json"), "reports", 2)
    assert (hands.wall - entry.at).total_seconds() == 300
    assert dict(entry.files) == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    documents = [str(book.repository.db.table("exports").get(doc_id=entry.id))]
    assert not any("heating" in each or "bus" in each for each in documents)


def test_where_it_went_names_no_home(book: Workbook, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder outside is told as it is, but for the home, whose name is often a person's; the workshop's own folder is a dot."""
    monkeypatch.setenv("HOME", str(tmp_path / "somebody"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "somebody"))
    for folder in (tmp_path / "somebody" / "for the council", tmp_path / "stick", book.folder):
        book.export(["json"], folder)
    assert [each.folder for each in book.exports()] == ["~/for the council", str(tmp_path / "stick"), "."]


def test_a_refused_export_is_not_registered(book: Workbook, session: Session) -> None:
    """A report in the way: nothing is written, and the register says nothing of it."""
    book.export(["json"])
    with pytest.raises(WorkshopError, match="in the way"):
        book.export(["json"])
    assert len(book.exports()) == 1


def test_an_export_that_was_not_written_is_not_registered(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Where the disk refuses before the first file, none is out there, and the register lists none."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WorkshopError, match="could not be written"):
        book.export(["html", "json"], tmp_path / "file" / "out")
    assert book.exports() == ()


def test_an_export_that_broke_off_is_registered(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Where the disk refuses half-way, the register has the files that are there and no other."""
    page, data = book.export(["html", "json"], tmp_path / "before")
    (tmp_path / "out" / data.name).mkdir(parents=True)
    with pytest.raises(WorkshopError, match="could not be written"):
        book.export(["html", "json"], tmp_path / "out", force=True)
    assert [name for name, _ in book.exports()[1].files] == [page.name]
    assert (tmp_path / "out" / page.name).is_file()


def test_the_preview_names_the_exports_that_held_the_words(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Those made after the remark was captured, and not those before; of them the files in the workshop's own folder."""
    book.export(["json"], tmp_path / "early")
    book.capture(session, "8: we sold the car")
    book.export(["json"], tmp_path / "late")
    (here,) = book.export(["json"])
    preview = book.withdrawal("p8")
    assert [each.folder for each in preview.exports] == [str(tmp_path / "late"), "reports"]
    assert preview.reports == (here,)
    assert [each.folder for each in book.withdrawal("p3").exports] == [str(tmp_path / "early"), str(tmp_path / "late"), "reports"]


def test_reports_in_the_own_folder_go_and_others_stay(book: Workbook, session: Session, tmp_path: Path) -> None:
    """The reports here are wiped, one made before the remark isn't, those given away are left alone and marked in the register."""
    (early,) = book.export(["json"], book.folder / "early")
    book.capture(session, "8: we sold the car")
    (here,) = book.export(["html"])
    (there,) = book.export(["html"], tmp_path / "out")
    renamed = here.with_name("for Monday.html")
    renamed.write_bytes(here.read_bytes())
    torn = here.with_name(f".{here.name}.torn")
    torn.write_text("we sold the car", encoding="utf-8")
    done = book.withdraw(book.withdrawal("p8"))
    assert done.pending == ()
    assert [each.exists() for each in (early, here, renamed, torn, there)] == [True, False, False, False, True]
    assert files_with(book.folder, "sold the car") == []
    assert [book.holds_withdrawn(each) for each in book.exports()] == [False, True, True]
    book.export(["html"])
    assert not book.holds_withdrawn(book.exports()[-1])


def test_a_report_that_somebody_worked_on_goes_too(book: Workbook, session: Session) -> None:
    """It stands under the name of one that held the words, and nobody can tell what is left in it."""
    (here,) = book.export(["html"])
    here.write_text(here.read_text(encoding="utf-8") + "<!-- my notes -->", encoding="utf-8")
    assert book.withdrawal("p3").reports == (here,)
    book.withdraw(book.withdrawal("p3"))
    assert not here.exists()


def test_a_report_that_cannot_be_wiped_is_told(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with the reason, and tried again at the next occasion."""
    (here,) = book.export(["html"])

    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("workshop.workbook.register.wipe", refused)
        (told,) = book.withdraw(book.withdrawal("p3")).pending
    assert str(here) in told
    assert here.exists()
    assert book.carry_out() == ()
    assert not here.exists()


def test_what_cannot_be_looked_into_hinders_no_withdrawal(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of reports is forbidden and the list of backups is broken: the words go from where they can, and all are told."""
    book.export(["html"])
    (book.folder / "places.json").write_text("not JSON", encoding="utf-8")
    iterdir = Path.iterdir

    def forbidden(folder: Path) -> Iterator[Path]:
        if folder.name == "reports":
            raise PermissionError(13, "Permission denied", str(folder))
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", forbidden)
    preview = book.withdrawal("p3")
    assert (preview.reports, preview.copies) == ((), ())
    told = book.withdraw(preview).pending
    assert [word in line for word, line in zip(("reports", "backups", "doesn't know"), told, strict=True)] == [True, True, True]
    assert not any(path.suffix == ".jsonl" for path in all_files(book.folder) if b"heating stayed" in path.read_bytes())


def test_a_register_from_elsewhere_reaches_no_other_file(book: Workbook, session: Session, tmp_path: Path) -> None:
    """An entry that names journals, the keys, links or files outside, by a made-up path, wipes none of them."""
    outside = tmp_path / "outside.html"
    outside.write_text("mine", encoding="utf-8")
    (book.folder / "key.recipient.age").write_text("key", encoding="utf-8")
    (book.folder / "link.html").symlink_to(outside)
    (book.folder / ".hidden.html").write_text("mine", encoding="utf-8")
    (book.folder / "sub").mkdir()
    (book.folder / "sub" / "deep.html").write_text("mine", encoding="utf-8")
    book.export(["json"], tmp_path / "out")
    (entry,) = book.exports()
    names = [
        *(path.name for path in book.folder.iterdir() if not path.name.startswith(".")),
        "../outside.html",
        "sub/deep.html",
        str(outside),
        "*",
        ".",
    ]
    made_up = [
        replace(entry, id=book.repository.new_id(), folder=folder, files=tuple((name, "") for name in names))
        for folder in (".", "..", str(tmp_path), "sub/..", "nowhere")
    ]
    book.repository.put(*made_up)
    before = {path for path in all_files(tmp_path) if ".jsonl" not in path.name}
    book.strike("R1")
    assert {path for path in all_files(tmp_path) if ".jsonl" not in path.name} == before
    assert book.reflection("R2").text == "the bus is late"
