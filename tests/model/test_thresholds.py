"""The thresholds of a workshop: which there are, which values they may have, and that a changed one is said."""

from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from workshop.errors import WorkshopError
from workshop.model.comparison import Thresholds
from workshop.model.records import Workshop
from workshop.model.thresholds import MEANINGS, changed_words, thresholds_of, with_thresholds

WORKSHOP = Workshop(title="Made up", perspectives=(), salt="salt", created=datetime(2026, 3, 2, tzinfo=UTC))


def test_every_threshold_has_its_meaning() -> None:
    """No name more, none less."""
    assert set(MEANINGS) == set(asdict(Thresholds()))


def test_a_workshop_without_its_own_has_the_usual_ones() -> None:
    """And nothing to say of them."""
    assert thresholds_of(WORKSHOP) == Thresholds()
    assert changed_words(Thresholds()) == ""


def test_a_changed_one_is_kept_and_said() -> None:
    """With what it usually is; back at that it is kept no longer."""
    changed = with_thresholds(WORKSHOP, [("gap", 0.3), ("clear_count", 4)])
    found = thresholds_of(changed)
    assert (found.gap, found.clear_count, type(found.clear_count)) == (0.3, 4, int)
    assert changed_words(found) == "This workshop has its own thresholds: gap 0.3 (usually 0.25), clear_count 4 (usually 3)."
    assert with_thresholds(changed, asdict(Thresholds()).items()) == WORKSHOP


@pytest.mark.parametrize(
    ("name", "value"), [("gap", 0), ("gap", 1), ("clear_count", 0), ("clear_count", 2.5), ("smallest_group", 1), ("p", 1)]
)
@pytest.mark.parametrize("value_too", [float("nan"), float("inf")])
def test_what_cannot_be_a_threshold_is_refused(name: str, value: float, value_too: float) -> None:
    """A share of 1, half a person, a group of one, no number, or a name that there isn't."""
    for each in (value, value_too):
        with pytest.raises(WorkshopError, match=name):
            with_thresholds(WORKSHOP, [(name, each)])


def test_what_another_version_wrote_is_passed_over() -> None:
    """A name that this one doesn't know, or a value that can't be right, leaves the usual ones."""
    odd = Workshop(
        **{**{name: getattr(WORKSHOP, name) for name in ("title", "perspectives", "salt", "created")}, "thresholds": (("p", 1), ("gap", 7))}
    )
    assert thresholds_of(odd) == Thresholds()
