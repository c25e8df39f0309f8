"""The view: what a report may show, put in words already. It is all that a writer gets, so what isn't in it can't leak.

A number is `None`, and its text says what may be said, where an audience may not see it: "1 or 2 of 8" has no bar. Each text of
a person stands alone, without quotation marks or name, so that every writer escapes it in its own way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from workshop.model.showntiming import ShownTiming
from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.codebook import ShownTheme
from workshop.model.view.finding import Section, ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.model.view.journal import ShownNote
from workshop.model.view.outcome import ShownOutcome
from workshop.model.view.priority import ShownPriorities
from workshop.model.view.raised import ShownRaiser
from workshop.model.view.recommendation import ShownRecommendation
from workshop.model.view.record import ShownPerson, ShownReflection, ShownResponse, ShownVote
from workshop.model.view.session import ShownSession
from workshop.model.view.statement import ShownStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that a report for one `audience` may show. `marking` stands on every page; `made` is when it was made.

    `groups` are the perspectives with people, the two of `between` first. `notes` are the fixed sentences that every report carries,
    `method` the sentences on thresholds and limits. `statements` has the contested first. `comparison` is the JSON object of
    the comparison, as far as this audience may have it. `ranked` has what votes came to, one of each kind, and is empty without any;
    `timings` has the sessions that were run by the clock, `artworks` the pictures in which anybody read anything.

    `exploratory` and `narrowed` say in a sentence what this is a comparison of, where not the workshop's own, or not of all of it; both
    begin `at_a_glance` too.

    `raised` is empty for an audience from whom any count is hidden, since it holds them all.

    `outcomes` are what each way of working came to beside the comparison: examples, places, points, promises.

    `codebook` has all themes, and `journal` what was noted on the clock. `key` is the workshop's own in files of this audience, from
    which identifiers are made that no other workshop's, and no other audience's, can be matched with; `begun` is the day of its making.
    `records` is all that is stored, by table and id, for the working group's own json to be imported from; empty for everybody else.
    """

    title: str
    audience: str
    marking: str
    cover: str
    made: datetime
    between: tuple[str, str]
    took_part: str
    groups: tuple[ShownGroup, ...]
    sessions: tuple[ShownSession, ...]
    checked_back: tuple[str, ...]
    at_a_glance: tuple[str, ...]
    findings: tuple[ShownFinding, ...]
    statements: tuple[ShownStatement, ...]
    notes: tuple[str, ...]
    method: tuple[str, ...]
    comparison: Mapping[str, object]
    people: tuple[ShownPerson, ...] = ()
    raised: tuple[ShownRaiser, ...] = ()
    reflections: tuple[ShownReflection, ...] = ()
    responses: tuple[ShownResponse, ...] = ()
    ranked: tuple[ShownPriorities, ...] = ()
    recommendations: tuple[ShownRecommendation, ...] = ()
    votes: tuple[ShownVote, ...] = ()
    exploratory: str = ""
    narrowed: str = ""
    timings: tuple[ShownTiming, ...] = ()
    artworks: tuple[ShownArtwork, ...] = ()
    codebook: tuple[ShownTheme, ...] = ()
    journal: tuple[ShownNote, ...] = ()
    key: str = ""
    begun: date | None = None
    outcomes: tuple[ShownOutcome, ...] = ()
    records: Mapping[str, object] = field(default_factory=dict)

    def group(self, perspective: str) -> ShownGroup:
        """The group of this perspective; KeyError where it has no people."""
        for group in self.groups:
            if group.name == perspective:
                return group
        raise KeyError(perspective)

    @property
    def sides(self) -> tuple[ShownGroup, ShownGroup]:
        """The two groups that are compared, left and right."""
        return self.group(self.between[0]), self.group(self.between[1])

    @property
    def telling(self) -> tuple[ShownStatement, ...]:
        """The statements of one group that the other contests: the centre of the report."""
        return tuple(statement for statement in self.statements if statement.contested)

    def in_section(self, section: Section) -> tuple[ShownFinding, ...]:
        """The findings that the report treats there, in their order."""
        return tuple(finding for finding in self.findings if finding.section is section)

    @property
    def priorities(self) -> tuple[ShownFinding, ...]:
        """The findings on priority themes, in their order."""
        return tuple(finding for finding in self.findings if finding.priority)
