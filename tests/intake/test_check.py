"""The rows that an import brings, and those that it refuses, by line, with the reason and the cure."""

from datetime import UTC, datetime

import pytest

from tests.intake.given import checked
from workshop.errors import WorkshopError
from workshop.intake.rows import ParticipantRow, ReflectionRow, ResponseRow, StatementRow
from workshop.model.records import Answer, Elicited


def test_a_reflection_takes_all_its_fields() -> None:
    """Each field has its type, and two columns of themes and a `;` give each theme once."""
    found = checked(
        "reflections",
        "text,perspective,participant,theme,theme,session,activity,at,verbatim,elicited",
        '"We go without,',
        'so they eat",Parents,p3,Food; debt ,food;School-uniform,2,Round 1,2026-03-31T10:00Z,yes,prompted',
    )
    assert found.refused == ()
    assert found.rows == (
        ReflectionRow(
            line=2,
            text="We go without,\nso they eat",
            perspective="parent",
            participant="p3",
            themes=("Food", "debt", "School-uniform"),
            session="2",
            activity="Round 1",
            at=datetime(2026, 3, 31, 10, tzinfo=UTC),
            at_written="2026-03-31T10:00:00+00:00",
            verbatim=True,
            elicited=Elicited.PROMPTED,
        ),
    )


def test_a_reflection_needs_little() -> None:
    """Text and whose view it is; all else has a plain default."""
    assert checked("reflections", "text,perspective", "No bus,practitioner").rows == (
        ReflectionRow(line=2, text="No bus", perspective="practitioner"),
    )


def test_statements_responses_and_participants_take_all_their_fields() -> None:
    """Each kind of row in its own type, with its line."""
    assert checked("statements", "id,text,made_by,theme", "7,The clinic is near.,practitioners,Health", ",Or not.,,").rows == (
        StatementRow(line=2, id="7", text="The clinic is near.", made_by="practitioner", theme="Health"),
        StatementRow(line=3, text="Or not."),
    )
    assert checked("responses", "participant,perspective,statement,answer", "p1,parent,7,agree", "p1,,7,Disagree").rows == (
        ResponseRow(line=2, participant="p1", perspective="parent", statement="7", answer=Answer.AGREE),
        ResponseRow(line=3, participant="p1", statement="7", answer=Answer.DISAGREE),
    )
    assert checked("participants", "code,perspective,organisation", "r1,practitioner,Food bank", "y1,young people,").rows == (
        ParticipantRow(line=2, code="r1", perspective="practitioner", organisation="Food bank"),
        ParticipantRow(line=3, code="y1", perspective="young person"),
    )


