"""What is printed or handed over for single people: slips for those of a session, and all that is kept of one of them."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from workshop.clocks import local_zone
from workshop.compare.tally import themes_of
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.checking import checked_back
from workshop.model.export import Export
from workshop.model.ownwords import OwnAnswer, OwnRemark, OwnWords
from workshop.model.records import Participant, Reflection, Response, Session, Vote
from workshop.model.slip import LEVELS, RESEARCH, Slip, told_day
from workshop.privacy.words import paraphrased
from workshop.store.schema import Record
from workshop.text import clean
from workshop.workbook.asking import began
from workshop.workbook.people import People
from workshop.workbook.register import Register
from workshop.workbook.sessions import Sessions

OWN = "own words"
"""What the register of exports calls the reader of somebody's own words."""
ASIDE = (
    "Somebody may put a remark aside for safeguarding; such a remark is not here. "
    "Whoever is responsible for safeguarding can tell you of it."
)
"""Said to everybody, so that it tells nobody whether there is one."""


class Papers(Sessions, Register, People):
    """The verbs that bring out what is for one person alone."""

    def slips(self, session: Session, contact: str = "") -> tuple[Slip, ...]:
        """A slip for each person of a session whose code is known, with what they agreed to; `contact` says whom to tell, and how.

        Raises WorkshopError where nobody's code is known.
        """
        people = self.participants(session)
        if not people:
            raise WorkshopError(
                f"No code is known in {self.ref(session)} yet.", "Print blank slips from the plan instead: workshop slips PLAN --people 8"
            )
        start = began(session, self.records)
        when = ", ".join(part for part in (told_day(start.astimezone(local_zone()).date()) if start else "", session.place) if part)
        return tuple(
            Slip(
                code=person.code,
                title=self.workshop.title,
                when=when,
                level=person.consent,
                research=person.research,
                until=told_day(session.withdraw_until),
                contact=clean(contact).strip(),
            )
            for person in people
        )

    def own_words(self, person: Participant) -> OwnWords:
        """All that is kept of a person and of the codes that somebody said are theirs too, but what was put aside for safeguarding."""
        records, people = self.records, (person, *self.same_person(person))
        keys = {each.id for each in people}
        themes, right, retold = themes_of(records.codings.values(), records.themes), checked_back(records), paraphrased(records)
        said = sorted((each for each in records.reflections.values() if each.participant in keys), key=lambda each: (each.at, each.number))
        responses = sorted(
            (each for each in records.responses.values() if each.participant in keys), key=lambda each: (each.at, each.order)
        )
        votes = sorted((each for each in records.votes.values() if each.participant in keys), key=lambda each: (each.at, each.order))
        own: list[Record] = [*people, *said, *responses, *votes]
        exports = self.exports_since(min(self.repository.stamp(each) for each in own))
        return OwnWords(
            who=", ".join(each.code for each in people),
            where="; ".join(self.where(each) for each in people),
            title=self.workshop.title,
            made=self.now().astimezone(local_zone()),
            facts=tuple(fact for each in people for fact in self._facts(each)),
            remarks=tuple(
                self._own_remark(each, themes.get(each.id, ()), checked=each.id in right, retold=retold.get(each.id, "")) for each in said
            ),
            answers=tuple(self._own_answer(each) for each in responses),
            votes=tuple(self._own_vote(each) for each in votes),
            exports=tuple(self._told_export(each) for each in exports if each.audience != OWN),
            aside=ASIDE,
        )

    def write_own_words(self, person: Participant, out: Path | None = None, *, force: bool = False) -> Path:
        """Write a person's own words as a page for them and return the file; the register of exports has it before it is written.

        Raises WorkshopError, with nothing written, where a file is in the way, or where the workshop is locked and `out` isn't given.
        """
        from workshop.report.paper import own_words_html  # noqa: PLC0415  # jinja2: 56 ms that a first screen saves
        from workshop.report.slug import slug  # noqa: PLC0415  # as above
        from workshop.report.write import write_files  # noqa: PLC0415  # as above

        if out is None and self.codec.locked:
            raise WorkshopError(
                "The workshop is locked, and this file is in clear: it isn't put in its folder.", "Say where it is to stand, with --out."
            )
        words = self.own_words(person)
        name = f"{slug(self.workshop.title)}-{slug(words.who)}-own-words.html"
        contents, folder = {name: own_words_html(words).encode()}, out or self.folder / "reports"
        export = self._register(OWN, ("html",), folder, contents, sum(bool(each.text) for each in words.remarks))
        try:
            (path,) = write_files(contents, folder, force=force)
        except NotSavedError:
            raise  # it may be there
        except WorkshopError:
            self.repository.remove(export)
            raise
        return path

    def _facts(self, person: Participant) -> Iterable[tuple[str, str]]:
        """What is known of a person, by what it is called; only what somebody took down."""
        level = dict(LEVELS).get(person.consent) if person.consent else ""
        until = [told_day(each.withdraw_until) for each in self.sessions() if each.cohort == person.cohort and each.withdraw_until]
        research = "" if person.research is None else f"{RESEARCH} {'Yes' if person.research else 'No'}."
        there = [self._attended(each, person) for each in self.sessions() if each.cohort == person.cohort]
        facts = (
            ("Your number", f"{person.code}, {self.where(person)}"),
            ("You are", person.perspective),
            ("Organisation", person.organisation),
            ("Role", person.role),
            ("You were there", "; ".join(part for part in there if part)),
            ("You agreed", " ".join(part for part in (level or "nobody asked, so that it may only be counted", research) if part)),
            ("You can take your words back until", ", ".join(dict.fromkeys(until))),
        )
        return ((name, fact) for name, fact in facts if fact)

    def _attended(self, session: Session, person: Participant) -> str:
        """In which parts of a session somebody was, where that was taken down."""
        found = next(
            (each for each in self.records.attendance.values() if (each.session, each.participant) == (session.id, person.id)), None
        )
        if found is None or found.parts is None:
            return ""
        activities = self.activities(session)
        parts = [activities[part].title for part in found.parts if part < len(activities)]
        return f"{self.ref(session)}: {', '.join(parts) or 'in no part'}"

    def _own_remark(self, said: Reflection, themes: tuple[str, ...], *, checked: bool, retold: str) -> OwnRemark:
        records = self.records
        session = records.sessions.get(said.session)
        activities = self.activities(session) if session else ()
        place = -1 if said.activity is None else said.activity
        statement, artwork = records.statements.get(said.statement or ""), records.artworks.get(said.artwork or "")
        return OwnRemark(
            name=self.ref(said),
            text=said.text,
            verbatim=said.verbatim,
            session=self.ref(session) if session else "",
            activity=activities[place].title if 0 <= place < len(activities) else "",
            at=said.at.astimezone(local_zone()),
            about=tuple(records.themes[theme].title for theme in themes),
            shown=statement.text if statement else artwork.caption if artwork else "",
            marks=said.kinds,
            checked=checked,
            agreed=dict(LEVELS)[said.consent] if said.consent else "",
            retold=retold,
        )

    def _own_answer(self, given: Response) -> OwnAnswer:
        statement = self.records.statements.get(given.statement)
        return self._own_gift(statement.text if statement else "", given.answer.value if given.answer else "", given.session, given.at)

    def _own_vote(self, given: Vote) -> OwnAnswer:
        theme = self.records.themes.get(given.theme)
        return self._own_gift(theme.title if theme else "", f"{given.amount} ({given.kind.value})", given.session, given.at)

    def _own_gift(self, to: str, given: str, session: str, at: datetime) -> OwnAnswer:
        found = self.records.sessions.get(session)
        return OwnAnswer(to=to, given=given, session=self.ref(found) if found else "", at=at.astimezone(local_zone()))

    def _told_export(self, export: Export) -> str:
        """When and for whom, not where: the folder is somebody's computer."""
        day = export.at.astimezone(local_zone()).date()
        return f"{told_day(day)}, for the audience \u201c{export.audience}\u201d"
