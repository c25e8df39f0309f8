"""The view as one JSON object. Later versions add keys; these are never renamed."""

import json as standard_json
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from workshop.model.showntiming import ShownActivity, ShownTiming
from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.finding import ShownFinding
from workshop.model.view.priority import ShownPriorities
from workshop.model.view.quote import ShownQuote
from workshop.model.view.record import ShownReflection, ShownResponse, ShownVote
from workshop.model.view.session import ShownSession
from workshop.model.view.statement import ShownStatement
from workshop.model.view.view import View
from workshop.report.slug import slug

SCHEMA = "workshop.report"
VERSION = 1


def json(view: View) -> dict[str, bytes]:
    """The object, by the name of its file."""
    report = {
        "schema": SCHEMA,
        "version": VERSION,
        "audience": view.audience,
        "marking": view.marking,
        "made": view.made.isoformat(),
        "title": view.title,
        "cover": view.cover,
        "at_a_glance": list(view.at_a_glance),
        "checked_back": list(view.checked_back),
        "comparison": view.comparison,
        "sessions": [_session(session) for session in view.sessions],
        "timings": [_timing(timing) for timing in view.timings],
        "participants": [asdict(person) for person in view.people],
        "findings": [_finding(finding) for finding in view.findings],
        "statements": [_statement(statement) for statement in view.statements],
        "artworks": [_artwork(each) for each in view.artworks],
        "recommendations": [asdict(each) for each in view.recommendations],
        "priorities": [_priorities(ranked) for ranked in view.ranked],
        "reflections": [_reflection(said) for said in view.reflections],
        "responses": [_response(given) for given in view.responses],
        "votes": [_vote(vote) for vote in view.votes],
        "method": list(view.method),
        **({"records": view.records} if view.records else {}),
    }
    text = standard_json.dumps(report, ensure_ascii=False, indent=1)
    return {f"{slug(view.title)}-report.json": f"{text}\n".encode()}


def _session(session: ShownSession) -> dict[str, object]:
    return asdict(session)


def _timing(timing: ShownTiming) -> dict[str, object]:
    return _plain(timing) | {"activities": [_plain(each) for each in timing.activities]}


def _plain(shown: ShownTiming | ShownActivity) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(shown).items()}


def _finding(finding: ShownFinding) -> dict[str, object]:
    """What the comparison does not say: the finding's name, its words for readers, and the quotes that stand side by side."""
    return {
        "finding": finding.name,
        "theme": finding.theme,
        "section": finding.section.value,
        "in_words": [text for text in (finding.label_text, finding.strength_text, finding.contested_text) if text],
        "priority": finding.priority,
        "quotes": {side: [quote.name for quote in quotes] for side, quotes in finding.quotes.items()},
    }


def _statement(statement: ShownStatement) -> dict[str, object]:
    return {
        "statement": statement.name,
        "id": statement.ref or statement.id,
        "text": statement.text,
        "made_by": statement.made_by,
        "theme": statement.theme,
        "in_words": {group: given.sentence for group, given in statement.answers.items() if given.sentence},
        "reasons": {group: [quote.name for quote in quotes] for group, quotes in statement.reasons.items()},
        "more_reasons": {group: text for group, text in statement.more.items() if text},
        "answered_back": statement.answered_back.sentence if statement.answered_back else None,
        "answered_back_reasons": [quote.name for quote in statement.back_words],
        "now": [each.name for each in statement.now],
    }


def _artwork(artwork: ShownArtwork) -> dict[str, object]:
    """Without the picture: its digest tells which file it is."""
    return {
        "artwork": artwork.name,
        "caption": artwork.caption,
        "alt": artwork.described,
        "made_by": artwork.made_by,
        "media": artwork.media or None,
        "sha256": sha256(artwork.content).hexdigest() if artwork.content else None,
        "readings": {group: [quote.name for quote in quotes] for group, quotes in artwork.readings.items()},
    }


def _reflection(said: ShownReflection) -> dict[str, object]:
    return {
        **_quote(said.quote),
        "themes": list(said.themes),
        "activity": said.activity,
        "lane": said.lane,
        "at": _instant(said.at),
        "elicited": said.elicited,
        "statement": said.statement,
        "artwork": said.artwork,
        "highlight": said.highlight,
        "unfinished": said.unfinished,
        "hands": said.hands,
        "checked_back": said.checked_back,
    }


def _quote(quote: ShownQuote) -> dict[str, object]:
    return {
        "remark": quote.name,
        "text": quote.text,
        **_whose(quote),
        "answer": quote.answer,
        "verbatim": quote.verbatim,
        "kinds": list(quote.kinds),
    }


def _response(given: ShownResponse) -> dict[str, object]:
    return {
        "statement": given.statement,
        **_whose(given),
        "answer": given.answer,
        "hands": list(given.hands) if given.hands else None,
        "at": _instant(given.at),
        "back": given.back,
    }


def _whose(one: ShownQuote | ShownResponse | ShownVote) -> dict[str, object]:
    """Whose it is, and where it was given."""
    return {"perspective": one.perspective, "participant": one.person, "session": one.session}


def _instant(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _priorities(ranked: ShownPriorities) -> dict[str, object]:
    return {
        "priorities": ranked.name,
        "kind": ranked.kind,
        "title": ranked.title,
        "voted": dict(ranked.voted),
        "themes": [
            {"theme": each.theme, "finding": each.finding, "groups": {group: asdict(rank) for group, rank in each.groups.items()}}
            for each in ranked.themes
        ],
        "ordered_by": ranked.order_text,
        "in_words": ranked.alike_text,
    }


def _vote(vote: ShownVote) -> dict[str, object]:
    return {
        "theme": vote.theme,
        **_whose(vote),
        "activity": vote.activity,
        "kind": vote.kind,
        "amount": vote.amount,
        "at": _instant(vote.at),
    }