@pytest.mark.parametrize(
    ("what", "header", "row", "why"),
    [
        ("reflections", "text,perspective", "No bus,mum", 'perspective: "mum" is not known'),
        ("reflections", "text,perspective", "No bus,parnet", 'perspective: "parnet" is not known, did you mean "parent"?'),
        ("reflections", "text,perspective", "No bus,", "it isn't said whose view it is"),
        ("reflections", "text,perspective", ",parent", "there is no text, nor both a participant and a theme to count without words"),
        ("reflections", "text,participant", ",p3", "there is no text, nor both a participant and a theme to count without words"),
        ("reflections", "text,perspective", "No bus", "1 cell where the header has 2"),
        ("reflections", "text,perspective", "No bus,parent,p3", "3 cells where the header has 2"),
        ("reflections", "text,participant", "No bus,ann@example.org", "an e-mail address names a person, and is no code"),
        ("reflections", "text,participant", "No bus,Ann Example", "a name names a person, and is no code"),
        ("participants", "code,perspective", "07700 900123,parent", "a telephone number names a person, and is no code"),
        ("reflections", "text,perspective,at", "No bus,parent,31/3/26", 'at: "31/3/26" is not understood'),
        ("reflections", "text,perspective,at", "No bus,parent,2026-02-30", 'at: "2026-02-30" is no date that there is'),
        ("reflections", "text,participant,perspective", "No bus,p3,unknown", "a participant can't be unknown"),
        ("reflections", "text,perspective", "No bus," + 100 * "x", 'perspective: "' + 59 * "x" + '…" is not known'),
        ("reflections", "text,perspective,verbatim", "No bus,parent,perhaps", 'verbatim: "perhaps" is not known'),
        ("reflections", "text,perspective,elicited", "No bus,parent,asked", 'elicited: "asked" is not known'),
        (
            "reflections",
            "text,perspective,at",
            ",mum,soon",
            'perspective: "mum" is not known; at: "soon" is not understood; '
            "there is no text, nor both a participant and a theme to count without words",
        ),
        ("statements", "text,made_by", ",parent", "there is no text"),
        ("statements", "text,made_by", "Buses run.,council", 'made_by: "council" is not known'),
        ("statements", "text,theme", "Buses run.,Bus; town", "a statement belongs to one theme"),
        ("responses", "participant,statement,answer", ",7,agree", "there is no participant"),
        ("responses", "participant,statement,answer", "p1,,agree", "there is no statement"),
        ("responses", "participant,statement,answer", "p1,7,yes", 'answer: "yes" is not known'),
        ("responses", "participant,statement,answer,perspective", "p1,7,agree,unknown", 'perspective: "unknown" is not known'),
        ("participants", "code,perspective", ",parent", "there is no code"),
        ("participants", "code,perspective", "p1,", "there is no perspective"),
        ("participants", "code,perspective", "p1,note-taker", 'perspective: "note-taker" is not known'),
    ],
)
def test_a_row_that_cannot_come_in_says_why(what: str, header: str, row: str, why: str) -> None:
    """The reason is told in the words of the file, all reasons of a row at once, with its line."""
    found = checked(what, header, "", row)
    assert found.rows == ()
    assert [(refused.line, refused.why) for refused in found.refused] == [(3, why)]
    assert str(found.refused[0]) == f"line 3: {why}"


def test_a_refused_row_does_not_hide_the_others() -> None:
    """Rows before and after it are checked too, so that one reading shows all that is to do."""
    found = checked("reflections", "text,perspective", "One,parent", "Two,mum", "Three,parent", "Four", "Five,dad")
    assert [row.line for row in found.rows] == [2, 4]
    assert [refused.line for refused in found.refused] == [3, 5, 6]
    assert all(refused.cure for refused in found.refused)


def test_person_and_theme_count_without_words() -> None:
    """A row without text is one person for its themes, text column or not."""
    for header, row in (("text,participant,theme", ",p3,Debt"), ("participant,theme", "p3,Debt")):
        assert checked("reflections", header, row).rows == (ReflectionRow(line=2, participant="p3", themes=("Debt",)),)


def test_blank_cells_beyond_the_last_column_do_no_harm() -> None:
    """Spreadsheets leave such commas behind."""
    assert checked("reflections", "text,perspective", "No bus,parent,, ,").refused == ()


def test_a_session_or_a_participant_may_say_whose_view_it_is() -> None:
    """The perspective is then theirs, and the row leaves it open; a remark's may also be unknown."""
    found = checked("reflections", "text,perspective,participant,session", "One,,p3,", "Two,,,1", "Three,unknown,,", "Four,note-taker,,")
    assert found.refused == ()
    assert [row.perspective for row in found.rows if isinstance(row, ReflectionRow)] == ["", "", "unknown", "note-taker"]


