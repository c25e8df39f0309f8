"""Which column fills which field: by its header, and by --map."""

import pytest

from workshop.errors import WorkshopError
from workshop.intake.fields import FIELDS, What, column_names, columns, read_map_options


@pytest.mark.parametrize(
    ("what", "header", "found"),
    [
        ("reflections", "Text,PERSPECTIVE,Participant", {"text": (0,), "perspective": (1,), "participant": (2,)}),
        ("reflections", "Comment,perspective", {"text": (0,), "perspective": (1,)}),
        ("reflections", "comment,text,perspective", {"text": (1,), "perspective": (2,)}),
        ("reflections", "text,theme,theme,theme", {"text": (0,), "theme": (1, 2, 3)}),
        ("reflections", "text,Theme 1,theme_2,Themes", {"text": (0,), "theme": (1, 2, 3)}),
        ("reflections", "participant,theme", {"participant": (0,), "theme": (1,)}),
        ("reflections", "text,said-at,session,activity,verbatim,elicited", None),
        ("reflections", "text,,,date,Timestamp", {"text": (0,)}),
        ("statements", "ID,Text,Made by,theme", {"id": (0,), "text": (1,), "made_by": (2,), "theme": (3,)}),
        ("statements", "statement,made_by", {"text": (0,), "made_by": (1,)}),
        ("responses", "participant code,Statement ID,Answer", {"participant": (0,), "statement": (1,), "answer": (2,)}),
        ("responses", "participant,statement,statement id,response", {"participant": (0,), "statement": (1,), "answer": (3,)}),
        ("participants", "participant,perspective,organization", {"code": (0,), "perspective": (1,), "organisation": (2,)}),
    ],
)
def test_headers_that_say_so_map_by_themselves(what: str, header: str, found: dict[str, tuple[int, ...]] | None) -> None:
    """The field's own name, in any case and with any hyphens, comes first; then a few that can mean nothing else."""
    names = header.split(",")
    expected = found or {"text": (0,), "at": (1,), "session": (2,), "activity": (3,), "verbatim": (4,), "elicited": (5,)}
    assert columns(What(what), names, {}).of == expected


@pytest.mark.parametrize(
    ("header", "options", "found"),
    [
        ("text,note", ["text=note"], {"text": (1,)}),
        ("text,Long Note", ["text=long-note"], {"text": (1,)}),
        ("a=b,text", ["text=a=b"], {"text": (0,)}),
        ("text,topic,area,theme", ["theme=topic", "theme=area"], {"text": (0,), "theme": (1, 2)}),
        ("text,topic,topic", ["theme=topic"], {"text": (0,), "theme": (1, 2)}),
        ("text,Note,note", ["text=note"], {"text": (2,)}),
        ("text,at", ["at="], {"text": (0,)}),
        ("text,x", ["Participant = x "], {"text": (0,), "participant": (1,)}),
        ("words", ["text=words", "verbatim=words"], {"text": (0,), "verbatim": (0,)}),
    ],
)
def test_map_says_which_column_fills_a_field(header: str, options: list[str], found: dict[str, tuple[int, ...]]) -> None:
    """The first `=` divides; a name spelt exactly comes before one that folds to it; an empty column leaves the field empty."""
    names = read_map_options(What.REFLECTIONS, options)
    assert columns(What.REFLECTIONS, header.split(","), names).of == found


@pytest.mark.parametrize(
    ("what", "header", "options", "faults"),
    [
        ("reflections", "words,who", [], ("no column is text",)),
        ("reflections", "participant,words", [], ("no column is text",)),
        ("responses", "who,statement", [], ("no column is participant", "no column is answer")),
        ("statements", "text", ["text="], ("no column is text",)),
        ("participants", "code,group", ["perspective=grop"], ('perspective: there is no column "grop", did you mean "group"?',)),
        ("reflections", "text,themes", ["theme=zzz"], ('theme: there is no column "zzz"',)),
        ("reflections", "text,text", [], ('text can be one column only, and "text", "text" would all be it',)),
        ("statements", "a,b", ["text=a", "text=b"], ('text can be one column only, and "a", "b" would all be it',)),
    ],
)
def test_all_faults_of_a_mapping_are_told_at_once(what: str, header: str, options: list[str], faults: tuple[str, ...]) -> None:
    """Each missing, unknown or doubled column is a line of the one error, and the cure lists the columns that there are."""
    names = header.split(",")
    with pytest.raises(WorkshopError) as caught:
        columns(What(what), names, read_map_options(What(what), options))
    assert caught.value.lines == faults
    assert f"The columns are {', '.join(names)}." in caught.value.cure


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("tekst=note", 'reflections have no field "tekst", did you mean "text"?'),
        ("code=note", 'reflections have no field "code"'),
        ("note", '"note" is no mapping.'),
        ("", '"" is no mapping.'),
        ("te\x1b[1mxts=note", 'reflections have no field "texts", did you mean "text"?'),
    ],
)
def test_a_map_option_that_is_none_is_refused(option: str, message: str) -> None:
    """A field that isn't there is named with the nearest, and an option without `=` as it stands."""
    with pytest.raises(WorkshopError) as caught:
        read_map_options(What.REFLECTIONS, [option])
    assert caught.value.message == message


def test_columns_that_fill_nothing_are_named() -> None:
    """A preview can say what is left behind; columns without a name are not worth a word."""
    assert columns(What.REFLECTIONS, ["Timestamp", "text", "", "theme", "Score"], {}).unused == ("Timestamp", "Score")


def test_pairs_and_options_say_the_same() -> None:
    """A screen gives pairs where the command line gives options."""
    assert column_names(What.STATEMENTS, [("id", "ref"), ("Made By", "who")]) == read_map_options(
        What.STATEMENTS, ["id=ref", "Made By=who"]
    )


def test_the_kinds_of_import_are_plain_words() -> None:
    """The keys of FIELDS are the words of the command line, in its order."""
    assert list(FIELDS) == ["reflections", "statements", "responses", "participants", "themes", "votes"]
    assert {type(what) for what in FIELDS} == {str}


def test_of_many_columns_a_message_lists_the_first() -> None:
    """A table of answers may have a hundred columns; the message stays readable."""
    with pytest.raises(WorkshopError) as caught:
        columns(What.REFLECTIONS, [f"q{number}" for number in range(100)], {})
    assert caught.value.cure.endswith("q10, q11 and 88 more.")
