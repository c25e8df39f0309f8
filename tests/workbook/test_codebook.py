"""The codebook's verbs, each one step to undo, and what another laptop codes meanwhile."""

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Eight parents, and four remarks on food, the food bank, debt, and nothing."""
    made = book.start_session(plan, "parent", present={"parent": 8})
    book.act(made, Verb.START)
    for line in ("3: the cupboard was empty #food", "4: it shut at noon #food-bank", "5: they ring every day #debt #food", "6: and cold"):
        book.capture(made, line)
    return made


def titles(book: Workbook, reference: str, coder: str = "") -> list[str]:
    """What a remark is about."""
    return [each.title for each in book.themes_of(book.reflection(reference), coder)]


def test_a_theme_is_named_by_title_alias_or_the_beginning_of_one(book: Workbook, session: Session) -> None:
    """What more than one begins with, or none, is refused with those that are near."""
    assert book.theme("FOOD_BANK").title == "Food bank"
    assert book.theme("de").title == "Debt"
    assert book.theme("food").title == "Food"
    for name, told in (("foo", "Food bank"), ("debts", "Debt"), ("", "list"), ("hunger", "list")):
        with pytest.raises(WorkshopError) as refused:
            book.theme(name)
        assert told in refused.value.cure


def test_a_theme_is_added_last_with_all_that_is_said_of_it(book: Workbook, session: Session, reopened: Reopen) -> None:
    """It is there when the folder is opened again, and one undo takes it away."""
    made = book.add_theme("Damp", description="Walls ", aliases=("mould",), parent="debt", lead="Council", agreed=False)
    again = reopened()
    assert again.themes()[-1] == made
    assert (made.title, made.description, made.aliases, made.lead_organisation, made.provisional) == (
        "Damp",
        "Walls",
        ("mould",),
        "Council",
        True,
    )
    assert book.records.themes[made.parent or ""].title == "Debt"
    book.undo()
    assert "Damp" not in [each.title for each in book.themes()]


@pytest.mark.parametrize(("title", "aliases"), [("", ()), ("food", ()), ("FOOD-bank", ()), ("Damp", ("debt",)), ("Damp", ("",))])
def test_a_name_is_given_once(book: Workbook, session: Session, title: str, aliases: tuple[str, ...]) -> None:
    """A title or an alias that is blank or another theme's is refused, and nothing is stored."""
    before = book.serial
    with pytest.raises(WorkshopError):
        book.add_theme(title, aliases=aliases)
    assert book.serial == before


def test_an_edit_changes_what_is_given(book: Workbook, session: Session) -> None:
    """The rest stays; a parent is taken away by an empty one; undo takes back one edit at a time."""
    book.edit_theme("debt", description="Owing", lead="Advice Centre", agreed=True, priority=True, parent="food", aliases=("arrears",))
    book.edit_theme("arrears", parent="", lead="")
    found = book.theme("debt")
    assert (found.description, found.lead_organisation, found.parent, found.priority, found.provisional) == ("Owing", "", None, True, False)
    book.undo()
    assert book.theme("debt").lead_organisation == "Advice Centre"
    book.undo()
    assert book.theme("debt").description == ""


def test_a_rename_keeps_the_old_name_as_an_alias(book: Workbook, session: Session) -> None:
    """A tag typed from habit goes on finding its theme, on the capture line too."""
    book.rename_theme("food bank", "Larder")
    book.capture(session, "7: no more #food-bank")
    assert titles(book, "R5") == ["Larder"]
    with pytest.raises(WorkshopError, match="already"):
        book.rename_theme("larder", "Food")


def test_a_merge_is_one_step(book: Workbook, session: Session) -> None:
    """What was coded with either is about the one that stays; undo gives both back as they were."""
    before = (book.themes(), book.records.codings)
    whole = book.merge_themes("food bank", "food")
    assert (whole.title, whole.aliases) == ("Food", ("Food bank",))
    assert [titles(book, each) for each in ("R1", "R2", "R3")] == [["Food"], ["Food"], ["Food", "Debt"]]
    assert book.theme_counts()[whole.id] == {"parent": 3}
    book.undo()
    assert (book.themes(), book.records.codings) == before
    with pytest.raises(WorkshopError, match="two themes"):
        book.merge_themes("food", "food")


