"""What a comparison finds of votes: which themes each group put first. See compare/votes.py and compare/priorities.py."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.model.records import VoteKind

FEWEST_THEMES = 5
"""From so many themes up a figure may say how alike two rankings are: of four even a reversal may be chance (method.md, 1.8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPriority:
    """What one perspective gave to one theme.

    `points` are dots, hands or money in all; of rankings a person's last place counts 1, the one before it 2. `rank` is from 1, themes with
    as many points share one; None where the group gave nothing. `gave` to `gave_at_most` is how many people gave it anything, a range where
    dots were counted for the group; None where nobody can know.
    """

    points: int
    rank: int | None
    gave: int | None
    gave_at_most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityTheme:
    """One theme that was voted on; `groups` is by perspective."""

    id: str
    theme: str
    groups: Mapping[str, GroupPriority]


@dataclass(frozen=True, slots=True, kw_only=True)
class Priorities:
    """The votes of one kind, of all sessions together. `voted` is how many people voted, by perspective, 0 where nobody counted them.

    `tau_b` (-1 to 1) and `rbo` (0 to 1, the top weighs most) say how alike the two that are compared rank the themes; None where one of
    them has not voted, where there are fewer than `FEWEST_THEMES`, or where a group ranks nothing above anything.
    """

    kind: VoteKind
    voted: Mapping[str, int]
    themes: tuple[PriorityTheme, ...]
    tau_b: float | None = None
    rbo: float | None = None

    @property
    def few(self) -> bool:
        """Whether there are too few themes to say how alike two rankings are."""
        return len(self.themes) < FEWEST_THEMES
