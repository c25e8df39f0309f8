"""Words by group: people who used them, not how often; nobody's own words; and labelled exploratory."""

from typing import Any

import pytest

from tests.compare.room import Room
from workshop.compare.function_words import FUNCTION_WORDS
from workshop.compare.vocabulary import g2, log_odds
from workshop.compare.word_use import PRIOR, Vocabulary, vocabulary, vocabulary_json
from workshop.text import fold

BETWEEN = ("parent", "practitioner")


def found_in(room: Room) -> Vocabulary:
    """The words of all remarks."""
    return vocabulary(room.records(), room.reflections.values(), BETWEEN)


def spoken() -> Room:
    """Three parents and three practitioners."""
    room = Room()
    parents, practitioners = room.people(3, "parent"), room.people(3, "practitioner")
    for who, text in zip(
        (*parents, *practitioners),
        ("the bus, the bus, the BUS is dear", "no bus here", "Bus? My rent's the thing", "uptake of grants", "uptake, rent", "rent"),
        strict=True,
    ):
        room.says(who, text=text)
    return room


def test_people_are_counted_and_not_words() -> None:
    """Who says it three times has said it; case and marks make no other word."""
    counts = {each.word: (each.first, each.second) for each in found_in(spoken()).words}
    assert counts == {"bus": (3, 0), "uptake": (0, 2), "rent": (0, 2)}


def test_words_of_one_person_are_theirs() -> None:
    """They are in no list, and no word is of fewer than two people."""
    assert all(each.first + each.second >= 2 for each in found_in(spoken()).words)


def test_what_holds_an_english_sentence_together_is_no_word() -> None:
    """Articles, pronouns, auxiliaries and their short forms, in any spelling; not what may be the point of a remark."""
    room = Room()
    for who in room.people(2, "parent"):
        room.says(who, text="They’re THE ones who didn't; of course nobody tells you, and you go without")
    assert {each.word for each in found_in(room).words} == {"course", "nobody", "tells", "without"}


def test_another_language_keeps_its_words() -> None:
    """Its function words too: nobody has listed those."""
    room = Room()
    for who in room.people(2, "parent"):
        room.says(who, text="Nie ma autobusu, a dzieci są głodne. Der Bus ist zu teuer.")
    assert {each.word for each in found_in(room).words} == {"nie", "autobusu", "dzieci", "głodne", "der", "bus", "ist", "teuer"}


def test_the_list_is_spelt_as_words_are_compared() -> None:
    """A word that is not as `fold` leaves it, or too short to be compared at all, would leave nothing out."""
    assert {word for word in FUNCTION_WORDS if fold(word) != word or len(word) < 3} == set()


def test_the_order_and_the_measures_are_the_published_ones() -> None:
    """Monroe's z with a Dirichlet prior in proportion to the pooled use, for the order alone; G2; the ratio of shares in doublings."""
    found = found_in(spoken())
    by_word = {each.word: each for each in found.words}
    counts = [(each.first, each.second) for each in found.words]
    pooled = sum(a + b for a, b in counts)
    expected = log_odds([a for a, _ in counts], [b for _, b in counts], [PRIOR * (a + b) / pooled for a, b in counts])
    assert [each.z for each in found.words] == pytest.approx(expected)
    assert expected == sorted(expected, reverse=True)
    assert found.words[0].word == "bus"
    assert by_word["bus"].g2 == pytest.approx(g2(3, 0, 0, 3))
    assert by_word["bus"].log_ratio == pytest.approx(2.807, abs=0.001)


def test_what_was_prompted_or_names_no_one_is_left_out() -> None:
    """Words of a statement come back in the answers to it, and notes for a group are nobody's."""
    room = spoken()
    before = found_in(room)
    for person in list(room.participants):
        room.prompted(person, text="protect the children")
    room.says(None, perspective="parent", text="bus bus")
    assert found_in(room) == before


def test_who_is_linked_by_hand_is_one_person() -> None:
    """A word that they used under two codes is one person's."""
    room = Room()
    room.person("p1", "parent", "a"), room.person("p1", "parent", "b")
    room.says("a/p1", text="damp"), room.says("b/p1", text="damp")
    assert [each.first for each in found_in(room).words] == [2]
    room.link("a/p1", "b/p1")
    assert found_in(room).words == ()


def test_the_json_says_that_it_is_exploratory() -> None:
    """Beside the numbers, with how many people spoke."""
    told: dict[str, Any] = vocabulary_json(found_in(spoken()))
    assert told["exploratory"].startswith("Exploratory: ")
    assert told["left_out"].startswith("Left out are English function words")
    assert told["speakers"] == {"parent": 3, "practitioner": 3}
    assert told["words"][0]["word"] == "bus"


def test_nobody_said_anything() -> None:
    """No words, and no fault."""
    assert found_in(Room()).words == ()
