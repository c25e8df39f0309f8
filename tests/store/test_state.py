"""The fold: lines in any order and any number of times make one state."""

import random
from collections.abc import Callable
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import unhurried
from workshop.store.hlc import base36
from workshop.store.line import Line
from workshop.store.state import State, copied

KEY = ("reflections", "1")


def line(time: int, writer: str, *writes: list[Any]) -> Line:
    """A line stamped with this time, its number too."""
    return Line(writer, time, base36(time, 12), list(writes))


def put(text: str, *superseded: Line) -> list[Any]:
    """The one document gets this text, in place of what these lines said."""
    return ["put", *KEY, [earlier.version for earlier in superseded], {"text": text}]


def folded(*lines: Line) -> State:
    """The state of these lines."""
    state = State()
    for each in lines:
        state.apply(each, {})
    return state


def facts(state: State) -> tuple[Any, ...]:
    """All that the state shows of the document."""
    return state.documents, state.history(KEY), state.conflicts(KEY), state.heads(KEY), state.erased


FIRST = line(1, "a", put("first"))
MINE = line(2, "a", put("mine", FIRST))
YOURS = line(3, "b", put("yours", FIRST))
GONE = line(4, "c", ["del", *KEY, [FIRST.version]])
ERASED = line(0, "d", ["erase", *KEY])


def test_any_order_and_any_repetition_give_the_same() -> None:
    """All 120 orders of an edit, a concurrent edit, a concurrent deletion and a later choice, each line once or twice."""
    chosen = line(5, "a", put("chosen", MINE, YOURS, GONE))
    for lines in ([FIRST, MINE, YOURS, GONE, chosen], [FIRST, MINE, YOURS, GONE, ERASED]):
        expected = facts(folded(*lines))
        for order in permutations(lines):
            assert facts(folded(*order)) == expected
            assert facts(folded(*order, *order[:3])) == expected


_WRITES: dict[str, Callable[[str, list[str], int], list[Any]]] = {
    "p": lambda id_, superseded, number: ["put", "t", id_, superseded, {"n": number}],
    "d": lambda id_, superseded, _number: ["del", "t", id_, superseded],
    "e": lambda id_, _superseded, _number: ["erase", "t", id_],
}


@unhurried
@given(st.lists(st.tuples(st.sampled_from("pde"), st.sampled_from("12"), st.integers(0, 3)), max_size=12), st.randoms())
def test_any_writes_in_any_order_give_the_same(writes: list[tuple[str, str, int]], chance: random.Random) -> None:
    """Puts, deletions and erasures that supersede what went before them, folded in two orders."""
    lines: list[Line] = []
    for number, (kind, id_, back) in enumerate(writes, 1):
        superseded = [earlier.version for earlier in lines[-back:] if back]
        write = _WRITES[kind](id_, superseded, number)
        lines.append(line(number, "ab"[number % 2], write))
    shuffled = [*lines, *lines[::2]]
    chance.shuffle(shuffled)
    one, other = folded(*lines), folded(*shuffled)
    assert (one.documents, one.erased, one.unclean) == (other.documents, other.erased, other.unclean)
    assert [one.history(("t", id_)) for id_ in "12"] == [other.history(("t", id_)) for id_ in "12"]


def test_two_edits_of_one_version_are_both_kept() -> None:
    """The newest is shown, the other is on offer."""
    state = folded(FIRST, MINE, YOURS)
    assert state.documents == {"reflections": {"1": {"text": "yours"}}}
    assert [version.document for version in state.conflicts(KEY)] == [{"text": "mine"}]


def test_two_edits_that_say_the_same_are_no_conflict() -> None:
    """Nobody is asked to choose between equal words; a number and a truth value are not equal."""
    same = line(4, "c", put("yours", FIRST))
    assert folded(FIRST, YOURS, same).conflicts(KEY) == ()
    one, true = (line(time, "a", ["put", *KEY, [], {"n": value}]) for time, value in ((1, 1), (2, True)))
    assert [version.document for version in folded(one, true).conflicts(KEY)] == [{"n": 1}]


def test_an_edit_beats_a_concurrent_deletion() -> None:
    """Whichever came later; the deletion stays on offer."""
    for gone in (GONE, GONE._replace(stamp=base36(1, 12))):
        state = folded(FIRST, gone, MINE)
        assert state.documents["reflections"]["1"] == {"text": "mine"}
        assert [version.document for version in state.conflicts(KEY)] == [None]


def test_a_deletion_of_what_is_shown_shows_nothing() -> None:
    """And a table without documents is gone."""
    assert folded(FIRST, GONE).documents == {}


def test_an_edit_after_a_deletion_brings_the_document_back() -> None:
    """As an undo does: nothing is left to choose."""
    back = line(5, "a", put("back", GONE))
    assert folded(FIRST, GONE, back).documents["reflections"]["1"] == {"text": "back"}
    assert folded(FIRST, GONE, back).conflicts(KEY) == ()


def test_an_erasure_beats_everything_for_ever() -> None:
    """Earlier and later edits, and those of who has not heard of it; no version is remembered, and its files have to be rewritten."""
    for lines in ((FIRST, MINE, ERASED), (ERASED, FIRST, YOURS)):
        state = folded(*lines)
        assert (state.documents, state.history(KEY), state.unclean) == ({}, (), {KEY})


def test_an_erasure_of_what_nobody_has_leaves_nothing_unclean() -> None:
    """A laptop that never had the words has nothing to rewrite."""
    assert folded(ERASED).unclean == set()


def test_a_voided_line_counts_nowhere() -> None:
    """Its writer was told that it was not saved."""
    void = line(9, "z", ["void", FIRST.writer, FIRST.number])
    assert folded(void, FIRST).documents == {}
    assert folded(void, MINE).documents == {"reflections": {"1": {"text": "mine"}}}


def test_erased_words_in_a_voided_line_have_to_go_too() -> None:
    """Whichever of the three comes first: the line does not count, and its words are in a file all the same."""
    void = line(9, "z", ["void", FIRST.writer, FIRST.number])
    for order in permutations((void, ERASED)):
        for at in range(3):
            lines = [*order[:at], FIRST, *order[at:]]
            assert folded(*lines).unclean == {KEY}


def test_history_is_oldest_first_with_writer_and_time() -> None:
    """Whatever the order in which it came."""
    versions = folded(YOURS, GONE, FIRST, MINE).history(KEY)
    assert [(version.writer, version.document and version.document["text"]) for version in versions] == [
        ("a", "first"),
        ("a", "mine"),
        ("b", "yours"),
        ("c", None),
    ]
    assert [version.version for version in versions] == sorted(version.version for version in versions)


def test_copied_shares_nothing_that_can_be_changed() -> None:
    """However deep."""
    original: dict[str, Any] = {"a": [1, {"b": [2]}], "c": {"d": []}}
    copy = copied(original)
    copy["a"][1]["b"].append(3)
    copy["c"]["d"].append(4)
    assert original == {"a": [1, {"b": [2]}], "c": {"d": []}}
