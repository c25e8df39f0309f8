"""Ids made of natural keys."""

import string

from hypothesis import given
from hypothesis import strategies as st

from workshop.model.keys import coding_id, digest, participant_id, theme_id

SALT = "5f0c"
PARTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=4)


def test_the_same_person_typed_twice_has_one_id() -> None:
    """P3 and p3 of one cohort are one participant."""
    assert participant_id(SALT, "tuesday", "p3") == participant_id(SALT, "tuesday", "P3")


def test_sticker_three_of_two_cohorts_are_two_people() -> None:
    """Tuesday's parent 3 and Thursday's are two people until linked by hand."""
    assert participant_id(SALT, "tuesday", "p3") != participant_id(SALT, "thursday", "p3")


def test_two_spellings_of_one_theme_have_one_id() -> None:
    """The id of a theme is that of its folded title: case, hyphens, underscores and spaces don't matter."""
    ids = {
        theme_id(SALT, title) for title in ("Income maximisation", "income-maximisation", "INCOME_maximisation", "  income  maximisation ")
    }
    assert len(ids) == 1


def test_the_salt_makes_ids_of_two_workshops_differ() -> None:
    """Without the salt nobody can tell which title an id was made of."""
    assert theme_id("a", "Debt") != theme_id("b", "Debt")


def test_a_kind_of_record_has_ids_of_its_own() -> None:
    """A theme and a participant made of the same words never share an id."""
    assert digest(SALT, "theme", "a", "b") != digest(SALT, "participant", "a", "b")


def test_two_coders_of_one_reflection_have_two_codings() -> None:
    """The coder is part of the key; the note-taker's coding is the one without a coder."""
    assert len({coding_id(SALT, "r1", "t1", coder) for coder in ("", "second", "Second", "third")}) == 3


def test_an_id_never_changes() -> None:
    """Ids stand in journals for ever: this one was written by the first version."""
    assert participant_id("salt", "cohort", "p3") == "dqezs4jjy7vsithm"


@given(PARTS, PARTS)
def test_ids_differ_where_keys_differ(left: list[str], right: list[str]) -> None:
    """Parts can't run into one another: two lists of parts have one id only if they are the same list. 16 characters of [a-z2-7]."""
    one, other = digest(SALT, "kind", *left), digest(SALT, "kind", *right)
    assert (one == other) == (left == right)
    assert len(one) == 16
    assert set(one) <= set(string.ascii_lowercase + "234567")
