"""How records are read: flags and merges, whatever order and rings they come in."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workshop.model.flag import Flag
from workshop.model.merge import Merge
from workshop.model.records import Coding, Reflection, Statement, Theme
from workshop.model.shown import Lens, lens

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
THEMES = {key: Theme(id=key, title=key.capitalize(), order=place, provisional=False) for place, key in enumerate("abcd")}


def merge(theme: str, into: str) -> Merge:
    """Its id is what the workbook gives it: one theme is merged once."""
    return Merge(id=f"m{theme}", theme=theme, into=into, at=NOON)


def reflection(key: str, **more: Any) -> Reflection:
    """A made-up remark."""
    return Reflection(id=key, number=1, session="s", text="made up", perspective="parent", at=NOON, **more)


def test_without_flags_and_merges_everything_is_as_it_is() -> None:
    """The lens is clear."""
    assert lens([], [], THEMES).clear
    assert Lens().through(reflection("r1")) == reflection("r1")


def test_what_rests_on_a_flagged_remark_is_hidden_with_it() -> None:
    """Its codings, and the statements that were built from it; others stay."""
    flagged = lens([Flag(id="f", reflection="r1", at=NOON)], [], THEMES)
    statement = Statement(id="t", number=1, text="made up", made_by="parent", sources=("r2", "r1"))
    for record in (reflection("r1"), Coding(id="c", reflection="r1", theme="a"), statement, Flag(id="f", reflection="r1", at=NOON)):
        assert flagged.through(record) is None
    assert flagged.through(reflection("r2")) == reflection("r2")


def test_what_is_about_a_merged_theme_is_about_the_other() -> None:
    """Codings and statements keep their ids; a merge of a merge leads to the last."""
    found = lens([], [merge("a", "b"), merge("b", "c")], THEMES)
    assert found.through(Coding(id="x", reflection="r", theme="a")) == Coding(id="x", reflection="r", theme="c")
    shown = found.themes(THEMES)
    assert list(shown) == ["c", "d"]
    assert shown["c"].aliases == ("A", "B")


def test_a_merge_with_a_theme_that_is_not_there_does_nothing() -> None:
    """It may come later, from another laptop."""
    assert lens([], [merge("a", "gone"), merge("gone", "b")], THEMES).clear


def test_a_theme_under_one_that_was_merged_stands_under_the_other() -> None:
    """And under itself never."""
    themes = {**THEMES, "d": Theme(id="d", title="D", parent="a"), "b": Theme(id="b", title="B", parent="a")}
    shown = lens([], [merge("a", "b")], themes).themes(themes)
    assert (shown["d"].parent, shown["b"].parent) == ("b", None)


def test_a_title_that_is_in_use_again_is_no_alias() -> None:
    """After a split by the name of a theme that was merged, the name means the new one."""
    themes = {**THEMES, "e": Theme(id="e", title="a")}
    assert lens([], [merge("a", "b")], themes).themes(themes)["b"].aliases == ()


@given(st.lists(st.builds(merge, st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8))
def test_every_theme_leads_to_one_that_is_shown(merges: list[Merge]) -> None:
    """In whatever rings several laptops merged them, some theme is left of each, and the order doesn't matter."""
    last = {each.id: each for each in merges}
    found = lens([], last.values(), THEMES)
    shown = found.themes(THEMES)
    assert {found.into.get(key, key) for key in THEMES} == set(shown)
    assert lens([], reversed(last.values()), THEMES) == found
