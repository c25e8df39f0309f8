"""What a comparison is asked for, as people type it: "parent@Ayr", S3, a theme's title, F3."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop.clocks import local_zone
from workshop.compare.between import between_of
from workshop.compare.narrowing import Narrowing, narrowed_words
from workshop.compare.sides import Side, Sides, check_apart
from workshop.errors import WorkshopError
from workshop.model.comparison import Comparison, StatementFinding, ThemeFinding
from workshop.model.perspective import AT
from workshop.model.records import Records, Session, Verb
from workshop.text import clean_line, fold
from workshop.workbook.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Asked:
    """Between which sides, of which part of the workshop; `words` say which part, "" for all of it."""

    sides: Sides
    narrowing: Narrowing
    words: str = ""


class Asking(Sessions):
    """How what people type is understood."""

    def asked(self, between: Sequence[str] = (), sessions: Iterable[str] = (), lane: str = "", themes: Iterable[str] = ()) -> Asked:
        """Understand it all. Raises WorkshopError naming what there is."""
        chosen = [self.session(each) for each in sessions]
        named = [self.theme(each) for each in themes]
        spoken = self._lane(lane) if lane.strip() else ""
        narrowing = Narrowing(sessions=frozenset(each.id for each in chosen), lane=spoken, themes=frozenset(each.id for each in named))
        words = narrowed_words([self.ref(each) for each in chosen], spoken, [each.title for each in named])
        return Asked(self.sides(between), narrowing, words)

    def sides(self, names: Sequence[str] = ()) -> Sides:
        """The two sides that are named, else the two perspectives that the workshop compares. Raises WorkshopError."""
        if not names:
            first, second = between_of(self.workshop)
            return Side(first), Side(second)
        if len(names) != 2:
            raise WorkshopError("A comparison is between two perspectives.", "For example: --between parent practitioner")
        one, other = (self._side(name) for name in names)
        check_apart((one, other), self.records.sessions)
        return one, other

    def lanes(self) -> tuple[str, ...]:
        """The lanes that the plans of the sessions ask for, and those that remarks are in, each once."""
        planned = [lane for session in self.sessions() for activity in self.plan_of(session).activities for lane in activity.lanes]
        spoken = sorted({each.lane for each in self.records.reflections.values() if each.lane})
        found: dict[str, str] = {}
        for lane in (*planned, *spoken):
            found.setdefault(fold(lane), lane)
        return tuple(found.values())

    def finding_called(self, name: str, comparison: Comparison) -> ThemeFinding | StatementFinding:
        """The finding that F3, T2 or a theme's title or alias names. Raises WorkshopError."""
        wanted = name.strip().upper()
        for theme in comparison.themes:
            if wanted == f"F{theme.number}":
                return theme
        statements = {each.id: each for each in comparison.statements}
        if wanted[:1] == "T" and wanted[1:2].isdigit() and (found := statements.get(self.statement(name).id)):
            return found
        if wanted[:1] == "F" and wanted[1:].isdigit():
            last = max((each.number for each in comparison.themes), default=0)
            raise WorkshopError(f"There is no finding {wanted}.", f"They go from F1 to F{last}." if last else "There are none yet.")
        key = self.theme(name).id
        for theme in comparison.themes:
            if theme.id == key:
                return theme
        raise WorkshopError(f'"{name}" is in no finding of this comparison.', "Ask without --session, --lane and --theme.")

    def name_of_finding(self, found: ThemeFinding | StatementFinding) -> str:
        """What a finding is called: "F3 Food", or of a statement "T2" with its words."""
        if isinstance(found, ThemeFinding):
            return f"F{found.number} {found.theme}"
        return f"{self.ref(self.statement(found.id))} {found.statement}"

    def _lane(self, name: str) -> str:
        known = self.lanes()
        for each in known:
            if fold(each) == fold(name):
                return each
        raise WorkshopError(f'There is no lane "{clean_line(name)}".', f"Lanes here: {', '.join(known) or 'none'}.")

    def _side(self, name: str) -> Side:
        whose, at, where = name.partition(AT)
        perspective = self.perspective(whose).name
        if not at:
            return Side(perspective)
        said = clean_line(where)
        found = self._in_sessions(said) or self._in_place(said) or self._at_time(said)
        if not found:
            places = ", ".join(dict.fromkeys(each.place for each in self.sessions() if each.place)) or "no session has one"
            raise WorkshopError(
                f'"{said}" is no session, place or time of this workshop.',
                f"Places: {places}. A session is S1, or S1,S3; a time 2026, 2026-05 or 2026-05-19.",
            )
        return Side(perspective, said, frozenset(each.id for each in found))

    def _in_sessions(self, where: str) -> list[Session]:
        names = [each.strip() for each in where.split(",")]
        known = {self.ref(each).upper(): each for each in self.sessions()}
        return [known[each.upper()] for each in names] if all(each.upper() in known for each in names) else []

    def _in_place(self, where: str) -> list[Session]:
        return [each for each in self.sessions() if each.place and fold(each.place) == fold(where)]

    def _at_time(self, when: str) -> list[Session]:
        begins = when.split("-")
        if not all(part.isdigit() for part in begins):
            return []
        days = ((each, began(each, self.records)) for each in self.sessions())
        return [each for each, at in days if at and f"{at.astimezone(local_zone()):%Y-%m-%d}".split("-")[: len(begins)] == begins]


def began(session: Session, records: Records) -> datetime | None:
    """When its clock was first started; for notes that were typed up the day of that, and None for an import, whose day nobody noted."""
    starts = [entry.at for entry in records.timelines.get(session.id, ()) if entry.verb is Verb.START]
    if starts:
        return min(starts)
    return None if session.imported else session.created
