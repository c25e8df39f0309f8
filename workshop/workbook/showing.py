"""What is put to the group in a `show` activity: statements, then artworks, one at a time."""

from collections.abc import Collection, Sequence

from workshop.model.artwork import Artwork
from workshop.model.plan import Activity, Kind
from workshop.model.reading import Reading
from workshop.model.records import Entry, Session, Statement, Verb
from workshop.model.rewording import in_better_words
from workshop.text import fold
from workshop.workbook.answering_back import AnsweringBack
from workshop.workbook.artworks import Artworks


class Showing(AnsweringBack, Artworks):
    """The verbs that put something to the group."""

    def show(self, session: Session, shown: Statement | Artwork, now: Reading | None = None) -> Entry:
        """Put it to the group: what is said from then on is about it, until another is shown or the activity is left."""
        named = {"artwork": shown.id} if isinstance(shown, Artwork) else {"statement": shown.id}
        entry = self._entry(session, Verb.SHOW, now, activity=self.clock(session).current, **named)
        self._enter(session, f"showing {self.ref(shown)}", entry)
        return entry

    def on_show(self, session: Session, activity: int | None = None) -> Statement | Artwork | None:
        """What is being put to the group in an activity (else the one that is on), or None; it begins with the first that there is."""
        clock = self.clock(session)
        current = clock.current if activity is None else activity
        if current is None:
            return None
        records, key = self.records, clock.state.shown.get(current) or ""
        chosen = records.statements.get(key) or records.artworks.get(key)
        return chosen or next(iter(self.put_to_group(session, current)), None)

    def statement_on_show(self, session: Session, activity: int | None = None) -> Statement | None:
        """The same where it is a statement."""
        shown = self.on_show(session, activity)
        return shown if isinstance(shown, Statement) else None

    def artwork_on_show(self, session: Session, activity: int | None = None) -> Artwork | None:
        """The same where it is an artwork."""
        shown = self.on_show(session, activity)
        return shown if isinstance(shown, Artwork) else None

    def put_to_group(self, session: Session, activity: int) -> tuple[Statement | Artwork, ...]:
        """All that a `show` activity puts to the group, in order."""
        return (*self.deck(session, activity), *self.pictures(session, activity))

    def deck(self, session: Session, activity: int) -> tuple[Statement, ...]:
        """The statements that a `show` activity puts to the group, in order: the plan's own, else all that another perspective made.

        Where it answers back, those are its own that another group contested; where it is about pictures, none but the plan's own. One
        that was put into better words gives its place to them, unless this group has seen or answered the old ones.
        """
        block = self._activity(session, activity)
        if block is None or block.kind is not Kind.SHOW:
            return ()
        if block.contested:
            return tuple(each.statement for each in self.challenges(session.group))
        if block.statements:
            return self._in_better_words(session, self._planned(block.statements), self.records.statements.values())
        if block.artworks or block.pictures:
            return ()
        others = [each for _, each in sorted(self.records.statements.items()) if each.made_by != session.group]
        return self._in_better_words(session, others, others)

    def _in_better_words(self, session: Session, shown: Sequence[Statement], among: Collection[Statement]) -> tuple[Statement, ...]:
        if not any(each.replaces for each in among):
            return tuple(shown)
        answered = {each.statement for each in self.records.responses.values() if each.session == session.id}
        return in_better_words(shown, among, {*answered, *filter(None, self.clock(session).state.shown.values())})

    def pictures(self, session: Session, activity: int) -> tuple[Artwork, ...]:
        """The artworks that a `show` activity puts to the group: those that the plan names, in its order, or all where it says so."""
        block = self._activity(session, activity)
        if block is None or block.kind is not Kind.SHOW:
            return ()
        if block.artworks:
            return self.artworks()
        by_caption = {fold(each.caption): each for each in reversed(self.artworks())}
        return tuple(by_caption[fold(caption)] for caption in block.pictures if fold(caption) in by_caption)

    def _activity(self, session: Session, index: int | None) -> Activity | None:
        activities = self.activities(session)
        return activities[index] if index is not None and 0 <= index < len(activities) else None