@pytest.mark.parametrize(
    ("what", "lines", "why"),
    [
        ("participants", ["code,perspective", "3,parent", "3,practitioner"], '"3" is practitioner here and parent on line 2'),
        ("participants", ["code,perspective", "p3,parent", "P3,both"], '"P3" is both here and parent on line 2'),
        (
            "participants",
            ["code,perspective,organisation", "r3,practitioner,Council", "r3,practitioner,NHS"],
            '"r3" has another organisation on line 2',
        ),
        (
            "reflections",
            ["text,participant,perspective", "One,3,parent", "Two,3,practitioner"],
            '"3" is practitioner here and parent on line 2',
        ),
        (
            "responses",
            ["participant,perspective,statement,answer", "3,parent,1,agree", "3,other,1,agree"],
            '"3" is other here and parent on line 2',
        ),
        ("statements", ["id,text", "7,Buses run.", "7,Buses are dear."], 'the id "7" stands on line 2 too'),
        ("statements", ["id,text", "7,Buses run.", "7,Buses run."], 'the id "7" stands on line 2 too'),
    ],
)
def test_rows_may_not_contradict_each_other(what: str, lines: list[str], why: str) -> None:
    """One code is one person, of one perspective; one id is one statement."""
    found = checked(what, *lines)
    assert [(refused.line, refused.why) for refused in found.refused] == [(3, why)]
    assert found.refused[0].cure.startswith("Give each")


def test_one_code_in_two_sessions_is_two_people() -> None:
    """Stickers are handed out anew in each session, so that 3 may be a parent here and a practitioner there."""
    found = checked("reflections", "text,session,participant,perspective", "One,1,3,parent", "Two,2,3,practitioner")
    assert found.refused == ()


def test_a_person_named_twice_with_nothing_new_is_there_once() -> None:
    """A file of answers with the person's perspective on every row can be read as the list of its people."""
    found = checked("participants", "code,perspective", "p1,parent", "p2,parent", "p1,parents")
    assert (len(found.rows), found.refused) == (2, ())


def test_a_response_without_an_answer_is_not_asked() -> None:
    """Silence is no answer: the row brings nothing, and is told apart from those that are refused."""
    found = checked("responses", "participant,statement,answer", "p1,7,", "p1,8,n/a", "p1,9,agree", values=["answer:n/a="])
    assert (len(found.rows), found.refused, found.unanswered) == (1, (), (2, 3))


def test_a_files_own_words_can_be_given_their_meaning() -> None:
    """--value works on every field, on blank cells, and on each theme by itself."""
    found = checked(
        "reflections",
        "text,group,tags",
        "One,0,hsg;money",
        "Two,,money; hsg",
        maps=["perspective=group", "theme=tags"],
        values=["perspective:0=parents", "perspective:=practitioner", "theme:HSG=Housing", "theme:money=Debt"],
    )
    assert [(row.perspective, row.themes) for row in found.rows if isinstance(row, ReflectionRow)] == [
        ("parent", ("Housing", "Debt")),
        ("practitioner", ("Debt", "Housing")),
    ]


def test_a_meaning_is_not_given_a_meaning_again() -> None:
    """1=0 and 0=1 exchange the two: each cell is looked up once."""
    found = checked("reflections", "text,perspective,theme", "One,parent,a;b", values=["theme:a=b", "theme:b=a"])
    assert [row.themes for row in found.rows if isinstance(row, ReflectionRow)] == [("b", "a")]


@pytest.mark.parametrize("value", ["answer:1=agre", "perspective:1=mum"])
def test_a_meaning_that_is_no_word_of_ours_is_refused_before_any_row(value: str) -> None:
    """Otherwise every row would be refused for one slip in an option."""
    with pytest.raises(WorkshopError, match="is not known"):
        checked("responses", "participant,statement,answer", "p1,7,1", values=[value])


def test_a_preview_knows_which_columns_were_used() -> None:
    """By field, with those that fill nothing."""
    found = checked("reflections", "Timestamp,Comment,perspective,theme,theme", "x,No bus,parent,a,b")
    assert found.columns == {"text": ("Comment",), "perspective": ("perspective",), "theme": ("theme", "theme")}
    assert found.unused == ("Timestamp",)


def test_a_table_without_rows_brings_none() -> None:
    """A header alone is no fault."""
    assert checked("participants", "code,perspective").rows == ()
