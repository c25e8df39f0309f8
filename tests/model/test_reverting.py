"""Taking one change of a record back, while others stay."""

from datetime import UTC, datetime

from workshop.model.records import Consent, Participant
from workshop.model.reverting import reverted

EARLY, LATE = datetime(2026, 3, 2, 10, 0, tzinfo=UTC), datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
ALI = Participant(id="a", cohort="c", code="p3", perspective="parent", role="carer")
ASKED = Participant(
    id="a", cohort="c", code="p3", perspective="parent", role="mother", consent=Consent.QUOTE, research=True, consent_at=EARLY
)


def test_all_that_was_changed_goes_back() -> None:
    """Where nothing was changed since, the record is again what it was."""
    assert reverted(ALI, ASKED, ASKED) == (ALI, True)


def test_what_was_changed_since_stays() -> None:
    """A field that somebody else has changed since is left; the others go back, and it is told that not all could."""
    now = Participant(
        id="a", cohort="c", code="p3", perspective="parent", role="aunt", consent=Consent.QUOTE, research=True, consent_at=EARLY
    )
    back, whole = reverted(ALI, ASKED, now)
    assert (back.role, back.consent, back.research, back.consent_at, whole) == ("aunt", None, None, None, False)


def test_a_consent_that_was_lowered_since_is_not_raised() -> None:
    """Undoing a yes leaves the no that came after it, with its time; the same level given again at another time is another consent."""
    lowered = Participant(
        id="a", cohort="c", code="p3", perspective="parent", role="mother", consent=Consent.NONE, research=True, consent_at=LATE
    )
    back, whole = reverted(ALI, ASKED, lowered)
    assert (back.consent, back.consent_at, back.role, whole) == (Consent.NONE, LATE, "carer", False)


def test_undoing_twice_changes_nothing() -> None:
    """What went back already stays as it is."""
    assert reverted(ALI, ASKED, ALI) == (ALI, True)
