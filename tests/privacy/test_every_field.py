"""Nothing gets into a view by being forgotten: each of its fields has been thought of, for every audience."""

from dataclasses import fields

import pytest

from tests.report.made_up import NOW, PLANS
from tests.report.rich import rich_records
from workshop.compare.comparison import compare
from workshop.model.view.view import View
from workshop.privacy.audience import Audience
from workshop.privacy.view import view
from workshop.privacy.words import agreed

ONE_BY_ONE = {"raised", "responses", "votes", "timings", "journal", "records"}
"""What tells of single people, or of minutes: empty wherever small numbers are hidden."""
HIDDEN_IN_PARTS = {
    "took_part",
    "groups",
    "sessions",
    "checked_back",
    "at_a_glance",
    "findings",
    "statements",
    "notes",
    "comparison",
    "people",
    "reflections",
    "ranked",
    "recommendations",
    "artworks",
    "outcomes",
    "codebook",
    "begun",
}
"""What is told as far as it may be (small.py, telling.py, words.py); test_indistinguishable.py and test_leaks.py hold it to that."""
OF_THE_WORKSHOP = {"title", "audience", "marking", "cover", "made", "between", "method", "exploratory", "narrowed", "key"}
"""What holds nothing of anybody, or is typed by the facilitator and looked through by the check (texts.py)."""


def test_every_field_of_the_view_has_been_thought_of() -> None:
    """A new one belongs to one of the three, and with it to the tests of that."""
    assert {each.name for each in fields(View)} == ONE_BY_ONE | HIDDEN_IN_PARTS | OF_THE_WORKSHOP


@pytest.mark.parametrize("audience", [each for each in Audience if each.hides_small_numbers])
def test_what_is_of_single_people_is_in_no_copy_that_hides_small_numbers(audience: Audience) -> None:
    """Though the workshop has answers, votes and times."""
    data = rich_records()
    whole = view(compare(data, plans=PLANS), data, plans=PLANS, now=NOW)
    assert whole.responses
    found = view(compare(agreed(data, audience), plans=PLANS), data, plans=PLANS, now=NOW, audience=audience.value)
    assert {name for name in ONE_BY_ONE if getattr(found, name)} == set()
