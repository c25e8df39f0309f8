"""What may be said of small counts: by going through every table there is, that none of them can be worked out."""

from collections import defaultdict
from itertools import product

import pytest

from workshop.errors import WorkshopError
from workshop.model.comparison import CHALLENGED, DIVIDED, ENDORSED, GroupCount, Thresholds
from workshop.privacy.answers import behind, counts_of, told, told_stance, told_words
from workshop.privacy.counts import raised_words, shown_count
from workshop.privacy.small import THRESHOLDS, Small, small_of

LARGEST = 24


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_no_count_can_be_worked_out_of_its_words(threshold: int) -> None:
    """Of every group that is counted: the words stand for one count that isn't small, for nought, for everybody, or for several counts."""
    small = Small(threshold)
    for of in range(5, 60):
        meant = defaultdict(set)
        for count in range(of + 1):
            meant[small.words(count, of)].add(count)
        for words, counts in meant.items():
            if len(counts) == 1:
                (count,) = counts
                assert count in (0, of) or min(count, of - count) >= threshold, words


@pytest.mark.parametrize("threshold", THRESHOLDS)
@pytest.mark.parametrize("asked", range(5, LARGEST))
def test_no_answer_can_be_worked_out_of_the_others(threshold: int, asked: int) -> None:
    """Of all ways in which so many can answer: where a number isn't told, what is told was told of another number too."""
    small = Small(threshold)
    meant = defaultdict(list)
    for first, second, third in product(range(asked + 1), repeat=3):
        if first + second + third <= asked:
            counts = (first, second, third, asked - first - second - third)
            meant[told(counts, small)].append(counts)
    for shown, every in meant.items():
        for place, number in enumerate(shown.counts):
            values = {counts[place] for counts in every}
            assert values == {number} if number is not None else len(values) > 1, (shown, every)
            assert number in (None, 0, asked) or (number or 0) >= threshold


@pytest.mark.parametrize("asked", range(5, LARGEST))
def test_reports_with_other_thresholds_tell_no_more_together(asked: int) -> None:
    """Who has a report for each threshold can work out no number that none of them tells."""
    rules = [Small(threshold) for threshold in THRESHOLDS]
    meant = defaultdict(list)
    for first, second, third in product(range(asked + 1), repeat=3):
        if first + second + third <= asked:
            counts = (first, second, third, asked - first - second - third)
            meant[tuple(told(counts, small) for small in rules)].append(counts)
    for shown, every in meant.items():
        for place in range(4):
            assert any(each.counts[place] is not None for each in shown) or len({counts[place] for counts in every}) > 1


@pytest.mark.parametrize("asked", [5, 8, 13])
def test_what_is_behind_is_all_that_is_told_alike(asked: int) -> None:
    """A label is told where all sets of counts behind what is told have it: none of them is missed, and none too many."""
    small = Small()
    meant = defaultdict(set)
    for first, second, third in product(range(asked + 1), repeat=3):
        if first + second + third <= asked:
            counts = (first, second, third, asked - first - second - third)
            meant[told(counts, small)].add(counts)
    for shown, every in meant.items():
        if not shown.whole:
            assert {counts_of(each) for each in behind(shown, small)} == every


@pytest.mark.parametrize(
    ("counts", "words", "label"),
    [
        ((1, 1, 6, 0), "6 of 8 parents disagreed; the others answered differently", CHALLENGED),
        ((0, 0, 7, 1), "all but 1 or 2 of 8 parents disagreed", CHALLENGED),
        ((0, 2, 6, 0), "all but 1 or 2 of 8 parents disagreed", CHALLENGED),
        ((7, 2, 5, 1), "7 of 15 parents agreed and 5 disagreed; the others answered differently", DIVIDED),
        ((4, 1, 3, 0), "no answer was given by more than half of 8 parents", ""),
        ((1, 2, 0, 0), "fewer than 5 parents answered: too few to count", "too few answers"),
    ],
)
def test_answers_in_words(counts: tuple[int, ...], words: str, label: str) -> None:
    """As the design has it, with the label that every set of counts behind the words would have."""
    found = told(counts, Small())
    assert told_words(found, "parent", Small()) == words
    assert told_stance(found, Thresholds(), Small()) == label


def test_a_label_that_would_tell_more_than_the_words_is_not_told() -> None:
    """Of all but 1 or 2 of 6 who agreed, two may have been unsure, which would unsettle it: endorsed it is for some, and so for none."""
    assert told_stance(told((5, 0, 1, 0), Small()), Thresholds(), Small()) == ""
    assert told_stance(told((7, 1, 0, 0), Small()), Thresholds(), Small()) == ENDORSED


def test_counts_with_notes_that_name_no_one() -> None:
    """Each end of a range is told as a count is; both in one band are that band, and a hidden number has no bar and no remarks."""
    cases = {
        (1, 2): "1 or 2 of 8",
        (1, 4): "1-4 of 8",
        (2, 4): "1-4 of 8",
        (3, 5): "3-5 of 8",
        (3, 6): "3-7 of 8",
        (7, 7): "all but 1 or 2 of 8",
    }
    for (low, high), words in cases.items():
        count = GroupCount(raised=low, raised_at_most=high, could=8, reflections=4)
        assert raised_words(count, Small()) == words
        shown = shown_count(count, Small())
        assert (shown.raised is None, shown.share is None) == ((low, high) != (3, 5),) * 2
        assert shown.reflections is None


def test_a_group_of_fewer_than_five_is_described() -> None:
    """Whether anybody raised it, and not how many, nor of how many."""
    words = {
        raised_words(GroupCount(raised=raised, raised_at_most=raised, could=could, reflections=1), Small())
        for could in (1, 2, 3, 4)
        for raised in range(1, could + 1)
    }
    assert words == {"some of fewer than 5"}
    nobody = shown_count(GroupCount(raised=0, raised_at_most=0, could=4, reflections=0), Small())
    assert (nobody.text, nobody.could) == ("nobody of fewer than 5", None)


def test_the_thresholds_that_there_are() -> None:
    """3, 5 and 10; any other is refused by name, 0 too, which would hide nothing."""
    assert [small_of(each).few for each in THRESHOLDS] == ["1 or 2", "1 to 4", "1 to 9"]
    for wrong in (0, 1, 4, 100):
        with pytest.raises(WorkshopError, match="Choose one of 3, 5, 10"):
            small_of(wrong)
