"""Who has been heard in a session so far, for the facilitator."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from workshop.compare.heard import SessionHeard, heard
from workshop.model.records import Session
from workshop.workbook.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardSoFar:
    """The counts of a session by perspective, and how many remarks each sticker has: those that have none too."""

    groups: SessionHeard
    remarks: Mapping[str, int]


class Hearing(Desk):
    """Who has been heard."""

    def heard(self, session: Session) -> HeardSoFar:
        """By what was written down, which is not who spoke (method.md, 1.10)."""
        records = self.records
        said = Counter(each.participant for each in records.reflections.values() if each.session == session.id and each.participant)
        codes = {each.code: said[key] for key, each in records.participants.items() if each.cohort == session.cohort}
        groups = next(each for each in heard(records) if each.session == session.id)
        return HeardSoFar(groups=groups, remarks=dict(sorted(codes.items(), key=lambda one: (len(one[0]), one[0]))))
