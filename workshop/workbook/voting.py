"""Voting: what people give to themes, by person or counted for a group, checked against what there is to give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from workshop.errors import WorkshopError
from workshop.model.capture import Context, Speaker
from workshop.model.capture.who import speaker_of
from workshop.model.codebook import named, names, new_theme, resolve
from workshop.model.perspective import plural_of
from workshop.model.plan import Kind
from workshop.model.priorities import Priorities
from workshop.model.records import Session, Theme, Vote, VoteKind
from workshop.model.vote import Form, Voter, doubt, fault, form_of, running, standing
from workshop.model.vote import given as given_to
from workshop.model.voteline import VoteLine, read_vote
from workshop.text import fold
from workshop.workbook.people import People
from workshop.workbook.sessions import Sessions

EXAMPLES = {
    VoteKind.DOTS: "3: #debt 2 #housing 1",
    VoteKind.HANDS: "parents: #debt x7",
    VoteKind.RANK: "3: #debt #housing #food",
    VoteKind.BUDGET: "3: #debt 60 #housing 40",
}
"""A line of each form, for whoever doesn't know how to write one."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A vote on its way to the disk, or on it: who gives, all that they have given now by theme, and how far they have got.

    `changed` is what this vote says, 0 where something is taken back; `doubt` what to look at again, "" for nothing.
    """

    who: str
    speaker: Speaker
    form: Form
    given: Mapping[str, int]
    changed: Mapping[str, int]
    running: str
    doubt: str = ""
    new_themes: tuple[str, ...] = ()
    new_code: str = ""
    votes: tuple[Vote, ...] = ()

    @property
    def words(self) -> str:
        """In one line: "p3: Debt 2, Housing 1 (3 of 3 dots given)"."""
        told = ", ".join(f"{theme} {amount or 'taken back'}" for theme, amount in self.changed.items())
        return f"{self.who}: {told} ({self.running})"


@dataclass(frozen=True, slots=True)
class Ballot:
    """All that one voter has given in an activity, by the theme's id; `code` is empty for a group that names nobody."""

    perspective: str
    code: str
    participant: str
    given: Mapping[str, int]


