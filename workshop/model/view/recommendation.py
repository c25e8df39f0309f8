"""A recommendation or a commitment, as a report may show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecommendation:
    """What should happen ("D4"), or with a `side` what that side will do; all in words, "" for what nobody said.

    `sources` names the remarks that it rests on, `statement` the contested one that it answers. `outcome` is what came of it.
    `agreed` are the groups that have said yes to it.
    """

    name: str
    text: str
    side: str
    side_plural: str
    lead: str
    due: str
    status: str
    overdue: bool
    outcome: str
    themes: tuple[str, ...]
    sources: tuple[str, ...]
    statement: str
    session: str
    notes: tuple[str, ...]
    agreed: tuple[str, ...] = ()

    @property
    def whose(self) -> str:
        """Who commits to it, and who leads it: "practitioners, Harbour Advice"."""
        return ", ".join(part for part in (self.side_plural, self.lead) if part)

    @property
    def stands(self) -> str:
        """How far it has got: "done: it runs until ten"."""
        return ": ".join(part for part in (f"{self.status}, overdue" if self.overdue else self.status, self.outcome) if part)

    @property
    def agreed_text(self) -> str:
        """Who has said yes to it: "parents and practitioners", ""."""
        return " and ".join(self.agreed)
