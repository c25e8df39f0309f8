"""Safeguarding: a remark is put aside at once, for the safeguarding lead alone, and is on no ordinary list until that is taken back."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from workshop.clocks import local_zone
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.flag import Flag
from workshop.model.keys import digest
from workshop.model.records import Reflection, Session
from workshop.store import trouble
from workshop.workbook.sessions import Sessions
from workshop.workbook.withdrawing import Withdrawing

_WHEN = "%d %B %Y %H:%M"
NO_CONTACT = "This session's plan names no contact. Do as your organisation's safeguarding procedure says, today."


@dataclass(frozen=True, slots=True)
class Flagged:
    """One remark that is put aside, as the register shows it. `who` is a code or a perspective, `where` a session and its place."""

    ref: str
    text: str
    verbatim: bool
    who: str
    where: str
    activity: str
    said: datetime
    flagged: datetime
    handed_over: datetime | None


class Safeguarding(Sessions, Withdrawing):
    """The verbs of the safeguarding register. The store hides what is flagged (model/shown.py), so nothing else needs to know."""

    def flag(self, reference: str) -> str:
        """Put a remark aside, with all that rests on it, and give the contact card of its session's plan. Raises WorkshopError."""
        remark = self.reflection(reference)
        flag = Flag(id=digest(self.workshop.salt, "flag", remark.id), reflection=remark.id, at=self.now())
        self._do(f"putting {self.ref(remark)} aside", flag)
        return self.contact_of(self.records.sessions.get(remark.session))

    def contact_of(self, session: Session | None) -> str:
        """Whom to tell, as the session's plan has it."""
        return (self.plan_of(session).contact if session else "") or NO_CONTACT

    def flagged(self) -> tuple[Flagged, ...]:
        """The register, the first said first."""
        remarks = [(flag, remark) for flag in self._flags() if (remark := self._remark(flag)) is not None]
        return tuple(self._in_register(flag, remark) for flag, remark in sorted(remarks, key=lambda pair: (pair[1].at, pair[1].id)))

    def unflag(self, reference: str) -> Reflection:
        """Put a remark back where it was. If somebody has withdrawn it meanwhile, it goes now. Raises WorkshopError."""
        flag, remark = self._flag_of(reference)
        self._do(f"putting {self.ref(remark)} back", gone=(flag,))
        self.carry_out()
        return remark

    def hand_over(self, file: Path, references: Collection[str] = ()) -> tuple[Flagged, ...]:
        """Write these remarks, else all that were not handed over yet, into a new file for the safeguarding lead, and note when.

        The file is in clear, for its reader has no passphrase; only its owner may open it. Raises WorkshopError where nothing is to be
        handed over, or the file is there already, and NotSavedError; then nothing is noted.
        """
        chosen = [self._flag_of(each) for each in references]
        waiting = ((flag, self._remark(flag)) for flag in self._flags() if flag.handed_over is None)
        chosen = chosen or [(flag, remark) for flag, remark in waiting if remark is not None]
        if not chosen:
            raise WorkshopError("There is nothing to hand over.", "Name a remark that was handed over before, to write it again.")
        told = sorted((self._in_register(flag, remark) for flag, remark in chosen), key=lambda each: each.said)
        _write_new(file, "\n\n".join((f"{self.workshop.title}: for the safeguarding lead only", *map(_in_full, told))) + "\n")
        self.repository.put(*(replace(flag, handed_over=self.now()) for flag, _ in chosen))
        return tuple(told)

    def _flags(self) -> Iterator[Flag]:
        return iter(self.repository.everything().safeguarding.values())

    def _remark(self, flag: Flag) -> Reflection | None:
        found = self.repository.get("reflections", flag.reflection)
        return found if isinstance(found, Reflection) else None

    def _flag_of(self, reference: str) -> tuple[Flag, Reflection]:
        key = self._id_of("reflections", "R", reference)
        for flag in self._flags():
            remark = self._remark(flag)
            if remark is not None and remark.id in (key, reference.strip()):
                return flag, remark
        raise WorkshopError(f"{reference.strip()} is not put aside.", "See: workshop safeguarding WORKSHOP list")

    def _in_register(self, flag: Flag, remark: Reflection) -> Flagged:
        records = self.records
        person, session = records.participants.get(remark.participant or ""), records.sessions.get(remark.session)
        activities = self.activities(session) if session else ()
        place = remark.activity
        where = ", ".join(part for part in (self.ref(session), session.title, session.place) if part) if session else "imported"
        return Flagged(
            ref=self.ref(remark),
            text=remark.text,
            verbatim=remark.verbatim,
            who=", ".join(part for part in (person.code, person.perspective, person.organisation) if part)
            if person
            else remark.perspective,
            where=where,
            activity=activities[place].title if place is not None and 0 <= place < len(activities) else "",
            said=remark.at,
            flagged=flag.at,
            handed_over=flag.handed_over,
        )


def _in_full(flagged: Flagged) -> str:
    zone = local_zone()
    lines = (
        f"{flagged.ref}, said {flagged.said.astimezone(zone):{_WHEN}}, put aside {flagged.flagged.astimezone(zone):{_WHEN}}",
        f"By: {flagged.who}",
        f"Where: {flagged.where}{f', {flagged.activity}' if flagged.activity else ''}",
        f"{'Word for word' if flagged.verbatim else 'As the note-taker put it'}: {flagged.text or '(no words were taken down)'}",
    )
    return "\n".join(lines)


def _write_new(file: Path, text: str) -> None:
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError as error:
        raise WorkshopError(f"{file} is there already; nothing was handed over.", "Name another file.") from error
    except OSError as error:
        raise NotSavedError(f"{file} could not be written ({trouble.reason(error)}); nothing was handed over.") from error
