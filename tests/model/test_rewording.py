"""Statements in better words take the place of the old ones, wherever those would be shown."""

from workshop.model.records import Statement
from workshop.model.rewording import earlier, in_better_words


def statement(number: int, replaces: str = "") -> Statement:
    """T1, T2 ..."""
    return Statement(id=f"t{number}", number=number, text=f"Words {number}.", made_by="practitioner", replaces=replaces)


def shown(deck: list[Statement], among: list[Statement], *kept: str) -> list[str]:
    return [each.id for each in in_better_words(deck, among, kept)]


def test_better_words_stand_where_the_old_ones_stood() -> None:
    """Between the ones before and after, whatever their own number; words that are better still follow on."""
    one, two, three = statement(1), statement(2), statement(3)
    better, best = statement(7, "t2"), statement(8, "t7")
    assert shown([one, two, three], [one, two, three, better]) == ["t1", "t7", "t3"]
    assert shown([one, two, three], [one, two, three, better, best]) == ["t1", "t8", "t3"]


def test_what_two_groups_put_otherwise_has_both_in_its_place() -> None:
    """The first made first."""
    old = statement(1)
    assert shown([old], [statement(5, "t1"), statement(4, "t1")]) == ["t4", "t5"]


def test_what_is_kept_has_the_better_words_behind_it() -> None:
    """So that both can be gone back to."""
    one, two = statement(1), statement(2)
    assert shown([one, two], [one, two, statement(7, "t1")], "t1") == ["t1", "t7", "t2"]


def test_each_is_shown_once() -> None:
    """Where the better words would be shown anyway they stand in the old one's place alone."""
    one, two, better = statement(1), statement(2), statement(3, "t1")
    assert shown([one, two, better], [one, two, better]) == ["t3", "t2"]


def test_a_ring_that_two_laptops_made_ends() -> None:
    """Each replaces the other: both are shown, and each is before the other once."""
    one, two = statement(1, "t2"), statement(2, "t1")
    assert sorted(shown([one, two], [one, two])) == ["t1", "t2"]
    assert earlier("t1", {"t1": one, "t2": two}) == ("t2", "t1")
