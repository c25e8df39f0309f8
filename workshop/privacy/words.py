"""Whose words and answers a report may carry: the records of a workshop, as far as people agreed to it for this audience.

Done to the records, before anything is counted or quoted, so that what comes after can't let slip what it never had.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from workshop.model.capture.kinds import OFF
from workshop.model.consent import allows, effective, for_research
from workshop.model.keys import words_id
from workshop.model.perspective import NOTE_TAKER
from workshop.model.records import Consent, Records, Reflection, Statement
from workshop.model.withdrawal import FEWEST_WORDS
from workshop.privacy.audience import Audience
from workshop.text import fold

NOT_TOLD = "(words that may not be passed on)"
"""In place of a statement or the like that says, word for word, what its speaker did not agree to see passed on."""


def agreed(records: Records, audience: Audience, group: str = "") -> Records:
    """The records as far as this audience may have anything of them; done twice it is done once.

    Counted are the people and remarks that are left. A remark that may only be counted stays without its words; so do those of other
    groups than `group`, a perspective, in a copy for participants. Who wants nothing used is silent: present, and no more.
    """
    if audience is Audience.WORKING:
        return records
    kept = _for_research(records) if audience is Audience.RESEARCH else _used(records)
    instead = paraphrased(records)
    told = {key: _told(each, records, audience, instead) for key, each in kept.reflections.items()}
    own = {key: each if not group or _perspective(each, records) == group else _wordless(each) for key, each in told.items()}
    return _without(replace(kept, reflections=own), _barred(records, told))


def _used(records: Records) -> Records:
    """Without what was said off the record, remarks of which nothing may be used, and all that such a person answered or voted."""
    silent = {key for key, each in records.participants.items() if each.consent is Consent.NONE}
    remarks = {
        key: each for key, each in records.reflections.items() if OFF not in each.kinds and effective(each, records) is not Consent.NONE
    }
    return replace(
        records,
        reflections=remarks,
        responses={key: each for key, each in records.responses.items() if each.participant not in silent},
        votes={key: each for key, each in records.votes.items() if each.participant not in silent},
        statements={key: _said(each, records, remarks.keys()) for key, each in records.statements.items()},
    )


def _for_research(records: Records) -> Records:
    """Only who agreed to an archive, and what rooms did that agreed to it; nobody else is counted as present."""
    people = {key: each for key, each in records.participants.items() if each.research and each.consent is not Consent.NONE}
    rooms = {key for key, each in records.sessions.items() if each.research}
    used = _used(records)

    def theirs(participant: str | None, session: str) -> bool:
        return participant in people if participant else session in rooms

    return replace(
        used,
        participants=people,
        sessions={key: replace(each, present=(), gone=()) for key, each in records.sessions.items()},
        attendance={key: each for key, each in records.attendance.items() if each.participant in people},
        reflections={
            key: each for key, each in used.reflections.items() if for_research(each, records) and theirs(each.participant, each.session)
        },
        responses={key: each for key, each in used.responses.items() if theirs(each.participant, each.session)},
        votes={key: each for key, each in used.votes.items() if theirs(each.participant, each.session)},
    )


def _told(said: Reflection, records: Records, audience: Audience, instead: Mapping[str, str]) -> Reflection:
    """The remark with the words that may be passed on: its own, those of its paraphrase (`instead`, by its id), or none."""
    if audience is Audience.RESEARCH:
        return said
    if said.perspective == NOTE_TAKER or said.unfinished:
        return _wordless(said)
    level = effective(said, records)
    if allows(level, Consent.QUOTE) or (not said.verbatim and allows(level, Consent.PARAPHRASE)):
        return said
    words = instead.get(said.id) if allows(level, Consent.PARAPHRASE) else None
    return replace(said, text=words, verbatim=False) if words else _wordless(said)


def paraphrased(records: Records) -> Mapping[str, str]:
    """The paraphrase of each remark (an id) that has one of its words as they are now; the latest, where two laptops made one."""
    found: dict[str, str] = {}
    for each in sorted(records.paraphrases.values(), key=lambda each: (each.at, each.id)):
        said = records.reflections.get(each.reflection)
        if said is not None and each.words == words_id(records.workshop.salt, said.text):
            found[each.reflection] = each.text
    return found


def _perspective(said: Reflection, records: Records) -> str:
    participant = records.participants.get(said.participant or "")
    return participant.perspective if participant else said.perspective


def _wordless(said: Reflection) -> Reflection:
    return replace(said, text="", highlight=False) if said.text or said.highlight else said


def _said(statement: Statement, records: Records, used: Collection[str]) -> Statement:
    """The statement, without its words where it was made from a remark of which nothing may be used."""
    made_of = [one for one in statement.sources if one in records.reflections]
    return statement if all(one in used for one in made_of) else replace(statement, text=NOT_TOLD, sources=())


def _barred(records: Records, told: Mapping[str, Reflection]) -> tuple[str, ...]:
    """The words, folded, that may not be passed on; those so short that they stand everywhere are not looked for."""
    passed_on = {fold(each.text) for each in told.values() if each.text}
    kept_back = {
        fold(said.text) for key, said in records.reflections.items() if said.text and (key not in told or told[key].text != said.text)
    }
    return tuple(words for words in kept_back - passed_on if len(words.split()) >= FEWEST_WORDS)


def _without(records: Records, barred: Collection[str]) -> Records:
    """Statements, recommendations and their notes, and themes' descriptions, where they repeat such words, say nothing."""
    if not barred:
        return records

    def text(words: str, instead: str = NOT_TOLD) -> str:
        folded = fold(words)
        return instead if any(each in folded for each in barred) else words

    return replace(
        records,
        statements={key: replace(each, text=text(each.text)) for key, each in records.statements.items()},
        artworks={key: replace(each, caption=text(each.caption), alt=text(each.alt, "")) for key, each in records.artworks.items()},
        recommendations={key: replace(each, text=text(each.text)) for key, each in records.recommendations.items()},
        followups={key: replace(each, text=text(each.text)) for key, each in records.followups.items()},
        themes={key: replace(each, description=text(each.description, "")) for key, each in records.themes.items()},
    )
