"""Who is it? A sticker's code, and where the person comes from: never a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.model.perspective import Perspective
from workshop.model.records import Participant
from workshop.text import clean_line, fold
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog

NO_NAMES = "No names: stickers, groups, organisations."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKnown:
    """What was typed. `perspective` is a perspective's name, "" where none was given: then the code's letter tells."""

    code: str
    perspective: str
    organisation: str
    role: str


class WhoIsTheParticipant(Dialog[PersonKnown]):
    """Fields below each other; Tab goes from one to the next. The code of a person who is known stays."""

    PURPOSE: ClassVar[str] = "What is known of a person: a sticker's number and a group. Never a name."
    DEFAULT_CSS = """
    WhoIsTheParticipant .label { color: $quiet; }
    WhoIsTheParticipant Field { margin-bottom: 1; }
    WhoIsTheParticipant .said { margin-top: 0; }
    """

    def __init__(self, person: Participant | None, perspectives: Sequence[Perspective]) -> None:
        """Begin with what is known of a person, or (None) make one known."""
        question = f"{person.code}: where does this person come from?" if person else "Somebody new: which sticker?"
        super().__init__(question, "Tab moves on  ·  Enter saves  ·  Esc goes back")
        self._person = person
        self._perspectives = {fold(word): each.name for each in perspectives for word in (each.name, each.plural, each.letter)}

    def body(self) -> list[Widget]:
        """A field each, labelled."""
        person = self._person
        groups = ", ".join(dict.fromkeys(self._perspectives.values()))
        fields = [
            (f"perspective: {groups}", "perspective", person.perspective if person else ""),
            ("organisation, if any", "organisation", person.organisation if person else ""),
            ("role, if any", "role", person.role if person else ""),
        ]
        if person is None:
            fields.insert(0, ("the sticker's code, such as 3 or r3", "code", ""))
        found: list[Widget] = []
        for label, name, value in fields:
            found += [Static(Content(label), classes="label"), Field(value, id=name, select_on_focus=False, compact=True)]
        return [*found, Static(Content(NO_NAMES), classes="said")]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, or say what is wrong with it."""
        event.stop()
        code = self._person.code if self._person else clean_line(self.query_one("#code", Input).value)
        whose = clean_line(self.query_one("#perspective", Input).value)
        if not code:
            self.object_to("Which sticker? A number, or a letter and a number.")
        elif whose and fold(whose) not in self._perspectives:
            self.object_to(f'There is no perspective "{whose}" here.')
        else:
            self.dismiss(
                PersonKnown(
                    code=code,
                    perspective=self._perspectives.get(fold(whose), ""),
                    organisation=clean_line(self.query_one("#organisation", Input).value),
                    role=clean_line(self.query_one("#role", Input).value),
                )
            )
