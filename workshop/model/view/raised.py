"""Who raised what, person by person, for whoever counts anew."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRaiser:
    """One person, by code, and by the name of each finding ("F3") whether they raised its theme unprompted.

    A theme that they had no chance to speak of isn't among `themes`.
    """

    person: str
    perspective: str
    themes: Mapping[str, bool]
