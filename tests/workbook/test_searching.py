"""Finding remarks."""

import unicodedata

import pytest

from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.model.search import Filter
from workshop.workbook.book import Workbook

LINES = (
    '3: "we go without so they can eat" #food *',
    "4: the food-bank shut at noon #food-bank !barrier",
    "5: the bus is dear and late #transport",
    "6: no bus on Sundays, dear too",
    "parents: can we ask again !question",
    "nt: they nod",
    "r2: I met them at the bus stop ...",
)


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Seven remarks in the first activity of a mixed session."""
    made = book.start_session(plan, "mixed", present={"parent": 8})
    book.act(made, Verb.START)
    for line in LINES:
        book.capture(made, line.replace("3:", "p3:", 1).replace("4:", "p4:", 1).replace("5:", "p5:", 1).replace("6:", "p6:", 1))
    return made


def found(book: Workbook, typed: str) -> list[int]:
    """The numbers of what is found."""
    return [each.number for each in book.search(Filter.parse(typed))]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("", [1, 2, 3, 4, 5, 6, 7]),
        ("bus", [3, 4, 7]),
        ("BUS dear", [3, 4]),
        ("food bank", [2]),
        ("perspective=parents", [1, 2, 3, 4, 5]),
        ("perspective=r", [7]),
        ("perspective=note-taker", [6]),
        ("session=S1 activity=1 theme=food", [1]),
        ("activity=talk bus", [3, 4, 7]),
        ("lane=BARRIER", [2]),
        ("kind=!question", [5]),
        ("person=p5", [3]),
        ("person=5", [3]),
        ("unsorted", [4, 5, 6, 7]),
        ("unsorted perspective=parent", [4, 5]),
        ("highlighted", [1]),
        ("unfinished", [7]),
        ("nowhere", []),
    ],
)
def test_everything_asked_for_has_to_hold(book: Workbook, session: Session, typed: str, numbers: list[int]) -> None:
    """In the order of their numbers."""
    assert found(book, typed) == numbers


@pytest.mark.parametrize(
    "typed", ["session=S9", "activity=9", "activity=lunch", "theme=hunger", "person=p77", "perspective=teacher", "lane=barier"]
)
def test_what_is_not_there_to_look_for_is_said(book: Workbook, session: Session, typed: str) -> None:
    """An empty list would be taken for an answer."""
    with pytest.raises(WorkshopError):
        found(book, typed)


def test_a_lane_that_is_nearly_one_is_named(book: Workbook, session: Session) -> None:
    """With the one that was meant; a lane of the plan that nothing is noted in yet is there to look for."""
    with pytest.raises(WorkshopError, match="barier") as fault:
        found(book, "lane=barier")
    assert fault.value.cure == 'Did you mean "barrier"?'
    with pytest.raises(WorkshopError) as fault:
        found(book, "lane=xx")
    assert "barrier" in fault.value.cure
    assert found(book, "lane=enabler") == []


def test_a_second_coders_themes_sort_nothing(book: Workbook, session: Session) -> None:
    """They code blind: the note-taker's list is as it was."""
    book.code("R4", "transport", coder="Bo")
    assert (found(book, "theme=transport"), 4 in found(book, "unsorted")) == ([3], True)


def test_off_the_record_there_is_nothing_to_sort(book: Workbook, session: Session) -> None:
    """Its words never reached the disk."""
    book.capture(session, "p3: my brother drinks !off")
    assert 8 not in found(book, "unsorted")


@pytest.mark.parametrize(
    "words",
    [
        "لا يمكننا دفع ثمن الطعام",
        "ہم کھانے کے پیسے نہیں دے سکتے",
        "Zażółć gęślą jaźń, brakuje pieniędzy na jedzenie",
        "Chan eil airgead againn airson bìdh",
        "👨‍👩‍👧‍👦 hungry tonight",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Alba",
    ],
)
def test_every_language_is_captured_searched_and_edited_unchanged(book: Workbook, session: Session, words: str) -> None:
    """Its last word finds it, composed or not; what comes out is what went in, letter by letter."""
    saved = book.capture(session, f'p3: "{words}" #{words.split(maxsplit=1)[0]}')
    last = words.rsplit(maxsplit=1)[-1]
    assert found(book, last) == found(book, unicodedata.normalize("NFD", last).upper()) == [8]
    assert book.reflection(saved.ref).text == words
    assert book.edit(saved.ref, f"{words} {words}").text == f"{words} {words}"
    assert [each.number for each in book.search(Filter(theme=words.split(maxsplit=1)[0]))] == [8]


def test_similar_remarks_share_words_and_no_more(book: Workbook, session: Session) -> None:
    """Those with the rarest words in common come first; what means the same in other words is not among them."""
    book.capture(session, "p7: the bus is dear dear dear")
    book.capture(session, "p8: transport costs too much")
    assert [each.number for each in book.similar_to("R3")] == [8, 4, 7]
    assert book.similar_to("R9") == ()


def test_one_word_finds_those_with_that_word(book: Workbook, session: Session) -> None:
    """Two words in common can't be asked of a remark that has one."""
    book.capture(session, "p7: Sundays!")
    assert [each.number for each in book.similar_to("R8")] == [4]
    book.capture(session, "p7: !question")
    assert book.similar_to("R9") == ()
