"""A session and how much was noted of whom in it, as a report may show them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVoice:
    """How much one group in a session was noted: people `present`, `heard` of them by code, and remarks."""

    perspective: str
    plural: str
    present: str
    heard: str
    remarks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSession:
    """One session. `name` is "Session 1"; `group`, `date` ("" where nobody knows) and `people` are in words; `shown` what it saw."""

    name: str
    title: str
    group: str
    group_text: str
    date: str
    place: str
    people: str
    shown: tuple[str, ...]
    voices: tuple[ShownVoice, ...]
