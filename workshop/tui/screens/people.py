"""The People screen: who takes part in a session, what they agreed to, and who is here."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.compare.words import noun
from workshop.model.perspective import MIXED
from workshop.model.records import Participant, Session
from workshop.tui.keys import Place, bindings, naming_keys
from workshop.tui.peopleview import people_rows
from workshop.tui.roomwords import about, withdrawn_words
from workshop.tui.screens.consent import Agreed, WhatIsAgreedTo
from workshop.tui.screens.following import FollowingScreen
from workshop.tui.screens.parts import InWhichParts
from workshop.tui.screens.person import WhoIsTheParticipant
from workshop.tui.screens.strike import StrikeThis
from workshop.tui.screens.who_is_it import WhoIsIt
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.peoplelist import THE_ROOM, PeopleList
from workshop.workbook.book import Workbook

NOBODY = "Nobody has a code yet: {people.new} makes one known, and so does a line in the Room that begins with a sticker, such as  3:"


class PeopleScreen(FollowingScreen):
    """The people of one session. A verb acts on the one that is chosen, or on the room."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "people.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.PEOPLE)]
    AUTO_FOCUS = "#people"

    people = query_one("#people", PeopleList)

    def __init__(self, book: Workbook, session: Session) -> None:
        """Show the people of this session."""
        super().__init__(book)
        self._session = session

    def compose(self) -> ComposeResult:
        """Which session it is, the people, what was done, the keys."""
        yield About(about(self._book, self._session), id="about")
        yield PeopleList(id="people")
        yield Static(Content(naming_keys(NOBODY)), id="nobody")
        yield Chips(id="chips")
        yield KeyBar(Place.PEOPLE)

    @work(group="looking", exclusive=True)
    async def look(self) -> None:
        """Look again, in a thread."""
        rows = await self.aside(partial(people_rows, self._book, self._session))
        self.people.show(rows)
        self.set_class(len(rows) == 1, "-nobody")
        self.refresh_bindings()

    def on_chooser_moved(self, event: PeopleList.Moved) -> None:
        """What can be done differs from the room to a person."""
        event.stop()
        self.refresh_bindings()

    # Verbs

    @work(group="asking")
    async def action_add_person(self) -> None:
        """Make somebody known before they have spoken."""
        known = await self.app.push_screen_wait(WhoIsTheParticipant(None, self._book.perspectives))
        if known is None:
            return
        add = partial(self._book.add_participant, self._session, known.code, organisation=known.organisation, role=known.role)
        made = await self._do(partial(add, perspective=known.perspective), lambda new: f"{new.code} is known")
        if made is not None:
            await self.look().wait()
            self.people.choose(made.id)

    @work(group="asking")
    async def action_edit_person(self) -> None:
        """Change where the chosen person comes from."""
        person = self._person()
        if person is None:
            return
        known = await self.app.push_screen_wait(WhoIsTheParticipant(person, self._book.perspectives))
        if known is not None:
            edit = partial(self._book.edit_participant, self._session, person.code, organisation=known.organisation, role=known.role)
            whose = known.perspective or person.perspective
            await self._do(partial(edit, perspective=whose), lambda now: f"{now.code} is changed")

    @work(group="asking")
    async def action_consent(self) -> None:
        """Ask what the person agrees to, or the room for what is noted for the group."""
        person, room = self._person(), self._book.session(self._session.id)
        who, asked = (person.code, person) if person else ("The room", room)
        agreed = await self.app.push_screen_wait(WhatIsAgreedTo(who, asked.consent, asked.research))
        if agreed is None:
            return
        words = f"{who}: {agreed.level.value}{_research_words(agreed)}"
        if person:
            set_it = partial(self._book.set_consent, self._session, person.code, agreed.level, research=agreed.research)
            await self._do(set_it, lambda _: words)
        else:
            await self._do(partial(self._book.set_room_consent, room, agreed.level, research=agreed.research), lambda _: words)

    @work(group="asking")
    async def action_attendance(self) -> None:
        """Ask in which parts the person was there."""
        person = self._person()
        if person is None:
            return
        titles = [activity.title for activity in self._book.activities(self._session)]
        now = next((each.parts for each in self._book.attendance(self._session) if each.person.id == person.id), None)
        there = range(len(titles)) if now is None else now
        parts = await self.app.push_screen_wait(InWhichParts(person.code, titles, there))
        if parts is not None:
            throughout = None if len(parts) == len(titles) else parts
            await self._do(partial(self._book.set_attendance, self._session, person.code, throughout), lambda _: f"{person.code}: noted")

    @work(group="asking")
    async def action_arrived(self) -> None:
        """The chosen person has come; of the room, one more."""
        who = await self._who("Who has come?")
        if who is not None:
            await self._do(partial(self._book.arrived, self._session, who), _here)

    @work(group="asking")
    async def action_left(self) -> None:
        """The chosen person has gone; of the room, one fewer is here."""
        who = await self._who("Who has left?")
        if who is not None:
            await self._do(partial(self._book.left, self._session, who), _here)

    @work(group="asking")
    async def action_withdraw(self) -> None:
        """Show all that goes with the chosen person, ask once, and take it back for good. Of the words nothing is said after that."""
        person = self._person()
        if person is None:
            return
        preview = await self._do(partial(self._book.withdrawal, person.code, self._session))
        if preview is None:
            return
        if await self.app.push_screen_wait(StrikeThis(preview)):
            await self._do(partial(self._book.withdraw, preview), withdrawn_words)

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Some verbs need a person, or parts in which they could be there."""
        if action in ("edit_person", "withdraw"):
            return self._person() is not None
        if action == "attendance":
            return self._person() is not None and bool(self._book.activities(self._session))
        return action != "undo" or bool(self._book.undoable)

    def _person(self) -> Participant | None:
        return self._book.records.participants.get(self.people.chosen or "")

    async def _who(self, question: str) -> str | None:
        """Whom a verb is about: the chosen person's code; of the room its group, asked for where it is mixed (None for no answer)."""
        person = self._person()
        if person is not None or self.people.chosen != THE_ROOM:
            return person.code if person else None
        if self._session.group != MIXED:
            return ""
        return await self.app.push_screen_wait(WhoIsIt(question, self._book.perspectives))


def _research_words(agreed: Agreed) -> str:
    return {None: "", True: ", research: yes", False: ", research: no"}[agreed.research]


def _here(counts: Mapping[str, int]) -> str:
    return f"now {', '.join(f'{count} {noun(count, name)}' for name, count in counts.items())} here" if counts else "nobody is here"