class Voting(Sessions, People):
    """The verbs that take votes."""

    def vote(self, session: Session, activity: int, who: str, given: Mapping[str, int], *, at: datetime | None = None) -> Cast:
        """Take down what a person ("3", "p3") or a group ("parents") gives to themes, named by title or alias; 0 takes it back.

        What they gave to other themes before stays, unless the form is a ranking: that is given whole. Raises WorkshopError where more is
        given than there is, or the activity takes no votes.
        """
        return self._cast(session, activity, self._voter(session, activity, who), given, at or self.now())

    def weigh(self, session: Session, activity: int, who: str, given: Mapping[str, int]) -> Cast:
        """What `vote` would take down, and nothing of it stored. Raises WorkshopError as that does; waits for no disk."""
        return self._weighed(session, activity, self._voter(session, activity, who), given)

    def vote_line(self, session: Session, line: str, *, activity: int | None = None, at: datetime | None = None) -> Cast:
        """Take down a line such as `3: #debt 2 #housing 1`. Raises WorkshopError where it is none."""
        index = self.vote_activity(session) if activity is None else activity
        cast = self._voted(session, line, self._voting_context(session, index), index, at or self.now())
        if cast is None:
            form = self.vote_form(session, index)
            raise WorkshopError("That is no vote: it takes who votes, themes and numbers.", f"For example:  {EXAMPLES[form.kind]}")
        return cast

    def vote_preview(self, session: Session, activity: int, line: str, sticky: Speaker | None = None) -> Cast | None:
        """What a line would give, with the running total; None where it is no vote. WorkshopError for what can't be given."""
        context = self._voting_context(session, activity, sticky)
        read = read_vote(line, context)
        return self._weighed(session, activity, read.speaker, self._amounts(session, activity, read)) if read else None

    def vote_form(self, session: Session, activity: int) -> Form:
        """How an activity takes votes. Raises WorkshopError where it takes none."""
        block = self._activity(session, activity)
        if block is None or block.kind is not Kind.VOTE:
            raise WorkshopError(
                f"Activity {activity + 1} of {self.ref(session)} takes no votes.", "A plan's activity does whose kind is vote."
            )
        return form_of(block)

    def vote_activity(self, session: Session) -> int:
        """The activity that votes belong to: the one that is on, else the last of the plan's that takes any. Raises WorkshopError."""
        index = self.running(session)
        if index is not None and self._takes_votes(session, index):
            return index
        found = [place for place in range(len(self.activities(session))) if self._takes_votes(session, place)]
        voted = [place for place in found if self.ballots(session, place)]
        if not found:
            raise WorkshopError(f"{self.ref(session)} has no activity that takes votes.", "See families-priorities for a plan that does.")
        return (voted or found)[-1]

    def ballots(self, session: Session, activity: int) -> tuple[Ballot, ...]:
        """What everybody has given so far: people by their codes, then groups."""
        people = self.records.participants
        found = []
        for voter, votes in standing(self._votes_in(session, activity)).get((session.id, activity), {}).items():
            person = people.get(voter.participant)
            given = {theme: amount for theme, amount in given_to(votes).items() if theme in self.records.themes}
            perspective = person.perspective if person else votes[0].perspective
            found.append(Ballot(perspective, person.code if person else "", voter.participant, given))
        return tuple(sorted(found, key=lambda each: (not each.participant, each.perspective, len(each.code), each.code)))

    def votes(self, session: Session, activity: int) -> Priorities:
        """What each perspective gave to each theme in an activity, counted as the comparison counts it, and nothing of other activities."""
        from workshop.compare.priorities import priorities  # noqa: PLC0415  # what nobody asked for yet costs the first screen nothing
        from workshop.compare.votes import Votes  # noqa: PLC0415  # as above

        form = self.vote_form(session, activity)
        plan = replace(self.plan_of(session), activities=self.activities(session))
        counted = Votes(self.records, {session.id: plan}, self._votes_in(session, activity))
        present = [each.name for each in self.perspectives]
        found = priorities(counted, self.records.themes, (present[0], present[1]), present)
        return next((each for each in found if each.kind is form.kind), Priorities(kind=form.kind, voted={}, themes=()))

    def vote_themes(self, session: Session, activity: int) -> tuple[Theme, ...]:
        """What can be voted for, in the codebook's order: the plan's themes where it names some, else all. Those that got votes too."""
        block = self._activity(session, activity)
        themes = self.records.themes
        by_name = named(themes)
        wanted = {theme.id for title in (block.themes if block else ()) if (theme := by_name.get(fold(title)))}
        voted = {theme for ballot in self.ballots(session, activity) for theme in ballot.given}
        chosen = [each for each in themes.values() if not wanted or each.id in wanted | voted]
        return tuple(sorted(chosen, key=lambda each: (each.order, fold(each.title))))

    def _voter(self, session: Session, activity: int, who: str) -> Speaker:
        speaker = speaker_of(who, self._voting_context(session, activity))
        if speaker is None or not speaker.lasts:
            raise WorkshopError(f'Nobody here is called "{who}".', "Say the sticker, as in 3 or p3, or the group, as in parents.")
        return speaker

    def _takes_votes(self, session: Session, activity: int) -> bool:
        block = self._activity(session, activity)
        return block is not None and block.kind is Kind.VOTE

    def _voting_context(self, session: Session, activity: int, sticky: Speaker | None = None) -> Context:
        return Context(
            group=session.group,
            perspectives=self.perspectives,
            codes={each.code: each.perspective for each in self.records.participants.values() if each.cohort == session.cohort},
            sticky=sticky,
            kind=Kind.VOTE if self._takes_votes(session, activity) else None,
            themes=names(self.records.themes),
        )

    def _voted(self, session: Session, line: str, context: Context, activity: int | None, at: datetime) -> Cast | None:
        """Take down a line of the Room as a vote, where it is one. Raises WorkshopError for a vote that can't be right."""
        read = read_vote(line, context)
        if read is None or activity is None:
            return None
        return self._cast(session, activity, read.speaker, self._amounts(session, activity, read), at)

    def _amounts(self, session: Session, activity: int, read: VoteLine) -> dict[str, int]:
        form = self.vote_form(session, activity)
        amounts = read.amounts(form)
        if amounts is None:
            raise WorkshopError("It says no number.", f"For example:  {EXAMPLES[form.kind]}")
        if len(amounts) < len(read.given):
            raise WorkshopError("A theme stands there twice.", f"For example:  {EXAMPLES[form.kind]}")
        return amounts

    def _cast(self, session: Session, activity: int, speaker: Speaker, given: Mapping[str, int], at: datetime) -> Cast:
        """Weigh it, and store what is changed."""
        cast = self._weighed(session, activity, speaker, given)
        person = self.person_or_new(speaker.code, session) if speaker.code else None
        themes = dict(self.records.themes)
        made: list[Theme] = []
        amounts: dict[str, tuple[str, int]] = {}
        for title, amount in cast.changed.items():
            theme = resolve(title, themes)
            if theme is None:
                theme = new_theme(title, themes, self.workshop.salt, self.records.merged)
                themes[theme.id] = theme
                made.append(theme)
            amounts[theme.id] = (theme.id, amount)
        for vote in self._standing(session, activity, speaker):
            if vote.theme in amounts and vote.choice != vote.theme:
                amounts[vote.choice] = (vote.theme, 0)  # given to what has become a part of that theme: said anew for the whole
        votes = [
            Vote(
                id=self.repository.new_id(),
                session=session.id,
                activity=activity,
                theme=theme_id,
                choice=choice,
                perspective=speaker.perspective,
                kind=cast.form.kind,
                amount=amount,
                at=at,
                participant=person.id if person else None,
            )
            for choice, (theme_id, amount) in amounts.items()
        ]
        unknown = [person] if person and person.id not in self.records.participants else []
        self._do(f"the vote of {cast.who}", *unknown, *made, *votes)
        return replace(
            cast, votes=tuple(votes), new_themes=tuple(each.title for each in made), new_code="".join(each.code for each in unknown)
        )

    def _weighed(self, session: Session, activity: int, speaker: Speaker, given: Mapping[str, int]) -> Cast:
        """What a voter has given if this is added, checked. Raises WorkshopError for what nobody can have given."""
        form = self.vote_form(session, activity)
        titles = self._titles(session, activity, given)
        before = self._before(session, activity, speaker)
        changed = dict(titles)
        if form.kind is VoteKind.RANK:
            changed |= {theme: 0 for theme in before if theme not in titles}
            before = {}
        after = {theme: amount for theme, amount in (before | titles).items() if amount}
        person = bool(speaker.code)
        if wrong := fault(form, after, person=person):
            held = ", ".join(f"{theme} {amount}" for theme, amount in before.items() if theme not in titles)
            raise WorkshopError(wrong, f"{speaker.code or plural_of(speaker.perspective)} gave before: {held}." if held else "")
        present = dict(session.present).get(speaker.perspective, 0)
        return Cast(
            who=speaker.code or plural_of(speaker.perspective),
            speaker=speaker,
            form=form,
            given=after,
            changed=changed,
            running=running(form, after, person=person),
            doubt=doubt(form, after, person=person, present=present),
        )

    def _titles(self, session: Session, activity: int, given: Mapping[str, int]) -> dict[str, int]:
        """The same by the themes' own titles. Raises WorkshopError for a theme that isn't voted on here, and for one named twice."""
        block = self._activity(session, activity)
        offered = {fold(title) for title in block.themes} if block else set()
        themes = dict(self.records.themes)
        found: dict[str, int] = {}
        for name, amount in given.items():
            theme = resolve(name, themes)
            if theme is None:
                theme = new_theme(name, themes, self.workshop.salt, self.records.merged)
                themes[theme.id] = theme
            if offered and not offered & {fold(theme.title), fold(name), *map(fold, theme.aliases)}:
                listed = ", ".join(block.themes) if block else ""
                raise WorkshopError(f'"{theme.title}" is not voted on here.', f"The plan names: {listed}.")
            if theme.title in found:
                raise WorkshopError(f"{theme.title} stands there twice.")
            found[theme.title] = amount
        return found

    def _before(self, session: Session, activity: int, speaker: Speaker) -> dict[str, int]:
        """What a voter has given so far, by the themes' titles."""
        themes = self.records.themes
        found = given_to(self._standing(session, activity, speaker))
        return {themes[theme].title: amount for theme, amount in found.items() if theme in themes}

    def _standing(self, session: Session, activity: int, speaker: Speaker) -> tuple[Vote, ...]:
        """The votes of one voter that count."""
        voter = Voter("", self.person_or_new(speaker.code, session).id) if speaker.code else Voter(speaker.perspective)
        return standing(self._votes_in(session, activity)).get((session.id, activity), {}).get(voter, ())

    def _votes_in(self, session: Session, activity: int) -> Iterator[Vote]:
        return (each for each in self.records.votes.values() if each.session == session.id and each.activity == activity)
