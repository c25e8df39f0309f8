"""Files of other programs come in: forms, codebooks, transcripts, what our own CSV carries; and how a file was read is remembered."""

from pathlib import Path
from typing import Any

import pytest

from tests.intake.files import xlsx
from tests.workbook.conftest import Hands
from workshop.compare.as_json import comparison_json
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Verb
from workshop.workbook.book import Workbook
from workshop.workbook.howread import HowRead
from workshop.workbook.shelf import create_workshop

FORM = [
    ("Timestamp", "Who are you?", "What helped?", "What got in the way?"),
    ("2026-03-01", "Mum", "the club", "the bus"),
    ("2026-03-02", "A worker", "", "the forms"),
    ("2026-03-03", "Mum", "", ""),
]
AS_FORM = HowRead(
    what="reflections",
    mapping=("text=What helped?", "text=What got in the way?", "perspective=Who are you?", "at=Timestamp"),
    values=("perspective:mum=parent", "perspective:A worker=practitioner"),
)


def _file(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def _said(book: Workbook) -> list[tuple[str, str, str]]:
    found = sorted(book.records.reflections.values(), key=lambda each: each.number)
    return [(each.perspective, each.lane, each.text) for each in found]


def test_each_question_of_a_form_brings_a_remark(book: Workbook, tmp_path: Path) -> None:
    """In the lane of its question; a question left blank brings none, and a form left blank is told."""
    report = book.import_file(_file(tmp_path, "form.xlsx", xlsx({"Form1": FORM})), AS_FORM)
    assert _said(book) == [
        ("parent", "What helped?", "the club"),
        ("parent", "What got in the way?", "the bus"),
        ("practitioner", "What got in the way?", "the forms"),
    ]
    assert report.words() == "Brought in 3 reflections. 1 row holds no words."


def test_the_next_file_with_the_header_is_read_alike(book: Workbook, tmp_path: Path) -> None:
    """Without an option, in whatever order the rows are and whatever the file is called; it is said, and options go before it."""
    book.import_file(_file(tmp_path, "june.xlsx", xlsx({"A": FORM})), AS_FORM)
    later = _file(tmp_path, "july.csv", "timestamp,who are you?,What helped?,What got in the way?\n2026-04-01,Mum,a nurse,\n")
    report = book.import_file(later)
    assert (report.added, report.remembered) == (1, True)
    assert "Read as the last file with this header." in report.words()
    other = _file(tmp_path, "august.csv", later.read_text().replace("Mum,a nurse", "Mum,a list"))
    book.import_file(other, HowRead(what="reflections", values=("perspective:mum=practitioner",)))
    assert [said[0] for said in _said(book)][-2:] == ["parent", "practitioner"]


def test_a_column_of_groups_says_whose_view_it_is(book: Workbook, tmp_path: Path) -> None:
    """A column called group is the perspective where its words are perspectives; else the cure says how to name the column."""
    book.import_file(_file(tmp_path, "a.csv", "Group,Comment\nparents,the fares\npractitioner,the forms\n"))
    assert [(said[0], said[2]) for said in _said(book)] == [("parent", "the fares"), ("practitioner", "the forms")]
    report = book.import_file(_file(tmp_path, "b.csv", "Group,Comment\nTuesday,the bus\n"))
    assert [each.why for each in report.refused] == ["it isn't said whose view it is"]
    assert "--map perspective=COLUMN" in report.refused[0].cure
    assert report.unused == ("Group",)


def test_no_name_is_remembered(book: Workbook, tmp_path: Path) -> None:
    """What a name stands for is a key to who people are: it is used, and kept in no file of the workshop."""
    path = _file(tmp_path, "a.csv", "participant,perspective,text\nQuillon,parent,the fares\n")
    book.import_file(path, HowRead(what="reflections", values=("participant:Quillon=p3", "verbatim:=yes")))
    assert book.person("p3").perspective == "parent"
    assert [value[0] for each in book.records.headers.values() for value in each.values] == ["verbatim"]
    assert all(b"uillon" not in file.read_bytes() for file in book.folder.iterdir() if file.is_file())


def test_blank_cells_can_stand_for_a_group(book: Workbook, tmp_path: Path) -> None:
    """Where no column says whose the rows are, one option says it of all."""
    path = _file(tmp_path, "a.csv", "comment\nthe bus\nthe fares\n")
    with pytest.raises(WorkshopError, match="doesn't say what its rows are"):
        book.import_file(_file(tmp_path, "b.csv", "notes\nx\n"))
    assert len(book.import_file(path).refused) == 2
    book.import_file(path, HowRead(values=("perspective:=parent",)))
    assert [said[0] for said in _said(book)] == ["parent", "parent"]


def test_an_undo_forgets_how_it_was_read(book: Workbook, tmp_path: Path) -> None:
    """An import is one deed: rows, people, themes and what was remembered."""
    book.import_file(_file(tmp_path, "form.xlsx", xlsx({"A": FORM})), AS_FORM)
    book.undo()
    assert not book.records.headers
    assert not book.records.reflections


def test_votes_come_in_by_row_or_by_column(book: Workbook, tmp_path: Path) -> None:
    """A theme a row, or a column for each theme as polls export them: the points and who gave them are the same; a blank is no vote."""
    book.import_file(
        _file(tmp_path, "rows.csv", "participant,perspective,theme,amount\np1,parent,Food,2\np1,parent,Rent,1\np2,parent,Food,1\n")
    )
    by_row = comparison_json(book.compare())["priorities"]
    with create_workshop(tmp_path / "columns", "Columns") as other:
        path = _file(tmp_path, "columns.csv", "participant,Food,Rent\np1,2,1\np2,1,\np3,,\n")
        how = HowRead(what="votes", mapping=("amount=Food", "amount=Rent"), values=("perspective:=parent",))
        report = other.import_file(path, how)
        given = {theme["theme"]: theme["groups"]["parent"] for theme in _themes(comparison_json(other.compare())["priorities"])}
        assert report.words().startswith("Brought in 3 votes. 1 row holds no vote.")
        assert given == {theme["theme"]: theme["groups"]["parent"] for theme in _themes(by_row)}
        assert given["Food"]["points"] == 3
        assert other.import_file(path).added == 0


def test_our_own_votes_come_back(book: Workbook, plan: Plan, tmp_path: Path) -> None:
    """Votes exported as CSV give the same ranks where they are imported; ranks and dots stay apart."""
    rows = ("p1,parent,Food,1,rank", "p1,parent,Rent,2,rank", "p2,parent,Rent,3,dots", ",practitioner,Food,4,hands")
    book.import_file(_file(tmp_path, "votes.csv", "\n".join(("participant,perspective,theme,amount,kind", *rows))))
    book.export(["csv"], tmp_path / "out")
    with create_workshop(tmp_path / "again", "Again") as other:
        other.import_file(tmp_path / "out" / "votes.csv")
        first, second = ([(each["kind"], each["voted"], each["tau_b"]) for each in _kinds(one)] for one in (book, other))
        assert first == second
        assert [kind for kind, _, _ in first] == ["dots", "hands", "rank"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("p1,,Food,1", "nothing says the perspective"),
        (",,Food,1", "whose vote it is"),
        ("p1,parent,,1", "no theme"),
        ("p1,parent,Food,two", "is no number"),
    ],
)
def test_a_vote_that_cannot_count_is_refused(book: Workbook, tmp_path: Path, row: str, said: str) -> None:
    """Of nobody, for nothing, or of no number; none of the file comes in."""
    report = book.import_file(_file(tmp_path, "votes.csv", f"participant,perspective,theme,amount\np9,parent,Rent,1\n{row}\n"))
    assert said in report.refused[0].why
    assert not book.records.votes


