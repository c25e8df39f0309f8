"""Who was heard in a session, as far as notes can tell: captured contributions, not airtime (method.md, 1.10)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from workshop.compare.inequality import gini, gini_corrected
from workshop.compare.tally import NOBODYS
from workshop.model.records import Participant, Records, Reflection

FEWEST_PEOPLE = 4
"""Below this many people present there are counts only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One perspective in one session. `silent` people were there and have no remark; `not_attributed` remarks may be theirs."""

    people: int
    contributions: int
    words: int
    silent: int
    not_attributed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeard:
    """One session. `top_share` is the share of the attributed remarks that the most heard person made.

    It and `gini`, over everyone present, are None below four people, and where nothing is attributed; `gini_corrected` (n/(n-1) of it) is
    the one to set beside that of a room of another size.
    """

    session: str
    groups: Mapping[str, Heard]
    top_share: float | None
    gini: float | None
    gini_corrected: float | None = None

    def share_of_people(self, perspective: str) -> float | None:
        """Of all present; None where nobody was counted."""
        return _share(self.groups[perspective].people, sum(group.people for group in self.groups.values()))

    def share_of_contributions(self, perspective: str) -> float | None:
        """Of all captured; None where nothing was."""
        return _share(self.groups[perspective].contributions, sum(group.contributions for group in self.groups.values()))

    def share_of_words(self, perspective: str) -> float | None:
        """Of all words captured; None where there are none."""
        return _share(self.groups[perspective].words, sum(group.words for group in self.groups.values()))

    def ratio(self, perspective: str) -> float | None:
        """The share of contributions by the share of people: 1 is as many as their number; None where it can't be said."""
        people, contributions = self.share_of_people(perspective), self.share_of_contributions(perspective)
        return contributions / people if people and contributions is not None else None


@dataclass(slots=True)
class _Spoken:
    remarks: int = 0
    words: int = 0
    by_person: Counter[str] = field(default_factory=Counter)


def heard(records: Records) -> tuple[SessionHeard, ...]:
    """Every session, in order of its number, with the perspectives that were there or spoke. Imports without a session are left out."""
    spoken: dict[str, dict[str, _Spoken]] = {}
    for reflection in records.reflections.values():
        perspective = _perspective(reflection, records)
        if perspective not in NOBODYS:
            group = spoken.setdefault(reflection.session, {}).setdefault(perspective, _Spoken())
            group.remarks += 1
            group.words += len(reflection.text.split())
            if reflection.participant:
                group.by_person[reflection.participant] += 1
    people: dict[str, list[Participant]] = {}
    for participant in records.participants.values():
        people.setdefault(participant.cohort, []).append(participant)
    absent = {(each.session, each.participant) for each in records.attendance.values() if each.parts == ()}
    found = []
    for session in sorted(records.sessions.values(), key=lambda one: (one.number, one.id)):
        said = spoken.get(session.id, {})
        known = Counter(each.perspective for each in people.get(session.cohort, ()) if (session.id, each.id) not in absent)
        present = {**known, **dict(session.present)}
        names = [name for name in dict.fromkeys([*sorted(present), *sorted(said)]) if name not in NOBODYS]
        found.append(_session(session.id, {name: (present.get(name, 0), said.get(name, _Spoken())) for name in names}))
    return tuple(found)


def _session(session: str, said: Mapping[str, tuple[int, _Spoken]]) -> SessionHeard:
    groups = {}
    remarks: list[int] = []
    for name, (present, spoken) in said.items():
        # More people spoke than were counted: they were there.
        people = max(present, len(spoken.by_person))
        silent = people - len(spoken.by_person)
        remarks += [*spoken.by_person.values(), *[0] * silent]
        groups[name] = Heard(
            people=people,
            contributions=spoken.remarks,
            words=spoken.words,
            silent=silent,
            not_attributed=spoken.remarks - spoken.by_person.total(),
        )
    enough = len(remarks) >= FEWEST_PEOPLE
    return SessionHeard(
        session=session,
        groups=groups,
        top_share=_share(max(remarks), sum(remarks)) if enough else None,
        gini=gini(remarks) if enough else None,
        gini_corrected=gini_corrected(remarks) if enough else None,
    )


def _perspective(reflection: Reflection, records: Records) -> str:
    participant = records.participants.get(reflection.participant or "")
    return participant.perspective if participant else reflection.perspective


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def heard_json(found: SessionHeard) -> dict[str, object]:
    """One session as plain values; `session` is its id."""
    return {
        "session": found.session,
        "groups": {
            group: {
                **asdict(each),
                "share_of_people": found.share_of_people(group),
                "share_of_contributions": found.share_of_contributions(group),
                "share_of_words": found.share_of_words(group),
                "ratio": found.ratio(group),
            }
            for group, each in found.groups.items()
        },
        "top_share": found.top_share,
        "gini": found.gini,
        "gini_corrected": found.gini_corrected,
    }
