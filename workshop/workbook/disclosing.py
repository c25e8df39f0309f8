"""What a report for an audience would show, and what it would keep back: asked before anything is written."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.model.countable import countable
from workshop.privacy.audience import Audience, audience_of
from workshop.privacy.disclosure import Disclosure, disclosure
from workshop.workbook.exporting import Exporting

__all__ = ["Disclosing", "Disclosure"]
"""With what it gives."""


class Disclosing(Exporting):
    """The verb that counts it."""

    def disclosure(
        self,
        audience: str,
        between: Sequence[str] = (),
        *,
        sessions: Sequence[str] = (),
        lane: str = "",
        themes: Sequence[str] = (),
        small: int = 3,
        group: str = "",
    ) -> Disclosure:
        """What `export` with the same arguments would show of the whole workshop's remarks, and hide; the open flags don't matter here.

        Raises WorkshopError as `view` does, and for a copy for participants of which it isn't said whose it is.
        """
        whose = audience_of(audience)
        self._refuse_nobodys(whose, group)
        looked_at = self._looked_at(audience, between, sessions=sessions, lane=lane, themes=themes, small=small, group=group)
        before, allowed, after = countable(self.records), self._agreed(whose, group), self._passed_on(whose, group)
        found = disclosure(before, allowed, after, looked_at.view, whose, small)
        if whose is not Audience.PUBLISHED:
            return found
        beside = self._stands_beside(looked_at.comparison, looked_at.small)
        return replace(found, earlier=beside.sentences, refused=beside.refused)
