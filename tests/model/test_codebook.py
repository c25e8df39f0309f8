"""The codebook: which theme a tag means, hints, titles; and its revisions."""

from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import WorkshopError
from workshop.model import codebook
from workshop.model.keys import coding_id, theme_id
from workshop.model.records import Coding, Theme
from workshop.model.revision import Split, renamed, split, whole, with_aliases, with_parent
from workshop.text import clean_line, fold

SALT = "5f0c"


def theme(born: str, order: int = 0, **fields: Any) -> Theme:
    """A theme born with this title, agreed upon unless told otherwise."""
    return replace(Theme(id=theme_id(SALT, born), title=born, order=order, provisional=False), **fields)


FOOD = theme("Foodbank", 1, aliases=("larder", "Food bank"), lead_organisation="Council")
INCOME = theme("Income maximisation", 2, description="Claiming what one is due", provisional=True, priority=True)
DEBT = theme("Debt", 3, aliases=("arrears",), parent=INCOME.id)
SHAME = theme("Shame", 4, parent=DEBT.id, description="Asking for help")
THEMES = {each.id: each for each in (SHAME, DEBT, INCOME, FOOD)}


def coding(reflection: str, about: Theme, coder: str = "") -> Coding:
    """Its id is what the workbook gives it."""
    return Coding(id=coding_id(SALT, reflection, about.id, coder), reflection=reflection, theme=about.id, coder=coder)


def applied(change: Split, themes: dict[str, Theme], codings: list[Coding]) -> tuple[dict[str, Theme], set[Coding]]:
    """Both tables after the split: what leaves deleted, what arrives put."""
    return themes | {row.id: row for row in change.themes}, (set(codings) - set(change.leaving)) | set(change.arriving)


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("foodbank", FOOD),
        ("FOODBANK", FOOD),
        ("larder", FOOD),
        ("food-bank", FOOD),
        ("income-maximisation", INCOME),
        ("income_Maximisation", INCOME),
        ("arrears", DEBT),
        ("incomes", None),
        ("", None),
    ],
)
def test_a_tag_means_a_theme_by_title_or_alias(tag: str, found: Theme | None) -> None:
    """Case, hyphens and underscores don't matter; a likeness is no match."""
    assert codebook.resolve(tag, THEMES) == found


def test_a_title_goes_before_another_themes_alias() -> None:
    """Where one theme's alias is another's title, the tag means the one that bears it."""
    later, earlier = theme("Larder", 2), theme("Foodbank", 1, aliases=("larder",))
    assert codebook.resolve("larder", {later.id: later, earlier.id: earlier}) == later


def test_names_are_in_the_codebooks_order() -> None:
    """Titles as the themes are ordered, then aliases; each leads to its title."""
    assert list(codebook.names(THEMES)) == ["foodbank", "income maximisation", "debt", "shame", "larder", "food bank", "arrears"]
    assert codebook.names(THEMES)["larder"] == "Foodbank"


@pytest.mark.parametrize(
    ("tag", "titles"),
    [
        ("foodbanks", ["Foodbank"]),
        ("lardar", ["Foodbank"]),
        ("income-maximization", ["Income maximisation"]),
        ("depts", []),
        ("hunger", []),
        ("foodbank", []),
        ("we go without so the kids can eat", []),
    ],
)
def test_near_duplicates_are_hinted_at_by_spelling_alone(tag: str, titles: list[str]) -> None:
    """A tag spelt almost as a title or an alias brings that theme to mind; one that means the same in other words doesn't."""
    assert [near.title for near in codebook.near(tag, THEMES)] == titles


