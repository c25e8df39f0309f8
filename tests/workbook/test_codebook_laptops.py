"""The codebook changes on one laptop while another codes: when the two meet, nothing that was coded is lost, and both show the same."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbook.conftest import Hands
from tests.workbook.laptops import copied, opened, side_by_side
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop

THEMES = ("food", "food-bank", "debt")
REMARKS = ("R1", "R2", "R3", "R4")
Coded = set[tuple[str, str, str]]


def coded(book: Workbook) -> Coded:
    """Each remark with each theme, by title, that each coder gave to it, as everybody is shown it."""
    records = book.records
    return {
        (book.ref(records.reflections[each.reflection]), records.themes[each.theme].title, each.coder)
        for each in records.codings.values()
        if each.theme
    }


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A remark on food, one on the food bank, one on debt, one on nothing."""
    made = book.start_session(plan, "parent", present={"parent": 8})
    book.act(made, Verb.START)
    for place, line in enumerate((*(f"about {each} #{each}" for each in THEMES), "about nothing")):
        book.capture(made, f"{place + 1}: {line}")
    return made


def meet(book: Workbook, far: Workbook) -> None:
    """Both laptops have the journals of both."""
    side_by_side(far.folder, book.folder)
    side_by_side(book.folder, far.folder)
    for each in (book, far):
        each.refresh()


def test_what_is_coded_elsewhere_with_a_theme_that_was_merged_is_part_of_it(book: Workbook, session: Session, hands: Hands) -> None:
    """By a verb, and on the capture line; and when the merge is taken back it has its own theme again."""
    far = opened(copied(book.folder, "far"), hands)
    book.merge_themes("food bank", "food")
    far.code("R4", "food bank")
    far.capture(session, "5: shut again #foodbank-queue #food-bank")
    meet(book, far)
    for each in (book, far):
        assert {("R2", "Food", ""), ("R4", "Food", ""), ("R5", "Food", "")} <= coded(each)
        assert "Food bank" not in [theme.title for theme in each.themes()]
    book.undo()
    assert {("R2", "Food bank", ""), ("R4", "Food bank", ""), ("R5", "Food bank", "")} <= coded(book)
    far.close()


def test_a_theme_renamed_elsewhere_is_merged_all_the_same(book: Workbook, session: Session, hands: Hands) -> None:
    """The merge is no version of the theme, so no other version can win over it; the new name is an alias."""
    far = opened(copied(book.folder, "far"), hands)
    book.merge_themes("food bank", "food")
    hands.pass_(1)
    far.rename_theme("food bank", "Larder")
    meet(book, far)
    for each in (book, far):
        assert each.theme("larder").title == "Food"
        assert each.conflicts() == ()
    far.close()


def test_two_laptops_may_merge_each_into_the_other(book: Workbook, session: Session, hands: Hands) -> None:
    """One theme is left of the two, on both the same, with what was coded with either."""
    far = opened(copied(book.folder, "far"), hands)
    book.merge_themes("food bank", "food")
    far.merge_themes("food", "food bank")
    meet(book, far)
    assert coded(book) == coded(far)
    (left,) = {title for ref, title, _ in coded(book) if ref in ("R1", "R2")}
    assert left in ("Food", "Food bank")
    assert book.theme("food").id == book.theme("food bank").id
    far.close()


def test_what_is_coded_elsewhere_with_a_theme_that_was_split_stays_with_it(book: Workbook, session: Session, hands: Hands) -> None:
    """The remarks that were named have left, and no others."""
    far = opened(copied(book.folder, "far"), hands)
    book.split_theme("food", "Hunger", ["R1"])
    far.code("R4", "food")
    meet(book, far)
    for each in (book, far):
        assert {("R1", "Hunger", ""), ("R4", "Food", "")} <= coded(each)
        assert ("R1", "Food", "") not in coded(each)
    far.close()


def test_a_theme_that_was_removed_while_somebody_coded_with_it_is_there_again(book: Workbook, session: Session, hands: Hands) -> None:
    """It was empty here, and is not."""
    book.add_theme("Damp")
    far = opened(copied(book.folder, "far"), hands)
    book.remove_theme("damp")
    far.code("R4", "damp")
    meet(book, far)
    for each in (book, far):
        assert ("R4", "Damp", "") in coded(each)
    far.close()


Deed = Callable[[Workbook], object]


def deeds() -> st.SearchStrategy[Sequence[Deed]]:
    """What a person does to the codebook, or codes."""
    theme, remark = st.sampled_from(THEMES), st.sampled_from(REMARKS)

    def merge(one: str, other: str) -> Deed:
        return lambda book: book.merge_themes(one, other)

    def split(one: str, ref: str) -> Deed:
        return lambda book: book.split_theme(one, f"part of {one}", [ref])

    def rename(one: str) -> Deed:
        return lambda book: book.rename_theme(one, f"{one} too")

    def code(ref: str, one: str, coder: str) -> Deed:
        return lambda book: book.code(ref, one, coder=coder)

    return st.lists(
        st.one_of(
            st.builds(merge, theme, theme),
            st.builds(split, theme, remark),
            st.builds(rename, theme),
            st.builds(code, remark, theme, st.sampled_from(["", "Bo"])),
        ),
        max_size=5,
    )


@contextmanager
def two_laptops(folder: Path, plan: Plan) -> Iterator[tuple[Workbook, Workbook]]:
    """One workshop on two of them."""
    shutil.rmtree(folder, ignore_errors=True)
    book = create_workshop(folder / "near", "Near", clock=(hands := Hands()))
    session = book.start_session(plan, "parent")
    for place, each in enumerate((*THEMES, "")):
        book.capture(session, f"{place + 1}: made up {f'#{each}' if each else ''}")
    far = opened(copied(book.folder, "far"), hands)
    yield book, far
    book.close()
    far.close()


def do(book: Workbook, deed: Deed) -> None:
    """Somebody tries; what is refused changes nothing."""
    before = book.serial
    try:
        deed(book)
    except WorkshopError:
        assert book.serial == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(here=deeds(), there=deeds())
def test_whatever_is_done_on_both_no_remark_loses_its_themes(
    tmp_path: Path, plan: Plan, here: Sequence[Deed], there: Sequence[Deed]
) -> None:
    """Merges, splits, renames and codings in any order: both laptops end alike, and each remark that had a theme from a coder has one."""
    with two_laptops(tmp_path / "laptops", plan) as (book, far):
        for deed in here:
            do(book, deed)
        for deed in there:
            do(far, deed)
        given = {(ref, coder) for each in (book, far) for ref, _, coder in coded(each)}
        meet(book, far)
        assert coded(book) == coded(far)
        assert {(ref, coder) for ref, _, coder in coded(book)} == given
        assert [each.title for each in book.themes()] == [each.title for each in far.themes()]
        assert all(each.theme in book.records.themes for each in book.records.codings.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=deeds())
def test_whatever_is_done_can_be_undone(tmp_path: Path, plan: Plan, done: Sequence[Deed]) -> None:
    """Step by step, back to what was coded and how the themes were at first."""
    with two_laptops(tmp_path / "laptops", plan) as (book, _far):
        before, steps = (book.themes(), book.records.codings), 0
        for deed in done:
            serial = book.serial
            do(book, deed)
            steps += book.serial != serial
        for _ in range(steps):
            book.undo()
        assert (book.themes(), book.records.codings) == before
