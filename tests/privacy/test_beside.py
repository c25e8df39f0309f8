"""A report beside an earlier copy of it: by going through every pair of tables that there is, that both together tell no small number."""

from collections import defaultdict
from dataclasses import replace
from itertools import product

import pytest

from workshop.model.comparison import CHALLENGED, GroupCount, Thresholds
from workshop.model.figure import Figure, figure, raised_place
from workshop.privacy.answers import Told, alone_told, ranges, told, told_stance, told_words
from workshop.privacy.counts import behind, is_told, raised_words, shown_count
from workshop.privacy.small import SMALLEST_GROUP, THRESHOLDS, Small, is_apart

PLACE = "raised/t1/parent/least"


def after(count: int, of: int, small: Small, place: str = PLACE) -> Small:
    """The rule once a copy that told this count is out."""
    band = small.band(count, of, place)
    own = band == small.alone(count, of)
    return replace(small, earlier={place: Figure(place, of, (count,), (band[0],), (band[-1],), own)})


def after_answers(counts: tuple[int, ...], small: Small) -> Small:
    """The same of four answers."""
    found = told(counts, small, PLACE)
    low, high = ranges(found, small)
    return replace(small, earlier={PLACE: Figure(PLACE, sum(counts), counts, low, high, found == alone_told(counts, small))})


@pytest.mark.parametrize("threshold", THRESHOLDS)
@pytest.mark.parametrize("before", [5, 8, 13])
def test_no_count_can_be_worked_out_of_two_copies(threshold: int, before: int) -> None:
    """Neither the earlier, nor that of the people who came since: each is told as it may be by itself, or is several. Nor their sum."""
    small = Small(threshold)
    for more in range(5, 14):
        meant = defaultdict(set)
        for was, rise in product(range(before + 1), range(more + 1)):
            said = small.words(was, before), after(was, before, small).words(was + rise, before + more, PLACE)
            meant[said].add((was, rise))
        for said, every in meant.items():
            lots = ({was for was, _ in every}, before), ({rise for _, rise in every}, more)
            for values, of in lots:
                assert len(values) > 1 or small.is_told(next(iter(values)), of), (said, every)
            assert len({was + rise for was, rise in every}) > 1 or all(len(values) == 1 for values, _ in lots), (said, every)


def test_three_copies_tell_no_more_than_each_lot_of_people_does() -> None:
    """One after the other: the first, those who came before the second, and those who came before the third."""
    small, groups = Small(), (5, 6, 7)
    meant = defaultdict(set)
    for counts in product(*(range(of + 1) for of in groups)):
        rule, told_of = small, []
        for last in range(1, 4):
            count, of = sum(counts[:last]), sum(groups[:last])
            told_of.append(rule.words(count, of, PLACE))
            rule = after(count, of, rule)
        meant[tuple(told_of)].add(counts)
    for said, every in meant.items():
        for of, values in zip(groups, zip(*every, strict=True), strict=True):
            assert len(set(values)) > 1 or len(small.alone(values[0], of)) == 1, said


@pytest.mark.parametrize(("before", "more"), [(5, 5), (6, 5), (8, 5), (5, 7)])
def test_no_answer_can_be_worked_out_of_two_copies(before: int, more: int) -> None:
    """Of all ways in which so many answered, and then so many more."""
    small = Small()
    meant = defaultdict(set)
    for was in _ways(before):
        rule = after_answers(was, small)
        for rise in _ways(more):
            meant[told(was, small), told(tuple(map(sum, zip(was, rise, strict=True))), rule, PLACE)].add((was, rise))
    for said, every in meant.items():
        for lot in (0, 1):
            for place in range(4):
                values = {each[lot][place] for each in every}
                assert len(values) > 1 or not 0 < min(values) < min(small.threshold, (before, more)[lot]), (said, every)