@given(st.text("abcde f", min_size=1, max_size=10), st.lists(st.text("abcde f", min_size=1, max_size=10), max_size=30, unique=True))
def test_the_hint_is_what_difflib_says(tag: str, names: list[str]) -> None:
    """Of the names with a ratio of 0.8 or more the best three: none that was passed over for speed is among them."""
    ratios = {name: SequenceMatcher(None, name, fold(tag)).ratio() for name in names if name != fold(tag)}
    alike = sorted((ratio for ratio in ratios.values() if ratio >= codebook.ALIKE), reverse=True)
    assert [ratios[name] for name in codebook.similar(tag, names)] == alike[:3]


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("income-maximisation", "Income maximisation"),
        ("food_bank", "Food bank"),
        ("NHS", "NHS"),
        ("ıspanak", "ıspanak"),
        ("طعام", "طعام"),
        ("🏠", "🏠"),
    ],
)
def test_a_new_theme_gets_a_title_to_read(tag: str, title: str) -> None:
    """Words for hyphens and a capital, unless that would make another word of it."""
    assert codebook.display_title(tag) == title


@given(st.text())
def test_a_title_folds_as_its_tag(tag: str) -> None:
    """Whatever the tag, its theme is found by it again."""
    made = codebook.new_theme(clean_line(tag), {}, SALT, ())
    assert fold(made.title) == fold(clean_line(tag))
    assert codebook.resolve(clean_line(tag), {made.id: made}) == made


def test_a_new_theme_is_provisional_and_last() -> None:
    """It stands below those there are, and asks to be agreed upon."""
    made = codebook.new_theme("damp-walls", THEMES, SALT, ())
    assert (made.title, made.order, made.provisional, made.id) == ("Damp walls", 5, True, theme_id(SALT, "Damp walls"))


def test_a_new_theme_never_takes_the_id_of_another() -> None:
    """A theme renamed away from a title keeps its id; a theme that takes the title later gets one of its own, the same in every window."""
    housing = theme("Housing", title="Homes")
    made = codebook.new_theme("housing", {housing.id: housing}, SALT, ())
    assert made.id != housing.id
    assert made == codebook.new_theme("Housing", {housing.id: housing}, SALT, ())


def test_a_renamed_theme_keeps_its_id_and_its_old_name_as_an_alias() -> None:
    """A tag typed from habit still means it."""
    after = renamed(FOOD, " Food  aid", THEMES)
    assert (after.id, after.title, after.aliases) == (FOOD.id, "Food  aid", ("larder", "Food bank", "Foodbank"))
    assert codebook.resolve("foodbank", {**THEMES, after.id: after}) == after


def test_renaming_back_drops_the_alias() -> None:
    """A title is never its own alias."""
    once = renamed(FOOD, "Food aid", THEMES)
    assert renamed(once, "Foodbank", {**THEMES, once.id: once}).aliases == ("larder", "Food bank", "Food aid")


def test_spelling_a_title_otherwise_makes_no_alias() -> None:
    """Capitals, hyphens and spaces of a title may change without a trace."""
    assert renamed(FOOD, "FOODBANK", THEMES).aliases == FOOD.aliases


@pytest.mark.parametrize("title", ["", "  ", "--", "debt", "ARREARS"])
def test_a_title_must_be_said_and_free(title: str) -> None:
    """A blank one, or one that another theme has as its title or alias, is refused with what to do."""
    with pytest.raises(WorkshopError) as refused:
        renamed(FOOD, title, THEMES)
    assert refused.value.cure
    with pytest.raises(WorkshopError):
        with_aliases(FOOD, ["pantry", title], THEMES)


def test_aliases_are_kept_once_each() -> None:
    """However they are spelt, and never the title itself."""
    assert with_aliases(FOOD, ["Pantry", "pantry", "foodbank"], THEMES).aliases == ("Pantry",)


def test_no_theme_stands_under_itself() -> None:
    """Neither directly nor by way of those below it; under a theme that isn't there neither."""
    assert with_parent(FOOD, DEBT.id, THEMES).parent == DEBT.id
    assert with_parent(DEBT, None, THEMES).parent is None
    for parent in (INCOME.id, SHAME.id, "nowhere"):
        with pytest.raises(WorkshopError):
            with_parent(INCOME, parent, THEMES)