def _kinds(book: Workbook) -> list[dict[str, Any]]:
    found: Any = comparison_json(book.compare())["priorities"]
    return list(found)


def _themes(priorities: Any) -> list[dict[str, Any]]:
    return list(priorities[0]["themes"])


TAGUETTE = "tag,description,number of highlights\nhousing,The home,3\nhousing.damp,Wet walls,1\ndebt,,0\ndebt.damp,Not that one,1\n"


def test_a_codebook_of_taguette_comes_in(book: Workbook, tmp_path: Path) -> None:
    """Dots make the tree; where two branches end alike the second keeps its whole name; its themes are agreed."""
    report = book.import_file(_file(tmp_path, "codebook.csv", TAGUETTE))
    found = {theme.title: theme for theme in book.themes()}
    assert list(found) == ["housing", "damp", "debt", "debt.damp"]
    assert (found["damp"].parent, found["damp"].description) == (found["housing"].id, "Wet walls")
    assert found["debt.damp"].parent == found["debt"].id
    assert not any(theme.provisional for theme in found.values())
    assert report.words() == "Brought in 4 themes. Columns not used: number of highlights."
    assert (
        book.import_file(tmp_path / "codebook.csv").words()
        == "Brought in 0 themes. 4 were here already. Columns not used: number of highlights."
    )


def test_a_codebook_with_categories_comes_in(book: Workbook, tmp_path: Path) -> None:
    """As QualCoder's codes and categories are laid out: a category becomes a theme above."""
    book.import_file(_file(tmp_path, "codes.csv", "Code,Category,Memo\ndamp,housing,Wet walls\nrent,housing,\n"))
    found = {theme.title: theme for theme in book.themes()}
    assert found["damp"].parent == found["rent"].parent == found["Housing"].id