def _ways(asked: int) -> list[tuple[int, ...]]:
    return [(*three, asked - sum(three)) for three in product(range(asked + 1), repeat=3) if sum(three) <= asked]


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ((3, 8), (3, 8), "3 of 8"),
        ((1, 8), (2, 8), "1 or 2 of 8"),
        ((3, 8), (4, 8), "not told how many of 8"),
        ((3, 8), (4, 13), "4 or 5 of 13"),
        ((3, 8), (3, 13), "3 of 13"),
        ((3, 8), (11, 16), "11 of 16"),
        ((2, 8), (2, 13), "1 or 2 of 13"),
        ((2, 8), (3, 13), "2 to 4 of 13"),
        ((3, 8), (4, 11), "not told how many of 11"),
        ((3, 8), (2, 13), "not told how many of 13"),
        ((3, 8), (3, 7), "not told how many of 7"),
        ((0, 0), (3, 8), "3 of 8"),
        ((2, 4), (3, 9), "3 of 9"),
        ((2, 4), (3, 8), "not told how many of 8"),
    ],
)
def test_what_a_later_copy_says_of_a_count(was: tuple[int, int], now: tuple[int, int], words: str) -> None:
    """What did not change it says again; of what rose by people who came since, what each lot may be told of; of all else nothing."""
    assert after(*was, Small()).words(*now, PLACE) == words


def test_what_was_told_less_stays_so() -> None:
    """Once more from the same workshop, it is the same copy again."""
    rule = after(4, 13, after(3, 8, Small()))
    assert rule.words(4, 13, PLACE) == "4 or 5 of 13"
    assert after(4, 13, rule).words(4, 13, PLACE) == "4 or 5 of 13"
    answers = after_answers((1, 1, 11, 0), after_answers((1, 1, 6, 0), Small()))
    assert told((1, 1, 11, 0), answers, PLACE).counts == (None, None, 11, None)


def test_a_theme_is_told_by_both_of_its_ends() -> None:
    """With bars only where both numbers stand; what may be behind it is every pair within, for the label."""
    about = ("t1", "parent")
    least, most = raised_place(*about), raised_place(*about, at_most=True)
    out = {least: Figure(least, 8, (3,), (3,), (3,), True), most: Figure(most, 8, (4,), (4,), (4,), True)}
    small = Small(earlier=out)
    count = GroupCount(raised=4, raised_at_most=7, could=13, reflections=9)
    assert raised_words(count, small, about) == "4-8 of 13"
    assert not is_told(count, small, about)
    assert shown_count(count, small, about).share is None
    assert {(each.low, each.high) for each in behind(count, small, about)} == {(4, 7), (4, 8), (5, 7), (5, 8)}
    gone = GroupCount(raised=2, raised_at_most=3, could=8, reflections=9)
    assert raised_words(gone, small, about) == "not told how many of 8"


def test_answers_are_told_lot_by_lot() -> None:
    """6 of 8 disagreed, then 5 of 5: 11 of 13, and the label that follows; without a number only that it isn't told."""
    small = after_answers((1, 1, 6, 0), Small())
    found = told((1, 1, 11, 0), small, PLACE)
    assert (found.counts, found.low, found.high) == ((None, None, 11, None), (0, 0, 11, 0), (2, 2, 11, 2))
    assert told_words(found, "parent", small) == "11 of 13 parents disagreed; the others answered differently"
    assert told_stance(found, Thresholds(), small) == CHALLENGED
    changed = told((2, 0, 6, 0), small, PLACE)
    assert changed.counts == (None,) * 4
    assert told_words(changed, "parent", small) == "what 8 parents answered is not told"
    assert told_stance(changed, Thresholds(), small) == ""
    assert told_stance(told((40, 40, 40, 40), after_answers((50, 40, 40, 40), Small()), PLACE), Thresholds(), small) == ""
    all_but = after_answers((0, 0, 7, 1), Small())
    assert told((0, 0, 12, 1), all_but, PLACE) == Told(13, (None,) * 4, low=(0, 0, 11, 0), high=(2, 2, 12, 2))
    assert told((2, 2, 0, 0), after_answers((3, 3, 3, 3), Small()), PLACE).asked is None


def test_a_group_is_apart_when_those_between_can_be_counted() -> None:
    """Where one of them is described and not counted, whatever number a reader takes it for."""
    assert [is_apart(8, now) for now in (8, 9, 12, 13, 4, 3)] == [True, False, False, True, False, False]
    assert [is_apart(4, now) for now in (2, 5, 8, 9)] == [True, False, False, True]
    assert is_apart(9 + SMALLEST_GROUP, 9)


def test_a_row_that_no_report_wrote_is_passed_over() -> None:
    """A register that came from elsewhere may hold anything."""
    assert figure(("people/parent", 8, (8,), (8,), (8,), True)) == Figure("people/parent", 8, (8,), (8,), (8,), True)
    assert figure(("people/parent", 8, (8, 1), (8,), (8,), True)) is None
    assert figure(("answers/s1/parent", 8, (8,), (8,), (8,), True)) is None
    assert figure(("raised/t/parent/least", 8, (), (), (), True)) is None
