"""What a report for an audience would show, and what it would keep back: asked before anything is written."""

from collections.abc import Sequence

from workshop.model.countable import countable
from workshop.privacy.audience import audience_of
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
        shown = self.view(audience, between, sessions=sessions, lane=lane, themes=themes, small=small, group=group)
        before, allowed, after = countable(self.records), self._agreed(whose, group), self._passed_on(whose, group)
        return disclosure(before, allowed, after, shown, whose, small)
