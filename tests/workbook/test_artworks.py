"""Artworks: added, shown, read, changed, taken out, struck; and everything that is done with words is done with their pictures."""

from pathlib import Path

import pytest

from tests.pictures import drawn
from tests.store.locks import quick_passphrases
from tests.workbook.conftest import Hands, Reopen
from tests.workbook.laptops import all_files, copied, files_with, opened, side_by_side
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.artwork import Artwork
from workshop.model.capture import parse
from workshop.model.capture.chips import PICTURE, chips
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Elicited, Reflection, Session, Verb
from workshop.plans import load_plan
from workshop.store.copies import read_copy
from workshop.store.fs import FileSystem
from workshop.workbook import locking
from workshop.workbook.artworks import drawn as pixels_of
from workshop.workbook.book import Workbook
from workshop.workbook.housekeeping import take_away
from workshop.workbook.merging import merge_into
from workshop.workbook.shelf import Shelf

BUS, PLATE = "A bus stop in the rain", "One plate on the table"
SHOWING = """
title = "Pictures"
perspectives = ["practitioner", "parent"]
[[activity]]
title = "Look"
kind = "show"
minutes = 20
pictures = ["One plate on the table", "A bus stop in the rain"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A picture, somewhere on this computer."""
    path = tmp_path / "drawing.png"
    path.write_bytes(drawn(kind="PNG"))
    return path


@pytest.fixture
def looking() -> Plan:
    """Two pictures, by what is under them."""
    return parse_plan(SHOWING, "pictures")


@pytest.fixture
def session(book: Workbook, looking: Plan, file: Path) -> Session:
    """Parents look at A1, a picture; A2 is on paper."""
    book.add_artwork(file, PLATE, "practitioner", alt="A table with one plate, and three chairs")
    made = book.start_session(looking, "parent")
    book.act(made, Verb.START)
    return made


def said(book: Workbook, session: Session, line: str) -> Reflection:
    """What a line came to."""
    found = book.capture(session, line).reflection
    assert found is not None
    return found


def in_files(folder: Path, artwork: Artwork) -> list[str]:
    """The files in which the picture stands, in whatever place of it the base64 begins."""
    return files_with(folder, artwork.picture[100:160])


def test_a_picture_is_added_and_given_back_as_it_was(book: Workbook, file: Path, reopened: Reopen, tmp_path: Path) -> None:
    """It is on disk when the verb returns, under its number, with its caption and its words for who can't see it."""
    made = book.add_artwork(file, f"  {BUS}\n", "practitioners", alt="Rain")
    other = reopened().artwork("a1")
    assert other == made
    assert (book.ref(made), made.caption, made.made_by, made.described) == ("A1", BUS, "practitioner", "Rain")
    assert (made.media, made.width, made.height) == ("image/png", 64, 48)
    written = book.write_artwork("A1", tmp_path)
    assert written == tmp_path / "A1.png"
    assert written.read_bytes() == made.content
    assert written.stat().st_mode & 0o777 == 0o600
    with pytest.raises(WorkshopError, match="there already"):
        book.write_artwork("A1", tmp_path)


def test_what_is_wrong_with_a_picture_is_said_and_nothing_is_added(book: Workbook, file: Path) -> None:
    """No caption, nobody's, a caption that is another's, no picture in the file, no such artwork."""
    book.add_artwork(file, BUS, "practitioner")
    for caption, whose, path in (
        (" ", "parent", file),
        (PLATE, "cook", file),
        (BUS.upper(), "parent", file),
        (PLATE, "parent", Path("no")),
    ):
        with pytest.raises(WorkshopError):
            book.add_artwork(path, caption, whose)
    assert [each.caption for each in book.artworks()] == [BUS]
    with pytest.raises(WorkshopError, match='no artwork "A7"'):
        book.artwork("A7")
    with pytest.raises(WorkshopError, match="shown on paper"):
        book.write_artwork(book.ref(book.add_artwork(None, PLATE, "parent")), file.parent)


