"""The codebook and the people: themes with what is known of them, participants with where they come from."""

from collections.abc import Iterable
from dataclasses import replace

from workshop.errors import WorkshopError
from workshop.model.codebook import new_theme, resolve
from workshop.model.keys import participant_id
from workshop.model.records import Participant, Session, Theme
from workshop.text import clean, clean_line, fold
from workshop.workbook.desk import Desk


class Codebook(Desk):
    """The verbs that describe themes and people."""

    def describe_theme(
        self, title: str, *, description: str = "", aliases: Iterable[str] = (), priority: bool = False, lead_organisation: str = ""
    ) -> Theme:
        """Make a theme of this title, or describe the one there is; it counts as agreed from now on. Raises WorkshopError."""
        name = clean_line(title)
        if not fold(name):
            raise WorkshopError("A theme needs a title.")
        themes = self.records.themes
        known = resolve(name, themes) or new_theme(name, themes, self.workshop.salt)
        theme = replace(
            known,
            title=name,
            description=clean(description),
            aliases=tuple(clean_line(each) for each in aliases),
            priority=priority,
            lead_organisation=clean_line(lead_organisation),
            provisional=False,
        )
        self._do(f"the theme {name}", theme)
        return theme

    def describe_participant(
        self, session: Session, code: str, *, perspective: str = "", organisation: str = "", role: str = ""
    ) -> Participant:
        """Say of a code in the session's cohort where the person comes from. Raises WorkshopError."""
        name = clean_line(code)
        key = participant_id(self.workshop.salt, session.cohort, name)
        known = self.records.participants.get(key)
        whose = self.perspective(perspective or (known.perspective if known else session.group)).name
        known = known or Participant(id=key, cohort=session.cohort, code=name, perspective=whose)
        participant = replace(known, code=name, perspective=whose, organisation=clean_line(organisation), role=clean_line(role))
        self._do(f"the participant {name}", participant)
        return participant
