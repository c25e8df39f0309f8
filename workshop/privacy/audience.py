"""Who a report is for, and what that asks of it (report.md, 2)."""

from enum import StrEnum

from workshop.errors import WorkshopError


class Audience(StrEnum):
    """Four, from those who ran the workshop to everybody."""

    WORKING = "working"
    PARTICIPANTS = "participants"
    RESEARCH = "research"
    PUBLISHED = "published"

    @property
    def hides_small_numbers(self) -> bool:
        """Whether a count of one or two people is told as such. An archive gets each person's record, with that person's agreement."""
        return self in (Audience.PARTICIPANTS, Audience.PUBLISHED)

    @property
    def is_checked(self) -> bool:
        """Whether every text is looked through for what may point at somebody before it goes out."""
        return self in (Audience.PARTICIPANTS, Audience.PUBLISHED)


def audience_of(name: str) -> Audience:
    """The audience of this name. Raises WorkshopError naming those there are."""
    if name in list(Audience):
        return Audience(name)
    raise WorkshopError(f'There is no audience "{name}".', f"Audiences: {', '.join(Audience)}.")


WORKING = Audience.WORKING.value
MARKINGS = {
    WORKING: "Working copy \u2013 not for passing on",
    Audience.PARTICIPANTS.value: "For the people who took part \u2013 please check it",
    Audience.RESEARCH.value: "For research \u2013 only who agreed to it is in it",
    Audience.PUBLISHED.value: "For everybody",
}
"""What stands on every page of a report, by audience: the audiences that there are."""
