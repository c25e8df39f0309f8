"""What votes came to, as a report may show it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRank:
    """What one group gave to a theme: `text` is "1st, 9 dots from 5 of 8", or "none". `share` is of the people who voted."""

    text: str
    rank: int | None
    points: int | None
    people_text: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPriority:
    """One theme that was voted on; `finding` names its finding ("F3"), `groups` is by perspective."""

    theme: str
    finding: str
    groups: Mapping[str, ShownRank]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPriorities:
    """The votes of one kind: "V1". Groups that gave nothing at all are left out.

    `voted` says by perspective how many voted, `order_text` by whose ranks the themes are ordered, `alike_text` how alike the ranks are,
    or why not, `how_text` how they are counted.
    """

    name: str
    kind: str
    title: str
    voted: Mapping[str, str]
    themes: tuple[ShownPriority, ...]
    order_text: str
    alike_text: str
    how_text: str