def test_after_a_merge_is_undone_what_was_coded_since_keeps_its_theme(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Undoing in one window what another has built upon loses nothing."""
    book.merge_themes("food bank", "food")
    other = reopened()
    other.code("R4", "food bank")
    book.refresh()
    book.undo()
    assert titles(book, "R4") == ["Food"]
    assert titles(book, "R2") == ["Food bank"]


def test_an_edit_of_a_merged_theme_says_things_once(book: Workbook, session: Session) -> None:
    """Its description is what was typed, though the themes that are part of it had ones of their own."""
    book.edit_theme("food", description="Eating", agreed=True)
    book.edit_theme("food bank", description="Parcels", lead="Trust", agreed=True)
    assert book.merge_themes("food bank", "food").description == "Eating\nParcels"
    edited = book.edit_theme("food", description="Eating, parcels too", lead="", agreed=False)
    assert (edited.description, edited.lead_organisation, edited.provisional) == ("Eating, parcels too", "", True)
    book.undo()
    book.undo()
    assert book.theme("food bank").description == "Parcels"


def test_a_split_takes_remarks_along(book: Workbook, session: Session) -> None:
    """Those named, whoever coded them; others stay; what was merged in may leave again under its old name."""
    book.code("R1", "food", coder="Bo")
    book.merge_themes("food bank", "food")
    part = book.split_theme("food", "Food bank", ["R2", "R1"])
    assert part.split_from == book.theme("food").id
    assert (titles(book, "R1"), titles(book, "R1", "bo"), titles(book, "R2"), titles(book, "R3")) == (
        ["Food bank"],
        ["Food bank"],
        ["Food bank"],
        ["Food", "Debt"],
    )
    book.undo()
    assert titles(book, "R2") == ["Food"]
    with pytest.raises(WorkshopError, match="None of these"):
        book.split_theme("debt", "Arrears", ["R4"])


def test_themes_are_put_in_order(book: Workbook, session: Session) -> None:
    """Those named first, or one at a place; one undo each."""
    assert [each.title for each in book.order_themes(["debt", "food"])] == ["Debt", "Food", "Food bank"]
    assert [each.title for each in book.move_theme("food bank", 1)] == ["Food bank", "Debt", "Food"]
    assert [each.title for each in book.move_theme("food bank", 99)] == ["Debt", "Food", "Food bank"]
    book.undo()
    assert [each.title for each in book.themes()] == ["Food bank", "Debt", "Food"]


def test_only_an_empty_theme_is_removed(book: Workbook, session: Session) -> None:
    """Nothing that was said loses its place; what stood under it rises."""
    with pytest.raises(WorkshopError, match="1 remark,"):
        book.remove_theme("food bank")
    book.add_theme("Damp", parent="debt")
    book.add_theme("Mould", parent="damp")
    book.remove_theme("damp")
    assert book.theme("mould").parent == book.theme("debt").id
    book.undo()
    assert book.theme("mould").parent == book.theme("damp").id


def test_a_hint_is_by_spelling_alone(book: Workbook, session: Session) -> None:
    """Nothing is merged by it."""
    assert [each.title for each in book.near_themes("food banks")] == ["Food bank"]
    assert book.near_themes("hunger") == ()


def test_the_history_of_a_theme_says_all_that_became_of_it(book: Workbook, session: Session, hands: Hands) -> None:
    """In words, oldest first: of the theme, of what was merged into it, and of merges that were taken back."""
    hands.pass_(1)
    book.edit_theme("debt", description="Owing", aliases=("arrears",), lead="Advice", agreed=True, priority=True, parent="food")
    hands.pass_(1)
    book.rename_theme("debt", "Money owed")
    hands.pass_(1)
    book.merge_themes("food bank", "debt")
    hands.pass_(1)
    book.undo()
    hands.pass_(1)
    book.split_theme("debt", "Phone calls", ["R3"])
    assert [each.what for each in book.theme_history("debt")] == [
        '"Debt" added',
        '"Debt" described: Owing',
        '"Debt" also called: arrears',
        '"Debt" put under "Food"',
        '"Debt" led by Advice',
        '"Debt" agreed',
        '"Debt" made a priority',
        '"Debt" renamed "Money owed"',
        '"Money owed" also called: arrears, Debt',
        '"Food bank" merged into "Money owed"',
        'the merge of "Food bank" into "Money owed" taken back',
    ]
    assert [each.what for each in book.theme_history("phone")] == ['"Phone calls" split from "Money owed"']
    book.merge_themes("phone", "debt")
    told = [each.what for each in book.theme_history("debt")]
    assert '"Phone calls" split from "Money owed"' in told
    assert told[-1] == '"Phone calls" merged into "Money owed"'


def test_a_new_theme_never_takes_the_place_of_one_that_was_merged(book: Workbook, session: Session) -> None:
    """A word that was a theme's first name, and means nothing any more, makes a theme of its own; the merge is as it was."""
    book.rename_theme("debt", "Owing")
    book.edit_theme("owing", aliases=())
    book.merge_themes("owing", "food")
    book.capture(session, "7: they ring again #debt")
    assert titles(book, "R5") == ["Debt"]
    assert book.theme("owing").title == "Food"
