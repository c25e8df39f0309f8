"""What somebody looks for, as it is typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop.errors import WorkshopError
from workshop.model.search import EXAMPLES, FIELDS, Filter


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Filter()),
        ("bus", Filter(text="bus")),
        ("the  bus", Filter(text="the bus")),
        ("perspective=parent theme=food unsorted", Filter(perspective="parent", theme="food", unsorted=True)),
        ('theme="food bank" shut', Filter(theme="food bank", text="shut")),
        ("UNFINISHED Highlighted Session=s1", Filter(unfinished=True, highlighted=True, session="s1")),
        ('"unsorted"', Filter(text="unsorted")),
        ("2+2=4 £5 =", Filter(text="2+2=4 £5 =")),
        ("activity=2 lane=barrier kind=question person=p3", Filter(activity="2", lane="barrier", kind="question", person="p3")),
        ("طعام", Filter(text="طعام")),
        ("theme=طعام", Filter(theme="طعام")),
        ('"never closed', Filter(text="never closed")),
    ],
)
def test_the_language(typed: str, meant: Filter) -> None:
    """Fields, states and words, in any order; quotes hold together, or make a word of what would mean something."""
    assert Filter.parse(typed) == meant
    assert meant.asks == bool(typed)


@pytest.mark.parametrize("typed", ["colour=red", "theme=", 'theme=""', "x=1"])
def test_what_is_no_field_is_refused_with_those_there_are(typed: str) -> None:
    """So is a field without a value: nobody gets everything for having forgotten it."""
    with pytest.raises(WorkshopError) as refused:
        Filter.parse(typed)
    assert refused.value.cure


def test_every_field_has_an_example_that_reads_as_that_field() -> None:
    """The help and the errors show no other language than the one that is read."""
    assert list(EXAMPLES) == list(FIELDS)
    for name, typed in EXAMPLES.items():
        assert getattr(Filter.parse(typed), name)


@given(st.text() | st.text('=" aunsorted theme', max_size=30))
@example('theme="a b" unsorted "c=d"')
def test_what_is_printed_reads_the_same(typed: str) -> None:
    """Whatever is typed is refused, or printed so that it means the same."""
    try:
        found = Filter.parse(typed)
    except WorkshopError:
        return
    assert Filter.parse(str(found)) == found