def test_a_full_disk_adds_nothing(book: Workbook, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not saved, in words; and there is no artwork then, here or in the file."""

    def full(self: FileSystem, file: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(FileSystem, "write", full)
        with pytest.raises(NotSavedError):
            book.add_artwork(file, BUS, "parent")
    assert book.artworks() == ()
    assert book.add_artwork(file, BUS, "parent").number == 1


def test_what_is_said_while_a_picture_is_on_show_is_its_reading(book: Workbook, hands: Hands, session: Session) -> None:
    """Pictures come in the plan's order, begin with the first, and each remark is of the one that is on show: prompted, no answer."""
    assert [each.caption for each in book.pictures(session, 0)] == [PLATE, BUS]
    assert book.deck(session, 0) == ()
    first = said(book, session, '3: "there is nobody to eat with" #company')
    book.show(session, book.artwork("A2"))
    hands.pass_(1)
    second = said(book, session, "she has missed it")
    assert (first.artwork, second.artwork) == (book.artwork("A1").id, book.artwork("A2").id)
    assert first.elicited is Elicited.PROMPTED
    assert first.statement is None
    assert book.readings(book.artwork("A1")) == {"parent": [first]}
    assert book.compare().themes[0].groups["parent"].raised == 0, "nobody raised it by themselves"
    assert book.undo() == "R2 she has missed it"
    assert book.undo() == "showing A2"
    assert book.artwork_on_show(session) == book.artwork("A1")


def test_answers_are_given_to_statements_alone(book: Workbook, session: Session) -> None:
    """A mark without words is refused while a picture is on show; with words it stays with them."""
    with pytest.raises(WorkshopError, match="No statement is being shown"):
        book.capture(session, "3: !disagree")
    line = "3: !disagree that is no table of mine"
    context = book.context(session)
    assert PICTURE in [chip.text for chip in chips(parse(line, context), context)], "it is told before Enter"
    saved = book.capture(session, line)
    assert saved.hint == PICTURE
    assert saved.reflection
    assert saved.reflection.kinds == ("disagree",)
    assert not book.records.responses


def test_a_picture_of_the_plan_is_on_paper_until_its_file_is_added(book: Workbook, session: Session, file: Path) -> None:
    """What was said of it on paper stays with it; a second session makes no second one."""
    remark = said(book, session, "3: one")
    book.show(session, book.artwork("A2"))
    on_paper = said(book, session, "3: two")
    assert not book.artwork("A2").picture
    added = book.add_artwork(file, BUS, "practitioner")
    assert book.ref(added) == "A2"
    assert book.readings(added) == {"parent": [on_paper]}
    assert remark.artwork != on_paper.artwork
    book.start_session(parse_plan(SHOWING, "pictures"), "practitioner")
    assert [book.ref(each) for each in book.artworks()] == ["A1", "A2"]


def test_a_show_of_statements_and_pictures_has_the_statements_first(book: Workbook, file: Path) -> None:
    """Where a plan names both, each is put to the group in its turn; where it says `artworks`, all pictures there are."""
    both = parse_plan(SHOWING + 'statements = ["So it is."]\n', "both")
    session = book.start_session(both, "parent")
    book.act(session, Verb.START)
    assert [book.ref(each) for each in book.put_to_group(session, 0)] == ["T1", "A1", "A2"]
    assert book.statement_on_show(session) == book.statement("T1")
    assert book.artwork_on_show(session) is None
    every = book.start_session(load_plan("reading-the-pictures"), "parent")
    assert [book.ref(each) for each in book.put_to_group(every, 1)] == ["A1", "A2"]
    assert book.put_to_group(every, 0) == ()


def test_a_readback_shows_no_pictures(book: Workbook, plan: Plan, file: Path) -> None:
    """An activity that names no picture shows the other group's statements and nothing else."""
    book.add_artwork(file, BUS, "practitioner")
    book.add_statement("So it is.", "practitioner")
    assert [book.ref(each) for each in book.put_to_group(book.start_session(plan, "parent"), 1)] == ["T1"]


def test_an_artwork_is_changed_and_what_it_was_is_kept(book: Workbook, session: Session, file: Path) -> None:
    """Caption, description and picture; the history names them, and of a picture how large it is and no more."""
    book.edit_artwork("A1", caption="One plate", alt="")
    file.write_bytes(drawn(32, 32))
    edited = book.edit_artwork("A1", file=file)
    assert (edited.caption, edited.described, edited.media, edited.width) == ("One plate", "One plate", "image/jpeg", 32)
    assert [each.fields["caption"] for each in book.history("A1")] == [PLATE, "One plate", "One plate"]
    assert book.history("A1")[0].fields["picture"].endswith("letters of base64")
    with pytest.raises(WorkshopError, match='A2 is called "A bus stop in the rain" already'):
        book.edit_artwork("A1", caption=BUS)
    assert book.undo() == "the edit of A1"
    assert book.artwork("A1").media == "image/png"


def test_taking_out_leaves_the_readings_and_can_be_undone(book: Workbook, session: Session) -> None:
    """What was said stays a remark; the next picture of the same caption is another one."""
    reading = said(book, session, "3: nobody is there")
    book.remove_artwork("A1")
    assert book.reflection("R1") == reading
    assert [book.ref(each) for each in book.put_to_group(session, 0)] == ["A2"]
    assert book.undo() == "taking out A1"
    assert book.readings(book.artwork("A1")) == {"parent": [reading]}
    book.remove_artwork("A1")
    assert book.add_artwork(None, PLATE, "parent").number == 3


def test_an_artwork_that_was_read_is_not_undone_under_its_readings(book: Workbook, file: Path, looking: Plan) -> None:
    """Undo takes what was added last; what others rest on stays, and it says so."""
    book.add_artwork(file, PLATE, "practitioner")
    session = book.start_session(looking, "parent")
    book.act(session, Verb.START)
    other = opened(book.folder)
    said(other, session, "3: nobody is there")
    other.close()
    book.refresh()
    assert "others rest on it" in [book.undo() for _ in range(2)][-1]
    assert book.artwork("A1").caption == PLATE


def test_a_struck_picture_stands_in_no_file(book: Workbook, session: Session, tmp_path: Path) -> None:
    """In the journals, the backup and the bundle it is overwritten; its number and its readings stay, its caption goes."""
    artwork = book.artwork("A1")
    said(book, session, "3: nobody is there")
    book.edit_artwork("A1", caption="Plate")
    book.backup_to(tmp_path / "stick")
    book.bundle(tmp_path / "book.zip")
    preview = book.striking("a1")
    assert [(each.ref, each.words) for each in preview.artworks] == [("A1", "Plate")]
    assert book.withdraw(preview).pending == ()
    assert in_files(tmp_path, artwork) == []
    assert files_with(book.folder, "three chairs") == []
    assert not any(artwork.content in path.read_bytes() for path in all_files(tmp_path) if path.name != "drawing.png")
    with pytest.raises(WorkshopError, match="A1 was withdrawn"):
        book.artwork("A1")
    assert book.reflection("R1").text == "nobody is there"
    assert book.add_artwork(None, PLATE, "parent").number == 3, "neither its number nor its id is given again"


def test_a_withdrawn_reading_is_no_reading(book: Workbook, session: Session) -> None:
    """Who takes back what they said takes it out of the picture's readings too; the picture is nobody's words, and stays."""
    said(book, session, "3: nobody is there")
    said(book, session, "4: it is tidy")
    book.withdraw(book.withdrawal("p3"))
    assert [each.text for each in book.readings(book.artwork("A1"))["parent"]] == ["it is tidy"]
    book.strike("R2")
    assert book.readings(book.artwork("A1")) == {}
    assert book.artwork("A1").picture


def test_pictures_go_where_the_workshop_goes(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Backup, bundle, restore, a merge and a takeaway carry them, byte for byte; verify finds all whole and no strange file."""
    content = book.artwork("A1").content
    verified = book.verify()
    assert (verified.whole, verified.unknown) == (True, ())
    zipped = tmp_path / "book.zip"
    book.bundle(zipped)
    book.backup_to(tmp_path / "stick")
    other = opened(copied(book.folder, "other"))
    other.add_artwork(None, "A third", "parent")
    other.close()
    assert "1 picture new" in merge_into(book.folder, other.folder).words()
    book.close()
    for place in (zipped, tmp_path / "stick"):
        home = Shelf(tmp_path / f"home {place.stem}")
        with home.open(home.restore(place).name) as restored:
            assert restored.artwork("A1").content == content
    leaving = tmp_path / "leaving"
    leaving.mkdir()
    gone = take_away(book.folder, leaving)
    assert gone.copy is not None
    taken = opened(gone.copy)
    assert taken.artwork("A1").content == content
    taken.close()


def test_two_laptops_that_run_one_plan_mean_the_same_pictures(book: Workbook, looking: Plan, file: Path) -> None:
    """Each group's session is on a laptop of its own; side by side, both groups' readings are of one picture."""
    other = opened(copied(book.folder, "other"))
    for each, group in ((book, "parent"), (other, "practitioner")):
        session = each.start_session(looking, group)
        each.act(session, Verb.START)
        said(each, session, f"3: read by {group}")
    other.add_artwork(file, PLATE, "practitioner")
    other.close()
    side_by_side(other.folder, book.folder)
    book.refresh()
    assert len(book.artworks()) == 2
    found = next(each for each in book.artworks() if each.caption == PLATE)
    assert {group: [each.text for each in said_] for group, said_ in book.readings(found).items()} == {
        "parent": ["read by parent"],
        "practitioner": ["read by practitioner"],
    }


def test_a_locked_workshop_s_pictures_are_encrypted(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """After locking no file holds the picture in clear, neither as it is nor in base64; with the passphrase it is as it was."""
    quick_passphrases(monkeypatch)
    artwork = book.artwork("A1")
    book.close()
    assert in_files(book.folder, artwork) != []
    locking.lock(book.folder, "porridge before school")
    assert in_files(book.folder, artwork) == []
    codec = locking.codec_of(book.folder, "porridge before school")
    document = read_copy(book.folder, codec=codec).state.change(("artworks", artwork.id)).document
    assert document is not None
    assert document["picture"] == artwork.picture


@pytest.mark.parametrize(
    ("media", "picture"),
    [("image/svg+xml", "PHN2Zy8+"), ("image/png", "bm8gcGljdHVyZQ=="), ("image/jpeg", "%%%"), ("text/html", ""), ("image/png", "é")],
)
def test_a_picture_of_another_hand_that_is_none_is_shown_by_nobody(book: Workbook, media: str, picture: str) -> None:
    """Whatever a journal says that somebody else wrote: what is no JPEG or PNG is on paper, as far as anybody here is concerned."""
    artwork = Artwork(id="x", number=1, caption="c", made_by="parent", media=media, picture=picture)
    assert artwork.content == b""
    assert pixels_of(artwork.content, 10, 10) == ()


def test_pixels_are_drawn_as_large_as_fits(book: Workbook, session: Session) -> None:
    """64 by 48 in 40 by 20 is 27 by 20; what is on paper has none."""
    rows = pixels_of(book.artwork("A1").content, 40, 20)
    assert (len(rows), len(rows[0])) == (20, 27)
    assert pixels_of(book.artwork("A2").content, 40, 20) == ()