def test_a_ring_of_parents_is_no_trap() -> None:
    """Two laptops that each put one theme under the other make a ring when they merge: it takes no theme, and a merge breaks it."""
    debt, shame = replace(DEBT, parent=SHAME.id), SHAME
    ring = {**THEMES, debt.id: debt}
    with pytest.raises(WorkshopError):
        with_parent(FOOD, SHAME.id, ring)
    assert whole(shame, [debt], ring).parent is None


def test_a_merge_keeps_every_word_of_both() -> None:
    """Names become aliases, descriptions are joined, what one lacks it takes from the other; one agreed makes it agreed."""
    assert whole(INCOME, [SHAME, FOOD], THEMES) == Theme(
        id=INCOME.id,
        title="Income maximisation",
        description="Claiming what one is due\nAsking for help",
        aliases=("Shame", "Foodbank", "larder", "Food bank"),
        priority=True,
        lead_organisation="Council",
        provisional=False,
        order=2,
    )


def test_a_theme_merged_with_its_parent_rises_to_where_that_stood() -> None:
    """It can't stay under what is gone, nor under itself."""
    assert whole(SHAME, [DEBT], THEMES).parent == INCOME.id
    assert whole(SHAME, [DEBT, INCOME], THEMES).parent is None


def test_a_split_takes_the_chosen_reflections_to_a_new_theme() -> None:
    """The others stay; the new theme stands under the same parent; an alias that becomes its title is one no longer."""
    codings = [coding("r1", DEBT), coding("r2", DEBT), coding("r2", DEBT, "second"), coding("r2", FOOD)]
    change = split(DEBT, "Arrears", ["r2"], themes=THEMES, codings=codings, salt=SALT, taken=())
    themes, after = applied(change, THEMES, codings)
    part = themes[theme_id(SALT, "Arrears")]
    assert (part.title, part.parent, themes[DEBT.id].aliases, part) == ("Arrears", INCOME.id, (), change.part)
    assert after == {coding("r1", DEBT), coding("r2", part), coding("r2", part, "second"), coding("r2", FOOD)}


def test_a_split_may_go_to_a_theme_there_is() -> None:
    """Then no theme is made, and a reflection coded with both already is coded once."""
    codings = [coding("r1", DEBT), coding("r1", FOOD), coding("r2", DEBT)]
    change = split(DEBT, "larder", ["r1", "r2"], themes=THEMES, codings=codings, salt=SALT, taken=())
    assert (change.themes, change.part) == ((), FOOD)
    assert applied(change, THEMES, codings)[1] == {coding("r1", FOOD), coding("r2", FOOD)}


def test_a_split_takes_no_id_of_a_theme_that_was_merged() -> None:
    """That record is still there, and what is coded with it is read as another theme's."""
    change = split(DEBT, "Arrears", [], themes=THEMES, codings=[], salt=SALT, taken={theme_id(SALT, "Arrears")})
    assert change.part.id != theme_id(SALT, "Arrears")


@pytest.mark.parametrize("title", ["", "debt", "DEBT"])
def test_a_split_needs_another_title(title: str) -> None:
    """A theme can't be split into itself, nor into nothing."""
    with pytest.raises(WorkshopError):
        split(DEBT, title, [], themes=THEMES, codings=[], salt=SALT, taken=())


reflections = st.sampled_from(["r1", "r2", "r3"])
some_codings = st.lists(
    st.builds(coding, reflections, st.sampled_from([FOOD, INCOME, DEBT, SHAME]), st.sampled_from(["", "second"])), unique=True
)


@given(some_codings, st.sampled_from(["Arrears", "Owing", "larder"]), st.sets(reflections))
def test_a_split_loses_no_coding(codings: list[Coding], title: str, chosen: set[str]) -> None:
    """The chosen ones have the new theme in place of the old, by the same coder; all others have what they had."""
    change = split(DEBT, title, chosen, themes=THEMES, codings=codings, salt=SALT, taken=())
    _, after = applied(change, THEMES, codings)
    moved = {
        (each.reflection, each.coder, change.part.id if each.theme == DEBT.id and each.reflection in chosen else each.theme)
        for each in codings
    }
    assert {(each.reflection, each.coder, each.theme) for each in after} == moved
