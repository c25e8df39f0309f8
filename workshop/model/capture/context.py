"""What the parser has to know of the session to understand a line: all of it passed in, nothing looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workshop.model.capture.kinds import KINDS, NEVER_LANES
from workshop.model.capture.speaker import NOTE_TAKER, UNKNOWN, Speaker
from workshop.model.perspective import ALWAYS, MIXED, Perspective, perspectives
from workshop.model.plan import Kind
from workshop.text import fold


@dataclass(frozen=True)
class Context:
    """The session as the capture line sees it. Make one a change (`dataclasses.replace`), not one a key press: its look-ups are kept.

    `group` is a perspective's name or "mixed"; `codes` the codes known in the cohort with their perspectives, as they are spelt
    in the records; `sticky` the last speaker who stays (None at the start); `lanes` and `kind` are the activity's;
    `themes` gives the title for every folded title and alias, titles in the codebook's order (`codebook.names`). `picture` says that a
    picture is on show, which takes readings and no answers. `statements` are the words of those that a line may name, by what they
    are called (T1); what names none in a `show` activity is about what is on show.
    """

    group: str = MIXED
    perspectives: tuple[Perspective, ...] = perspectives(ALWAYS)
    codes: Mapping[str, str] = field(default_factory=dict)
    sticky: Speaker | None = None
    lanes: tuple[str, ...] = ()
    kind: Kind | None = None
    themes: Mapping[str, str] = field(default_factory=dict)
    picture: bool = False
    statements: Mapping[str, str] = field(default_factory=dict)

    @property
    def speaker(self) -> Speaker:
        """Who speaks on a line that doesn't say: the last speaker who stays, else the session's group, else nobody knows."""
        return self.sticky or self.whole_group or UNKNOWN

    @property
    def whole_group(self) -> Speaker | None:
        """The group of the session, if it is of one perspective."""
        return None if self.group == MIXED else Speaker(self.group)

    def plural(self, name: str) -> str:
        """The plural of a perspective's name, as the workshop has it."""
        return next((each.plural for each in self.perspectives if each.name == name), name)

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Perspective by its stickers' letter."""
        return {each.letter: each.name for each in self.perspectives}

    @cached_property
    def known_codes(self) -> Mapping[str, str]:
        """Known codes as they are spelt, by how they fold."""
        return {fold(code): code for code in self.codes}

    @cached_property
    def named(self) -> Mapping[str, Speaker]:
        """The speakers that have a word of their own, by its folded form: groups by plural, name or letter, `nt`, `?`."""
        found = {}
        for each in self.perspectives:
            for word in (each.letter, each.name, each.plural):
                found[fold(word)] = Speaker(each.name)
        return found | {"nt": NOTE_TAKER, fold(NOTE_TAKER.perspective): NOTE_TAKER, "?": UNKNOWN}

    @cached_property
    def known_statements(self) -> Mapping[str, str]:
        """What the statements are called, by how that folds."""
        return {fold(name): name for name in self.statements}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kinds that `!` may name, by how they fold; a lane of the activity hides a kind of its name, so it isn't here then."""
        return {fold(kind): kind for kind in KINDS if fold(kind) not in self.lane_names}

    @cached_property
    def lane_names(self) -> Mapping[str, str]:
        """The activity's lanes by how they fold."""
        return {fold(lane): lane for lane in self.lanes if fold(lane) and fold(lane) not in NEVER_LANES}
