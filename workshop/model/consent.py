"""What people agreed to: levels in order, what counts for one remark, and what counts where copies of a record differ.

A person agrees to one level for what they say, and may agree otherwise for a single remark; the room chooses one level for what was noted
for the group. Unset is `count`. Whether the words may go into a research archive is asked apart, and unset is no.

A remark's own level counts where it is lower; where it is higher, only if it was agreed after the general one (`consent_at` is when a level
was last agreed). So whoever lowers their level has lowered it for all that they said before.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from workshop.model.capture.kinds import OFF
from workshop.model.perspective import NOTE_TAKER
from workshop.model.records import Consent, Participant, Records, Reflection, Session

UNSET = Consent.COUNT
"""What holds where nobody was asked."""
_RANK = {level: place for place, level in enumerate(Consent)}

BearsConsent = Participant | Session | Reflection
"""A record that bears consent: of a person, of a session's room, or for one remark."""
Asked = TypeVar("Asked", bound=BearsConsent)


def at_most(level: Consent, limit: Consent) -> Consent:
    """The lower of the two."""
    return min(level, limit, key=_RANK.__getitem__)


def allows(level: Consent, wanted: Consent) -> bool:
    """Whether who agreed to `level` agreed to `wanted` too."""
    return _RANK[wanted] <= _RANK[level]


def effective(reflection: Reflection, records: Records) -> Consent:
    """What may be done with a remark: its own level, else its speaker's, else, for a remark of no one, what its room chose."""
    asked = _asked(reflection, records)
    general = (asked.consent if asked else None) or UNSET
    own = reflection.consent
    if own is None:
        return general
    return own if _came_later(reflection, asked) else at_most(own, general)


def may_be_told(reflection: Reflection, records: Records) -> bool:
    """Whether its words may be told to people who did not hear them: said word for word they need `quote`, else `paraphrase`."""
    wanted = Consent.QUOTE if reflection.verbatim else Consent.PARAPHRASE
    on_the_record = OFF not in reflection.kinds and not reflection.unfinished and reflection.perspective != NOTE_TAKER
    return bool(reflection.text.strip()) and on_the_record and allows(effective(reflection, records), wanted)


def for_research(reflection: Reflection, records: Records) -> bool:
    """Whether a remark may go into a research archive: its speaker, or its room, said yes, and nobody said no to this one."""
    asked = _asked(reflection, records)
    return bool(asked and asked.research) and reflection.research is not False


def agreeing(record: Asked, level: Consent | None, research: bool | None, at: datetime) -> Asked:
    """The record with what was agreed to now; what nothing was said of (None) stays as it was agreed before."""
    return replace(
        record,
        consent=record.consent if level is None else level,
        research=record.research if research is None else research,
        consent_at=record.consent_at if level is None else at,
    )


def lowest(shown: Asked, others: Sequence[Asked]) -> Asked:
    """The record as shown, with the least that any of its concurrent versions agrees to.

    A remark without a level of its own in one of them has one that can only lower: it bears no time.
    """
    if not others:
        return shown
    every = (shown, *others)
    levels = [each.consent for each in every]
    if isinstance(shown, Reflection):
        level = min((each for each in levels if each is not None), key=_RANK.__getitem__, default=None)
        since = _earliest(every)
    else:
        level = min(levels, key=lambda each: _RANK[each or UNSET])
        since = max((each.consent_at for each in every if each.consent_at), default=None)
    return replace(shown, consent=level, research=_least(every), consent_at=since)


def _asked(reflection: Reflection, records: Records) -> Participant | Session | None:
    """Who was asked about a remark: its speaker or, for a remark of no one, the room."""
    if reflection.participant:
        return records.participants.get(reflection.participant)
    return records.sessions.get(reflection.session)


def _came_later(reflection: Reflection, asked: Participant | Session | None) -> bool:
    """Whether the remark's own level was agreed after the general one."""
    if reflection.consent_at is None:
        return False
    return asked is None or asked.consent_at is None or reflection.consent_at > asked.consent_at


def _earliest(every: Sequence[BearsConsent]) -> datetime | None:
    times = [each.consent_at for each in every]
    return None if None in times else min(time for time in times if time is not None)


def _least(every: Sequence[BearsConsent]) -> bool | None:
    """Yes if all say so, unset if none says no."""
    answers = [each.research for each in every]
    if all(answers):
        return True
    return False if False in answers else None
