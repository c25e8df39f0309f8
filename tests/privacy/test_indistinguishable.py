"""Nobody can work out a hidden count from all files and audiences together: workshops that differ in it have the same files.

For each hidden count there is another workshop in which that count is another one. Every view that hides small numbers, each group's copy
and everybody's, has to be the same of both, and a file is made of a view and of nothing else.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from tests.privacy import twins
from tests.report.made_up import NOW, PLANS
from workshop.compare.comparison import compare
from workshop.model.records import Answer, Records
from workshop.model.view.view import View
from workshop.privacy.audience import Audience
from workshop.privacy.small import THRESHOLDS, Small
from workshop.privacy.view import view
from workshop.privacy.words import agreed
from workshop.report.formats import FORMATS

BASE = twins.small_numbers()
CASES = {
    "1 or 2 parents": (twins.by("t9", "parent2"), 3),
    "2 or 1 parents": (twins.not_by("t8", "parent7"), 3),
    "1 or 2 of both groups at once": (twins.after(twins.by("t8", "practitioner2"), twins.by("t9", "parent2")), 3),
    "6 or 7 of 8 parents": (twins.by("t3", "parent2"), 3),
    "3 or 4, which are small below 5": (twins.by("t7", "practitioner1"), 5),
    "one partly or one unsure": (twins.answer("st0", "parent2", Answer.UNSURE), 3),
    "7 and 1 or 6 and 2": (twins.answer("st1", "parent1", Answer.PARTLY), 3),
    "which one of three": (twins.answer("st1", "parent8", Answer.DISAGREE), 3),
    "how 8 shared themselves out": (twins.answer("st3", "parent4", Answer.AGREE), 3),
    "7 and 1 who answered back": (twins.answer("st0", "practitioner1", Answer.DISAGREE), 3),
    "2 or 3 who are both": (twins.more(1), 3),
    "1 or 2 of them raised it": (twins.raise_("t5", "own2"), 3),
    "1 or 2 hands for a theme": (twins.hand("t6", "parent1"), 3),
    "4 or 3 parents in a session of three": (twins.after(twins.present("s4", 3), twins.present("s5", 8)), 3),
    "one or two notes of nobody's": (twins.another_note, 3),
}


@cache
def base(least: int) -> tuple[View, ...]:
    """The views of the workshop as it is."""
    return tuple(views(BASE, least))


def views(data: Records, least: int) -> Iterator[View]:
    """Every view of a workshop that hides small numbers from `least` up."""
    for audience, group in ((Audience.PUBLISHED, ""), (Audience.PARTICIPANTS, ""), (Audience.PARTICIPANTS, "parent")):
        used = agreed(data, audience, group)
        for threshold in THRESHOLDS:
            if threshold >= least:
                found = compare(used, plans=PLANS)
                yield view(found, data, plans=PLANS, now=NOW, audience=audience.value, small=Small(threshold), group=group)


@pytest.mark.parametrize("case", CASES)
def test_two_workshops_that_differ_in_a_hidden_count_look_the_same(case: str) -> None:
    """Whatever the file, the audience, the group's copy and the threshold, and all of them together."""
    change, least = CASES[case]
    changed = change(BASE)
    assert compare(changed, plans=PLANS) != compare(BASE, plans=PLANS) or changed.sessions != BASE.sessions
    for one, other in zip(base(least), views(changed, least), strict=True):
        assert one == other


def test_a_file_is_made_of_the_view_alone() -> None:
    """Every format gives the same bytes for the same view, made twice: nothing but the view can tell two workshops apart."""
    first, second = base(3)[0], next(views(CASES["1 or 2 parents"][0](BASE), 3))
    for name, write in FORMATS.items():
        assert write(first) == write(second), name


def test_what_is_not_hidden_is_told() -> None:
    """The counts that aren't small are there, so that the tests above are not passed by telling nothing."""
    shown = base(3)[0]
    counts = {finding.theme: finding.groups["parent"].text for finding in shown.findings}
    assert (counts["Sleep"], counts["Being listened to"], counts["Protecting children"]) == ("1 or 2 of 8", "all but 1 or 2 of 8", "5 of 8")


def test_codes_do_not_tell_how_many_were_noted() -> None:
    """Of 8 of whom 6 were noted, at most 6 can have raised a theme, so "all but 1 or 2" would be 6: then nobody's code is told."""
    data = replace(BASE, sessions={key: each for key, each in BASE.sessions.items() if key not in ("s4", "s5")})
    for quiet, codes in ((("parent2", "parent6"), False), ((), True)):
        found = list(views(twins.silent(*quiet)(data), 3))[-3]
        assert (found.audience, found.groups[0].people) == ("participants", 8)
        assert {bool(said.quote.person) for said in found.reflections if said.quote.name != "R301"} == {codes}
        assert bool(found.people) == codes


def test_a_count_that_is_told_makes_a_difference() -> None:
    """5 parents are told from 4: what is compared above is not alike whatever happens."""
    changed = twins.not_by("t4", "parent8")(BASE)
    assert base(3)[0] != next(views(changed, 3))


def test_one_person_more_in_any_hidden_count_changes_nothing() -> None:
    """Workshops are changed at random; wherever one more person leaves a count within what is told of it, everybody's copy is the same."""
    random, small, tried = Random(5), Small(), 0  # noqa: S311  # the same workshops each time, no secret
    people = [f"parent{n}" for n in range(1, 9)] + [f"practitioner{n}" for n in range(1, 14)]
    while tried < 20:
        data = twins.after(*(twins.by(f"t{random.randrange(10)}", random.choice(people)) for _ in range(random.randrange(1, 8))))(BASE)
        theme, person = f"t{random.randrange(10)}", random.choice(people)
        other = twins.by(theme, person)(data)
        was, now = (_raised(each, theme, person.rstrip("0123456789")) for each in (data, other))
        if was != now and [small.band(count, was[2]) for count in was[:2]] == [small.band(count, now[2]) for count in now[:2]]:
            tried += 1
            assert next(views(data, 3)) == next(views(other, 3)), (theme, person, was, now)


def _raised(data: Records, theme: str, group: str) -> tuple[int, int, int]:
    count = next(each for each in compare(data, plans=PLANS).themes if each.id == theme).groups[group]
    return count.raised, count.raised_at_most, count.could
