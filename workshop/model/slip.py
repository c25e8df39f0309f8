"""A slip of paper for one person: their sticker, what they agreed to, until when they may take their words back, and whom to tell."""

from dataclasses import dataclass
from datetime import date

from workshop.model.records import Consent

LEVELS = (
    (Consent.QUOTE, "My words may be quoted, without my name."),
    (Consent.PARAPHRASE, "What I said may be told in other words."),
    (Consent.COUNT, "What I said may be counted, and no more."),
    (Consent.NONE, "Nothing that I said may be used."),
)
"""What each level of consent means, as the person says it."""
RESEARCH = "What I said may also be kept for research."


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One person's. `code` is on the sticker; `level` and `research` are None where they are ticked by hand; "" is left blank."""

    code: str
    title: str
    when: str
    level: Consent | None
    research: bool | None
    until: str
    contact: str

    @property
    def boxes(self) -> tuple[tuple[bool, str], ...]:
        """What can be agreed to, each with whether it was."""
        return (*((self.level is level, words) for level, words in LEVELS), (bool(self.research), RESEARCH))


def blank_slips(codes: tuple[str, ...], title: str, until: date | None, contact: str) -> tuple[Slip, ...]:
    """A slip for each code, to be filled in by hand."""
    day = told_day(until)
    return tuple(Slip(code=code, title=title, when="", level=None, research=None, until=day, contact=contact) for code in codes)


def told_day(day: date | None) -> str:
    """A day in words: "2 June 2026"; "" for none."""
    return f"{day.day} {day:%B %Y}" if day else ""