def test_a_theme_that_is_known_loses_nothing(book: Workbook, tmp_path: Path) -> None:
    """A codebook adds what nobody had said of it yet, and writes over nothing."""
    book.add_theme("Housing", description="Where people live")
    book.import_file(_file(tmp_path, "codebook.csv", "title,description,aliases\nhousing,Something else,home;house\n"))
    (housing,) = book.themes()
    assert (housing.title, housing.description, housing.aliases) == ("Housing", "Where people live", ("home", "house"))


def test_a_transcript_comes_in_without_names(book: Workbook, tmp_path: Path) -> None:
    """Verbatim, in its session, at the moment of the recording; again it adds nothing, however the file is called by then."""
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Quillon>The bus is late.\n\n00:05.000 --> 00:06.000\n<v Sam>And then?\n"
    how = HowRead(speakers=("Quillon=p3", "Sam="), session="Talk", began="2026-03-01 10:00")
    report = book.import_file(_file(tmp_path, "a.vtt", text), how)
    (said,) = book.records.reflections.values()
    assert (said.text, said.verbatim, book.records.sessions[said.session].title) == ("The bus is late.", True, "Talk")
    assert said.at.second == 1
    assert "1 turn was left out" in report.words()
    assert all(b"uillon" not in file.read_bytes() for file in book.folder.iterdir() if file.is_file())
    assert book.import_file(_file(tmp_path, "b.vtt", text), how).added == 0


def test_a_text_may_be_a_transcript_or_a_table(book: Workbook, tmp_path: Path) -> None:
    """A spreadsheet's tabs make a table of a .txt, and a quotation mark that is never closed makes none of what was said."""
    assert book.import_file(_file(tmp_path, "a.txt", "text\tperspective\nthe bus\tparent\n")).added == 1
    talk = _file(tmp_path, "b.txt", 'Dana: He said, "no way\nSam: "And then?\n')
    assert book.import_file(talk, HowRead(speakers=("Dana=parent", "Sam=practitioner"))).added == 2


def test_speakers_are_asked_of_a_transcript_alone(book: Workbook, tmp_path: Path) -> None:
    """An option that would do nothing is refused."""
    with pytest.raises(WorkshopError, match="Only a transcript has speakers"):
        book.import_file(_file(tmp_path, "a.csv", "text,perspective\nx,parent\n"), HowRead(speakers=("Sam=parent",)))


def test_an_option_that_would_do_nothing_is_refused(book: Workbook, tmp_path: Path) -> None:
    """Columns of a transcript, people of another workshop: nobody is to believe that they were heeded."""
    with pytest.raises(WorkshopError, match="has no columns"):
        book.import_file(_file(tmp_path, "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nDana: x\n"), HowRead(mapping=("text=x",)))
    with pytest.raises(WorkshopError, match="comes in as it is"):
        book.import_file(book.export(["json"], tmp_path / "out")[0], HowRead(people="hall"))


def test_our_own_csv_comes_back_as_it_went(book: Workbook, plan: Plan, hands: Hands, tmp_path: Path) -> None:
    """Of reflections, statements, answers and people all that the files carry: exported from where they came in they are the same."""
    book.add_theme("@Food", agreed=False)
    book.add_statement("=cmd|'/C calc'!A0", "practitioner", theme="@Food")
    talk = book.start_session(plan, "parent", present={"parent": 6})
    book.act(talk, Verb.START)
    for line in (
        "3: the fares x7 #money *",
        '4: "=1+1 +2 -3 @4" #food !question',
        "p5: #food",
        "6: secret !off",
        "4: '=quoted #food",
        "4: half ...",
    ):
        hands.pass_(1)
        book.capture(talk, line)
    book.describe_participant(talk, "p3", organisation="-Harbour", role="=volunteer")
    with create_workshop(tmp_path / "second", "Second", clock=hands) as other:
        first = _exported(book, tmp_path / "one")
        for what in ("participants", "statements", "responses", "reflections"):
            report = other.import_file(tmp_path / "one" / f"{what}.csv", what)
            assert not report.refused
        second = _exported(other, tmp_path / "two")
        kept = (
            "text",
            "perspective",
            "participant",
            "theme",
            "lane",
            "verbatim",
            "elicited",
            "hands",
            "highlight",
            "unfinished",
            "kinds",
            "at",
        )
        assert _columns(second, "reflections.csv", kept) == [row for row in _columns(first, "reflections.csv", kept) if "off" not in row]
        for name, columns in (
            ("participants.csv", ("code", "perspective", "organisation", "role")),
            ("statements.csv", ("text", "made_by", "theme")),
        ):
            assert _columns(second, name, columns) == _columns(first, name, columns)


def _exported(book: Workbook, folder: Path) -> Path:
    book.export(["csv"], folder)
    return folder


def _columns(folder: Path, name: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    import csv  # noqa: PLC0415 - the name is used for a format elsewhere

    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]
