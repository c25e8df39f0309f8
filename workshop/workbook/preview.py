"""What a withdrawal would take, found and told before anything is done."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.artwork import Artwork
from workshop.model.export import Export
from workshop.model.recommendation import Recommendation
from workshop.model.records import Participant, Reflection, Response, Statement, Vote
from workshop.model.withdrawal import same_words, speaker_of, taken
from workshop.store.line import Key
from workshop.store.schema import Record, table_of_type, type_of_table
from workshop.workbook.backing import Backing
from workshop.workbook.people import People
from workshop.workbook.register import Register
from workshop.workbook.strangers import strangers

NOT_SAID = ("workshop", "sessions", "timeline", "themes", "merges", "tombstones", "withdrawals", "exports", "headers", "watched")
"""The tables that hold nothing that belongs to one person: the workshop's own, and the registers of what was withdrawn and exported."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A remark, a statement, a recommendation or the caption of an artwork that goes; `answers` is how many have answered a statement."""

    ref: str
    words: str
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What a withdrawal would take, for a person to look at; nothing is done yet.

    `removed` are remarks whose words are still in the files though an undo took them from the lists. `exports` are all reports that
    held the words, `reports` those files of them that stand in the workshop's own folder, which go too; `copies` the backups and
    bundles that are done as soon as they can be reached, `damaged` is how many damaged lines may hold words, `strangers` are files
    beside the workshop that it doesn't know. `same_words` names what holds the words without being linked to them, `themes` the
    provisional themes that nothing else is about: these stay. `passed` is the last day on which people were promised to be able to
    withdraw, where that has gone by. `flagged` is how many remarks go that are put aside for safeguarding: they are listed nowhere.
    """

    what: str
    remarks: tuple[Listed, ...]
    statements: tuple[Listed, ...]
    recommendations: tuple[Listed, ...]
    artworks: tuple[Listed, ...]
    answers: int
    votes: int
    highlights: int
    removed: tuple[Listed, ...]
    exports: tuple[Export, ...]
    reports: tuple[Path, ...]
    copies: tuple[Path, ...]
    strangers: tuple[str, ...]
    damaged: int
    same_words: tuple[str, ...]
    themes: tuple[str, ...]
    flagged: int
    passed: date | None
    person: Participant | None
    chosen: tuple[str, ...]
    keys: frozenset[Key]

    @property
    def undone(self) -> int:
        """How many remarks go that were undone before."""
        return len(self.removed)


def told_damaged(lines: int) -> str:
    """What is said of damaged lines where words are taken back; "" where there are none."""
    if not lines:
        return ""
    many, them = ("1 damaged line is", "it") if lines == 1 else (f"{lines} damaged lines are", "them")
    return f"{many} here, and may hold words of anybody: workshop verify --erase-damage takes {them} out, after a whole copy was merged."


class Previewing(Register, People, Backing):
    """What finds out what goes."""

    @property
    def damaged_lines(self) -> int:
        """How many stretches of the journals can't be read as lines: whose words stand in them, nobody can tell."""
        return len(self.repository.db.damaged) - len(self.repository.db.later)

    def _shown_and_deleted(self) -> tuple[list[Record], list[Record]]:
        """All that may belong to somebody: what is shown, and what was deleted, by an undo say, and still stands in the files."""
        records = self.repository.everything()
        shown = [each for table in type_of_table if table not in NOT_SAID for each in getattr(records, table).values()]
        return shown, [each for each in self.repository.deleted() if table_of_type[type(each)] not in NOT_SAID]

    def _going(self, person: Participant | None, chosen: Collection[str]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
        """What goes of what is shown, and of what was deleted."""

        def theirs(record: Record) -> bool:
            if isinstance(record, Statement | Recommendation | Artwork):
                return record.id in chosen
            return person is not None and speaker_of(record) == person.id

        return self._taken(chosen, theirs)

    def _taken(self, remarks: Collection[str], theirs: Callable[[Record], bool]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
        shown, deleted = self._shown_and_deleted()
        there = {id(each) for each in shown}
        going = taken([*shown, *deleted], remarks, theirs)
        return tuple(each for each in going if id(each) in there), tuple(each for each in going if id(each) not in there)

    def _preview(self, person: Participant | None, chosen: Sequence[str]) -> Preview:
        """What goes with a person, or with the chosen remarks and statements (ids)."""
        here, gone = self._going(person, chosen)
        aside = {each.id for each in here if self.repository.lens.through(each) is None}
        flagged = self.repository.lens.hidden
        remarks = [each for each in here if isinstance(each, Reflection) and each.id not in aside]
        remarks.sort(key=lambda each: (each.number, each.id))
        statements = [each for each in here if isinstance(each, Statement) and each.id not in aside]
        statements.sort(key=lambda each: (each.number, each.id))
        recommended = [each for each in here if isinstance(each, Recommendation) and each.id not in aside]
        exports = self.exports_since(self._since((*here, *gone)))
        return Preview(
            what=f"{person.code} of {self.where(person)}" if person else self._refs_of(chosen),
            remarks=tuple(Listed(self.ref(each), each.text) for each in remarks),
            statements=tuple(Listed(self.ref(each), each.text, self._answers_to(each)) for each in statements),
            recommendations=tuple(Listed(self.ref(each), each.text) for each in sorted(recommended, key=lambda each: each.number)),
            artworks=tuple(Listed(self.ref(each), each.caption) for each in here if isinstance(each, Artwork)),
            answers=sum(isinstance(each, Response) for each in here),
            votes=len({(each.session, each.activity, each.choice) for each in here if isinstance(each, Vote)}),
            highlights=sum(each.highlight for each in remarks),
            removed=tuple(Listed(self.ref(each), each.text) for each in gone if isinstance(each, Reflection)),
            exports=exports,
            reports=self._reports_of(exports),
            copies=self._copies(),
            damaged=self.damaged_lines,
            strangers=strangers(self.folder, self.known_files()),
            same_words=same_words((each.text for each in remarks), self._texts({each.id for each in here})),
            themes=self._themes_left({each.id for each in here}),
            flagged=sum(isinstance(each, Reflection) and each.id in flagged for each in here),
            passed=self._passed(person, remarks),
            person=person,
            chosen=tuple(chosen),
            keys=frozenset(self.repository.key(each) for each in (*here, *gone)),
        )

    def _reports_of(self, exports: Sequence[Export]) -> tuple[Path, ...]:
        try:
            return self.reports_of(exports)
        except OSError:  # told once the words are gone from where they can be reached; it hinders nobody from taking them back
            return ()

    def _copies(self) -> tuple[Path, ...]:
        try:
            return tuple(each.path for each in self.places)
        except WorkshopError:  # likewise
            return ()

    def _since(self, going: Sequence[Record]) -> str:
        """The stamp of what was stored first; where there is nothing, one that no export is younger than."""
        return min((self.repository.stamp(each) for each in going), default=self.repository.new_id())

    def _answers_to(self, statement: Statement) -> int:
        given = (each for each in self.records.responses.values() if each.statement == statement.id)
        return sum(sum(each.hands) if each.hands else 1 for each in given)

    def _refs_of(self, chosen: Collection[str]) -> str:
        tables = ("reflections", "statements", "recommendations", "artworks")
        found = (self.repository.get(table, each) for each in chosen for table in tables)
        here = [self.ref(each) for each in found if isinstance(each, Reflection | Statement | Recommendation | Artwork)]
        removed = (self.repository.removed(table, each) for each in chosen for table in tables)
        undone = [self.ref(each) for each in removed if isinstance(each, Reflection | Statement | Recommendation | Artwork)]
        return ", ".join([*here, *(f"{each} (undone before)" for each in undone)])

    def _texts(self, going: Collection[str]) -> Iterator[tuple[str, str]]:
        """All texts here but those that go, each with what it is called."""
        records = self.records
        for mapping in (records.statements, records.reflections, records.recommendations):
            yield from ((self.ref(said), said.text) for said in mapping.values() if said.id not in going)
        for note in records.followups.values():
            if note.id not in going and note.recommendation in records.recommendations:
                yield f"the notes on {self.ref(records.recommendations[note.recommendation])}", note.text
        for session in records.sessions.values():
            yield f"the plan of {self.ref(session)}", session.plan
            yield f"the notes of {self.ref(session)}'s clock", "\n".join(each.text for each in records.timelines.get(session.id, ()))
        for theme in records.themes.values():
            yield f'the theme "{theme.title}"', "\n".join((theme.title, theme.description, *theme.aliases))
        for artwork in records.artworks.values():
            yield f"what is under {self.ref(artwork)}", f"{artwork.caption}\n{artwork.alt}"
        yield "the workshop's cover", records.workshop.cover

    def _themes_left(self, going: Collection[str]) -> tuple[str, ...]:
        """Titles of the provisional themes about which nothing stays."""
        records = self.records
        left = {each.theme for each in records.codings.values() if each.id not in going}
        left |= {each.theme for each in records.statements.values() if each.theme and each.id not in going}
        left |= {each.theme for each in records.votes.values() if each.id not in going}
        left |= {theme for each in records.recommendations.values() if each.id not in going for theme in each.themes}
        lost = {each.theme for table in (records.codings, records.votes) for each in table.values() if each.id in going} - left
        return tuple(sorted(records.themes[each].title for each in lost if each in records.themes and records.themes[each].provisional))

    def _passed(self, person: Participant | None, remarks: Sequence[Reflection]) -> date | None:
        today = self.now().astimezone(local_zone()).date()
        of_remarks = {each.session for each in remarks}
        sessions = (each for each in self.records.sessions.values() if (person and each.cohort == person.cohort) or each.id in of_remarks)
        return max((each.withdraw_until for each in sessions if each.withdraw_until and each.withdraw_until < today), default=None)
