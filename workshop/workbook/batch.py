"""One import on its way in: rows to records, against those that are there, nothing written."""

from dataclasses import replace
from datetime import datetime

from workshop.intake.check import Checked
from workshop.intake.rows import ParticipantRow, ReflectionRow, Refused, ResponseRow, Row, StatementRow, ThemeRow, VoteRow, row_keys
from workshop.model.codebook import named, new_theme
from workshop.model.keys import coding_id, digest, participant_id
from workshop.model.perspective import MIXED, UNKNOWN
from workshop.model.records import Coding, Participant, Records, Reflection, Response, Session, Statement, Theme, Vote
from workshop.store.schema import Record
from workshop.text import clean_line, fold

VOTES = "Votes"
"""What the session of votes is called that name none."""


class Batch:
    """The records that a checked table makes (`new`, by id), and what became of its rows."""

    def __init__(self, records: Records, cohort: str, now: datetime, numbers: dict[str, int]) -> None:
        """`numbers` holds the next number of sessions, reflections and statements."""
        self.cohort = cohort
        self.now = now
        self.new: dict[str, Record] = {}
        self.refused: list[Refused] = []
        self.added = self.already = self.people = 0
        self._salt = records.workshop.salt
        self._records = records
        self._numbers = dict(numbers)
        self._participants = dict(records.participants)
        self._codes = {(each.cohort, fold(each.code)): each.id for each in records.participants.values()}
        self._themes = dict(records.themes)
        self._named = dict(named(records.themes))
        self._statements = {each.ref: each for each in records.statements.values() if each.ref}
        self._statements_by_text = {fold(each.text): each for each in records.statements.values()}
        self._sessions = {fold(each.title): each for each in records.sessions.values() if each.title}
        self._sessions |= {f"s{each.number}": each for each in records.sessions.values()}
        self._tags: set[str] = set()
        self._paths: dict[str, str] = {}
        """Of a codebook being read: its titles, folded, and what each theme that has been met is called here."""
        self._answered = {(each.statement, each.participant) for each in records.responses.values()}
        self.replaced = self.withdrawn = self.loose = 0
        self._erased = {key for each in records.withdrawals.values() for key in each.erased}
        self._erased_refs = {each.ref for each in records.tombstones.values() if each.ref} - self._statements.keys()
        self._left = {(each.cohort, fold(each.code)): each.at for _, each in sorted(records.withdrawals.items()) if each.participant}

    @property
    def themes(self) -> int:
        """How many themes are met for the first time."""
        return sum(isinstance(each, Theme) for each in self.new.values())

    def take(self, checked: Checked) -> None:
        """Make records of all rows; a row that can't be one is added to `refused`, one that was withdrawn is passed over."""
        self._tags = {fold(row.title) for row in checked.rows if isinstance(row, ThemeRow)}
        for row, key in zip(checked.rows, row_keys(checked.rows), strict=True):
            identity = digest(self._salt, "row", self.cohort, key)
            if self._was_withdrawn(row, identity):
                self.withdrawn += 1
            elif isinstance(row, ReflectionRow):
                self._reflection(row, identity)
            elif isinstance(row, StatementRow):
                self._statement(row, identity)
            elif isinstance(row, ResponseRow):
                self._response(row, identity)
            elif isinstance(row, ThemeRow):
                self._theme_row(row)
            elif isinstance(row, VoteRow):
                self._vote(row, identity)
            else:
                self._participant_row(row)

    def _was_withdrawn(self, row: Row, identity: str) -> bool:
        """Whether a row was taken back, or is of somebody who has withdrawn and doesn't say that it was said since."""
        if isinstance(row, ThemeRow):
            return False
        if isinstance(row, StatementRow):
            return ("statements", identity) in self._erased
        if isinstance(row, ResponseRow) and row.statement in self._erased_refs and identity not in self._records.responses:
            return True
        code = row.code if isinstance(row, ParticipantRow) else row.participant
        named = row.session if isinstance(row, ReflectionRow | VoteRow) else ""
        session = self._sessions.get(fold(named)) if named else None
        left = self._left.get((session.cohort if session else self.cohort, fold(code))) if code else None
        at = row.at if isinstance(row, ReflectionRow | VoteRow) else None
        if left is not None and (at is None or at <= left):
            return True
        return any((table, identity) in self._erased for table in ("reflections", "responses", "votes"))

    def _reflection(self, row: ReflectionRow, identity: str) -> None:
        if identity in self._records.reflections:
            self.already += 1
            return
        session = self._session(row.session) if row.session else None
        cohort = session.cohort if session else self.cohort
        perspective = self._perspective(row.line, row.participant, row.perspective, session, cohort)
        if perspective is None:
            return
        participant = self._participant(row.participant, perspective, cohort) if row.participant else None
        activity = int(row.activity) - 1 if row.activity.isdecimal() and int(row.activity) > 0 else None
        answers = self._statement_called(row.statement) if row.statement else None
        self.loose += bool(row.statement) and answers is None
        self._add(
            Reflection(
                id=identity,
                number=self._next("reflections"),
                session=session.id if session else "",
                text=row.text,
                perspective=perspective,
                at=row.at or self.now,
                participant=participant.id if participant else None,
                activity=activity,
                lane=row.lane or (row.activity if activity is None else ""),
                verbatim=row.verbatim,
                unfinished=row.unfinished,
                highlight=row.highlight,
                hands=row.hands,
                kinds=row.kinds,
                elicited=row.elicited,
                statement=answers.id if answers else None,
            )
        )
        for title in row.themes:
            theme = self._theme(title)
            coding = Coding(id=coding_id(self._salt, identity, theme.id), reflection=identity, theme=theme.id)
            self.new[coding.id] = coding

    def _statement(self, row: StatementRow, identity: str) -> None:
        if identity in self._records.statements:
            self.already += 1
            return
        same = self._statements.get(row.id) if row.id else None
        if same is not None:
            self.refused.append(
                Refused(row.line, f'the id "{row.id}" is that of another statement: "{same.text[:60]}"', "Give each its own id.")
            )
            return
        statement = Statement(
            id=identity,
            number=self._next("statements"),
            text=row.text,
            made_by=row.made_by or UNKNOWN,
            theme=self._theme(row.theme).id if row.theme else None,
            ref=row.id,
        )
        if row.id:
            self._statements[row.id] = statement
        self._add(statement)

    def _response(self, row: ResponseRow, identity: str) -> None:
        if identity in self._records.responses:
            self.already += 1
            return
        statement = self._statement_called(row.statement)
        if statement is None:
            self.refused.append(
                Refused(
                    row.line, f'there is no statement "{row.statement[:60]}"', "Import the statements first, with the same ids or words."
                )
            )
            return
        perspective = self._perspective(row.line, row.participant, row.perspective, None, self.cohort)
        if perspective is None:
            return
        participant = self._participant(row.participant, perspective, self.cohort)
        if (statement.id, participant.id) in self._answered:
            self.replaced += 1
        self._answered.add((statement.id, participant.id))
        self._add(
            Response(
                id=identity,
                statement=statement.id,
                perspective=participant.perspective,
                at=self.now,
                participant=participant.id,
                answer=row.answer,
                order=row.line,
            )
        )

    def _vote(self, row: VoteRow, identity: str) -> None:
        if identity in self._records.votes:
            self.already += 1
            return
        session = self._session(row.session or VOTES)
        perspective = self._perspective(row.line, row.participant, row.perspective, session, session.cohort)
        if perspective is None:
            return
        participant = self._participant(row.participant, perspective, session.cohort) if row.participant else None
        theme = self._theme(row.theme).id
        self._add(
            Vote(
                id=identity,
                session=session.id,
                activity=0,
                theme=theme,
                choice=theme,
                perspective=perspective,
                kind=row.form,
                amount=row.amount,
                at=row.at or self.now,
                participant=participant.id if participant else None,
                order=row.line,
            )
        )

    def _statement_called(self, name: str) -> Statement | None:
        """The statement of this id in the file, or of these words."""
        return self._statements.get(name) or self._statements_by_text.get(fold(name))

    def _theme_row(self, row: ThemeRow) -> None:
        """A theme that is known gets what nobody had said of it yet; nothing that was said is written over."""
        title, above = self._placed(row)
        parent = self._theme(above).id if above and fold(above) != fold(title) else None
        known = self._named.get(fold(title))
        theme = known or self._theme(title)
        told = replace(
            theme,
            title=theme.title if known else title,
            description=theme.description or row.description,
            aliases=theme.aliases or tuple(alias for alias in row.aliases if fold(alias) not in self._named),
            parent=theme.parent or (parent if parent != theme.id else None),
            lead_organisation=theme.lead_organisation or row.lead_organisation,
            priority=theme.priority or row.priority,
            provisional=theme.provisional and (theme.id in self._records.themes or not row.agreed),
        )
        self._paths[fold(row.title)] = told.title
        if known is not None and told == known:
            self.already += 1
            return
        self._themes[told.id] = self._named[fold(title)] = told
        self._named |= {fold(alias): told for alias in told.aliases}
        self._add(told)

    def _placed(self, row: ThemeRow) -> tuple[str, str]:
        """Title and parent's title: "housing.damp" is damp, a part of housing, where the file holds housing, as Taguette writes it.

        Where another theme is called damp, it keeps its whole name.
        """
        head, _, tail = (part.strip() for part in row.title.rpartition("."))
        if row.parent or not tail or fold(head) not in self._tags:
            return row.title, row.parent
        above = self._paths.get(fold(head), head)
        other = self._named.get(fold(tail))
        same_place = other is not None and other.parent is not None and fold(self._themes[other.parent].title) == fold(above)
        return (tail if other is None or same_place else row.title), above

    def _known(self, cohort: str, code: str) -> Participant | None:
        """Who bears this code, under whatever id: of another workshop that was brought in, people keep theirs."""
        return self._participants.get(self._codes.get((cohort, fold(code)), ""))

    def _participant_row(self, row: ParticipantRow) -> None:
        known = self._known(self.cohort, row.code)
        if known is None:
            made = replace(self._participant(row.code, row.perspective, self.cohort), organisation=row.organisation, role=row.role)
            self._participants[made.id] = made
            self._add(made)
        elif known.perspective != row.perspective:
            self.refused.append(Refused(row.line, f'"{row.code}" is a {known.perspective} here, and a {row.perspective} in the file'))
        elif (row.organisation and row.organisation != known.organisation) or (row.role and row.role != known.role):
            changed = replace(known, organisation=row.organisation or known.organisation, role=row.role or known.role)
            self._participants[known.id] = changed
            self._add(changed)
        else:
            self.already += 1

    def _perspective(self, line: int, code: str, given: str, session: Session | None, cohort: str) -> str | None:
        """Whose view a row is: as given, else as is known of the participant, else the session's group. None where the row is refused."""
        known = self._known(cohort, code) if code else None
        if known is not None and given and known.perspective != given:
            self.refused.append(Refused(line, f'"{code}" is a {known.perspective} here, and a {given} in the file'))
            return None
        if given or known is not None:
            return given or (known.perspective if known else None)
        if session is not None and session.group != MIXED:
            return session.group
        who = f'of "{code}"' if code else "of the row"
        self.refused.append(
            Refused(
                line, f"nothing says the perspective {who}", "Import the participants first, or map a column with --map perspective=COLUMN."
            )
        )
        return None

    def _participant(self, code: str, perspective: str, cohort: str) -> Participant:
        known = self._known(cohort, code)
        if known is None:
            known = Participant(id=participant_id(self._salt, cohort, code), cohort=cohort, code=code, perspective=perspective)
            self._participants[known.id] = self.new[known.id] = known
            self._codes[cohort, fold(code)] = known.id
            self.people += 1
        return known

    def _theme(self, title: str) -> Theme:
        known = self._named.get(fold(title))
        if known is None:
            known = new_theme(title, self._themes, self._salt, self._records.merged)
            self._themes[known.id] = self._named[fold(title)] = known
            self.new[known.id] = known
        return known

    def _session(self, name: str) -> Session:
        key = fold(name)
        if key not in self._sessions:
            session = Session(
                id=digest(self._salt, "session", self.cohort, key),
                number=self._next("sessions"),
                group=MIXED,
                cohort=self.cohort,
                created=self.now,
                title=clean_line(name),
                imported=True,
            )
            self._sessions[key] = session
            self.new[session.id] = session
        return self._sessions[key]

    def _add(self, record: Record) -> None:
        self.new[record.id] = record
        self.added += 1

    def _next(self, table: str) -> int:
        number = self._numbers[table]
        self._numbers[table] = number + 1
        return number
