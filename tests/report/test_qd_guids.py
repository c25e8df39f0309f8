"""The GUIDs of a REFI-QDA project."""

from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from workshop.report.qdpx.guids import Guids

SOME = st.text(st.characters(exclude_categories=["Cs"]))


@given(SOME, SOME, st.lists(SOME))
def test_a_guid_is_that_of_the_standard(key: str, kind: str, parts: list[str]) -> None:
    """Version 5 of the view's key and of what the GUID stands for, whatever they are: the standard library comes to the same."""
    ours = UUID("6f0c1a52-8f0e-5d0b-9a57-3d1f7c2b94e6")
    named = "".join(f"{len(part)}:{part}" for part in (kind, *parts))
    assert Guids(key).of(kind, *parts) == str(uuid5(uuid5(ours, key), named))


def test_parts_are_told_apart() -> None:
    """Two things whose parts come to the same letters have two GUIDs, and so has one thing in two views."""
    guids = Guids("a view")
    assert (
        len({guids.of("label", "ab", "c"), guids.of("label", "a", "bc"), guids.of("labela", "bc"), Guids("another").of("label", "ab", "c")})
        == 4
    )
