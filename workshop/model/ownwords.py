"""All that is held of one person, for that person: to check it, or because they asked for it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRemark:
    """One remark of theirs; `about` are its themes, `shown` what it was said to: a statement or a picture.

    `retold` is how it is told in other words, to readers to whom theirs may not be passed on; "" where it isn't.
    """

    name: str
    text: str
    verbatim: bool
    session: str
    activity: str
    at: datetime
    about: tuple[str, ...]
    shown: str
    marks: tuple[str, ...]
    checked: bool
    agreed: str
    retold: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAnswer:
    """An answer to a statement, or what was given to a theme in a vote: to what, what, and when."""

    to: str
    given: str
    session: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What is held of one person. `facts` are what is known of them, in words, by what it is called; `exports` the reports of it."""

    who: str
    where: str
    title: str
    made: datetime
    facts: tuple[tuple[str, str], ...]
    remarks: tuple[OwnRemark, ...]
    answers: tuple[OwnAnswer, ...]
    votes: tuple[OwnAnswer, ...]
    exports: tuple[str, ...]
    aside: str
